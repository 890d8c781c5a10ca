/** Reads printed targets: value, comparator, unit. */
import type { Comparator, Target } from './target.ts';

const SIGNS: Record<string, Comparator> = {
  '>=': 'atLeast',
  '≥': 'atLeast',
  'tối thiểu': 'atLeast',
  'ít nhất': 'atLeast',
  từ: 'atLeast',
  '>': 'moreThan',
  trên: 'moreThan',
  hơn: 'moreThan',
  '<=': 'atMost',
  '≤': 'atMost',
  'tối đa': 'atMost',
  'không quá': 'atMost',
  '<': 'lessThan',
  dưới: 'lessThan',
  '=': 'equal',
  đúng: 'equal',
};

const NUMBER = String.raw`\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?`;
const SHAPE = new RegExp(
  String.raw`^(>=|≥|<=|≤|>|<|=|tối thiểu|ít nhất|từ|trên|hơn|tối đa|không quá|dưới|đúng|top)?\s*(${NUMBER})(?:\s*(?:-|đến)\s*(${NUMBER}))?\s*(.*)$`,
);

/**
 * A printed decimal number as text with a point: '0,7' and '0.7' → '0.7', '500.000' → '500000', '1.234,5' → '1234.5'.
 * A point before exactly three digits groups thousands, unless the number begins with 0. Undefined when it is none.
 */
export function readNumber(text: string): string | undefined {
  const t = text.trim();
  if (/^[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/.test(t)) return t.replaceAll('.', '').replace(',', '.');
  return /^\d+([.,]\d+)?$/.test(t) ? t.replace(',', '.') : undefined;
}

/**
 * Reads value and unit as printed; several goals in one cell ("<=3 ASEAN; <=50 thế giới") give several targets.
 * A number without comparator means "at least" (`implied`); a rank is better when lower; text is qualitative only when
 * the unit says so ("định tính"), otherwise it is not understood and the answer is undefined.
 */
export function parseTarget(value: string, unit: string): Target[] | undefined {
  const cleanUnit = unit.normalize('NFC').trim();
  const parts = value
    .normalize('NFC')
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean);
  const targets = parts.map((part) => onePart(part, cleanUnit));
  return targets.length > 0 && targets.every((target) => target !== undefined) ? targets : undefined;
}

function onePart(text: string, unit: string): Target | undefined {
  const t = text.toLowerCase().replace(/[–—−]/g, '-').replace(/\s+/g, ' ');
  const match = SHAPE.exec(t);
  if (!match)
    return /định tính/i.test(unit)
      ? { text, unit, comparator: 'qualitative', direction: 'higher', measure: 'cumulative', hasRatio: false }
      : undefined;
  const from = readNumber(match[2]!);
  const to = match[3] === undefined ? undefined : readNumber(match[3]);
  if (from === undefined || (match[3] !== undefined && (to === undefined || Number(to) < Number(from))))
    return undefined;
  const tail = text.slice(text.length - match[4]!.length);
  return build({ text, unit, sign: match[1], from, to, tail });
}

interface Parts {
  text: string;
  unit: string;
  sign: string | undefined;
  from: string;
  to: string | undefined;
  tail: string;
}

function build({ text, unit, sign, from, to, tail }: Parts): Target {
  const perYear = /\/năm/.test(unit) || tail.startsWith('/năm');
  const isRank = sign === 'top' || /thứ hạng|xếp hạng/i.test(unit);
  const printed = sign === undefined ? undefined : SIGNS[sign];
  const comparator = isRank
    ? 'rank'
    : perYear
      ? 'growthPerYear'
      : to !== undefined
        ? 'range'
        : (printed ?? 'atLeast');
  const lower = isRank || comparator === 'atMost' || comparator === 'lessThan';
  const ownUnit = unit || tail;
  return {
    text,
    unit: ownUnit,
    comparator,
    value: from,
    direction: lower ? 'lower' : 'higher',
    ...(to !== undefined && { valueTo: to }),
    ...(isRank && tail && { scope: tail }),
    ...(sign === undefined && !isRank && { implied: true }),
    measure: perYear || /hằng năm|hàng năm/i.test(ownUnit) ? 'inPeriod' : 'cumulative',
    hasRatio: ownUnit.startsWith('%') && !perYear,
  };
}
