import { type Day, dayOf } from '../../kit/day.ts';
import type { Tx } from '../../kit/db.ts';
import { listStreams, type StoredEvent } from '../../kit/events.ts';
import type { EffectiveVersion } from '../procedures/contract.ts';
import { eventOf } from './actions/apply.ts';
import { pinnedVersion } from './actions/grounds.ts';
import type { CaseContent } from './rules/content.ts';
import { caseIdOf } from './rules/events.ts';
import {
  type CaseFact,
  type CaseMemo,
  changesFact,
  contentFacts,
  factOf,
  remember,
  turnsOf,
  type VersionFacts,
} from './rules/fact.ts';
import { type ContentRow, listContents, listOrdinary } from './store/facts.ts';

/** The fact of a case on the days from `from` until before `to`; without an end the last that is known, or foreseen. */
export interface CaseSpan {
  from: Day;
  to?: Day;
  fact: CaseFact;
}

const versionFacts = ({ content }: EffectiveVersion): VersionFacts => ({
  serviceLevel: content.serviceLevel ?? null,
  writtenResult: content.results.length > 0,
  hasFees: content.channels.some(({ fee }) => fee.kind === 'amount' && fee.dong > 0),
  certified: content.components.filter((c) => c.certified).map((c) => c.key),
});

/** How the case stood at the end of each day on which something happened to it. */
function daysOf(events: readonly StoredEvent[]): { day: Day; memo: CaseMemo }[] {
  const days: { day: Day; memo: CaseMemo }[] = [];
  let memo: CaseMemo | undefined;
  for (const stored of events) {
    memo = remember(memo, eventOf(stored));
    const on = dayOf(stored.at);
    const last = days.at(-1);
    // A clock that was set back makes no day before one that has been told.
    if (last && last.day >= on) last.memo = memo;
    else days.push({ day: on, memo });
  }
  return days;
}

async function spansOf(
  tx: Tx,
  events: readonly StoredEvent[],
  contents: ReadonlyMap<number, CaseContent>,
): Promise<CaseSpan[]> {
  const spans: CaseSpan[] = [];
  const days = daysOf(events);
  for (const [at, { day, memo }] of days.entries()) {
    const next = days[at + 1]?.day;
    const version = versionFacts(await pinnedVersion(tx, memo.state));
    const content = contentFacts(contents.get(memo.state.content.version), version);
    const turns = turnsOf(memo.state).filter((turn) => turn > day && (!next || turn < next));
    for (const from of [day, ...new Set(turns.toSorted())]) {
      const fact = factOf(memo, version, content, from);
      const before = spans.at(-1);
      if (before && JSON.stringify(before.fact) === JSON.stringify(fact)) continue;
      if (before) before.to = from;
      spans.push({ from, fact });
    }
  }
  return spans;
}

/** The cases whose facts may be others after some events. */
export const casesTold = (events: readonly StoredEvent[]): string[] => [
  ...new Set(events.filter((stored) => changesFact(eventOf(stored))).map(caseIdOf)),
];

/**
 * The facts of some cases over time, told from their events: what was known at the end of each day, and for days to come
 * what will be so if nothing happens. Cases that are not for everybody's figures have none.
 */
export async function caseSpans(tx: Tx, ids: readonly string[]): Promise<Map<string, CaseSpan[]>> {
  const [events, contents, ordinary] = await Promise.all([
    listStreams(
      tx,
      ids.map((id) => `case:${id}`),
    ),
    listContents(tx, ids),
    listOrdinary(tx, ids),
  ]);
  const told = Map.groupBy(events, caseIdOf);
  const filled = Map.groupBy(contents, (row: ContentRow) => row.caseId);
  const found = new Map<string, CaseSpan[]>();
  for (const id of ids) {
    const mine = ordinary.has(id) ? (told.get(id) ?? []) : [];
    const versions = new Map((filled.get(id) ?? []).map((row) => [row.version, row.content]));
    found.set(id, await spansOf(tx, mine, versions));
  }
  return found;
}
