import { describe, expect, test } from 'vitest';

import { promisesAfter } from './promises.ts';

describe('what is still promised after an answer to a supplement', () => {
  const cases: [
    string,
    before: { promised: string[]; awaits: string[] },
    answer: { told?: string[]; came: string[] },
    after: { promised: string[]; awaits: string[] },
  ][] = [
    [
      'a first promise is waited for',
      { promised: [], awaits: [] },
      { told: ['a'], came: [] },
      { promised: ['a'], awaits: ['a'] },
    ],
    [
      'what comes with the answer is not promised any more, ticked or not',
      { promised: ['a', 'b'], awaits: [] },
      { told: ['b'], came: ['b'] },
      { promised: ['a'], awaits: [] },
    ],
    [
      'who says nothing of his promises keeps them',
      { promised: ['a', 'b'], awaits: ['b'] },
      { came: ['c'] },
      { promised: ['a', 'b'], awaits: ['b'] },
    ],
    [
      'who takes his word back is not waited for; the promise of the application stays',
      { promised: ['a', 'b'], awaits: ['b'] },
      { told: [], came: [] },
      { promised: ['a'], awaits: [] },
    ],
    [
      'a paper promised before and asked for again stands once',
      { promised: ['a'], awaits: [] },
      { told: ['a', 'a'], came: [] },
      { promised: ['a'], awaits: ['a'] },
    ],
  ];
  test.each(cases)('%s', (_, before, answer, after) => {
    expect(promisesAfter(before, answer)).toEqual(after);
  });
});
