import { may } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import { packCursor, type ParsedOf, type ReplyOf, unpackCursor } from '../../../kit/contract.ts';
import { missing, notAllowed, Problem } from '../../../kit/problems.ts';
import { heldBy, loadSnapshot, unitAround } from '../../organisations/index.ts';
import {
  type countNotices,
  type getMailHealth,
  type listNotices,
  type listSentNotices,
  type markNoticesRead,
  notFailed,
  type resendNotice,
} from '../contract.ts';
import { hrefOf, say } from '../say.ts';
import { getHealth, requeue } from '../store/delivery.ts';
import {
  countUnread,
  findVisible,
  listMine,
  listSent,
  markRead,
  type NoticeRow,
  type SentRow,
} from '../store/notice.ts';
import { ladderInForce } from './ladder-in-force.ts';
import { queueMail } from './tell.ts';

/** Whose notices: those of the account; programs and the installation itself have none. */
const NOBODYS = '00000000-0000-0000-0000-000000000000';
const mine = (ctx: Context): string => (ctx.actor.kind === 'account' ? ctx.actor.id : NOBODYS);

function itemOf(n: NoticeRow) {
  const [vi, en] = [say(n, 'vi'), say(n, 'en')];
  return {
    id: n.id,
    kind: n.kind,
    rung: n.rung,
    about: n.about,
    href: hrefOf(n),
    unitId: n.unitId,
    title: { vi: vi.title, en: en.title },
    body: { vi: vi.body, en: en.body },
    ...(n.assignmentId ? { assignmentId: n.assignmentId } : {}),
    ...(n.taskId ? { taskId: n.taskId } : {}),
    createdAt: n.createdAt.toISOString(),
    ...(n.readAt ? { readAt: n.readAt.toISOString() } : {}),
    ...(n.actedAt ? { actedAt: n.actedAt.toISOString() } : {}),
  };
}

function pageOf<R extends NoticeRow, T>(
  rows: R[],
  limit: number,
  item: (row: R) => T,
): { items: T[]; next?: string } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(item),
    ...(rows.length > page.length && last
      ? { next: packCursor([last.createdAt.toISOString(), last.id]) }
      : {}),
  };
}

export async function listNoticesAction(
  ctx: Context,
  input: ParsedOf<typeof listNotices>,
): Promise<ReplyOf<typeof listNotices>> {
  const rows = await listMine(ctx.tx, mine(ctx), {
    state: input.state,
    after: unpackCursor(input.cursor),
    limit: input.limit + 1,
  });
  return { ...pageOf(rows, input.limit, itemOf), unread: await countUnread(ctx.tx, mine(ctx)) };
}

export async function countNoticesAction(ctx: Context): Promise<ReplyOf<typeof countNotices>> {
  return { unread: await countUnread(ctx.tx, mine(ctx)) };
}

export async function markNoticesReadAction(
  ctx: Context,
  { ids, all }: ParsedOf<typeof markNoticesRead>,
): Promise<ReplyOf<typeof markNoticesRead>> {
  return { marked: await markRead(ctx.tx, mine(ctx), all ? 'all' : ids, ctx.now) };
}

function mailOf(r: SentRow) {
  if (!r.mailState) return {};
  const { mailState: state, address, attempts, notBefore, sentAt, messageId, receipt, error } = r;
  return {
    mail: {
      state,
      to: address ?? '',
      attempts: attempts ?? 0,
      notBefore: notBefore!.toISOString(),
      ...(sentAt ? { sentAt: sentAt.toISOString() } : {}),
      ...(messageId ? { messageId } : {}),
      ...(receipt ? { receipt } : {}),
      ...(error ? { error } : {}),
    },
  };
}

export async function listSentNoticesAction(
  ctx: Context,
  input: ParsedOf<typeof listSentNotices>,
): Promise<ReplyOf<typeof listSentNotices>> {
  const snapshot = await loadSnapshot(ctx.tx);
  const unitIds = input.unitId ? [input.unitId, ...heldBy(snapshot, input.unitId, ctx.today)] : undefined;
  const { rung, state, assignmentId, limit } = input;
  const rows = await listSent(ctx.tx, ctx.actor, {
    unitIds,
    rung,
    state,
    assignmentId,
    after: unpackCursor(input.cursor),
    limit: limit + 1,
  });
  const ladder = await ladderInForce(ctx.tx, ctx.today);
  const page = pageOf(rows, limit, (r) => {
    const unit = unitAround(snapshot, r.unitId, ctx.today);
    return {
      ...itemOf(r),
      unitName: { vi: unit?.nameVi ?? r.unitId, en: unit?.nameEn ?? r.unitId },
      recipient: r.recipientName,
      asRole: r.asRole,
      nobody: r.recipient === 'nobody',
      ...mailOf(r),
    };
  });
  return { ...page, rungs: ladder.rungs.map((r) => r.code) };
}

export async function resendNoticeAction(
  ctx: Context,
  { id }: ParsedOf<typeof resendNotice>,
): Promise<Record<string, never>> {
  const notice = (await findVisible(ctx.tx, ctx.actor, id)) ?? missing();
  if (
    !may(ctx.actor, 'notice.settings', notice.ownerUnitId) &&
    !may(ctx.actor, 'notice.settings', notice.unitId)
  )
    throw new Problem(notAllowed);
  if (!(await requeue(ctx.tx, id, ctx.now))) throw new Problem(notFailed);
  await queueMail(ctx, notice.recipient, ctx.now);
  ctx.emit({ unitId: notice.unitId, stream: `notice:${id}`, kind: 'notice.resent', payload: {} });
  return {};
}

export async function getMailHealthAction(ctx: Context): Promise<ReplyOf<typeof getMailHealth>> {
  const { oldest, lastSentAt, ...counts } = await getHealth(ctx.tx, ctx.now);
  return {
    ...counts,
    ...(oldest && { oldest: oldest.toISOString() }),
    ...(lastSentAt && { lastSentAt: lastSentAt.toISOString() }),
  };
}
