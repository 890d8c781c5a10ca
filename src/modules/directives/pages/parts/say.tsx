import { formatNumber } from '../../../../web/format.ts';
import { type Lang, useLang } from '../../../../web/language.tsx';
import { messages, type Messages } from '../../messages.ts';

/** The words of this module in the language of the page. */
export const useMessages = (): Messages => messages[useLang()];

/** A whole number as it is written in the language of the page. */
export function useCount(): (n: number) => string {
  const lang = useLang();
  return (n) => formatNumber(n, lang);
}

interface Titled {
  titleVi: string;
  titleEn?: string;
}

/** The title in the language of the page; Vietnamese where there is no translation. */
export const titleOf = (item: Titled, lang: Lang): string =>
  lang === 'en' && item.titleEn ? item.titleEn : item.titleVi;

/** The same as markup: a Vietnamese title on an English page says so to screen readers. */
export function Title({ item }: { item: Titled }) {
  const lang = useLang();
  const shown = titleOf(item, lang);
  return lang === 'en' && shown === item.titleVi ? <span lang="vi">{shown}</span> : <>{shown}</>;
}

/** `2025-Q4` → "Quý IV năm 2025". Codes are those of rules/cycle.ts. */
export function periodName(code: string, lang: Lang): string {
  const { words } = messages[lang];
  const [year = '', part = ''] = code.split('-');
  if (part === '') return words.year(year);
  if (part === '9M') return words.nineMonths(year);
  if (part.startsWith('Q')) return words.quarter(part.slice(1), year);
  if (part.startsWith('H')) return words.halfYear(part.slice(1), year);
  return words.month(part, year);
}
