/** Reads figures printed by others: which definition and rounding give them, and whether the parts add up. */
import { figureDefinitions } from './figureDefinitions.ts';
import type { CountName, FigureDefinition } from './figures.ts';
import { divide, multiply, ratio, roundText, type RoundingMode } from './ratio.ts';

export interface Reading {
  definition: FigureDefinition;
  mode: RoundingMode;
  numerator: number;
  denominator: number;
  /** The percentage with two more decimals than printed, cut. */
  exact: string;
}

const MODES: RoundingMode[] = ['halfUp', 'cut'];

/** '81,2 %', '81.2', '67%' → its text with a point and its decimals. @throws RangeError when it is no percentage */
function printedPercent(printed: string): { text: string; decimals: number } {
  const text = printed
    .replace(/\s*%\s*$/, '')
    .trim()
    .replace(',', '.');
  if (!/^\d+(\.\d+)?$/.test(text)) throw new RangeError(`not a printed percentage: ${printed}`);
  return { text, decimals: text.split('.')[1]?.length ?? 0 };
}

const share = (numerator: number, denominator: number) =>
  multiply(divide(ratio(numerator), ratio(denominator)), ratio(100));

/**
 * Which definitions give a printed percentage from the counts that were printed with it, and by which rounding. Where
 * rounding half up and cutting give the same text, halfUp is named only. Definitions whose counts are not all known
 * are left out; an empty list says that no reading is known.
 */
export function readings(
  printed: string,
  counts: Partial<Record<CountName, number>>,
  definitions: readonly FigureDefinition[] = figureDefinitions,
): Reading[] {
  const { text, decimals } = printedPercent(printed);
  const sum = (names: CountName[]) =>
    names.reduce<number | undefined>((total, name) => {
      const count = counts[name];
      return total === undefined || count === undefined ? undefined : total + count;
    }, 0);
  return definitions.flatMap((definition) => {
    const numerator = sum(definition.numerator);
    const denominator = sum(definition.denominator);
    if (numerator === undefined || !denominator) return [];
    const exact = share(numerator, denominator);
    const mode = MODES.find((one) => roundText(exact, decimals, one) === text);
    return mode
      ? [{ definition, mode, numerator, denominator, exact: roundText(exact, decimals + 2, 'cut') }]
      : [];
  });
}

/** The numerators that give a printed percentage of a denominator: "53 % of 1,133" is 595 to 606 rounded, 601 to 611 cut. */
export function countsBehind(
  printed: string,
  denominator: number,
): Record<RoundingMode, { from: number; to: number } | undefined> {
  const { text, decimals } = printedPercent(printed);
  const bounds = (mode: RoundingMode) => {
    const near = Math.round((Number(text) / 100) * denominator);
    const span = Math.ceil(denominator / 10 ** (decimals + 2)) + 1;
    let found: { from: number; to: number } | undefined;
    for (let n = Math.max(0, near - span); n <= Math.min(denominator, near + span); n += 1) {
      if (roundText(share(n, denominator), decimals, mode) === text)
        found = { from: found?.from ?? n, to: n };
    }
    return found;
  };
  return { halfUp: bounds('halfUp'), cut: bounds('cut') };
}

export interface Part {
  name: string;
  count: number;
  printedPercent?: string;
}

export interface TotalCheck {
  ok: boolean;
  sum: number;
  /** total − sum: positive when records are missing from the parts. */
  missing: number;
  /** Changes of one part that would make the sum right, the best supported first. */
  suggestions: {
    name: string;
    from: number;
    to: number;
    why: 'adjacentDigitsSwapped' | 'percentFits';
    supportedByPercent: boolean;
  }[];
}

/**
 * Do the parts of a report add up to its total? If not: what is missing, and which part would mend it, by swapping two
 * adjacent digits (1,602 ↔ 1,620) or because only the mended count fits the percentage printed beside it.
 */
export function totalCheck(parts: readonly Part[], total: number): TotalCheck {
  const sum = parts.reduce((all, part) => all + part.count, 0);
  const missing = total - sum;
  if (missing === 0) return { ok: true, sum, missing, suggestions: [] };
  const suggestions = parts.flatMap((part) => {
    const to = part.count + missing;
    if (to < 0) return [];
    const supportedByPercent = fits(part, to, total) && !fits(part, part.count, total);
    const swapped = swaps(part.count).includes(to);
    if (!swapped && !supportedByPercent) return [];
    const why = swapped ? ('adjacentDigitsSwapped' as const) : ('percentFits' as const);
    return [{ name: part.name, from: part.count, to, why, supportedByPercent }];
  });
  const weight = (one: TotalCheck['suggestions'][number]) =>
    (one.supportedByPercent ? 2 : 0) + (one.why === 'adjacentDigitsSwapped' ? 1 : 0);
  return { ok: false, sum, missing, suggestions: suggestions.toSorted((a, b) => weight(b) - weight(a)) };
}

function fits(part: Part, count: number, total: number): boolean {
  if (part.printedPercent === undefined || total === 0) return false;
  const { text, decimals } = printedPercent(part.printedPercent);
  return MODES.some((mode) => roundText(share(count, total), decimals, mode) === text);
}

/** All numbers made from a number by swapping two adjacent digits. */
function swaps(count: number): number[] {
  const digits = [...String(count)];
  return digits
    .slice(1)
    .map((_, i) =>
      Number([...digits.slice(0, i), digits[i + 1], digits[i], ...digits.slice(i + 2)].join('')),
    );
}
