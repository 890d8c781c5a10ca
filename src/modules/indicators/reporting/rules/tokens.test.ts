import { expect, test } from 'vitest';

import { periodOf, periodsUpTo } from './period.ts';
import { piecesOf, typedNumbers, writeToken } from './tokens.ts';

const typed = (text: string): string[] => typedNumbers(text).map((one) => one.text);

test('A token names a figure, a unit, what is shown of it and the period before, in any order', () => {
  const [before, token, after] = piecesOf('Đã xong {{figure:completionOfAll|hue|change}} trong kỳ.');
  expect(before).toEqual({ text: 'Đã xong ' });
  expect(token).toMatchObject({
    token: { code: 'completionOfAll', unitId: 'hue', show: 'change', before: false },
  });
  expect(after).toEqual({ text: ' trong kỳ.' });
  const made = { code: 'overdueShare', show: 'numerator', before: true } as const;
  expect(piecesOf(writeToken(made))).toMatchObject([{ token: made }]);
});

test('What is no token between braces is a fault that says how it is written', () => {
  expect(piecesOf('{{chỉ số}}')).toMatchObject([
    { raw: '{{chỉ số}}', fault: { vi: expect.stringContaining('{{figure:mã}}') } },
  ]);
});

test('Digits that look like a figure are found', () => {
  expect(typed('Hoàn thành 370 nhiệm vụ, đạt 39,2 %; tiếp nhận 523.292 hồ sơ.')).toEqual([
    '370',
    '39,2 %',
    '523.292',
  ]);
  expect(typedNumbers('523.292 hồ sơ')[0]!.value).toBe(523_292);
  expect(typedNumbers('81,29 %')[0]).toMatchObject({ value: 81.29, percent: true });
  expect(typedNumbers('67.8%')[0]).toMatchObject({ value: 67.8, percent: true });
});

test('Days, periods, numbers of papers and numbered lines are no figures', () => {
  expect(
    typed(
      'Ngày 15/11/2025, thực hiện Nghị quyết 57-NQ/TW, Nghị định 61/2018/NĐ-CP, Điều 5 khoản 2, quý III/2025, năm 2026, Đề án 06, văn bản 12/BC-UBND.\n1. Một việc\n2) Hai việc',
    ),
  ).toEqual([]);
});

test('Each kind of period has its days and the day it is compared with', () => {
  expect(periodOf('month', '2025-02')).toMatchObject({
    from: '2025-02-01',
    to: '2025-02-28',
    before: '2025-01-31',
  });
  expect(periodOf('quarter', '2025-Q3')).toMatchObject({
    from: '2025-07-01',
    to: '2025-09-30',
    words: { vi: 'quý III/2025' },
  });
  expect(periodOf('half', '2025-H2')).toMatchObject({ from: '2025-07-01', to: '2025-12-31' });
  expect(periodOf('nineMonths', '2025-9M')).toMatchObject({
    from: '2025-01-01',
    to: '2025-09-30',
    before: '2024-12-31',
  });
  expect(periodOf('year', '2025')).toMatchObject({ to: '2025-12-31' });
  expect(periodOf('session', '2025-11-15')).toMatchObject({ to: '2025-11-15', before: '2025-10-31' });
  for (const [kind, code] of [
    ['month', '2025-13'],
    ['quarter', '2025'],
    ['session', '2025-02-30'],
    ['year', '25'],
  ] as const)
    expect(periodOf(kind, code)).toBeUndefined();
});

test('The periods offered are those that run or have run', () => {
  expect(periodsUpTo('quarter', '2025-11-16', 3).map((p) => p.code)).toEqual([
    '2025-Q4',
    '2025-Q3',
    '2025-Q2',
  ]);
  expect(periodsUpTo('half', '2025-11-16', 2).map((p) => p.code)).toEqual(['2025-H2', '2025-H1']);
});
