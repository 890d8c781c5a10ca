import type { Context } from '../../../kit/context.ts';
import type { ParsedOf } from '../../../kit/contract.ts';
import { newId } from '../../../kit/ids.ts';
import { fieldProblem, missing, Problem } from '../../../kit/problems.ts';
import { checklist } from '../../procedures/index.ts';
import type * as contract from '../contract.ts';
import { decisionMissing, noMandate, stepNotOpen, stepPassed } from '../contract/problems.ts';
import type { Command } from '../rules/command.ts';
import type { CaseContent } from '../rules/content.ts';
import type { CaseState } from '../rules/model.ts';
import { isStepOpen, needOf } from '../rules/steps.ts';
import { type CaseRow, lockCase } from '../store/caseFile.ts';
import { answerRow, insertConsultation } from '../store/consultation.ts';
import { findContent, nextNumber } from '../store/content.ts';
import { carryOut, standingOf } from './apply.ts';
import { type CaseGround, groundOf, loadGround } from './grounds.ts';
import { nextContent } from './nextContent.ts';
import { chooseNext, isConditional, servingFor, targetOf } from './placing.ts';
import { holderFor, prove } from './prove.ts';
import { signingCertificate } from './signingCertificate.ts';
import { assertDraftSeen, assertSilence } from './silence.ts';
import { checkValues } from './values.ts';

type In<E extends keyof typeof contract> = ParsedOf<(typeof contract)[E]>;
type Standing = ReturnType<typeof standingOf>;

export interface Held {
  row: CaseRow;
  ground: CaseGround;
}

/** The locked case with all it stands on. */
export async function holdCase(ctx: Context, id: string): Promise<Held> {
  const [row, ground] = await Promise.all([lockCase(ctx.tx, ctx.actor, id), loadGround(ctx.tx)]);
  return { row, ground: await groundOf(ctx, ground, row.state) };
}

/** Proves the right to a step and carries it out. */
export function stepOn(ctx: Context, { row, ground }: Held, command: Command, asked?: string): CaseRow {
  const by = prove(ctx, ground, row.state, command.do, asked);
  return carryOut(ctx, row, command, { by, time: ground.time });
}

/** A step that needs nothing but its command. */
const plain =
  <I extends { id: string }>(commandOf: (input: I) => Command) =>
  async (ctx: Context, input: I): Promise<Standing> =>
    standingOf(stepOn(ctx, await holdCase(ctx, input.id), commandOf(input)));

const given = <T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, v]) => v !== undefined)) as never;

export const refuseCaseAction = plain<In<'refuseCase'>>(({ reason, legalBasis }) => ({
  do: 'refuse',
  reason,
  legalBasis,
}));
export const releaseCaseAction = plain<In<'releaseCase'>>(({ reason }) => given({ do: 'release', reason }));
export const resumeCaseAction = plain<In<'resumeCase'>>(({ reason }) => ({ do: 'resume', reason }));
export const askDutyAction = plain<In<'askDuty'>>(({ id: _id, ...rest }) =>
  given({ do: 'askDuty', ...rest }),
);
export const refundCaseAction = plain<In<'refundCase'>>(({ amount, reason }) => ({
  do: 'refund',
  amount,
  reason,
}));
export const apologiseAction = plain<In<'apologise'>>(({ id: _id, ...rest }) =>
  given({ do: 'apologise', ...rest }),
);
export const stopCaseAction = plain<In<'stopCase'>>(({ reason, legalBasis }) => ({
  do: 'stop',
  reason,
  legalBasis,
}));
export const noteCaseAction = plain<In<'noteCase'>>(({ text }) => ({ do: 'note', text }));
export const undoStepAction = plain<In<'undoStep'>>(({ reason }) => given({ do: 'undo', reason }));
export const returnResultAction = plain<In<'returnResult'>>(({ how, taker, document }) =>
  given({ do: 'return', how, taker, document }),
);

/** A paper that a database replaces is asked for only where the database lacks the datum or has it wrong (R09). */
function assertMayAsk(held: Held, content: CaseContent, input: In<'askSupplement'>, today: string): void {
  const replaced = checklist(held.ground.version, content.values, today).filter((one) => one.replacedBy);
  input.points.forEach(({ component, dataFault }, i) => {
    const found = component && replaced.find((one) => one.component.key === component);
    if (!found || dataFault) return;
    const { database } = found.replacedBy!;
    throw fieldProblem(
      `points.${i}.dataFault`,
      `Giấy tờ này được thay bằng dữ liệu (${database}): chỉ yêu cầu khi dữ liệu thiếu hoặc sai.`,
      `This paper is replaced by data (${database}): ask for it only where the data is missing or wrong.`,
    );
  });
}

export async function askSupplementAction(ctx: Context, input: In<'askSupplement'>): Promise<Standing> {
  const held = await holdCase(ctx, input.id);
  const content = await contentOf(ctx, held.row);
  assertMayAsk(held, content, input, ctx.today);
  const { points, decisionNumber } = input;
  return standingOf(stepOn(ctx, held, given({ do: 'askSupplement', points, decisionNumber }) as Command));
}

export const contentOf = async (ctx: Context, row: CaseRow): Promise<CaseContent> =>
  (await findContent(ctx.tx, row.id, row.state.content.version)) ?? missing();

/** The step that follows, with its unit and time; looks at the values only where the plan asks for them. */
export async function nextTarget(
  ctx: Context,
  { row, ground }: Held,
  by: { to?: string | undefined; toUnitId?: string | undefined },
) {
  const { step, places } = row.state;
  if (!step) return undefined;
  const values = isConditional(ground.version) ? (await contentOf(ctx, row)).values : {};
  const next = chooseNext(ground.version, step.key, values, by.to);
  const draft = ground.version.content.rules.draftToApplicant;
  return next && targetOf(next, places, { now: ctx.now, time: ground.time, toUnitId: by.toUnitId, draft });
}

/** Who sends the same step twice, or comes after somebody faster, learns just that. */
function assertAt({ row }: Held, step: string): void {
  if (row.state.step?.key !== step) throw new Problem(stepPassed);
}

export async function advanceCaseAction(ctx: Context, input: In<'advanceCase'>): Promise<Standing> {
  const held = await holdCase(ctx, input.id);
  const { step, remarks, personId } = input;
  assertAt(held, step);
  const to = await nextTarget(ctx, held, input);
  if (personId && to) assertHolder(ctx, held, personId, to);
  return standingOf(
    stepOn(ctx, held, given({ do: 'advance', step, to, remarks, takerId: personId }) as Command),
  );
}

/** Nobody is given a step that he may not do. */
function assertHolder(
  ctx: Context,
  { row, ground }: Held,
  personId: string,
  at: { unitId: string; role: NonNullable<CaseState['step']>['role'] },
): void {
  const { procedureCode, field } = row.state;
  if (holderFor(ctx, ground, { procedureCode, field, unitId: at.unitId, role: at.role }, personId)) return;
  throw new Problem(noMandate, {
    fields: [
      {
        path: 'personId',
        message: {
          vi: 'Người này không có thẩm quyền cho bước này hôm nay.',
          en: 'This person holds no mandate for the step today.',
        },
      },
    ],
  });
}

export function assignHeld(ctx: Context, held: Held, personId: string, remarks?: string): CaseRow {
  const { state } = held.row;
  assertHolder(ctx, held, personId, {
    unitId: state.atUnitId,
    role: state.step?.role ?? needOf('accept', state).role!,
  });
  return stepOn(ctx, held, given({ do: 'assign', personId, remarks }) as Command);
}

export async function assignCaseAction(ctx: Context, input: In<'assignCase'>): Promise<Standing> {
  return standingOf(assignHeld(ctx, await holdCase(ctx, input.id), input.personId, input.remarks));
}

export async function claimCaseAction(ctx: Context, input: In<'claimCase'>): Promise<Standing> {
  const held = await holdCase(ctx, input.id);
  return standingOf(stepOn(ctx, held, { do: 'claim', personId: ctx.actor.personId ?? '' }));
}

export async function transferCaseAction(ctx: Context, input: In<'transferCase'>): Promise<Standing> {
  const held = await holdCase(ctx, input.id);
  const { toUnitId, reason, legalBasis } = input;
  if (!held.ground.snapshot.units.has(toUnitId))
    throw fieldProblem('toUnitId', 'Không có đơn vị này.', 'There is no such unit.');
  return standingOf(stepOn(ctx, held, { do: 'transfer', toUnitId, reason, legalBasis }));
}

export async function consultUnitAction(ctx: Context, input: In<'consultUnit'>): Promise<Standing> {
  const held = await holdCase(ctx, input.id);
  const { id: _id, ...rest } = input;
  if (!held.ground.snapshot.units.has(input.unitId))
    throw fieldProblem('unitId', 'Không có đơn vị này.', 'There is no such unit.');
  if (input.pauses && !input.basis)
    throw fieldProblem('basis', 'Tạm dừng cần căn cứ pháp lý.', 'A pause needs its legal base.');
  assertSilence(held, input);
  const asked = newId(ctx.now);
  const row = stepOn(ctx, held, given({ do: 'consult', ...rest, id: asked }) as Command);
  const made = row.state.consultations.find((one) => one.id === asked)!;
  insertConsultation(ctx.tx, held.row, made, input.question);
  return standingOf(row);
}

export async function answerConsultationAction(
  ctx: Context,
  input: In<'answerConsultation'>,
): Promise<Standing> {
  const held = await holdCase(ctx, input.id);
  const { consultationId: id, answer, agrees } = input;
  const asked = held.row.state.consultations.find((one) => one.id === id);
  const command = given({ do: 'answerConsultation', id, answer, agrees }) as Command;
  const row = stepOn(ctx, held, command, asked?.unitId);
  answerRow(ctx.tx, asked!.unitId, id, ctx.now);
  return standingOf(row);
}

export async function approveResultAction(ctx: Context, input: In<'approveResult'>): Promise<Standing> {
  const held = await holdCase(ctx, input.id);
  const outcome = input.outcome ?? held.row.state.decision?.outcome;
  if (!outcome) throw new Problem(decisionMissing);
  assertDraftSeen(held);
  return standingOf(stepOn(ctx, held, { do: 'approve', outcome, text: input.text ?? '' }));
}

/** Signs what was approved, or approves and signs in one act; the mandate chain of the signer is kept with it. */
export async function signHeld(
  ctx: Context,
  held: Held,
  input: Omit<In<'signResult'>, 'id'>,
): Promise<CaseRow> {
  assertAt(held, input.step);
  const to = await nextTarget(ctx, held, input);
  // Before anything is written: among many cases a refused one leaves no approval behind.
  const by = prove(ctx, held.ground, held.row.state, 'sign');
  assertDraftSeen(held);
  const { step, remarks, serial, outcome } = input;
  const certificateId = await signingCertificate(ctx, held, by, serial);
  const row =
    outcome && !held.row.state.decision?.approvedAt
      ? stepOn(ctx, held, { do: 'approve', outcome, text: '' })
      : held.row;
  return stepOn(
    ctx,
    { ...held, row },
    given({ do: 'sign', step, to, remarks, serial, certificateId }) as Command,
  );
}

export async function signResultAction(ctx: Context, input: In<'signResult'>): Promise<Standing> {
  return standingOf(await signHeld(ctx, await holdCase(ctx, input.id), input));
}

/** Gives the number by hand, or the next of the deciding unit's year. */
export async function numberHeld(
  ctx: Context,
  held: Held,
  input: { number?: string | undefined; to?: string | undefined },
): Promise<CaseRow> {
  const { state } = held.row;
  const year = ctx.today.slice(0, 4);
  const deciding = state.places.decision ?? state.places.reception;
  const unitId = servingFor(held.ground.snapshot, deciding, ctx.today);
  const to = state.step?.role === 'issue' ? await nextTarget(ctx, held, input) : undefined;
  prove(ctx, held.ground, state, 'number');
  if (!isStepOpen(state, 'number')) throw new Problem(stepNotOpen);
  const number = input.number ?? `${await nextNumber(ctx.tx, unitId, 'result', year)}/${year}`;
  return stepOn(ctx, held, given({ do: 'number', number, to }) as Command);
}

export async function numberResultAction(ctx: Context, input: In<'numberResult'>): Promise<Standing> {
  return standingOf(await numberHeld(ctx, await holdCase(ctx, input.id), input));
}

export async function correctCaseAction(ctx: Context, input: In<'correctCase'>): Promise<Standing> {
  const held = await holdCase(ctx, input.id);
  const before = await contentOf(ctx, held.row);
  checkValues(held.ground.version, { ...before.values, ...input.values }, ctx.today, 'given');
  const made = nextContent(ctx, held.row, before, { values: input.values, source: 'official' });
  return standingOf(stepOn(ctx, held, { do: 'correct', ...made, reason: input.reason }));
}
