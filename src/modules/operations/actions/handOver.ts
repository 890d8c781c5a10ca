import { createHash } from 'node:crypto';

import { may, reachOf } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import { packCursor, type ParsedOf, type ReplyOf, unpackCursor } from '../../../kit/contract.ts';
import { addDays } from '../../../kit/day.ts';
import { newId } from '../../../kit/ids.ts';
import { missing, Problem } from '../../../kit/problems.ts';
import { loadSnapshot, type Snapshot, subtreeOn, unitAround } from '../../organisations/index.ts';
import * as contract from '../contract.ts';
import { SOON_DAYS } from '../panels/tasks.ts';
import { freeze } from '../rules/freeze.ts';
import { evolve, type HandOver, type HandOverEvent, inOrder } from '../rules/handOver.ts';
import { linksOf } from '../rules/links.ts';
import {
  findHandOver,
  type HandOverRow,
  insertHandOver,
  listHandOverRows,
  lockHandOver,
  updateHandOver,
} from '../store/handOver.ts';
import { placeOf } from './place.ts';

const VIEW = 'operations.view';
const HAND_OVER = 'operations.handOver';

function reach(ctx: Context, permission: string): 'all' | readonly string[] {
  const parts = reachOf(ctx.actor, permission).slice(1);
  if (parts.some((part) => part.units === 'all')) return 'all';
  return parts.flatMap((part) => (part.units === 'all' ? [] : [...part.units]));
}

function emit(ctx: Context, id: string, unitId: string, event: HandOverEvent): void {
  ctx.emit({ unitId, stream: `handOver:${id}`, kind: event.kind, payload: { ...event.payload } });
}

/** SHA-256 of what was written, in a fixed order. */
export const hashOf = (note: Omit<HandOver, 'hash'>): string => {
  const { unitId, writtenAt, byId, by, figures } = note;
  return createHash('sha256')
    .update(inOrder([unitId, writtenAt, byId, by, note.note, figures]))
    .digest('hex');
};

/** Writes the note of a shift with the figures of the board as the writer sees them at this moment. */
export async function writeHandOverAction(
  ctx: Context,
  input: ParsedOf<typeof contract.writeHandOver>,
): Promise<ReplyOf<typeof contract.writeHandOver>> {
  const place = await placeOf(ctx, input.unitId, HAND_OVER);
  const board = await ctx.call(contract.getBoard, { unitId: place.unitId });
  const links = linksOf(place.unitId, place.isWhole, ctx.today, [
    addDays(ctx.today, SOON_DAYS),
    board.soonDay,
  ]);
  const note = {
    unitId: place.unitId,
    writtenAt: ctx.now.toISOString(),
    byId: ctx.actor.id,
    by: ctx.actor.name,
    note: input.note,
    figures: freeze(board, links),
  };
  const event: HandOverEvent = { kind: 'handOver.written', payload: { ...note, hash: hashOf(note) } };
  const id = newId(ctx.now);
  insertHandOver(ctx.tx, id, evolve(undefined, event)!);
  emit(ctx, id, place.unitId, event);
  return { id };
}

/** The person of the next shift takes the note over by name. */
export async function takeHandOverAction(
  ctx: Context,
  { id, remark }: ParsedOf<typeof contract.takeHandOver>,
): Promise<ReplyOf<typeof contract.takeHandOver>> {
  const row = (await lockHandOver(ctx.tx, id, reach(ctx, HAND_OVER))) ?? missing();
  if (row.state.takenAt) throw new Problem(contract.alreadyTaken);
  if (row.state.byId === ctx.actor.id) throw new Problem(contract.ownNote);
  const takenAt = ctx.now.toISOString();
  const payload = { takenAt, takenById: ctx.actor.id, takenBy: ctx.actor.name, remark };
  const event: HandOverEvent = { kind: 'handOver.taken', payload };
  updateHandOver(ctx.tx, id, evolve(row.state, event)!);
  emit(ctx, id, row.state.unitId, event);
  return { id };
}

function shortOf(ctx: Context, snapshot: Snapshot, { id, state }: HandOverRow) {
  const unit = unitAround(snapshot, state.unitId, ctx.today);
  const count = (key: string) =>
    state.figures.find((one) => one.panel === 'late' && one.key === key)?.value ?? undefined;
  const [tasks, cases] = [count('tasks'), count('cases')];
  return {
    id,
    unit: {
      id: state.unitId,
      name: { vi: unit?.nameVi ?? state.unitId, en: unit?.nameEn || unit?.nameVi || state.unitId },
    },
    writtenAt: state.writtenAt,
    by: state.by,
    note: state.note,
    ...(state.takenAt && { takenAt: state.takenAt }),
    ...(state.takenBy && { takenBy: state.takenBy }),
    late: { ...(tasks !== undefined && { tasks }), ...(cases !== undefined && { cases }) },
  };
}

export async function listHandOversAction(
  ctx: Context,
  input: ParsedOf<typeof contract.listHandOvers>,
): Promise<ReplyOf<typeof contract.listHandOvers>> {
  const snapshot = await loadSnapshot(ctx.tx);
  const own = reach(ctx, VIEW);
  const asked = input.unitId ? [...subtreeOn(snapshot, input.unitId, ctx.today)] : undefined;
  const units = asked ? (own === 'all' ? asked : asked.filter((one) => own.includes(one))) : own;
  const rows = await listHandOverRows(ctx.tx, {
    units,
    after: unpackCursor(input.cursor),
    limit: input.limit + 1,
  });
  const items = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? items.at(-1) : undefined;
  return {
    items: items.map((row) => shortOf(ctx, snapshot, row)),
    ...(last && { next: packCursor([last.state.writtenAt, last.id]) }),
  };
}

export async function getHandOverAction(
  ctx: Context,
  { id }: ParsedOf<typeof contract.getHandOver>,
): Promise<ReplyOf<typeof contract.getHandOver>> {
  const row = (await findHandOver(ctx.tx, id, reach(ctx, VIEW))) ?? missing();
  const { state } = row;
  return {
    ...shortOf(ctx, await loadSnapshot(ctx.tx), row),
    remark: state.remark ?? '',
    figures: state.figures,
    hash: state.hash,
    mayTake: !state.takenAt && state.byId !== ctx.actor.id && may(ctx.actor, HAND_OVER, state.unitId),
  };
}
