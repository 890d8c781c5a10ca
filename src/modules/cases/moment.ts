import type { Classification } from '../../kit/actor.ts';
import { systemActor } from '../../kit/actor.ts';
import type { Context } from '../../kit/context.ts';
import type { Tx } from '../../kit/db.ts';
import { listStream } from '../../kit/events.ts';
import type { EffectiveVersion } from '../procedures/contract.ts';
import { applyEvents, eventOf } from './actions/apply.ts';
import { pinnedVersion } from './actions/grounds.ts';
import type { CaseContent } from './rules/content.ts';
import type { CaseEvent } from './rules/events.ts';
import { evolve } from './rules/evolve.ts';
import type { CaseState, Sync } from './rules/model.ts';
import { findById, lockCases } from './store/caseFile.ts';
import { findContent } from './store/content.ts';

/** A case as one of its events left it: what other systems are told of it. */
export interface CaseMoment {
  id: string;
  unitId: string;
  classification: Classification;
  /** Number of the event in the case's stream. */
  seq: number;
  state: CaseState;
  events: readonly CaseEvent[];
  content: CaseContent | undefined;
  version: EffectiveVersion;
}

/** The case just after event number `seq`, or as it stands now; undefined where there is none. */
export async function caseMoment(tx: Tx, id: string, seq = Infinity): Promise<CaseMoment | undefined> {
  const row = await findById(tx, id);
  const stored = (await listStream(tx, `case:${id}`)).filter((one) => one.seq <= seq);
  const last = stored.at(-1);
  if (!row || !last) return undefined;
  const events = stored.map(eventOf);
  const state = events.reduce<CaseState | undefined>(evolve, undefined)!;
  const [content, version] = await Promise.all([
    findContent(tx, id, state.content.version),
    pinnedVersion(tx, state),
  ]);
  const { unitId, classification } = row;
  return { id, unitId, classification, seq: last.seq, state, events, content, version };
}

/** Says of some cases how far the national portal has heard of them, by an event each; nothing where that was said before. */
export async function synchroniseCases(ctx: Context, said: ReadonlyMap<string, Sync>): Promise<void> {
  if (said.size === 0) return;
  const rows = await lockCases(ctx.tx, systemActor, [...said.keys()]);
  for (const row of rows) {
    const sync = said.get(row.id)!;
    if (row.state.sync === sync) continue;
    const by = { as: 'system' as const };
    applyEvents(ctx, row, [{ type: 'case.synchronised', at: ctx.now.toISOString(), by, sync }]);
  }
}
