import fc from 'fast-check';
import { expect, test } from 'vitest';

import { holds as holdsInBrowser, readAnswer } from '../../../web/islands/conditions.ts';
import { holds } from './conditions.ts';
import { readValue } from './read-value.ts';

const atoms = fc.oneof(
  fc
    .tuple(fc.constantFrom('==', '!=', '===', '!=='), fc.constantFrom('a', 'b'))
    .map(([o, v]): unknown => ({ [o]: [{ var: 'kind' }, v] })),
  fc
    .tuple(fc.constantFrom('==', '!=', '===', '!=='), fc.boolean())
    .map(([o, v]): unknown => ({ [o]: [{ var: 'known' }, v] })),
  fc
    .tuple(fc.constantFrom('==', '!=', '===', '!==', '<', '<=', '>', '>='), fc.integer({ min: -1, max: 2 }))
    .map(([o, v]): unknown => ({ [o]: [{ var: 'count' }, v] })),
  fc
    .tuple(fc.constantFrom('!', '!!'), fc.constantFrom('kind', 'known', 'count'))
    .map(([o, key]): unknown => ({ [o]: [{ var: key }] })),
  fc.subarray(['a', 'b', 'c'], { minLength: 1 }).map((all): unknown => ({ in: [{ var: 'kind' }, all] })),
);
const { condition } = fc.letrec<{ condition: unknown }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    atoms,
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((and): unknown => ({ and })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((or): unknown => ({ or })),
    tie('condition').map((one): unknown => ({ '!': [one] })),
  ),
}));
const values = fc.record(
  { kind: fc.constantFrom('a', 'b'), known: fc.boolean(), count: fc.integer({ min: -1, max: 2 }) },
  { requiredKeys: [] },
);

test('the browser reads a condition as the server does', () => {
  fc.assert(
    fc.property(condition, values, (one, given) => {
      expect(holdsInBrowser(one, given)).toBe(holds(one, given));
    }),
    { numRuns: 3000 },
  );
});

test.each([
  ['number', '1.234,5'],
  ['number', '12.5'],
  ['money', '150.000'],
  ['yesNo', 'true'],
  ['yesNo', 'false'],
  ['choice', ' a '],
  ['text', ''],
] as const)('the browser reads an answer of kind %s as the server does: %j', (type, text) => {
  expect(readAnswer(type, text)).toEqual(readValue({ type }, text));
});
