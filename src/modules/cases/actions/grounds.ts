import type { Context } from '../../../kit/context.ts';
import type { Tx } from '../../../kit/db.ts';
import {
  addLimit,
  type AgencyCalendar,
  dueTimes,
  loadCalendarFinder,
  workingMinutesBetween,
} from '../../calendar/index.ts';
import { loadMandates, type MandateBook } from '../../mandates/index.ts';
import { loadSnapshot, type Snapshot } from '../../organisations/index.ts';
import type { EffectiveVersion } from '../../procedures/contract.ts';
import { getPinned, timeRuleFor } from '../../procedures/index.ts';
import type { CaseState } from '../rules/model.ts';
import type { LegalTime } from '../rules/time.ts';

/** What every step stands on: the tree, the mandates, all calendars, as they stand in this transaction. */
export interface Ground {
  snapshot: Snapshot;
  book: MandateBook;
  calendarOf: (unitId: string) => AgencyCalendar;
}
/** The same with the version a case runs on and its legal time. */
export interface CaseGround extends Ground {
  version: EffectiveVersion;
  time: LegalTime;
}

/** Three small looks at the database that travel together. */
export async function loadGround(tx: Tx): Promise<Ground> {
  const [snapshot, book, find] = await Promise.all([
    loadSnapshot(tx),
    loadMandates(tx),
    loadCalendarFinder(tx),
  ]);
  return { snapshot, book, calendarOf: (unitId) => find(snapshot, unitId) };
}

/** Published versions never change: kept by the ids that pin them. */
const kept = new Map<string, EffectiveVersion>();
const MOST = 8000;

export async function pinnedVersion(
  tx: Tx,
  by: { versionId: string; overlayId?: string | undefined },
): Promise<EffectiveVersion> {
  const key = `${by.versionId} ${by.overlayId ?? ''}`;
  const known = kept.get(key);
  if (known) return known;
  const version = await getPinned(tx, by);
  if (kept.size >= MOST) kept.clear();
  kept.set(key, version);
  return version;
}

/** Legal time of a case: the version's rule for its channel and kind, by the calendar of one unit. */
export function legalTime(
  version: EffectiveVersion,
  by: Pick<CaseState, 'channel' | 'caseKind'>,
  calendar: AgencyCalendar,
): LegalTime {
  const { channel, caseKind } = by;
  const rule = timeRuleFor(version, { channel, ...(caseKind && { caseKind }) });
  return {
    due: (facts) => (rule ? dueTimes(rule, facts, calendar) : undefined),
    minutes: (from, to) => workingMinutesBetween(calendar, from, to),
    add: (from, limit) => addLimit(calendar, from, limit),
  };
}

/** The unit whose working time counts for a case: the first that was to decide it, whoever decides it now. */
export const calendarUnitOf = (state: Pick<CaseState, 'places'>): string =>
  state.places.calendar ?? state.places.decision ?? state.places.reception;

export async function groundOf(ctx: Context, ground: Ground, state: CaseState): Promise<CaseGround> {
  const version = await pinnedVersion(ctx.tx, state);
  return { ...ground, version, time: legalTime(version, state, ground.calendarOf(calendarUnitOf(state))) };
}
