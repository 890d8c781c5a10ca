import { may } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import {
  id as isId,
  instant,
  packCursor,
  type ParsedOf,
  type ReplyOf,
  unpackCursor,
} from '../../../kit/contract.ts';
import { newId } from '../../../kit/ids.ts';
import { fieldProblem, missing, notAllowed, Problem } from '../../../kit/problems.ts';
import { everywhere } from '../../identity/index.ts';
import * as contract from '../contract.ts';
import { downtimeMessages } from '../messages/downtime.ts';
import { type DowntimeEvent, evolveDowntime, faultOf, isShown, stateOf } from '../rules/downtime.ts';
import {
  type DowntimeRow,
  findNextDowntime,
  insertDowntime,
  listPastDowntimes,
  listStandingDowntimes,
  lockDowntime,
  updateDowntime,
} from '../store/downtime.ts';

const ANNOUNCE = 'operations.announce';
const mayAnnounce = (ctx: Context): boolean => may(ctx.actor, ANNOUNCE, everywhere);

/** What concerns everybody is said by who administers the whole installation. */
function assertMayAnnounce(ctx: Context): void {
  if (!mayAnnounce(ctx)) throw new Problem(notAllowed);
}

function emit(ctx: Context, id: string, event: DowntimeEvent): void {
  ctx.emit({
    unitId: 'operations',
    stream: `downtime:${id}`,
    kind: event.kind,
    payload: { ...event.payload },
  });
}

/** Announces that the installation will be out of service; everybody reads it on every page. */
export async function announceDowntimeAction(
  ctx: Context,
  input: ParsedOf<typeof contract.announceDowntime>,
): Promise<ReplyOf<typeof contract.announceDowntime>> {
  assertMayAnnounce(ctx);
  const [begins, ends] = [new Date(input.begins), new Date(input.ends)];
  const fault = faultOf({ begins, ends }, ctx.now);
  if (fault) throw fieldProblem('ends', downtimeMessages.vi.faults[fault], downtimeMessages.en.faults[fault]);
  const event: DowntimeEvent = {
    kind: 'downtime.announced',
    payload: {
      begins: begins.toISOString(),
      ends: ends.toISOString(),
      reason: input.reason,
      reasonEn: input.reasonEn,
      announcedAt: ctx.now.toISOString(),
      byId: ctx.actor.id,
      by: ctx.actor.name,
    },
  };
  const id = newId(ctx.now);
  insertDowntime(ctx.tx, id, evolveDowntime(undefined, event)!);
  emit(ctx, id, event);
  return { id };
}

/** Takes an announcement back, before or while it runs; pages stop speaking of it at once. */
export async function withdrawDowntimeAction(
  ctx: Context,
  { id }: ParsedOf<typeof contract.withdrawDowntime>,
): Promise<ReplyOf<typeof contract.withdrawDowntime>> {
  assertMayAnnounce(ctx);
  const { state } = (await lockDowntime(ctx.tx, id)) ?? missing();
  const stands = stateOf(state, ctx.now);
  if (stands === 'withdrawn') throw new Problem(contract.alreadyWithdrawn);
  if (stands === 'over') throw new Problem(contract.downtimeIsOver);
  const event: DowntimeEvent = {
    kind: 'downtime.withdrawn',
    payload: {
      withdrawnAt: ctx.now.toISOString(),
      withdrawnById: ctx.actor.id,
      withdrawnBy: ctx.actor.name,
    },
  };
  updateDowntime(ctx.tx, id, evolveDowntime(state, event)!);
  emit(ctx, id, event);
  return { id };
}

function shown(
  ctx: Context,
  { id, state }: DowntimeRow,
): ReplyOf<typeof contract.listDowntimes>['items'][number] {
  const names = mayAnnounce(ctx);
  return {
    id,
    begins: state.begins,
    ends: state.ends,
    reason: { vi: state.reason, en: state.reasonEn || state.reason },
    state: stateOf(state, ctx.now),
    announcedAt: state.announcedAt,
    ...(state.withdrawnAt && { withdrawnAt: state.withdrawnAt }),
    ...(names && { by: state.by }),
    ...(names && state.withdrawnBy && { withdrawnBy: state.withdrawnBy }),
  };
}

/** The place in the list; anybody may send one, so what is none counts as the start. */
function placeOf(cursor: string | undefined): readonly unknown[] | undefined {
  const place = unpackCursor(cursor);
  return place && instant.safeParse(place[0]).success && isId.safeParse(place[1]).success ? place : undefined;
}

export async function listDowntimesAction(
  ctx: Context,
  input: ParsedOf<typeof contract.listDowntimes>,
): Promise<ReplyOf<typeof contract.listDowntimes>> {
  const list = input.time === 'past' ? listPastDowntimes : listStandingDowntimes;
  const rows = await list(ctx.tx, { now: ctx.now, after: placeOf(input.cursor), limit: input.limit + 1 });
  const items = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? items.at(-1) : undefined;
  return {
    items: items.map((row) => shown(ctx, row)),
    ...(last && { next: packCursor([last.state.begins, last.id]) }),
  };
}

export async function getNextDowntimeAction(ctx: Context): Promise<ReplyOf<typeof contract.getNextDowntime>> {
  const row = await findNextDowntime(ctx.tx, ctx.now);
  if (!row) return { shown: false };
  return { downtime: shown(ctx, row), shown: isShown(row.state, ctx.now) };
}
