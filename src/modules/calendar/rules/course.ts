import { clockMinutes, clockOf, dayNumberOf, minuteOf, MINUTES_PER_DAY } from './minutes.ts';
import type { AgencyCalendar, Cutoff, Pause, TimeFacts, TimeLimit, TimeRule } from './model.ts';
import { type End, runLimit, type Standstill } from './run.ts';
import { closeOf, fullDayAfter, isOpen, nextWorkingMinute, shapeOn, type Table, tableOf } from './table.ts';

/** When time begins to count after a reception, and why not at once. */
export interface Start {
  received: number;
  at: number;
  why?: 'outsideHours' | 'dayOff' | 'cutoff';
  /** The cut-off hit, whatever its effect. */
  cutoff?: Cutoff;
}

/** One run of the clock: from a reception, or anew after a pause. */
export interface RunOfTime {
  start: Start;
  restartedBy?: Standstill;
  end: End;
  /** Where the limit would have ended but for a cut-off that moves the result to the next working day. */
  beforeCutoff?: number;
}

/** How one limit went: its runs, and where the last one ends unless a pause is open. */
export interface Course {
  runs: RunOfTime[];
  due: number | undefined;
  /** Closed pauses that were taken out, and those that came when the time was already over. */
  counted: Standstill[];
  tooLate: Standstill[];
}

const nextOpening = (table: Table, day: number, cutoff: Cutoff | undefined): number =>
  countedFrom(table, nextWorkingMinute(table, (day + 1) * MINUTES_PER_DAY), cutoff);

/** No earlier than the hour the law names for the day. */
function countedFrom(table: Table, minute: number, cutoff: Cutoff | undefined): number {
  if (!cutoff?.countsFrom) return minute;
  const from = dayNumberOf(minute) * MINUTES_PER_DAY + clockMinutes(cutoff.countsFrom);
  return minute < from ? nextWorkingMinute(table, from) : minute;
}

/** A clock time is passed after it ("sau 15 giờ"); the last hour begins with its first minute. */
function hits(table: Table, minute: number, { at }: Cutoff): boolean {
  const { closes } = shapeOn(table, dayNumberOf(minute));
  return at === 'lastHour' ? clockOf(minute) >= closes - 60 : clockOf(minute) > clockMinutes(at);
}

/** What is received outside working time counts as received when the next working time begins. */
export function startOf(table: Table, received: number, cutoff: Cutoff | undefined): Start {
  const day = dayNumberOf(received);
  if (!isOpen(table, day)) return { received, at: nextOpening(table, day, cutoff), why: 'dayOff' };
  if (received >= closeOf(table, day))
    return { received, at: nextOpening(table, day, cutoff), why: 'outsideHours' };
  if (cutoff && hits(table, received, cutoff)) {
    if (cutoff.effect === 'startNextWorkingDay')
      return { received, at: nextOpening(table, day, cutoff), why: 'cutoff', cutoff };
    return { received, at: nextWorkingMinute(table, received), cutoff };
  }
  const at = countedFrom(table, nextWorkingMinute(table, received), cutoff);
  return at === received ? { received, at } : { received, at, why: 'outsideHours' };
}

/** Limits that follow each other; those of one unit are one limit, whatever their order. */
export function partsOf(limit: TimeLimit, additions: TimeFacts['additions']): TimeLimit[] {
  if (additions.length === 0) return [limit];
  const sums = new Map<TimeLimit['unit'], number>([[limit.unit, limit.value]]);
  for (const { limit: more } of additions) sums.set(more.unit, (sums.get(more.unit) ?? 0) + more.value);
  return [...sums].map(([unit, value]) => ({ unit, value }));
}

/** Pauses as minutes, in order, overlapping ones together. */
export function standstills(pauses: readonly Pause[]): Standstill[] {
  if (pauses.length === 0) return [];
  const sorted = pauses
    .map((pause) => ({ from: minuteOf(pause.from), to: pause.to ? minuteOf(pause.to) : Infinity }))
    .filter(({ from, to }) => to > from)
    .toSorted((a, b) => a.from - b.from);
  const merged: Standstill[] = [];
  for (const pause of sorted) {
    const last = merged.at(-1);
    if (last && pause.from <= last.to) last.to = Math.max(last.to, pause.to);
    else merged.push({ ...pause });
  }
  return merged;
}

function runParts(
  table: Table,
  start: number,
  parts: readonly TimeLimit[],
  sameHour: boolean,
  pauses: readonly Standstill[],
): End {
  let end: End = { at: start };
  for (const limit of parts) end = runLimit(table, end.at, { limit, sameHour }, pauses);
  return end;
}

/** The next working day at the same hour; the end of the day stays the end of the day. */
function nextDay(table: Table, at: number): number {
  const day = dayNumberOf(at);
  const next = fullDayAfter(table, day, 1);
  const { closes } = shapeOn(table, next);
  return at === closeOf(table, day)
    ? closeOf(table, next)
    : next * MINUTES_PER_DAY + Math.min(clockOf(at), closes);
}

/**
 * One run from a reception. A cut-off that moves the result to the next working day never gives more time than a
 * reception at the next opening would have.
 */
function runFrom(
  table: Table,
  received: number,
  rule: TimeRule,
  parts: readonly TimeLimit[],
  pauses: readonly Standstill[],
): RunOfTime {
  const start = startOf(table, received, rule.cutoff);
  const sameHour = rule.endsAt === 'sameHour';
  const end = runParts(table, start.at, parts, sameHour, pauses);
  if (start.cutoff?.effect !== 'dueNextWorkingDay') return { start, end };
  const later = nextOpening(table, dayNumberOf(received), rule.cutoff);
  const most = runParts(table, later, parts, sameHour, pauses);
  const moved = Math.min(nextDay(table, end.at), most.at);
  const at = pauses.some(({ from, to }) => from < moved && moved < to) ? most.at : moved;
  return { start, end: { ...end, at }, beforeCutoff: end.at };
}

/** Follows one limit through the facts. A pause that begins when the time is already over changes nothing. */
export function follow(
  table: Table,
  rule: TimeRule,
  limit: TimeLimit,
  received: number,
  pauses: readonly Standstill[],
  additions: TimeFacts['additions'],
): Course {
  const parts = partsOf(limit, additions);
  const open = pauses.at(-1)?.to === Infinity ? pauses.at(-1) : undefined;
  const closed = open ? pauses.slice(0, -1) : pauses;
  const subtract = rule.pause === 'subtract';
  let run = runFrom(table, received, rule, parts, subtract ? closed : []);
  const runs = [run];
  if (!subtract)
    for (const pause of closed) {
      if (pause.from >= run.end.at) break;
      run = { ...runFrom(table, pause.to, rule, parts, []), restartedBy: pause };
      runs.push(run);
    }
  const due = run.end.at;
  return {
    runs,
    due: open && open.from < due ? undefined : due,
    counted: pauses.filter(({ from }) => from < due),
    tooLate: pauses.filter(({ from }) => from >= due),
  };
}

/** Both courses of a rule: the norm, and what the law allows at most where it differs. */
export function coursesOf(
  rule: TimeRule,
  facts: TimeFacts,
  calendar: AgencyCalendar,
): { norm: Course; legal?: Course } {
  const table = tableOf(calendar);
  const received = minuteOf(facts.receivedAt);
  const pauses = standstills(facts.pauses);
  const norm = follow(table, rule, rule.limit, received, pauses, facts.additions);
  if (!rule.legalLimit) return { norm };
  return { norm, legal: follow(table, rule, rule.legalLimit, received, pauses, facts.additions) };
}
