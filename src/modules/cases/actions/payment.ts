import { may } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { missing } from '../../../kit/problems.ts';
import type { receivePayment } from '../contract.ts';
import type { By } from '../rules/model.ts';
import { judgeReceipt, paidSum } from '../rules/pauses.ts';
import { lockBare } from '../store/caseFile.ts';
import { carryOut } from './apply.ts';
import { groundOf, loadGround } from './grounds.ts';

/** A receipt by case code, from the gateway or the cashier. The same receipt twice changes nothing and says so. */
export async function receivePaymentAction(
  ctx: Context,
  input: ParsedOf<typeof receivePayment>,
): Promise<ReplyOf<typeof receivePayment>> {
  const [row, ground] = await Promise.all([
    lockBare(ctx.tx, { code: input.code.trim().toUpperCase() }),
    loadGround(ctx.tx),
  ]);
  if (!row || !may(ctx.actor, 'case.receive', row.unitId)) missing();
  const { time } = await groundOf(ctx, ground, row.state);
  const { personId } = ctx.actor;
  const by: By = personId ? { as: 'official', person: personId } : { as: 'system' };
  const { receiptId, amount, gateway } = input;
  const result = judgeReceipt(row.state, { id: receiptId, amount });
  const paidAt = new Date(input.paidAt).toISOString();
  const next = carryOut(ctx, row, { do: 'pay', receiptId, amount, paidAt, gateway }, { by, time });
  const rest = Math.max(0, (next.state.duty?.amount ?? 0) - paidSum(next.state));
  return { result, payment: next.state.payment, handling: next.state.handling, rest };
}
