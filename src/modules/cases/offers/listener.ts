import type { Context } from '../../../kit/context.ts';
import type { StoredEvent } from '../../../kit/events.ts';
import { type Listener, oneByOne } from '../../../kit/outbox.ts';
import { eventOf } from '../actions/apply.ts';
import { caseIdOf } from '../rules/events.ts';
import { changesFact } from '../rules/fact.ts';
import { findById, listEnded } from '../store/caseFile.ts';
import { isGranted, learn } from './facts.ts';
import { applyToOffer, offerFor } from './make.ts';
import { lockOpenOf } from './store.ts';

/** The result on which open offers stood is gone: they are taken back before anybody answers them. */
async function forget(ctx: Context, caseId: string): Promise<void> {
  for (const row of await lockOpenOf(ctx.tx, caseId))
    await applyToOffer(ctx, row, { type: 'offer.lapsed', by: 'system', because: 'sourceGone' });
}

/** After a result: what it tells is kept, and what it calls for is offered. */
async function onCase(ctx: Context, event: StoredEvent): Promise<void> {
  const caseId = caseIdOf(event);
  if (event.kind === 'case.resultRevoked') return forget(ctx, caseId);
  const row = await findById(ctx.tx, caseId);
  if (!row) return;
  if (event.kind === 'case.undone') {
    if (!isGranted(row)) await forget(ctx, caseId);
    return;
  }
  // Seen late, an earlier step of the case is no result yet.
  const hasEnded = row.state.ended !== undefined && row.state.ended.at <= event.at.toISOString();
  if (hasEnded && isGranted(row)) await offerFor(ctx, await learn(ctx, row));
}

/** A step that leaves its case open calls for nothing, and most do: one look at a batch finds the others. */
async function onCases(ctx: Context, all: readonly StoredEvent[]): Promise<void> {
  const events = all.filter((event) => changesFact(eventOf(event)));
  if (events.length === 0) return;
  const ended = await listEnded(ctx.tx, events.map(caseIdOf));
  const undoing = new Set(['case.undone', 'case.resultRevoked']);
  const concerned = events.filter((event) => undoing.has(event.kind) || ended.has(caseIdOf(event)));
  await oneByOne(ctx, concerned, onCase);
}

export const offerListener: Listener = {
  name: 'cases.offers',
  kinds: ['case.signed', 'case.numbered', 'case.stepDone', 'case.undone', 'case.resultRevoked'],
  handleBatch: onCases,
};
