/** Where a true share may lie when n of d were counted: pure arithmetic, no clock, no data. */

/** Ends of a range on one scale; `low <= high`. */
export interface Range {
  low: number;
  high: number;
}

/** The two-sided quantile of 95 %. */
const Z95 = 1.959963984540054;

/**
 * Wilson's interval at 95 % for n successes of d, as shares between 0 and 1; undefined for d = 0.
 * It stays inside 0..1 and is honest at 0 of d and d of d, where the usual textbook interval has no width.
 * Source: E. B. Wilson, "Probable inference", JASA 22 (1927).
 */
export function wilson(n: number, d: number): Range | undefined {
  if (!(d > 0) || n < 0 || n > d) return undefined;
  const share = n / d;
  const z2 = Z95 * Z95;
  const centre = share + z2 / (2 * d);
  const half = Z95 * Math.sqrt((share * (1 - share)) / d + z2 / (4 * d * d));
  const scale = 1 + z2 / d;
  // At the ends the exact answer is 0 and 1; floating point would miss it by a hair.
  return {
    low: n === 0 ? 0 : (centre - half) / scale,
    high: n === d ? 1 : (centre + half) / scale,
  };
}

/** A value with the range in which it may lie, on one scale (points, shares). */
export interface Estimate extends Range {
  value: number;
}

/**
 * The range of a sum from the ranges of its parts: distances to the ends are added as squares, for parts that vary
 * independently. Source: Zou and Donner, "Construction of confidence limits about effect measures", Stat. Med. 27 (2008).
 */
export function rangeOfSum(parts: readonly Estimate[]): Estimate {
  let value = 0;
  let down = 0;
  let up = 0;
  for (const part of parts) {
    value += part.value;
    down += (part.value - part.low) ** 2;
    up += (part.high - part.value) ** 2;
  }
  return { value, low: value - Math.sqrt(down), high: value + Math.sqrt(up) };
}
