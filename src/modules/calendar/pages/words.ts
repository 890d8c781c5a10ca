import type { ReplyOf } from '../../../kit/contract.ts';
import type { Lang } from '../../../kit/i18n.ts';
import type { getCalendar } from '../contract.ts';
import { messages } from '../messages.ts';
import { weekdays } from '../rules/model.ts';

type Version = ReplyOf<typeof getCalendar>['versions'][number];

export const nameOf = (one: { nameVi: string; nameEn: string }, lang: Lang): string =>
  (lang === 'en' && one.nameEn) || one.nameVi;

/** Spans as the forms write them: '07:30-11:30, 13:30-17:30'. */
export const spansText = (spans: readonly { from: string; to: string }[]): string =>
  spans.map(({ from, to }) => `${from}-${to}`).join(', ');

/** A week in words, days of the same hours together: 'T2–T6: 07:30-11:30, 13:30-17:30'. */
export function weekText({ week }: Version, lang: Lang): string {
  const names = messages[lang].weekdays;
  const groups: { first: string; last: string; spans: string }[] = [];
  for (const weekday of weekdays) {
    const spans = spansText(week[weekday]);
    const last = groups.at(-1);
    if (last?.spans === spans) last.last = names[weekday];
    else groups.push({ first: names[weekday], last: names[weekday], spans });
  }
  return groups
    .filter(({ spans }) => spans !== '')
    .map(({ first, last, spans }) => `${first === last ? first : `${first}–${last}`}: ${spans}`)
    .join('; ');
}

/** Reads a line of hours; a text that is none stays as it is and is refused by the contract. */
export const spansOf = (text: string): { from: string; to: string }[] =>
  text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const [from = '', to = ''] = part.split(/\s*[-–]\s*/);
      return { from: clock(from), to: clock(to) };
    });

/** The seven boxes below `name` as a week: what is blank is a day of rest. */
export const weekIn = (fields: Record<string, unknown>, name: string): Record<string, unknown> =>
  Object.fromEntries(
    weekdays.map((weekday) => {
      const text = fields[`${name}.${weekday}`];
      return [weekday, typeof text === 'string' ? spansOf(text) : []];
    }),
  );

/** '8:00' and '8h00' are written '08:00'. */
export function clock(text: string): string {
  const match = /^(\d{1,2})[:hg.](\d{2})$/.exec(text.trim());
  return match ? `${match[1]!.padStart(2, '0')}:${match[2]}` : text.trim();
}
