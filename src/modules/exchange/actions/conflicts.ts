import type { Context } from '../../../kit/context.ts';
import { packCursor, type ParsedOf, type ReplyOf, unpackCursor } from '../../../kit/contract.ts';
import { newId } from '../../../kit/ids.ts';
import { missing, notAllowed, Problem } from '../../../kit/problems.ts';
import { statusCode } from '../../cases/index.ts';
import { isConnected } from '../connection.ts';
import type * as contract from '../contract.ts';
import { alreadyDecided, notConnected } from '../problems.ts';
import { type Conflict, type ConflictEvent, evolveConflict, judge } from '../rules/conflict.ts';
import {
  type ConflictRow,
  findOpenConflict,
  insertConflict,
  listConflictRows,
  lockConflict,
  noteStanding,
  updateConflict,
} from '../store/conflict.ts';
import { findSides, type SidesFound } from '../store/sides.ts';
import { sendAgain } from './messages.ts';
import { mayManage, namesNow } from './show.ts';

type Shown = ReplyOf<typeof contract.decideConflict>;

function shown(ctx: Context, row: ConflictRow, name: (unitId: string) => { vi: string; en: string }): Shown {
  const { state, unitId, decisionUnitId } = row;
  const { settled, words, at: _told, ...rest } = state;
  const at = decisionUnitId ?? unitId;
  return {
    id: row.id,
    ...rest,
    procedureCode: row.procedureCode,
    unitId: at,
    unitName: name(at),
    ...(words && { words }),
    ...(settled && {
      settled: {
        how: settled.how,
        at: settled.at,
        ...(settled.by && { by: settled.by }),
        ...(settled.reason && { reason: settled.reason }),
      },
    }),
    mayDecide: !settled && mayManage(ctx, row),
  };
}

export async function listConflictsAction(
  ctx: Context,
  input: ParsedOf<typeof contract.listConflicts>,
): Promise<ReplyOf<typeof contract.listConflicts>> {
  const rows = await listConflictRows(ctx.tx, ctx.actor, {
    open: input.state === 'open',
    after: unpackCursor(input.cursor),
    limit: input.limit + 1,
  });
  const items = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? items.at(-1) : undefined;
  const name = await namesNow(ctx);
  return {
    items: items.map((row) => shown(ctx, row, name)),
    ...(last && { next: packCursor([last.state.foundAt, last.id]) }),
  };
}

/** Our side of a case with its status code now. */
export type Sides = SidesFound & { ours: number };
/** Cases without a code of their status, drafts, are never asked about. */
export const withStatus = (found: SidesFound): Sides => ({ ...found, ours: statusCode(found) ?? 1 });

type Told = Pick<Conflict, 'theirs' | 'via' | 'words'>;

/** Writes what an event makes of a conflict. */
function apply(
  ctx: Context,
  row: { id: string; unitId: string; state?: Conflict | undefined },
  event: ConflictEvent,
): Conflict {
  const state = evolveConflict(row.state, event)!;
  if (row.state) updateConflict(ctx.tx, row.id, state);
  else insertConflict(ctx.tx, row.id, row.unitId, state);
  const payload = { ...event.payload };
  ctx.emit({ unitId: row.unitId, stream: `portalConflict:${row.id}`, kind: event.kind, payload });
  return state;
}

/**
 * What the portal says of a case beside what this installation says. A difference opens a conflict, once; agreement settles
 * one that was open. Nothing of the case is changed.
 */
export async function compareSides(
  ctx: Context,
  sides: Sides,
  told: Told,
): Promise<{ result: ReturnType<typeof judge>; conflictId?: string }> {
  const { unitId, caseId, code, ours } = sides;
  const noted = { ours: sides.notedOurs, theirs: sides.notedTheirs };
  const result = judge({ ours, theirs: told.theirs, onTheWay: sides.onTheWay, noted });
  const open = await findOpenConflict(ctx.tx, caseId);
  if (result === 'same' && open)
    apply(ctx, open, { kind: 'portalConflict.agreed', payload: { at: ctx.now.toISOString() } });
  if (result !== 'conflict') return { result };
  const { theirs, via, words } = told;
  const some = words ? { words } : {};
  if (!open) {
    const id = newId(ctx.now);
    const foundAt = ctx.now.toISOString();
    const at = sides.decisionUnitId ?? unitId;
    const payload = { caseId, code, ours, theirs, foundAt, via, at, ...some };
    apply(ctx, { id, unitId }, { kind: 'portalConflict.found', payload });
    return { result, conflictId: id };
  }
  if (open.state.ours !== ours || open.state.theirs !== theirs)
    apply(ctx, open, { kind: 'portalConflict.changed', payload: { ours, theirs, ...some } });
  return { result, conflictId: open.id };
}

/** The portal tells a status by itself. Of a case that was never sent it can say nothing: 404. */
export async function reportStatusAction(
  ctx: Context,
  input: ParsedOf<typeof contract.reportStatus>,
): Promise<ReplyOf<typeof contract.reportStatus>> {
  const found = await findSides(ctx.tx, input.code.toUpperCase(), { sent: true });
  if (!found || !mayManage(ctx, found)) missing();
  const sides = withStatus(found);
  const told = {
    theirs: String(input.status),
    via: 'call' as const,
    ...(input.words && { words: input.words }),
  };
  return { ...(await compareSides(ctx, sides, told)), ours: sides.ours };
}

/** A person decides: our status is sent again, or the difference is noted and not asked about again while it stays the same. */
export async function decideConflictAction(
  ctx: Context,
  { id, how, reason }: ParsedOf<typeof contract.decideConflict>,
): Promise<Shown> {
  const row = (await lockConflict(ctx.tx, ctx.actor, id)) ?? missing();
  if (!mayManage(ctx, row)) throw new Problem(notAllowed);
  if (row.state.settled) throw new Problem(alreadyDecided);
  if (how === 'sendOurs' && !isConnected(ctx.app)) throw new Problem(notConnected);
  const { caseId, ours, theirs } = row.state;
  const payload = { how, reason, at: ctx.now.toISOString(), by: ctx.actor.name, byId: ctx.actor.id };
  const state = apply(ctx, row, { kind: 'portalConflict.decided', payload });
  if (how === 'noted') noteStanding(ctx.tx, caseId, ours, theirs);
  else await sendAgain(ctx, caseId);
  return shown(ctx, { ...row, state }, await namesNow(ctx));
}
