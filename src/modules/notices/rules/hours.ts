/** Working hours in Việt Nam: when a reminder may leave. Days are calendar days, instants are Dates. */
import { addDays, type Day, dayOf, instantOf } from '../../../kit/day.ts';

export interface Hours {
  /** 'HH:MM'; a reminder leaves at `start` or later and before `end`. */
  start: string;
  end: string;
  /** 1 is Monday, 7 is Sunday. */
  weekdays: readonly number[];
  holidays: readonly Day[];
  /** Days worked in exchange for a holiday, though they are none of the weekdays. */
  extraWorkdays: readonly Day[];
}

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (day: Day): number => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;

export function isWorkingDay(hours: Hours, day: Day): boolean {
  if (hours.extraWorkdays.includes(day)) return true;
  return hours.weekdays.includes(weekdayOf(day)) && !hours.holidays.includes(day);
}

/** The longest row of free days that is believed; data with longer ones has no working day at all. */
const LONGEST = 60;

/** The day itself when it is worked, else the next that is. @throws RangeError when the hours leave no day to work */
export function workingDayFrom(hours: Hours, day: Day): Day {
  for (let n = 0; n <= LONGEST; n += 1) {
    const next = addDays(day, n);
    if (isWorkingDay(hours, next)) return next;
  }
  throw new RangeError('these working hours leave no working day');
}

export function isWorkingTime(hours: Hours, at: Date): boolean {
  const day = dayOf(at);
  return isWorkingDay(hours, day) && at >= instantOf(day, hours.start) && at < instantOf(day, hours.end);
}

/** The instant itself when it lies in working hours, else the start of the next working day (a night's end, a Monday morning). */
export function workingTimeFrom(hours: Hours, at: Date): Date {
  if (isWorkingTime(hours, at)) return at;
  const day = dayOf(at);
  const later = at >= instantOf(day, hours.end) ? addDays(day, 1) : day;
  return instantOf(workingDayFrom(hours, later), hours.start);
}
