export interface Rounding {
  mode: 'halfUp' | 'cut';
  decimals: number;
}

/** A quotient of whole numbers as decimal text, exactly: no binary fraction comes between. Negative ones never occur. */
export function quotient(numerator: number, denominator: number, by: number, rounding: Rounding): string {
  const scale = 10n ** BigInt(rounding.decimals);
  const [top, bottom] = [BigInt(numerator) * BigInt(by) * scale, BigInt(denominator)];
  const whole = rounding.mode === 'cut' ? top / bottom : (top * 2n + bottom) / (bottom * 2n);
  const digits = whole.toString().padStart(rounding.decimals + 1, '0');
  if (rounding.decimals === 0) return digits;
  return `${digits.slice(0, -rounding.decimals)}.${digits.slice(-rounding.decimals)}`;
}
