import { setTimeout as sleep } from 'node:timers/promises';

import { expect, test } from 'vitest';

import { together } from './together.ts';

test('What is asked at once, or while an answer is awaited, is asked together; each gets its own answer', async () => {
  const asked: (readonly number[])[] = [];
  const double = together(async (numbers: readonly number[]) => {
    asked.push(numbers);
    await sleep(5);
    return numbers.map((n) => 2 * n);
  });
  const first = [double(1), double(2)];
  await sleep(1);
  const second = [double(3), double(3), double(4)];
  expect(await Promise.all([...first, ...second])).toEqual([2, 4, 6, 6, 8]);
  expect(asked).toEqual([
    [1, 2],
    [3, 3, 4],
  ]);
});

test('A failure is told to those who asked together, and to nobody who asked later', async () => {
  const ask = together(async (words: readonly string[]) => {
    await sleep(1);
    if (words.includes('bad')) throw new Error(words.join(' '));
    return words;
  });
  const both = Promise.allSettled([ask('a'), ask('bad')]);
  expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await ask('c')).toBe('c');
});
