import { expect, test } from 'vitest';

import { isIdentityNumber } from './identityNumber.ts';

test.each([
  ['046190000001', true],
  ['046 190 000 001', true],
  ['191234567', true],
  ['0312345678', true],
  ['0312345678-001', true],
  ['C1234567', true],
  ['EA1234567', true],
  ['123', false],
  ['04619000001', false],
  ['0461900000011', true],
  ['04619000000112', false],
  ['Nguyễn Văn A', false],
  ['ABCDEFGH', false],
  ['', false],
])('“%s” can be the number of a person or a business: %s', (text, can) => {
  expect(isIdentityNumber(text)).toBe(can);
});
