import { describe, expect, test } from 'vitest';

import { checkCondition, holds, variablesOf } from './conditions.ts';

const fields = [
  { key: 'kind', type: 'choice' as const, options: [{ value: 'a', label: { vi: 'A' } }] },
  { key: 'count', type: 'number' as const },
  { key: 'known', type: 'yesNo' as const },
  { key: 'name', type: 'text' as const },
];

describe('a condition', () => {
  test.each([
    [{ '===': [{ var: 'kind' }, 'a'] }, { kind: 'a' }, true],
    [{ '===': [{ var: 'kind' }, 'a'] }, {}, false],
    [{ '!==': [{ var: 'kind' }, 'a'] }, {}, true],
    [{ '>': [{ var: 'count' }, 5] }, { count: 6 }, true],
    [{ in: [{ var: 'kind' }, ['a']] }, { kind: 'a' }, true],
    [
      { and: [{ '!!': [{ var: 'name' }] }, { '===': [{ var: 'known' }, true] }] },
      { name: 'An', known: true },
      true,
    ],
    [{ or: [{ '!': [{ var: 'name' }] }, { '===': [{ var: 'known' }, true] }] }, { name: 'An' }, false],
    [undefined, {}, true],
  ])('%j over %j is %s', (condition, values, expected) => {
    expect(holds(condition, values)).toBe(expected);
    expect(checkCondition(condition, fields)).toEqual([]);
  });

  test.each([
    ['an unknown operator', { map: [{ var: 'kind' }, true] }, /map/],
    ['a field that does not exist', { '===': [{ var: 'other' }, 'a'] }, /other/],
    ['a choice that is not offered', { '===': [{ var: 'kind' }, 'b'] }, /"b"/],
    ['a number that is compared with text', { '>': [{ var: 'count' }, '5'] }, /"5"/],
    ['size of what is no number', { '<': [{ var: 'name' }, 'z'] }, /name/],
    ['a list that is none', { in: [{ var: 'kind' }, 'a'] }, /JSON Logic/],
    ['no operation', ['kind'], /JSON Logic/],
    ['an empty conjunction', { and: [] }, /JSON Logic/],
    ['two operations at once', { '!': [true], '!!': [true] }, /JSON Logic/],
    ['a hidden fault inside', { or: [{ '===': [{ var: 'kind' }, 'a'] }, { log: 'x' }] }, /log/],
  ])('with %s is refused and says so', (_, condition, expected) => {
    const [fault] = checkCondition(condition, fields);
    expect(fault?.vi).toMatch(expected);
    expect(fault?.en).toMatch(expected);
  });

  test('names each field it looks at once', () => {
    expect(
      variablesOf({
        or: [{ '!': [{ var: 'a' }] }, { and: [{ '>': [{ var: 'b' }, 1] }, { '!!': [{ var: 'a' }] }] }],
      }),
    ).toEqual(['a', 'b']);
  });
});
