import type { CaseEvent } from '../rules/events.ts';
import { evolve } from '../rules/evolve.ts';
import { medianOf } from '../rules/lend.ts';
import type { CaseState, Instant } from '../rules/model.ts';

/** Handed in, at a step, waiting while the clock stands, or finished and not handed over. */
export const phases = ['submitted', 'received', 'step', 'waiting', 'ready'] as const;
export type Phase = (typeof phases)[number];

/** Where a case stayed from an instant to another; without an end it is there still. */
export interface Stay {
  phase: Phase;
  /** The step, or the reason for which the clock stands. */
  key: string;
  unitId: string;
  personId?: string;
  from: Instant;
  to?: Instant;
}

type Place = Omit<Stay, 'from' | 'to'>;

/** Where a case is; nowhere before it is handed in, after its result was handed over, and after an end without a result. */
function placeOf(state: CaseState): Place | undefined {
  const { handling, ended, returnedAt, step, atUnitId, personId } = state;
  const at = (phase: Phase, key = ''): Place => ({
    phase,
    key,
    unitId: atUnitId,
    ...(personId && { personId }),
  });
  if (handling === 'draft' || returnedAt) return undefined;
  if (ended) return ended.how === 'finished' ? at('ready') : undefined;
  const waits = state.pauses.findLast((pause) => !pause.to);
  if (waits) return at('waiting', waits.reason);
  if (handling === 'supplementAsked') return at('waiting', 'supplement');
  if (handling === 'submitted') return at('submitted');
  return step ? at('step', step.key) : at('received');
}

const isSame = (a: Place, b: Place): boolean =>
  a.phase === b.phase && a.key === b.key && a.unitId === b.unitId && a.personId === b.personId;

/** The stays of a case in their order, told by its events alone; those that lasted no time are left out. */
export function staysOf(events: readonly CaseEvent[]): Stay[] {
  const stays: Stay[] = [];
  let state: CaseState | undefined;
  let here: Stay | undefined;
  for (const event of events) {
    state = evolve(state, event);
    const place = placeOf(state);
    if (here && place && isSame(here, place)) continue;
    // A clock that was set back makes no stay that ends before it began.
    const at = here && event.at < here.from ? here.from : event.at;
    if (here && at > here.from) stays.push({ ...here, to: at });
    here = place && { ...place, from: at };
  }
  return here ? [...stays, here] : stays;
}

/** A phase, or one step or reason of it, by which stays are added up. */
export interface Heading {
  phase: Phase;
  key: string;
}
export const headingOf = ({ phase, key }: Heading): string => `${phase} ${key}`;

/** The minutes of a case under each heading, several stays added up. */
export function sumStays(
  stays: readonly { phase: Phase; key: string; minutes: number }[],
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const stay of stays) sums.set(headingOf(stay), (sums.get(headingOf(stay)) ?? 0) + stay.minutes);
  return sums;
}

/** The value that nine of ten do not exceed, by the nearest rank. */
export function ninetieth(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * 0.9) - 1)];
}

export interface TimesRow extends Heading {
  cases: number;
  median: number;
  p90: number;
}

/** How long cases were under each heading: one row for each, over the cases that were there. */
export function timesOf(cases: readonly ReadonlyMap<string, number>[]): TimesRow[] {
  const values = new Map<string, number[]>();
  for (const sums of cases)
    for (const [heading, minutes] of sums) {
      const list = values.get(heading) ?? [];
      list.push(minutes);
      values.set(heading, list);
    }
  return [...values].map(([heading, list]) => {
    const [phase, key] = heading.split(' ') as [Phase, string];
    return { phase, key, cases: list.length, median: medianOf(list)!, p90: ninetieth(list)! };
  });
}
