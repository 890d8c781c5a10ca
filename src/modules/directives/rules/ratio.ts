/** Exact fractions of decimal numbers, so that no figure depends on binary floating point. */

export interface Ratio {
  n: bigint;
  /** Always positive. */
  d: bigint;
}

/** Decimal text ('16', '-0.7', '1.50') or a finite number as an exact fraction. @throws RangeError otherwise */
export function ratio(value: string | number | bigint): Ratio {
  const text = typeof value === 'number' ? plain(value) : String(value);
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) throw new RangeError(`not a decimal number: ${text}`);
  const decimals = match[3] ?? '';
  const n = BigInt(match[2]! + decimals);
  return { n: match[1] ? -n : n, d: 10n ** BigInt(decimals.length) };
}

function plain(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`not a decimal number: ${value}`);
  const text = String(value);
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text;
}

const make = (n: bigint, d: bigint): Ratio => (d < 0n ? { n: -n, d: -d } : { n, d });

export const add = (a: Ratio, b: Ratio): Ratio => make(a.n * b.d + b.n * a.d, a.d * b.d);
export const subtract = (a: Ratio, b: Ratio): Ratio => make(a.n * b.d - b.n * a.d, a.d * b.d);
export const multiply = (a: Ratio, b: Ratio): Ratio => make(a.n * b.n, a.d * b.d);

/** @throws RangeError when `b` is zero */
export function divide(a: Ratio, b: Ratio): Ratio {
  if (b.n === 0n) throw new RangeError('division by zero');
  return make(a.n * b.d, a.d * b.n);
}

/** Negative when a < b, 0 when equal, positive when a > b. */
export function compare(a: Ratio, b: Ratio): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The nearest JavaScript number, good to about 15 digits. */
export function toNumber({ n, d }: Ratio): number {
  const scale = 10n ** 18n;
  const whole = n / d;
  return Number(whole) + Number(((n % d) * scale) / d) / 1e18;
}

export type RoundingMode = 'halfUp' | 'cut';

/**
 * A fraction as decimal text with a fixed number of decimals, '81.29'.
 * halfUp: half away from zero; cut: digits beyond are dropped, as some reports do.
 */
export function roundText({ n, d }: Ratio, decimals: number, mode: RoundingMode): string {
  const scaled = (n < 0n ? -n : n) * 10n ** BigInt(decimals);
  const up = mode === 'halfUp' && (scaled % d) * 2n >= d ? 1n : 0n;
  const digits = String(scaled / d + up).padStart(decimals + 1, '0');
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return n < 0n && /[1-9]/.test(text) ? `-${text}` : text;
}
