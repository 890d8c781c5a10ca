import { may } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import { packCursor, type ParsedOf, type ReplyOf, unpackCursor } from '../../../kit/contract.ts';
import { notAllowed, Problem } from '../../../kit/problems.ts';
import { loadSnapshot } from '../../organisations/index.ts';
import type { answerDifficulty, listDifficulties } from '../contract/difficulty.ts';
import { stepRefused } from '../contract/words.ts';
import { unitsWith } from '../rights.ts';
import { listDifficultyRows, lockDifficulty, saveAnswer } from '../store/difficulty.ts';
import { unitRefOf } from '../view.ts';

export async function listDifficultiesAction(
  ctx: Context,
  input: ParsedOf<typeof listDifficulties>,
): Promise<ReplyOf<typeof listDifficulties>> {
  const addressees = input.toMe ? unitsWith(ctx.actor, 'difficulty.answer') : 'all';
  const rows = await listDifficultyRows(ctx.tx, ctx.actor, {
    ...input,
    addressees,
    after: unpackCursor(input.cursor),
    limit: input.limit + 1,
  });
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  const snapshot = await loadSnapshot(ctx.tx);
  const items = page.map((d) => ({
    id: d.id,
    kind: d.kind,
    body: d.body,
    state: d.state,
    assignmentId: d.assignmentId,
    taskId: d.taskId,
    directiveNumber: d.directiveNumber,
    ref: d.ref,
    titleVi: d.titleVi,
    titleEn: d.titleEn,
    due: d.due,
    unit: unitRefOf(snapshot, d.unitId, d.assignedOn, ctx.today),
    addressee: unitRefOf(snapshot, d.addresseeUnitId, ctx.today, ctx.today),
    late: d.state === 'open' && d.due < ctx.today,
    raisedAt: d.raisedAt.toISOString(),
    ...(d.answer ? { answer: d.answer } : {}),
    ...(d.answeredAt ? { answeredAt: d.answeredAt.toISOString() } : {}),
    mayAnswer: d.state === 'open' && may(ctx.actor, 'difficulty.answer', d.addresseeUnitId),
  }));
  return { items, ...(rows.length > page.length && last ? { next: packCursor([last.due, last.id]) } : {}) };
}

export async function answerDifficultyAction(
  ctx: Context,
  input: ParsedOf<typeof answerDifficulty>,
): Promise<Record<string, never>> {
  const row = await lockDifficulty(ctx.tx, ctx.actor, input.id);
  if (!may(ctx.actor, 'difficulty.answer', row.addresseeUnitId)) throw new Problem(notAllowed);
  if (row.state !== 'open') throw new Problem(stepRefused);
  await saveAnswer(ctx.tx, { ...row, answer: input.answer, answeredBy: ctx.actor.id, answeredAt: ctx.now });
  ctx.emit({
    unitId: row.unitId,
    stream: `difficulty:${row.id}`,
    kind: 'difficulty.answered',
    payload: { answer: input.answer, assignmentId: row.assignmentId },
  });
  return {};
}
