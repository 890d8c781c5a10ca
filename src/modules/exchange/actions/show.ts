import { may } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import type { ReplyOf } from '../../../kit/contract.ts';
import { loadSnapshot, subtreeOn, type Snapshot, unitAround } from '../../organisations/index.ts';
import type { retryMessage } from '../contract.ts';
import { openStates } from '../rules/queue.ts';
import type { MessageRow } from '../store/message.ts';

export type Shown = ReplyOf<typeof retryMessage>;
export const MANAGE = 'exchange.manage';

/** A unit as it is called today, in both languages. */
export const nameIn =
  (snapshot: Snapshot, today: string) =>
  (unitId: string): { vi: string; en: string } => {
    const unit = unitAround(snapshot, unitId, today);
    return { vi: unit?.nameVi ?? unitId, en: unit?.nameEn ?? unitId };
  };

export const namesNow = async (ctx: Context) => nameIn(await loadSnapshot(ctx.tx), ctx.today);

/** A unit and all below it today. */
export const withBelow = async (ctx: Context, unitId: string): Promise<string[]> => [
  unitId,
  ...subtreeOn(await loadSnapshot(ctx.tx), unitId, ctx.today),
];

/** Whether the actor may do something about messages of a case. */
export const mayManage = (
  ctx: Context,
  { unitId, decisionUnitId }: Pick<MessageRow, 'unitId' | 'decisionUnitId'>,
): boolean => may(ctx.actor, MANAGE, unitId) || may(ctx.actor, MANAGE, decisionUnitId ?? unitId);

/** What may be done with a message now: one that is being sent is left alone, and one that is held goes with the refused one before it. */
function stepsOf(ctx: Context, row: MessageRow): Shown['steps'] {
  if (row.state === 'sending' || !openStates.includes(row.state) || !mayManage(ctx, row)) return [];
  return row.state === 'held' ? ['setAside'] : ['retry', 'setAside'];
}

const iso = (at: Date | null): string | undefined => at?.toISOString();

/** A message as lists and pages show it. */
export function shownMessage(
  ctx: Context,
  row: MessageRow,
  name: (unitId: string) => { vi: string; en: string },
): Shown {
  const unitId = row.decisionUnitId ?? row.unitId;
  const isOpen = openStates.includes(row.state);
  const waits = row.state === 'waiting' && row.tries > 0;
  return {
    caseId: row.caseId,
    seq: row.seq,
    ...(row.code && { code: row.code }),
    procedureCode: row.procedureCode,
    unitId,
    unitName: name(unitId),
    service: row.service,
    eventKind: row.eventKind,
    eventAt: row.eventAt.toISOString(),
    state: row.state,
    tries: row.tries,
    queuedAt: row.queuedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    late: isOpen && row.dueAt <= ctx.now,
    ...(waits && { nextTryAt: iso(row.nextTryAt) }),
    ...(row.sentAt && { sentAt: iso(row.sentAt) }),
    ...(row.answeredAt && { answeredAt: iso(row.answeredAt) }),
    ...(row.answer && { answer: row.answer }),
    ...(row.status !== null && { status: row.status }),
    missing: row.missing,
    ...(row.setAside && { setAside: row.setAside }),
    steps: stepsOf(ctx, row),
  };
}
