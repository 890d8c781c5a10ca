import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Day } from '../../kit/day.ts';
import { testApp, type TestApp } from '../../kit/testing.ts';
import { loadCommonCalendar } from '../calendar/index.ts';
import { inTime } from './announced.ts';

let t: TestApp;
let calendar: Awaited<ReturnType<typeof loadCommonCalendar>>;
beforeAll(async () => {
  t = await testApp({ now: '2025-11-17T08:00:00+07:00' });
  calendar = await t.app.db.read(loadCommonCalendar);
});
afterAll(() => t[Symbol.asyncDispose]());

describe('announced 20 (ministry) or 5 (province) working days before the legal base, published 10 or 5 after the decision', () => {
  // 02/09/2025 and the day before it are days off, 28–29/06 a weekend.
  const table: ['ministry' | 'province', Day, Day, Day, boolean, boolean][] = [
    ['ministry', '2025-06-03', '2025-07-01', '2025-06-17', true, true],
    ['ministry', '2025-06-04', '2025-07-01', '2025-06-18', false, true],
    ['ministry', '2025-06-03', '2025-07-01', '2025-06-18', true, false],
    ['province', '2025-06-24', '2025-07-01', '2025-07-01', true, true],
    ['province', '2025-06-25', '2025-07-01', '2025-07-03', false, false],
    ['province', '2025-08-28', '2025-09-08', '2025-09-08', true, true],
    ['province', '2025-08-28', '2025-09-05', '2025-09-09', false, false],
    ['province', '2025-07-01', '2025-06-20', '2025-06-25', false, true],
  ];
  test.each(table)(
    '%s: decided %s, base holds from %s, published %s → decided in time %s, published in time %s',
    (issuer, day, basisFrom, published, decided, shown) =>
      expect(inTime({ day, basisFrom, published }, issuer, calendar)).toEqual({
        announced: decided,
        published: shown,
      }),
  );
});
