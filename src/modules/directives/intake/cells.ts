/** Cleans one cell and names what a spreadsheet or a conversion did to it. */
import type { FaultCode } from './faults.ts';
import type { Column } from './header.ts';

export interface CleanCell {
  text: string;
  faults: { code: FaultCode; params?: Record<string, string | number> }[];
  /** Repairs that are reported once per file with their number. */
  repairs: ('nonBreakingSpace' | 'invisibleRemoved' | 'decomposedLetters')[];
}

const LIMITS: Partial<Record<Column, number>> = {
  ref: 60,
  parentRef: 60,
  titleVi: 1000,
  titleEn: 1000,
  sourceDocument: 300,
  kind: 60,
};
const LIMIT = 5000;

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
const NO_BREAK = /[\u00a0\u2007\u202f]/g;
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** Normalises (NFC, spaces, invisible characters) and checks a cell for the column it stands in. */
export function cleanCell(raw: string, column: Column): CleanCell {
  const faults: CleanCell['faults'] = [];
  const repairs: CleanCell['repairs'] = [];
  let text = raw.normalize('NFC');
  if (text !== raw) repairs.push('decomposedLetters');
  const visible = text.replace(INVISIBLE, '');
  if (visible !== text) repairs.push('invisibleRemoved');
  text = visible.replace(NO_BREAK, ' ');
  if (text !== visible) repairs.push('nonBreakingSpace');
  const control = CONTROL.exec(text);
  if (control) faults.push({ code: 'controlCharacter', params: { value: control[0].charCodeAt(0) } });
  text = text.replace(/\s+/g, ' ').trim();
  const wrapped = /^="([^"]*)"$/.exec(text);
  if (wrapped) {
    text = wrapped[1]!.trim();
    faults.push({ code: 'excelTextWrapper' });
  }
  const limit = LIMITS[column] ?? LIMIT;
  if (text.length > limit) faults.push({ code: 'cellTooLong', params: { count: text.length, limit } });
  const bad = spoiled(text, column);
  if (bad) faults.push({ code: bad, params: { value: text } });
  return { text, faults, repairs };
}

function spoiled(text: string, column: Column): FaultCode | undefined {
  if (/^#(REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/.test(text)) return 'excelError';
  if (/^#{3,}$/.test(text)) return 'excelHashes';
  if (isFormula(text, column)) return 'formula';
  if (column === 'sourceUrl') return text !== '' && !isWebAddress(text) ? 'urlUnsafe' : undefined;
  if (/<\/?[a-z][^>]*>/i.test(text)) return 'htmlInCell';
  return /\p{L}\?\p{L}|(?<!\p{L})\p{L}\?(?=\s)/u.test(text) && column !== 'notes' ? 'lettersLost' : undefined;
}

/**
 * Would a spreadsheet run this cell? Signed numbers ("-5", "+3,5 %"), bullets ("- Nội dung"), "-nt-" (as above), dashes
 * and a comparator before a number in the value column ("=100") are no formulas.
 */
export function isFormula(text: string, column: Column): boolean {
  if (!/^[=+\-@]/.test(text)) return false;
  if (/^[+-]\s?\d+([.,]\d+)*\s*%?$/.test(text) || /^-+$/.test(text)) return false;
  if (/^[-+]\s\p{L}[^|!(]*$/u.test(text) || /^-\s*nt\s*-$/i.test(text)) return false;
  return !(column === 'targetValue' && /^=\s*\d+([.,]\d+)*$/.test(text));
}

function isWebAddress(text: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(text).protocol);
  } catch {
    return false;
  }
}
