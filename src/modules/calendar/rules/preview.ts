import { addLimit, isWorkingDay } from './due.ts';
import { dayNumber, dayNumberOf, dayText, instantAt, minuteOf, MINUTES_PER_DAY } from './minutes.ts';
import type { AgencyCalendar, Day, DayException, TimeLimit } from './model.ts';

/** The limits most procedures have; the preview shows what happens to each. */
const common: readonly TimeLimit[] = [
  { value: 1, unit: 'workingDay' },
  { value: 3, unit: 'workingDay' },
  { value: 5, unit: 'workingDay' },
  { value: 10, unit: 'workingDay' },
  { value: 15, unit: 'workingDay' },
  { value: 30, unit: 'day' },
];
/** Receptions looked at: those of so many days before the day stated. */
const REACH = 60;
const NINE = 9 * 60;

export interface Effect extends TimeLimit {
  changed: number;
  example?: { received: Day; before: Day; after: Day };
}

const dueDay = (calendar: AgencyCalendar, received: number, limit: TimeLimit): number =>
  dayNumberOf(minuteOf(addLimit(calendar, instantAt(received * MINUTES_PER_DAY + NINE), limit)));

function effectOn(
  before: AgencyCalendar,
  after: AgencyCalendar,
  days: readonly number[],
  limit: TimeLimit,
): Effect {
  const moved = days
    .map((received) => ({
      received,
      was: dueDay(before, received, limit),
      is: dueDay(after, received, limit),
    }))
    .filter(({ was, is }) => was !== is);
  const last = moved.at(-1);
  return {
    ...limit,
    changed: moved.length,
    ...(last && {
      example: { received: dayText(last.received), before: dayText(last.was), after: dayText(last.is) },
    }),
  };
}

/** What one more exception would do to cases received at 09:00 on the working days of the two months before it. */
export function effectsOf(
  calendar: AgencyCalendar,
  exception: DayException,
): { receptions: number; limits: Effect[] } {
  const after = { ...calendar, exceptions: [...calendar.exceptions, exception] };
  const last = dayNumber(exception.day);
  const days = Array.from({ length: REACH }, (_, i) => last - REACH + i).filter((day) =>
    isWorkingDay(calendar, dayText(day)),
  );
  return { receptions: days.length, limits: common.map((limit) => effectOn(calendar, after, days, limit)) };
}
