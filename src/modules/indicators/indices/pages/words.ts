import type { Lang } from '../../../../kit/i18n.ts';
import { formatNumber } from '../../../../web/format.ts';
import { messages } from '../messages.ts';

/** The half-open range of a class in words: its first value is in it, the value it ends at is not. */
export function bandWords(lang: Lang, { from, to }: { from: number; to?: number | undefined }): string {
  const t = messages[lang].tree;
  const first = formatNumber(from, lang);
  return to === undefined ? t.bandUp(first) : t.bandRange(first, formatNumber(to, lang));
}
