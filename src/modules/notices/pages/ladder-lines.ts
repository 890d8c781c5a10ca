import { parseDay } from '../../../kit/day.ts';
import type { Rung } from '../rules/ladder.ts';

/** A rung as one line of the form. */
export const lineOf = (r: Rung): string =>
  [r.code, r.when.kind, r.when.days ?? '', r.to, r.channels.join(',')].join(' | ');

const lines = (value: unknown): string[] =>
  (typeof value === 'string' ? value : '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);

/** One rung from its line; what cannot be read goes to the contract as it is, which names the field. */
function rungOf(line: string) {
  const [code = '', kind = '', days = '', to = '', channels = ''] = line
    .split('|')
    .map((part) => part.trim());
  return {
    code,
    when: { kind, ...(days === '' ? {} : { days }) },
    to,
    channels: channels.split(/[,\s]+/).filter(Boolean),
  };
}

/** The form's texts as the contract wants them. */
export function inputOf(fields: Record<string, unknown>): Record<string, unknown> {
  const { rungsText, holidaysText, extraText, start, end, weekdays: worked, ...rest } = fields;
  const days = (text: unknown): string[] => lines(text).map((line) => parseDay(line) ?? line);
  return {
    ...rest,
    rungs: lines(rungsText).map(rungOf),
    hours: {
      start,
      end,
      weekdays: [worked ?? []].flat(),
      holidays: days(holidaysText),
      extraWorkdays: days(extraText),
    },
  };
}
