import fc from 'fast-check';
import { expect, test } from 'vitest';

import { basesBehind, numeratorsBehind } from './shares.ts';

const base = fc.integer({ min: 1, max: 600_000 });
const tenths = (numerator: number, of: number, mode: 'halfUp' | 'cut'): number =>
  Math.floor((numerator * 2000 + (mode === 'halfUp' ? of : 0)) / (2 * of));

test('What stands behind a printed percentage holds every share that is printed so, and no other', () => {
  fc.assert(
    fc.property(base, fc.double({ min: 0, max: 1, noNaN: true }), (denominator, share) => {
      const numerator = Math.round(share * denominator);
      for (const mode of ['halfUp', 'cut'] as const) {
        const shown = tenths(numerator, denominator, mode);
        const text = `${Math.floor(shown / 10)},${shown % 10} %`;
        const range = numeratorsBehind(text, denominator)[mode]!;
        expect(numerator >= range.from && numerator <= range.to).toBe(true);
        for (const end of [range.from, range.to]) expect(tenths(end, denominator, mode)).toBe(shown);
        if (range.from > 0) expect(tenths(range.from - 1, denominator, mode)).not.toBe(shown);
        if (shown === 0) continue;
        const bases = basesBehind(text, numerator)[mode]!;
        expect(denominator >= bases.from && denominator <= bases.to).toBe(true);
        for (const end of [bases.from, bases.to]) expect(tenths(numerator, end, mode)).toBe(shown);
      }
    }),
  );
});

test('What is no percentage has nothing behind it', () => {
  expect(numeratorsBehind('gần một nửa', 10)).toEqual({});
  expect(basesBehind('0 %', 10)).toEqual({});
});
