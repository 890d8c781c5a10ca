import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { listStream } from '../../../kit/events.ts';
import { missing, Problem } from '../../../kit/problems.ts';
import type { answerDraft, openOwnCase } from '../contract/applying.ts';
import { stepNotOpen } from '../contract/problems.ts';
import type { CaseState } from '../rules/model.ts';
import { silenceAt } from '../rules/wake.ts';
import { carryOut, standingOf } from './apply.ts';
import { carryOwn, holdOwn } from './citizen.ts';
import { asApplicant } from './prove.ts';
import { contentOf } from './steps.ts';

type Own = ReplyOf<typeof openOwnCase>;

/** Whether a draft of the result lies with the applicant, and his time to answer is not over. */
const waitsForApplicant = (state: CaseState): boolean =>
  !state.ended && state.pauses.some((pause) => !pause.to && pause.reason === 'applicantAnswer');

async function draftOf(ctx: Context, id: string, state: CaseState): Promise<Own['draft']> {
  if (!waitsForApplicant(state)) return undefined;
  const events = await listStream(ctx.tx, `case:${id}`);
  const last = events.findLast((event) => event.kind === 'case.proposed')?.payload;
  const { outcome, text } = (last ?? {}) as { outcome?: string; text?: string };
  const silentAt = silenceAt(state);
  return { ...(text && { text }), ...(outcome && { outcome }), ...(silentAt && { silentAt }) };
}

export async function openOwnCaseAction(ctx: Context, input: ParsedOf<typeof openOwnCase>): Promise<Own> {
  const held = await holdOwn(ctx, input);
  if (!held.asApplicant) missing();
  const { row, ground } = held;
  const content = await contentOf(ctx, row);
  const draft = await draftOf(ctx, row.id, row.state);
  return {
    id: row.id,
    applicant: content.applicant,
    values: content.values,
    version: ground.version as unknown as Own['version'],
    ...(draft && { draft }),
  };
}

const says = {
  agrees: 'Đồng ý với dự thảo kết quả.',
  objects: 'Không đồng ý với dự thảo kết quả:',
};

/** The applicant's word on the draft, kept as his message; the wait ends with it, and the office goes on. */
export async function answerDraftAction(
  ctx: Context,
  input: ParsedOf<typeof answerDraft>,
): Promise<ReplyOf<typeof answerDraft>> {
  const held = await holdOwn(ctx, input);
  if (!held.asApplicant) missing();
  if (!waitsForApplicant(held.row.state)) throw new Problem(stepNotOpen);
  const text = [input.agrees ? says.agrees : says.objects, input.text].filter(Boolean).join(' ');
  const row = carryOwn(ctx, held, { do: 'message', from: 'applicant', text });
  const by = { by: asApplicant, time: held.ground.time };
  return standingOf(
    carryOut(ctx, row, { do: 'resume', reason: 'applicantAnswer', agrees: input.agrees }, by),
  );
}
