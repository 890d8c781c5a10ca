/** Numbers in the free text of a report: link tokens that are resolved from figures, and digits that somebody typed. */
import type { Text } from '../../../../kit/i18n.ts';

/** rate: percentage with both counts; change: against the end of the period before, both rates named. */
export const shows = ['rate', 'numerator', 'denominator', 'change'] as const;
export type Show = (typeof shows)[number];

export interface Token {
  code: string;
  show: Show;
  /** As of the last day of the period before. */
  before: boolean;
  /** Of this unit instead of the one the report is about. */
  unitId?: string | undefined;
}

export type Piece = { text: string } | { token: Token; raw: string } | { fault: Text; raw: string };

const TOKEN = /\{\{([^{}]*)\}\}/g;

function readToken(raw: string, inner: string): Piece {
  const [head = '', ...rest] = inner.split('|').map((word) => word.trim());
  const code = /^figure:([A-Za-z0-9][A-Za-z0-9._-]{0,59})$/.exec(head)?.[1];
  if (!code)
    return {
      raw,
      fault: {
        vi: `Không hiểu ${raw}: viết {{figure:mã}} hoặc {{figure:mã|đơn vị}}.`,
        en: `${raw} is not understood: write {{figure:code}} or {{figure:code|unit}}.`,
      },
    };
  const token: Token = { code, show: 'rate', before: false };
  for (const word of rest) {
    if ((shows as readonly string[]).includes(word)) token.show = word as Show;
    else if (word === 'before') token.before = true;
    else if (word !== '') token.unitId = word;
  }
  return { raw, token };
}

/** Splits a text into what is plain and what is a token. */
export function piecesOf(text: string): Piece[] {
  const found: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    if (match.index > end) found.push({ text: text.slice(end, match.index) });
    found.push(readToken(match[0], match[1]!));
    end = match.index + match[0].length;
  }
  if (end < text.length) found.push({ text: text.slice(end) });
  return found;
}

/** The token as it is written. */
export const writeToken = ({ code, show, before, unitId }: Token): string =>
  `{{${[`figure:${code}`, ...(unitId ? [unitId] : []), ...(show === 'rate' ? [] : [show]), ...(before ? ['before'] : [])].join('|')}}}`;

export interface Typed {
  at: number;
  /** As it was typed, such as '39,2 %' or '370'. */
  text: string;
  value: number;
  percent: boolean;
}

const NUMBER = /\d+(?:\.\d{3})*(?:,\d+)?(?:\.\d+)?(\s?%)?/g;
/** Before a number that is no figure: numbers of papers, articles, days, months, years, quarters, decimals of the law. */
const NAMED =
  /(?:điều|khoản|điểm|chương|mục|phụ lục|số|ngày|tháng|năm|quý|giai đoạn|nghị quyết|nghị định|quyết định|thông báo|kết luận|công điện|kế hoạch|đề án|luật|phiên họp thứ|lần thứ|khóa|article|clause|number|no\.|day|month|year|quarter|resolution|decree|decision|plan|project|session|phase)\s*$/iu;

/** '1.234,5' in Vietnamese, '1234.5' otherwise. */
const valueOf = (text: string): number =>
  Number(
    /^\d+(\.\d{3})+(,\d+)?$/.test(text) || text.includes(',')
      ? text.replaceAll('.', '').replace(',', '.')
      : text,
  );

/** Parts of days, numbers of papers ('57-NQ/TW', '12/BC-UBND') and words ('IPv6', 'Q3') are no figures. */
const isGlued = (before: string, after: string): boolean =>
  /[\p{L}\d/_-]$/u.test(before) || /^(?:[/_]|-\p{L}|-\d|\p{L})/u.test(after);

/** Digits typed where a figure should stand; the author is told, and the reader sees that they were typed. */
export function typedNumbers(text: string): Typed[] {
  const found: Typed[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const [raw, percent] = [match[0], match[1] !== undefined];
    const before = text.slice(0, match.index);
    const after = text.slice(match.index + raw.length);
    if (isGlued(before, after)) continue;
    const isListed = /(?:^|\n)\s*$/.test(before) && /^[.)]\s/.test(after);
    if (!percent && (NAMED.test(before) || isListed)) continue;
    const digits = raw.replace(/\s?%$/, '');
    found.push({ at: match.index, text: raw, value: valueOf(digits), percent });
  }
  return found;
}
