import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { newId } from '../../../kit/ids.ts';
import { idAt, type Lookup, lookupCode, readLookup, SIGNS } from './lookup.ts';

const mark = (id: string): number => Number.parseInt(id.slice(-8), 16);
const now = new Date('2025-11-17T02:00:00Z');
const late = new Date('2041-01-01T00:00:00Z');
const dates = fc.date({ min: new Date('2023-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
const codes = dates.map((at) => lookupCode(newId(at), mark)!);
const code = lookupCode('019a9012-3456-7000-8000-00000000002a', mark)!;

describe('the short code of a case', () => {
  test('is ten signs in groups, always the same for one id', () => {
    expect(code).toMatch(/^[2-9B-X]{3}-[2-9B-X]{3}-[2-9B-X]{4}$/);
    expect(lookupCode('019a9012-3456-7000-8000-00000000002a', mark)).toBe(code);
  });

  test('leads to the minute in which its id was made, in any of the spans of 13 years', () =>
    fc.assert(
      fc.property(dates, (at) => {
        const id = newId(at);
        const { windows } = readLookup(lookupCode(id, mark)!, late) as Lookup;
        expect(windows.some(({ from, until }) => idAt(from) <= id && id < idAt(until))).toBe(true);
      }),
    ));

  test.each([
    ['no time in it', '6f1c1c2e-9a1d-4c3b-8a55-0d6f5f0b7a11'],
    ['a time before there were any', '00000000-0001-7000-8000-00000000002a'],
  ])('is not made of an id with %s', (_, id) => {
    expect(lookupCode(id, mark)).toBeUndefined();
  });

  test.each([
    ['without hyphens, in small letters', code.replaceAll('-', '').toLowerCase()],
    ['with spaces around and between', ` ${code.replaceAll('-', ' ')} `],
    ['with dashes of a text program', code.replaceAll('-', '–')],
    ['with marks that a Vietnamese keyboard set on the letters', [...code].join('\u0301')],
  ])('is read %s', (_, typed) => {
    expect(readLookup(typed, now)).toMatchObject({ code });
  });

  test('with one wrong sign or two swapped ones is told as mistyped, always', () =>
    fc.assert(
      fc.property(codes, fc.nat(8), fc.constantFrom(...SIGNS), (text, place, sign) => {
        const signs = [...text.replaceAll('-', '')];
        const wrong = signs.with(place, sign);
        const swapped = signs.with(place, signs[place + 1]!).with(place + 1, signs[place]!);
        for (const typed of [wrong, swapped])
          if (typed.join('') !== signs.join('')) expect(readLookup(typed.join(''), late)).toBe('mistyped');
      }),
    ));

  test.each([
    ['a sign too few', code.slice(0, -1), 'mistyped'],
    ['a sign too many', `${code}2`, 'mistyped'],
    ['a sign that no code has', `A${code.slice(1)}`, 'mistyped'],
    ['a case code', 'G15.46.12-251117-0001', 'notOne'],
    ['an id', '019a9012-3456-7000-8000-00000000002a', 'notOne'],
    ['a name', 'Nguyễn Văn Mẫu', 'notOne'],
    ['a personal number', '046190000001', 'notOne'],
  ])('%s is %s', (_, typed, read) => {
    expect(readLookup(typed, now)).toBe(read);
  });
});
