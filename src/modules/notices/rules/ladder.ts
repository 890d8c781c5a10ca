/**
 * The reminder ladder: which rungs an assignment, a claim, a period or a difficulty has reached at an instant, and
 * whether a rung is to be climbed, was stopped by an action, or has been overtaken by a higher one.
 */
import { addDays, type Day, dayOf } from '../../../kit/day.ts';
import { type Hours, isWorkingTime } from './hours.ts';

export const rungKinds = [
  'dueIn',
  'overdue',
  'cutoffIn',
  'waiting',
  'returned',
  'difficultyDue',
  'warning',
] as const;
export type RungKind = (typeof rungKinds)[number];
export const addressees = ['owner', 'deputy', 'head', 'office'] as const;
export type Addressee = (typeof addressees)[number];
export const channels = ['app', 'mail'] as const;
export type Channel = (typeof channels)[number];

export interface Rung {
  code: string;
  /**
   * Days before (dueIn, cutoffIn, difficultyDue) or after (overdue, waiting, returned, warning) the day the rung is about; a
   * difficultyDue of -2 is two days after. A cutoffIn without days follows the directive's own reporting cycle.
   */
  when: { kind: RungKind; days?: number | undefined };
  to: Addressee;
  channels: readonly Channel[];
}

export interface Ladder {
  version: number;
  validFrom: Day;
  rungs: readonly Rung[];
  hours: Hours;
  /** How long ago a rung's day may lie and still be made up for (a server that stood still, a long holiday). */
  catchUpDays: number;
  /** A report this many days before a rung's day, or later, stops it. */
  quietDays: number;
}

/** The version in force on a day: the last whose first day has come; of two with one first day the later set one. */
export function ladderOn(ladders: readonly Ladder[], day: Day): Ladder | undefined {
  return ladders
    .filter((l) => l.validFrom <= day)
    .toSorted((a, b) =>
      a.validFrom === b.validFrom ? a.version - b.version : a.validFrom < b.validFrom ? -1 : 1,
    )
    .at(-1);
}

const AFTER: readonly RungKind[] = ['overdue', 'waiting', 'returned', 'warning'];

/** The calendar day on which a rung is reached, for the day it is about. `own`: the cycle's days where the rung has none. */
export function dayReached(rung: Rung, about: Day, own = 0): Day {
  const days = rung.when.days ?? own;
  return addDays(about, AFTER.includes(rung.when.kind) ? days : -days);
}

/** The days about which a rung is reached between `today` minus the days to make up for, and today: both included. */
export function aboutRange(rung: Rung, today: Day, catchUpDays: number, own = 0): { from: Day; to: Day } {
  const days = (rung.when.days ?? own) * (AFTER.includes(rung.when.kind) ? -1 : 1);
  return { from: addDays(today, days - catchUpDays), to: addDays(today, days) };
}

/** What a rung is measured against. `about` is the deadline, cut-off, day of claim or return, or answer day. */
export interface Facts {
  about: Day;
  work: 'notStarted' | 'inProgress' | 'submitted' | 'completed' | 'cancelled' | 'recurring';
  lastReportOn?: Day | undefined;
  extensionAsked?: boolean;
  /** For `waiting`: whose decision is missing. */
  waitsFor?: 'confirm' | 'accept' | 'extension';
  /** For `cutoffIn`: the reminder days of the cycle itself, and whether the report is in. */
  cycleDays?: number;
  reported?: boolean;
}

export type Verdict = 'fire' | 'stopped' | 'overtaken' | 'not';

const TIMED: readonly RungKind[] = ['dueIn', 'overdue'];

/** Rungs that speak of the same: those before and after one deadline belong together. */
const family = (kind: RungKind): string => (TIMED.includes(kind) ? 'time' : kind);

function concerned(rung: Rung, facts: Facts): boolean {
  switch (rung.when.kind) {
    case 'dueIn':
    case 'overdue':
      return (facts.work === 'notStarted' || facts.work === 'inProgress') && facts.extensionAsked !== true;
    case 'returned':
      return facts.work === 'notStarted' || facts.work === 'inProgress';
    case 'waiting':
      if (facts.waitsFor === undefined) return false;
      return rung.to === 'office' ? facts.waitsFor !== 'confirm' : facts.waitsFor === 'confirm';
    // A recurring duty is never late itself, but its reports are owed like all others.
    case 'cutoffIn':
      return facts.reported !== true && facts.work !== 'completed' && facts.work !== 'cancelled';
    // Only warnings that nobody has acknowledged are looked through.
    case 'warning':
      return facts.work === 'inProgress';
    case 'difficultyDue':
      return facts.work !== 'completed' && facts.work !== 'cancelled';
  }
}

function overtaken(ladder: Ladder, rung: Rung, facts: Facts, today: Day): boolean {
  if (rung.when.kind === 'dueIn' && facts.about < today) return true;
  const reached = dayReached(rung, facts.about, facts.cycleDays);
  return ladder.rungs.some((other) => {
    if (other.to !== rung.to || family(other.when.kind) !== family(rung.when.kind)) return false;
    const day = dayReached(other, facts.about, facts.cycleDays);
    return day > reached && day <= today;
  });
}

/** What becomes of one rung for one subject at an instant. A rung reached at night or on a free day waits: 'not'. */
export function judge(ladder: Ladder, rung: Rung, facts: Facts, now: Date): Verdict {
  if (!isWorkingTime(ladder.hours, now)) return 'not';
  const today = dayOf(now);
  const reached = dayReached(rung, facts.about, facts.cycleDays);
  if (reached > today || reached < addDays(today, -ladder.catchUpDays)) return 'not';
  if (!concerned(rung, facts)) return 'not';
  if (overtaken(ladder, rung, facts, today)) return 'overtaken';
  const quiet =
    TIMED.includes(rung.when.kind) &&
    facts.lastReportOn !== undefined &&
    facts.lastReportOn >= addDays(reached, -ladder.quietDays);
  return quiet ? 'stopped' : 'fire';
}

/** The rungs to be climbed at an instant by a subject none of whose rungs has been climbed yet. */
export function dueRungs(ladder: Ladder, kinds: readonly RungKind[], facts: Facts, now: Date): Rung[] {
  return ladder.rungs.filter(
    (rung) => kinds.includes(rung.when.kind) && judge(ladder, rung, facts, now) === 'fire',
  );
}
