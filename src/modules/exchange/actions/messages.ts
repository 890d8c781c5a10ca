import type { Context } from '../../../kit/context.ts';
import { packCursor, type ParsedOf, type ReplyOf, unpackCursor } from '../../../kit/contract.ts';
import { missing, notAllowed, Problem } from '../../../kit/problems.ts';
import { caseMoment, listCaseNames } from '../../cases/index.ts';
import { isConnected } from '../connection.ts';
import type * as contract from '../contract.ts';
import { compose } from '../facts.ts';
import { dueOfQueued, wakeSender } from '../listener.ts';
import { notConnected, notOpen } from '../problems.ts';
import { messageStates, openStates } from '../rules/queue.ts';
import { findOpenConflict } from '../store/conflict.ts';
import { countMessages, listMessageRows, type MessageFilter } from '../store/list.ts';
import {
  lockMessage,
  type MessageRow,
  queueAgain,
  queueMessages,
  retryMessage,
  setMessageAside,
} from '../store/message.ts';
import { tellCases } from './send.ts';
import { mayManage, namesNow, shownMessage, withBelow } from './show.ts';

type Asked = ParsedOf<typeof contract.listMessages>;

function statesOf(state: Asked['state']): Pick<MessageFilter, 'states'> {
  if (state === 'all') return { states: undefined };
  return {
    states: state === 'open' || state === 'late' ? openStates : messageStates.filter((s) => s === state),
  };
}

export async function listMessagesAction(
  ctx: Context,
  input: Asked,
): Promise<ReplyOf<typeof contract.listMessages>> {
  const { state, unitId, code, caseId, missing: lacks } = input;
  const rows = await listMessageRows(ctx.tx, ctx.actor, {
    ...statesOf(state),
    lateAt: state === 'late' ? ctx.now : undefined,
    unitIds: unitId ? await withBelow(ctx, unitId) : undefined,
    code: code?.toUpperCase(),
    caseId,
    missing: lacks,
    after: unpackCursor(input.cursor),
    limit: input.limit + 1,
  });
  const name = await namesNow(ctx);
  const items = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? items.at(-1) : undefined;
  return {
    items: items.map((row) => shownMessage(ctx, row, name)),
    ...(last && { next: packCursor([last.queuedAt.toISOString(), last.caseId, last.seq]) }),
  };
}

export async function exchangeSummaryAction(ctx: Context): Promise<ReplyOf<typeof contract.exchangeSummary>> {
  const { lastAnswerAt, ...counts } = await countMessages(ctx.tx, ctx.actor, { now: ctx.now });
  const { portal } = ctx.app.config;
  return {
    connected: portal !== undefined,
    ...(portal && { address: new URL(portal.url).host }),
    ...(portal?.from && { from: portal.from }),
    ...counts,
    ...(lastAnswerAt && { lastAnswerAt: lastAnswerAt.toISOString() }),
  };
}

async function seen(ctx: Context, of: { caseId: string; seq: number }): Promise<MessageRow> {
  const rows = await listMessageRows(ctx.tx, ctx.actor, { states: undefined, caseId: of.caseId, limit: 500 });
  return rows.find(({ seq }) => seq === of.seq) ?? missing();
}

export async function getMessageAction(
  ctx: Context,
  input: ParsedOf<typeof contract.getMessage>,
): Promise<ReplyOf<typeof contract.getMessage>> {
  const row = await seen(ctx, input);
  const name = await namesNow(ctx);
  // What a message says of an applicant is for those who may see his case.
  const [mine] = await listCaseNames(ctx.tx, ctx.actor, [row.caseId]);
  const composed = mine && (await compose(ctx.app, ctx.tx, row));
  return {
    ...shownMessage(ctx, row, name),
    ...(composed && { body: composed.body as Record<string, unknown> }),
    ...(composed && row.sha256 && { unchanged: row.sha256 === composed.sha256 }),
  };
}

async function openOne(ctx: Context, of: { caseId: string; seq: number }): Promise<MessageRow> {
  await seen(ctx, of);
  const row = (await lockMessage(ctx.tx, of)) ?? missing();
  if (!mayManage(ctx, row)) throw new Problem(notAllowed);
  if (row.state === 'sending' || !openStates.includes(row.state)) throw new Problem(notOpen);
  return row;
}

const streamOf = ({ caseId, seq }: { caseId: string; seq: number }): string =>
  `portalMessage:${caseId}:${seq}`;

export async function retryMessageAction(
  ctx: Context,
  input: ParsedOf<typeof contract.retryMessage>,
): Promise<ReplyOf<typeof contract.retryMessage>> {
  if (!isConnected(ctx.app)) throw new Problem(notConnected);
  const row = await openOne(ctx, input);
  retryMessage(ctx.tx, row, ctx.now);
  ctx.emit({
    unitId: row.unitId,
    stream: streamOf(row),
    kind: 'portalMessage.retried',
    payload: { by: ctx.actor.name },
  });
  await wakeSender(ctx.tx);
  return shownMessage(ctx, (await lockMessage(ctx.tx, input))!, await namesNow(ctx));
}

export async function setMessageAsideAction(
  ctx: Context,
  { reason, ...of }: ParsedOf<typeof contract.setMessageAside>,
): Promise<ReplyOf<typeof contract.setMessageAside>> {
  const row = await openOne(ctx, of);
  const aside = { by: ctx.actor.name, reason, at: ctx.now.toISOString() };
  setMessageAside(ctx.tx, row, aside);
  ctx.emit({
    unitId: row.unitId,
    stream: streamOf(row),
    kind: 'portalMessage.setAside',
    payload: aside,
  });
  await tellCases(ctx, [row.caseId]);
  if (isConnected(ctx.app)) await wakeSender(ctx.tx);
  return shownMessage(ctx, (await lockMessage(ctx.tx, of))!, await namesNow(ctx));
}

/** Queues a whole message of a case as it stands now, whatever was sent of it before. Its number in the case's stream. */
export async function sendAgain(ctx: Context, caseId: string): Promise<number | undefined> {
  const moment = await caseMoment(ctx.tx, caseId);
  if (!moment?.state.code) return undefined;
  const { unitId, seq } = moment;
  const due = await dueOfQueued(ctx.tx, ctx.now, [unitId]);
  const message = {
    unitId,
    caseId,
    seq,
    service: 'DongBoHoSoMC' as const,
    eventKind: moment.events.at(-1)!.type,
    eventAt: new Date(moment.state.lastAt),
    queuedAt: ctx.now,
    dueAt: due.get(unitId)!,
  };
  if ((await queueMessages(ctx.tx, [message])) === 0) await queueAgain(ctx.tx, message);
  await wakeSender(ctx.tx);
  return seq;
}

export async function sendCaseAction(
  ctx: Context,
  { caseId }: ParsedOf<typeof contract.sendCase>,
): Promise<ReplyOf<typeof contract.sendCase>> {
  if (!isConnected(ctx.app)) throw new Problem(notConnected);
  const [mine] = await listCaseNames(ctx.tx, ctx.actor, [caseId]);
  const moment = mine && (await caseMoment(ctx.tx, caseId));
  if (!moment) missing();
  const decisionUnitId = moment.state.places.decision ?? null;
  if (!mayManage(ctx, { unitId: moment.unitId, decisionUnitId })) throw new Problem(notAllowed);
  const seq = await sendAgain(ctx, caseId);
  if (seq === undefined) missing();
  ctx.emit({
    unitId: moment.unitId,
    stream: streamOf({ caseId, seq }),
    kind: 'portalMessage.sentAgain',
    payload: { by: ctx.actor.name },
  });
  return { caseId, seq };
}

/** What the page of a case shows: its messages, the last first, and an open conflict. */
export async function caseExchangeAction(
  ctx: Context,
  { caseId }: ParsedOf<typeof contract.caseExchange>,
): Promise<ReplyOf<typeof contract.caseExchange>> {
  const [mine] = await listCaseNames(ctx.tx, ctx.actor, [caseId]);
  if (!mine) missing();
  const rows = await listMessageRows(ctx.tx, ctx.actor, {
    states: undefined,
    caseId,
    limit: 50,
    permission: 'case.view',
  });
  const name = await namesNow(ctx);
  const conflict = await findOpenConflict(ctx.tx, caseId);
  return {
    connected: isConnected(ctx.app),
    messages: rows.map((row) => shownMessage(ctx, row, name)),
    ...(conflict && {
      conflict: { id: conflict.id, ours: conflict.state.ours, theirs: conflict.state.theirs },
    }),
  };
}
