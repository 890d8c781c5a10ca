import type { Tx } from '../../kit/db.ts';
import type { StoredEvent } from '../../kit/events.ts';
import type { Replay } from '../../kit/module.ts';
import { streamsOf } from '../../kit/replay.ts';
import { eventOf } from './actions/apply.ts';
import { type Ground, legalTime, calendarUnitOf, loadGround, pinnedVersion } from './actions/grounds.ts';
import { canonical } from './rules/content.ts';
import { caseIdOf } from './rules/events.ts';
import { evolve } from './rules/evolve.ts';
import type { CaseState } from './rules/model.ts';
import { dueAtReception } from './rules/time.ts';
import { columnsOf } from './store/caseFile.ts';
import { compareTally, countCases, listLiveCases, type LiveCase } from './store/replay.ts';

const BATCH = 500;

const fold = (events: readonly StoredEvent[]): CaseState | undefined =>
  events.map(eventOf).reduce<CaseState | undefined>(evolve, undefined);

/** What of the live row is not what the events make. */
function differing(live: LiveCase | undefined, state: CaseState | undefined): string[] {
  if (!live || !state) return ['missing'];
  const columns = columnsOf(state);
  const wrong = Object.keys(columns).filter((name) => (live.columns[name] ?? null) !== columns[name]);
  const states = Object.keys({ ...live.state, ...state }).filter(
    (name) => canonical(live.state[name as keyof CaseState]) !== canonical(state[name as keyof CaseState]),
  );
  const hash = live.contents.find((c) => c.version === state.content.version)?.hash;
  if (hash !== undefined && hash !== state.content.hash) states.push('content');
  return [...wrong, ...states.map((name) => `state.${name}`)];
}

/** The promise of a running case, computed anew from its version, calendar, reception and pauses. */
async function wrongDue(tx: Tx, ground: Ground, state: CaseState): Promise<string[]> {
  if (!state.receivedAt || state.ended) return [];
  const version = await pinnedVersion(tx, state);
  const time = legalTime(version, state, ground.calendarOf(calendarUnitOf(state)));
  const due = dueAtReception(state, state.receivedAt, time);
  return due.at === state.due.at ? [] : [`due ${state.due.at ?? 'none'} is computed as ${due.at ?? 'none'}`];
}

async function verify(tx: Tx): Promise<{ checked: number; differences: string[] }> {
  const ground = await loadGround(tx);
  const result = { checked: 0, differences: [] as string[] };
  let batch = new Map<string, StoredEvent[]>();
  const settle = async () => {
    const live = await listLiveCases(tx, [...batch.keys()]);
    for (const [id, events] of batch) {
      const state = fold(events);
      const wrong = differing(live.get(id), state);
      if (state) wrong.push(...(await wrongDue(tx, ground, state)));
      if (wrong.length > 0) result.differences.push(`case:${id}: ${wrong.join(', ')}`);
    }
    result.checked += batch.size;
    batch = new Map();
  };
  for await (const [stream, events] of streamsOf(tx, 'case:')) {
    batch.set(caseIdOf({ stream }), events);
    if (batch.size >= BATCH) await settle();
  }
  await settle();
  const rows = await countCases(tx);
  if (rows !== result.checked) result.differences.push(`${rows} rows, but ${result.checked} streams`);
  return result;
}

export const caseReplay: Replay = { name: 'cases.case', verify };

/** The counts kept with each step against a fresh count of the rows. */
export const caseTallyReplay: Replay = {
  name: 'cases.tally',
  verify: async (tx) => {
    const wrong = await compareTally(tx);
    return {
      checked: await countCases(tx),
      differences: wrong.map(
        (d) => `tally ${d.unitId} ${d.kind} ${d.day}: kept ${d.kept ?? 0}, counted ${d.fresh ?? 0}`,
      ),
    };
  },
};
