import { addDays, addMonths, type Day, endOfMonth } from '../../../../kit/day.ts';

/**
 * Which checkpoints there ought to be: the end of every month that is over, and yesterday.
 * @returns those to make, oldest first, and those that are no longer needed
 */
export function checkpointsWanted(
  known: readonly Day[],
  first: Day,
  today: Day,
): { make: Day[]; drop: Day[] } {
  const yesterday = addDays(today, -1);
  if (yesterday < first) return { make: [], drop: [] };
  const wanted = new Set<Day>([yesterday]);
  for (let end = endOfMonth(first); end <= yesterday; end = endOfMonth(addMonths(`${end.slice(0, 7)}-01`, 1)))
    wanted.add(end);
  const last = known.at(-1);
  return {
    // Nothing is put between checkpoints that are there: later ones are made from earlier ones.
    make: [...wanted].filter((day) => last === undefined || day > last).toSorted(),
    drop: known.filter((day) => !wanted.has(day)),
  };
}

/** Changes by procedure are kept for the days after this one: this month's and those of the month before. */
export const procedureHorizon = (today: Day): Day => addDays(addMonths(`${today.slice(0, 7)}-01`, -1), -1);
