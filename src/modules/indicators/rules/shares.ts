/** What can stand behind a printed percentage. Whole numbers in, exact bounds out. */

export interface Range {
  from: number;
  to: number;
}
export interface Behind {
  halfUp?: Range;
  cut?: Range;
}

/** '97,39 %' → the digits as one whole number and how many of them are decimals. Undefined when it is no percentage. */
function printed(text: string): { digits: number; decimals: number } | undefined {
  const found = /^(\d+)(?:[.,](\d+))?\s*%?$/.exec(text.trim());
  if (!found) return undefined;
  const decimals = found[2] ?? '';
  return { digits: Number(`${found[1]}${decimals}`), decimals: decimals.length };
}

const rangeOf = (from: number, to: number): Range | undefined => (from <= to ? { from, to } : undefined);
const both = (halfUp: Range | undefined, cut: Range | undefined): Behind => ({
  ...(halfUp ? { halfUp } : {}),
  ...(cut ? { cut } : {}),
});

/** The numerators that give a printed percentage of a base. */
export function numeratorsBehind(text: string, base: number): Behind {
  const read = printed(text);
  if (!read) return {};
  const { digits, decimals } = read;
  const scale = 10 ** (decimals + 2);
  const bounds = (low: number, high: number): Range | undefined =>
    rangeOf(
      Math.max(0, Math.ceil((low * base) / (2 * scale))),
      Math.min(base, Math.ceil((high * base) / (2 * scale)) - 1),
    );
  return both(bounds(2 * digits - 1, 2 * digits + 1), bounds(2 * digits, 2 * digits + 2));
}

/** The bases of which a count is a printed percentage. */
export function basesBehind(text: string, numerator: number): Behind {
  const read = printed(text);
  if (!read || read.digits === 0) return {};
  const { digits, decimals } = read;
  const scale = 10 ** (decimals + 2);
  const bounds = (low: number, high: number): Range | undefined =>
    rangeOf(
      Math.max(numerator, Math.floor((2 * numerator * scale) / high) + 1),
      Math.floor((2 * numerator * scale) / low),
    );
  return both(bounds(2 * digits - 1, 2 * digits + 1), bounds(2 * digits, 2 * digits + 2));
}
