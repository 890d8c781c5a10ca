import { expect, test } from 'vitest';

import { rateText } from './figures.tsx';

test.each([
  ['63.0', 'vi', '63,0\u00a0%'],
  ['75.49', 'vi', '75,49\u00a0%'],
  ['18.00', 'en', '18.00%'],
  ['100', 'en', '100%'],
] as const)('A key figure of %s (%s) keeps the decimals of its rule', (rounded, lang, text) => {
  expect(rateText(rounded, lang)).toBe(text);
});
