import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { addDays, instantOf } from '../../../kit/day.ts';
import {
  cutoffOf,
  cycle03NqCp,
  expectedReports,
  hoursLate,
  lockAt,
  monthlyCycle,
  periodEnd,
  periodOf,
  periodsBetween,
  periodState,
  reminderAt,
  type Cycle,
  type PeriodKind,
} from './cycle.ts';

const get = (day: string, kind: PeriodKind) => periodOf(day, kind)!;

describe('periods', () => {
  test.each<[PeriodKind, string, string, string, string]>([
    ['month', '2024-02-10', '2024-02', '2024-02-01', '2024-02-29'],
    ['quarter', '2025-12-31', '2025-Q4', '2025-10-01', '2025-12-31'],
    ['halfYear', '2025-06-30', '2025-H1', '2025-01-01', '2025-06-30'],
    ['nineMonths', '2025-09-30', '2025-9M', '2025-01-01', '2025-09-30'],
    ['nineMonths', '2024-03-01', '2024-9M', '2024-01-01', '2024-09-30'],
    ['year', '2025-01-01', '2025', '2025-01-01', '2025-12-31'],
  ])('%s of %s is %s', (kind, day, code, firstDay, lastDay) => {
    expect(periodOf(day, kind)).toEqual({ kind, code, firstDay, lastDay });
  });

  test('October belongs to no nine months', () =>
    expect(periodOf('2025-10-01', 'nineMonths')).toBeUndefined());

  test('follow each other over the turn of the year', () => {
    expect(periodsBetween('2025-11-30', '2026-02-01', 'month').map((p) => p.code)).toEqual([
      '2025-11',
      '2025-12',
      '2026-01',
      '2026-02',
    ]);
    expect(periodsBetween('2024-11-01', '2026-01-01', 'nineMonths').map((p) => p.code)).toEqual([
      '2025-9M',
      '2026-9M',
    ]);
    expect(periodsBetween('2026-01-02', '2026-01-01', 'month')).toEqual([]);
  });

  test('cover every day exactly once', () => {
    const kinds = fc.constantFrom<PeriodKind>('month', 'quarter', 'halfYear', 'year');
    fc.assert(
      fc.property(kinds, fc.nat(9000), fc.nat(900), (kind, a, length) => {
        const from = addDays('2010-01-01', a);
        const periods = periodsBetween(from, addDays(from, length), kind);
        expect(periods[0]!.firstDay <= from).toBe(true);
        periods.slice(1).forEach((p, i) => expect(p.firstDay).toBe(addDays(periods[i]!.lastDay, 1)));
      }),
    );
  });
});

describe('cut-offs', () => {
  test('December is cut off in January of the next year', () => {
    expect(cutoffOf(get('2025-12-05', 'month'), monthlyCycle)).toEqual(instantOf('2026-01-10', '23:30'));
    expect(reminderAt(get('2025-12-05', 'month'), monthlyCycle)).toEqual(instantOf('2026-01-07', '23:30'));
    expect(lockAt(get('2025-12-05', 'month'), monthlyCycle)).toEqual(instantOf('2026-01-11', '23:30'));
  });

  test('day 31 clamps to the end of a shorter month', () => {
    const last: Cycle = { ...monthlyCycle, cutoffDay: 31 };
    expect(cutoffOf(get('2025-01-15', 'month'), last)).toEqual(instantOf('2025-02-28', '23:30'));
    expect(cutoffOf(get('2025-06-15', 'month'), { ...last, cutoffMonthOffset: 0 })).toEqual(
      instantOf('2025-06-30', '23:30'),
    );
  });

  test('03/NQ-CP: before 15 June and before 1 December', () => {
    expect(cutoffOf(get('2025-03-01', 'halfYear'), cycle03NqCp)).toEqual(instantOf('2025-06-15', '00:00'));
    expect(cutoffOf(get('2025-07-01', 'halfYear'), cycle03NqCp)).toEqual(instantOf('2025-12-01', '00:00'));
    expect(hoursLate(get('2025-03-01', 'halfYear'), cycle03NqCp, instantOf('2025-06-14', '23:59'))).toBe(0);
    expect(hoursLate(get('2025-03-01', 'halfYear'), cycle03NqCp, instantOf('2025-06-15', '00:30'))).toBe(1);
  });

  test('a fixed cut-off that is missing is an error', () => {
    expect(() => cutoffOf(get('2025-12-01', 'quarter'), { ...cycle03NqCp, period: 'quarter' })).toThrow(
      RangeError,
    );
  });
});

describe('the state of a period', () => {
  const november = get('2025-11-01', 'month');
  test.each<[string, string, object, string]>([
    ['2025-10-31', '23:59', {}, 'notDue'],
    ['2025-11-01', '00:00', {}, 'open'],
    ['2025-12-07', '23:29', {}, 'open'],
    ['2025-12-07', '23:30', {}, 'reminded'],
    ['2025-12-10', '23:30', {}, 'reminded'],
    ['2025-12-10', '23:31', {}, 'late'],
    ['2025-12-11', '23:30', {}, 'locked'],
    ['2025-12-20', '08:00', { unlocked: { at: instantOf('2025-12-20', '08:00') } }, 'unlocked'],
    [
      '2025-12-22',
      '08:00',
      { unlocked: { at: instantOf('2025-12-20'), until: instantOf('2025-12-22', '08:00') } },
      'locked',
    ],
    ['2025-12-20', '09:00', { submittedAt: instantOf('2025-12-20', '08:30') }, 'submitted'],
    ['2025-12-09', '09:00', { submittedAt: instantOf('2025-12-20', '08:30') }, 'reminded'],
  ])('on %s at %s with %o it is %s', (day, hour, facts, state) => {
    expect(periodState(november, monthlyCycle, facts, instantOf(day, hour))).toBe(state);
  });
});

describe('expected reports', () => {
  test('of an assignment from mid-October, as of 16 November: October and November', () => {
    const codes = expectedReports({ from: '2025-10-13' }, monthlyCycle, instantOf('2025-11-16')).map(
      (p) => p.code,
    );
    expect(codes).toEqual(['2025-10', '2025-11']);
  });

  test('none for a period whose cut-off was over when the assignment came, none after its end', () => {
    const same: Cycle = { ...monthlyCycle, cutoffMonthOffset: 0 };
    expect(
      expectedReports({ from: '2025-10-13', to: '2025-11-05' }, same, instantOf('2026-03-01')).map(
        (p) => p.code,
      ),
    ).toEqual(['2025-11']);
  });
});

test('The end of a period follows from its code', () => {
  const ends = ['2025', '2025-02', '2025-Q3', '2025-H1', '2025-9M', '2025-13', 'kỳ 1'].map(periodEnd);
  expect(ends).toEqual([
    '2025-12-31',
    '2025-02-28',
    '2025-09-30',
    '2025-06-30',
    '2025-09-30',
    undefined,
    undefined,
  ]);
});
