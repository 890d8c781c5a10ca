import { expect, test } from 'vitest';

import { crashCases } from '../../bench/cases/crash.ts';

test('Killed three times under load, program and database keep every acknowledged step of a case once and in order', async () => {
  const report = await crashCases({ kills: 3, offices: 4, say: () => undefined });
  expect(report.faults).toEqual([]);
  expect(report.acknowledged).toBeGreaterThan(30);
  expect(report.verify).toMatchObject({ exit: 0 });
  expect(report.verify.text).toContain('0 sai khác');
});
