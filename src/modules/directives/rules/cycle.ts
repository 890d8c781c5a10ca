/** Reporting cycles: periods, cut-offs, reminders and locks. All instants are Dates, all days are in Việt Nam. */
import {
  addDays,
  addMonths,
  dayFrom,
  dayOf,
  daysInMonth,
  endOfHalfYear,
  endOfMonth,
  endOfQuarter,
  endOfYear,
  instantOf,
  partsOf,
  startOfHalfYear,
  startOfMonth,
  startOfQuarter,
  startOfYear,
  type Day,
} from '../../../kit/day.ts';

export type PeriodKind = 'month' | 'quarter' | 'halfYear' | 'nineMonths' | 'year';

export interface Cycle {
  period: PeriodKind;
  /** Day of month 1–31; clamped to the end of a shorter month. */
  cutoffDay: number;
  /** 'HH:MM'. */
  cutoffHour: string;
  /** 0: in the last month of the period; 1: in the month after it. */
  cutoffMonthOffset: 0 | 1;
  remindDaysBefore: number;
  lockHoursAfter: number;
  /** Fixed cut-offs instead of the three above, one per period of the year, in order ('MM-DD'). */
  fixedCutoffs?: string[];
}

export interface Period {
  kind: PeriodKind;
  /** '2025-12', '2025-Q4', '2025-H2', '2025-9M', '2025'. */
  code: string;
  firstDay: Day;
  lastDay: Day;
}

/**
 * 03/NQ-CP: a report every six months, before 15 June and before 1 December. "Before" excludes the day, so the cut-off
 * is the first minute of that day.
 */
export const cycle03NqCp: Cycle = {
  period: 'halfYear',
  cutoffDay: 1,
  cutoffHour: '00:00',
  cutoffMonthOffset: 0,
  remindDaysBefore: 7,
  lockHoursAfter: 72,
  fixedCutoffs: ['06-15', '12-01'],
};

/** A city's monthly cycle as found in practice: cut-off on day 10 of the next month at 23:30, reminder 3 days before. */
export const monthlyCycle: Cycle = {
  period: 'month',
  cutoffDay: 10,
  cutoffHour: '23:30',
  cutoffMonthOffset: 1,
  remindDaysBefore: 3,
  lockHoursAfter: 24,
};

const HOUR = 3_600_000;

/**
 * The period of a kind that holds a day. Nine months means January to September: a day from October on belongs to
 * none, and the answer is undefined only then.
 */
export function periodOf(day: Day, kind: PeriodKind): Period | undefined {
  const { year, month } = partsOf(day);
  switch (kind) {
    case 'month':
      return { kind, code: day.slice(0, 7), firstDay: startOfMonth(day), lastDay: endOfMonth(day) };
    case 'quarter':
      return {
        kind,
        code: `${year}-Q${Math.ceil(month / 3)}`,
        firstDay: startOfQuarter(day),
        lastDay: endOfQuarter(day),
      };
    case 'halfYear':
      return {
        kind,
        code: `${year}-H${month <= 6 ? 1 : 2}`,
        firstDay: startOfHalfYear(day),
        lastDay: endOfHalfYear(day),
      };
    case 'year':
      return { kind, code: `${year}`, firstDay: startOfYear(day), lastDay: endOfYear(day) };
    case 'nineMonths':
      return month > 9
        ? undefined
        : {
            kind,
            code: `${year}-9M`,
            firstDay: startOfYear(day),
            lastDay: endOfMonth(addMonths(startOfYear(day), 8)),
          };
  }
}

/** The last day of a period by its code ('2025-Q4'); undefined for what is no such code. */
export function periodEnd(code: string): Day | undefined {
  const [, year, month, quarter, half, nine] =
    /^(\d{4})(?:-(?:(\d\d)|Q([1-4])|H([12])|(9M)))?$/.exec(code) ?? [];
  if (year === undefined) return undefined;
  const last = month
    ? Number(month)
    : quarter
      ? Number(quarter) * 3
      : half
        ? Number(half) * 6
        : nine
          ? 9
          : 12;
  const first = dayFrom(Number(year), last, 1);
  return first && endOfMonth(first);
}

/** The periods of a kind that touch the days from `from` to `to`, in order. */
export function periodsBetween(from: Day, to: Day, kind: PeriodKind): Period[] {
  const periods: Period[] = [];
  for (let day = from; day <= to;) {
    const period = periodOf(day, kind);
    if (period) periods.push(period);
    const last = period && kind !== 'nineMonths' ? period.lastDay : endOfYear(day);
    day = addDays(last, 1);
  }
  return periods;
}

/** The instant after which a report of the period is late. */
export function cutoffOf(period: Period, cycle: Cycle): Date {
  return instantOf(cutoffDayOf(period, cycle), cycle.cutoffHour);
}

function cutoffDayOf(period: Period, cycle: Cycle): Day {
  const { year, month } = partsOf(period.lastDay);
  if (cycle.fixedCutoffs) {
    const monthDay = cycle.fixedCutoffs[indexInYear(period)];
    if (monthDay === undefined) throw new RangeError(`no fixed cut-off for period ${period.code}`);
    return `${year}-${monthDay}`;
  }
  const index = year * 12 + month - 1 + cycle.cutoffMonthOffset;
  const y = Math.floor(index / 12);
  const m = (index % 12) + 1;
  const day = dayFrom(y, m, Math.min(cycle.cutoffDay, daysInMonth(y, m)));
  if (day === undefined) throw new RangeError(`no such cut-off day: ${cycle.cutoffDay}`);
  return day;
}

function indexInYear({ kind, lastDay }: Period): number {
  const { month } = partsOf(lastDay);
  const months = { month: 1, quarter: 3, halfYear: 6, nineMonths: 9, year: 12 }[kind];
  return Math.ceil(month / months) - 1;
}

/** When the reminder is due: whole days before the cut-off, at the same hour. */
export function reminderAt(period: Period, cycle: Cycle): Date {
  return new Date(cutoffOf(period, cycle).getTime() - cycle.remindDaysBefore * 24 * HOUR);
}

/** When the period locks: hours after the cut-off. */
export function lockAt(period: Period, cycle: Cycle): Date {
  return new Date(cutoffOf(period, cycle).getTime() + cycle.lockHoursAfter * HOUR);
}

/**
 * The periods for which an assignment valid on the days `from`–`to` (open end: undefined) owes a report as of an
 * instant: those begun, that the assignment touches, and whose cut-off lies not before its first day.
 */
export function expectedReports(valid: { from: Day; to?: Day }, cycle: Cycle, asOf: Date): Period[] {
  const today = dayOf(asOf);
  const to = valid.to !== undefined && valid.to < today ? valid.to : today;
  return periodsBetween(valid.from, to, cycle.period).filter(
    (period) => cutoffOf(period, cycle) > instantOf(valid.from),
  );
}

export type PeriodState = 'notDue' | 'open' | 'reminded' | 'late' | 'locked' | 'unlocked' | 'submitted';

/**
 * The state of a period for one assignment as of an instant.
 * @param facts when its report was handed in; an unlocking with its end (none: stays unlocked until handed in)
 */
export function periodState(
  period: Period,
  cycle: Cycle,
  facts: { submittedAt?: Date; unlocked?: { at: Date; until?: Date } },
  asOf: Date,
): PeriodState {
  const { submittedAt, unlocked } = facts;
  if (submittedAt && submittedAt <= asOf) return 'submitted';
  if (asOf < instantOf(period.firstDay)) return 'notDue';
  if (asOf >= lockAt(period, cycle)) {
    const open = unlocked && unlocked.at <= asOf && (!unlocked.until || asOf < unlocked.until);
    return open ? 'unlocked' : 'locked';
  }
  if (asOf > cutoffOf(period, cycle)) return 'late';
  return asOf >= reminderAt(period, cycle) ? 'reminded' : 'open';
}

/** Whole hours by which a report came after its cut-off; 0 when in time. */
export function hoursLate(period: Period, cycle: Cycle, submittedAt: Date): number {
  return Math.max(0, Math.ceil((submittedAt.getTime() - cutoffOf(period, cycle).getTime()) / HOUR));
}
