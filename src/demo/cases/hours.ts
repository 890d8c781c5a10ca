/** Working time as the story tellers count it: Monday to Friday, 07:30–11:30 and 13:30–17:30, without holidays. */
import { addDays, type Day, dayOf, instantOf } from '../../kit/day.ts';

const spells: readonly [from: string, to: string][] = [
  ['07:30', '11:30'],
  ['13:30', '17:30'],
];
const MINUTE = 60_000;

export const isWeekday = (day: Day): boolean => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday >= 1 && weekday <= 5;
};

/** The moment when so many minutes have been worked after another; at least the next working moment. */
export function workedAfter(from: Date, minutes: number): Date {
  let left = minutes * MINUTE;
  for (let day = dayOf(from); ; day = addDays(day, 1)) {
    if (!isWeekday(day)) continue;
    for (const [opens, closes] of spells) {
      const start = Math.max(from.getTime(), instantOf(day, opens).getTime());
      const room = instantOf(day, closes).getTime() - start;
      if (room <= 0) continue;
      if (left < room) return new Date(start + left);
      left -= room;
    }
  }
}

/** Working days of a time in which something may begin, newest last. */
export function weekdays(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (isWeekday(day)) days.push(day);
  return days;
}
