import { systemActor } from '../../../kit/actor.ts';
import type { App } from '../../../kit/app.ts';
import { type Context, openContext } from '../../../kit/context.ts';
import { newId } from '../../../kit/ids.ts';
import { synchroniseCases } from '../../cases/index.ts';
import { findPortal } from '../connection.ts';
import { type Composed, compose } from '../facts.ts';
import { NoAnswer, type Portal } from '../portal.ts';
import { effectOf, LEASE_MS, nextTry, type Outcome, syncOf, turnOf } from '../rules/queue.ts';
import { statusIn } from '../rules/wire.ts';
import {
  claimMessages,
  closeTry,
  countByCase,
  keepStanding,
  type MessageRow,
  settleOthers,
} from '../store/message.ts';

const BATCH = 20;
/** What a try of a message came to; nothing was sent of one that has no case or no code. */
type Tried = { row: MessageRow; composed?: Composed | undefined; outcome: Outcome | 'held' | 'noCode' };

/** A transaction of the installation itself, at the moment of its clock. */
export const asSystem = <T>(app: App, work: (ctx: Context) => Promise<T>): Promise<T> =>
  app.db.write(async (tx) => {
    const now = app.clock.now();
    const ctx = openContext(app, tx, { actor: systemActor, now, requestId: newId(now) });
    const made = await work(ctx);
    await ctx.flush();
    return made;
  });

/**
 * Whether an earlier try arrived though its answer was lost: the portal is asked before anything is sent twice.
 * @returns whether it has the case, and whether it has it as the message tells it
 */
async function lookBefore(portal: Portal, row: MessageRow, { code, status }: Composed) {
  if (row.tries < 2 || row.service !== 'DongBoHoSoMC' || !code) return { known: row.known, same: false };
  const found = (await portal.lookUp({ MaHoSo: [code] })).find((one) => one.MaHoSo === code);
  return { known: found !== undefined, same: !row.known && statusIn(found?.TrangThaiHoSo) === status };
}

type Claimed = Awaited<ReturnType<typeof claimMessages>>[number];

/** Sends one message, unless the portal could not understand it. */
async function trySend(app: App, portal: Portal, claimed: Claimed): Promise<Tried> {
  const turn = turnOf(claimed);
  if (turn === 'hold') return { row: claimed, outcome: 'held' };
  const row = turn === 'sendWhole' ? { ...claimed, service: 'DongBoHoSoMC' as const } : claimed;
  const composed = await app.db.read((tx) => compose(app, tx, row));
  if (!composed?.code) return { row, outcome: 'noCode' };
  try {
    const { known, same } = await lookBefore(portal, row, composed);
    if (same) return { row, composed, outcome: { kind: 'acknowledged', words: '', already: true } };
    const body = row.service === 'DongBoHoSoMC' ? { ...composed.body, isUpdating: known } : composed.body;
    return { row, composed, outcome: await portal.send(row.service, body) };
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    return { row, composed, outcome: { kind: 'noAnswer', words: error.message } };
  }
}

function keep(ctx: Context, { row, composed, outcome }: Tried): void {
  const { now, tx } = ctx;
  if (typeof outcome === 'string') {
    closeTry(tx, row, { state: outcome, now, nextTryAt: now, answer: '', answered: false });
    return;
  }
  const effect = effectOf(row.service, outcome);
  const answered = outcome.kind !== 'noAnswer';
  const nextTryAt = nextTry(now, row.tries);
  const told = outcome.kind === 'refused';
  closeTry(tx, row, {
    state: effect.state,
    service: row.service,
    now,
    nextTryAt,
    answer: outcome.words,
    answered,
    told,
    left: composed,
  });
  settleOthers(tx, row, effect, now);
  if (outcome.kind === 'acknowledged')
    keepStanding(tx, row, { known: effect.known, status: composed?.status });
  if (outcome.kind === 'refused') ctx.emit(refusedEvent(row, outcome.words));
}

/** A person has to look at it: notices listen. The portal's words stay with the message. */
const refusedEvent = (row: MessageRow, words: string) => ({
  unitId: row.unitId,
  stream: `portalMessage:${row.caseId}:${row.seq}`,
  kind: 'portalMessage.refused',
  payload: { caseId: row.caseId, seq: row.seq, code: row.code, at: row.decisionUnitId ?? row.unitId, words },
});

/** Writes how tries ended, and says of their cases how far the portal has heard of them. */
async function keepAll(app: App, tried: readonly Tried[]): Promise<void> {
  await asSystem(app, async (ctx) => {
    for (const one of tried) keep(ctx, one);
    await tellCases(
      ctx,
      tried.map(({ row }) => row.caseId),
    );
  });
}

/** Says of some cases, where it changed, how far the portal has heard of them. */
export async function tellCases(ctx: Context, caseIds: readonly string[]): Promise<void> {
  const counts = await countByCase(ctx.tx, caseIds);
  await synchroniseCases(ctx, new Map(counts.map((one) => [one.caseId, syncOf(one)])));
}

const silent = (words: string): Outcome => ({ kind: 'noAnswer', words });

/** Works off everything whose turn has come. Once the portal has not answered, the rest waits as if it had been tried. */
export async function sendDue(app: App): Promise<number> {
  const portal = findPortal(app);
  if (!portal) return 0;
  let acknowledged = 0;
  let down: string | undefined;
  for (;;) {
    const now = app.clock.now();
    const rows = await app.db.write((tx) =>
      claimMessages(tx, now, new Date(now.getTime() + LEASE_MS), BATCH),
    );
    if (rows.length === 0) return acknowledged;
    const unanswered: Tried[] = [];
    for (const row of rows) {
      if (down !== undefined) {
        unanswered.push({ row, outcome: silent(down) });
        continue;
      }
      const tried = await trySend(app, portal, row);
      const { outcome } = tried;
      if (typeof outcome === 'object' && outcome.kind === 'noAnswer') down = outcome.words;
      if (typeof outcome === 'object' && outcome.kind === 'acknowledged') acknowledged += 1;
      await keepAll(app, [tried]);
    }
    if (unanswered.length > 0) await keepAll(app, unanswered);
  }
}
