import { expect, test } from 'vitest';

import { catalogueFacts } from '../facts/catalogue.ts';
import { competentPlace, competentPlaceField } from './place.ts';

const byCode = new Map(catalogueFacts().map(({ code, content }) => [code, content]));

test.each([
  ['1.001193', 'motherResidence'],
  ['1.000894', 'residence'],
  ['1.000656', 'deceasedResidence'],
  ['1.014027', 'beneficiaryResidence'],
  ['1.001612', 'businessCommune'],
  ['1.013978', 'landCommune'],
])('the place of %s is what the form asks as %s', (code, key) => {
  const content = byCode.get(code)!;
  expect(competentPlaceField(content)?.key).toBe(key);
  expect(competentPlace(content, { [key]: 'xa-26734' })).toBe('xa-26734');
});

test('where anybody who receives is competent the form names no place', () => {
  expect(competentPlaceField(byCode.get('2.000815')!)).toBeUndefined();
});
