import type { Lang } from '../../../kit/i18n.ts';
import { formatNumber } from '../../../web/format.ts';
import { messages } from '../messages.ts';
import type { Rung } from '../rules/ladder.ts';

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
