import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { dayOf } from '../../../kit/day.ts';
import { fieldProblem } from '../../../kit/problems.ts';
import type { replaceResult, revokeResult } from '../contract/revoke.ts';
import type { CaseRow } from '../store/caseFile.ts';
import { nextNumber } from '../store/content.ts';
import { insertRevocation } from '../store/revocation.ts';
import { standingOf } from './apply.ts';
import { nextContent } from './nextContent.ts';
import { servingFor } from './placing.ts';
import { contentOf, type Held, holdCase, stepOn } from './steps.ts';
import { checkValues } from './values.ts';

type Decision = Pick<ParsedOf<typeof revokeResult>, 'from' | 'decisionNumber'>;

/** A result ends no earlier than it began. */
function fromDay(ctx: Context, { state }: CaseRow, { from = ctx.today }: Decision): string {
  const signed = state.decision?.signedAt;
  if (signed && from < dayOf(signed))
    throw fieldProblem('from', 'Trước ngày ký kết quả.', 'Before the day of signing.');
  return from;
}

/** Counted per agency and day, so that published figures follow. */
function keep(
  ctx: Context,
  { row }: Held,
  of: { kind: 'revoked' | 'replaced'; from: string; decision: string },
) {
  const { reception, decision: unitId = reception } = row.state.places;
  insertRevocation(ctx.tx, { unitId, caseId: row.id, ...of, at: ctx.now });
}

export async function revokeResultAction(
  ctx: Context,
  input: ParsedOf<typeof revokeResult>,
): Promise<ReplyOf<typeof revokeResult>> {
  const held = await holdCase(ctx, input.id);
  const { decisionNumber: number, reason, legalBasis } = input;
  const from = fromDay(ctx, held.row, input);
  const row = stepOn(ctx, held, { do: 'revoke', number, reason, legalBasis, from });
  keep(ctx, held, { kind: 'revoked', from, decision: number });
  return standingOf(row);
}

async function numberFor(ctx: Context, { row, ground }: Held): Promise<string> {
  const year = ctx.today.slice(0, 4);
  const { reception, decision = reception } = row.state.places;
  const unitId = servingFor(ground.snapshot, decision, ctx.today);
  return `${await nextNumber(ctx.tx, unitId, 'result', year)}/${year}`;
}

export async function replaceResultAction(
  ctx: Context,
  input: ParsedOf<typeof replaceResult>,
): Promise<ReplyOf<typeof replaceResult>> {
  const held = await holdCase(ctx, input.id);
  const { decisionNumber: number, reason, legalBasis, values, text = '' } = input;
  const from = fromDay(ctx, held.row, input);
  const before = await contentOf(ctx, held.row);
  checkValues(held.ground.version, { ...before.values, ...values }, ctx.today, 'given');
  const made =
    Object.keys(values).length > 0
      ? nextContent(ctx, held.row, before, { values, source: 'official' })
      : { fields: [] };
  const resultNumber = input.resultNumber ?? (await numberFor(ctx, held));
  const said = { number, reason, legalBasis, from, resultNumber, text };
  const row = stepOn(ctx, held, { do: 'replace', ...said, ...made });
  keep(ctx, held, { kind: 'replaced', from, decision: number });
  return standingOf(row);
}
