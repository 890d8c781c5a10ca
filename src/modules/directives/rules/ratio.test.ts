import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { add, compare, divide, multiply, ratio, roundText, subtract, toNumber } from './ratio.ts';

describe('exact fractions', () => {
  test.each<[number, number, number, string, string]>([
    [113, 139, 1, '81.3', '81.2'],
    [370, 546, 0, '68', '67'],
    [1, 8, 2, '12.50', '12.50'],
    [1, 3, 0, '33', '33'],
    [2, 3, 0, '67', '66'],
    [0, 5, 1, '0.0', '0.0'],
  ])('%d/%d in per cent with %d decimals: %s rounded, %s cut', (n, d, decimals, halfUp, cut) => {
    const share = multiply(divide(ratio(n), ratio(d)), ratio(100));
    expect(roundText(share, decimals, 'halfUp')).toBe(halfUp);
    expect(roundText(share, decimals, 'cut')).toBe(cut);
  });

  test('halves go away from zero, and nothing rounds to minus zero', () => {
    expect(roundText(ratio('1.005'), 2, 'halfUp')).toBe('1.01');
    expect(roundText(ratio('-1.005'), 2, 'halfUp')).toBe('-1.01');
    expect(roundText(ratio('-0.001'), 2, 'halfUp')).toBe('0.00');
  });

  test('only decimal numbers are read', () => {
    for (const bad of ['', '1,5', 'abc', '1e3', '.5']) expect(() => ratio(bad)).toThrow(RangeError);
    expect(() => ratio(Number.NaN)).toThrow(RangeError);
    expect(() => divide(ratio(1), ratio(0))).toThrow(RangeError);
    expect(toNumber(ratio(1e-7))).toBeCloseTo(1e-7, 15);
  });

  test('sums undo differences, and order agrees with the sign', () => {
    const any = fc
      .tuple(fc.integer(), fc.integer({ min: 1, max: 1e6 }))
      .map(([n, d]) => divide(ratio(n), ratio(d)));
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(compare(add(subtract(a, b), b), a)).toBe(0);
        expect(Math.sign(compare(a, b))).toBe(-Math.sign(compare(b, a)) + 0);
        expect(toNumber(a)).toBeCloseTo(Number(a.n) / Number(a.d), 6);
      }),
    );
  });
});
