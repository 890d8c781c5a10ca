import { addDays, type Day, formatDay } from '../../../kit/day.ts';
import type { Lang } from '../../../kit/i18n.ts';
import { formatNumber } from '../../../web/format.ts';
import { messages } from '../messages.ts';
import type { Rung } from '../rules/ladder.ts';
import { standardRungs } from '../rules/standard.ts';

const ZONE_MS = 7 * 3_600_000;

/** An instant in Việt Nam as 17/11/2025 08:05. */
export function momentText(instant: string): string {
  const local = new Date(new Date(instant).getTime() + ZONE_MS).toISOString();
  return `${local.slice(8, 10)}/${local.slice(5, 7)}/${local.slice(0, 4)} ${local.slice(11, 16)}`;
}

export const count = (n: number, lang: Lang): string => formatNumber(n, lang);

/** When a rung is reached, in words. */
export function whenText({ when }: Rung, lang: Lang): string {
  const words = messages[lang].rungWhen;
  const n = formatNumber(Math.abs(when.days ?? 0), lang);
  if (when.kind === 'cutoffIn' && when.days === undefined) return words.cutoffOwn;
  if (when.kind === 'difficultyDue' && (when.days ?? 0) < 0) return words.difficultyLate(n);
  return words[when.kind](n);
}

export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/** What made a notice, in words: the rung of the usual ladder, or what had happened; a code of one's own stays as it is. */
export function rungText(code: string, lang: Lang): string {
  const { events, who, noRecipient } = messages[lang];
  const [nobody, role] = code.split(':');
  if (nobody === 'noRecipient' && role) return noRecipient((who as Record<string, string>)[role] ?? role);
  const rung = standardRungs.find((r) => r.code === code);
  if (rung) return capital(whenText(rung, lang));
  return (events as Record<string, string>)[code] ?? code;
}

/** Days in order as text; those that follow each other as one span: 27/01/2025–31/01/2025. */
export function spansText(days: readonly Day[]): string {
  const spans: [Day, Day][] = [];
  for (const day of days.toSorted()) {
    const last = spans.at(-1);
    if (last && addDays(last[1], 1) === day) last[1] = day;
    else spans.push([day, day]);
  }
  return spans
    .map(([from, to]) => (from === to ? formatDay(from) : `${formatDay(from)}–${formatDay(to)}`))
    .join(', ');
}
