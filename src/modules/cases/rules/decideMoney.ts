import { type CommandOf, type Decided, type Facts, say } from './command.ts';
import type { CaseState } from './model.ts';
import { judgeReceipt, paidSum } from './pauses.ts';
import { withDue } from './time.ts';

/** What is to be paid and what arrives: the clock stands for a financial duty until the sum is there (R12). */
export function decideMoney(
  state: CaseState,
  c: CommandOf<'askDuty'> | CommandOf<'pay'> | CommandOf<'refund'>,
  f: Facts,
): Decided {
  if (c.do === 'refund') return { events: [say(f)('case.refunded', { amount: c.amount, reason: c.reason })] };
  if (c.do === 'askDuty') {
    const { do: _do, ...asked } = c;
    // What is still unpaid of an earlier sum is asked for together with the new one.
    const owed = state.payment === 'due' || state.payment === 'wrongSum' ? state.duty : undefined;
    const rest = owed ? Math.max(0, owed.amount - paidSum(state)) : 0;
    const duty = { ...asked, amount: c.amount + rest };
    const reason = {
      cause: 'pause' as const,
      reasonVi: 'Chờ thực hiện nghĩa vụ tài chính',
      reasonEn: 'Waits for the financial duty',
      basis: c.basis,
    };
    return { events: withDue(state, [say(f)('case.dutyAsked', duty)], { ...f, reason }) };
  }
  const { do: _do, ...receipt } = c;
  const result = judgeReceipt(state, { id: c.receiptId, amount: c.amount });
  const event = say(f)('case.paymentReceived', { ...receipt, result });
  const reason = {
    cause: 'resume' as const,
    reasonVi: 'Đã nhận chứng từ nộp tiền',
    reasonEn: 'The payment has arrived',
    basis: c.receiptId,
  };
  return { events: withDue(state, [event], { ...f, reason }) };
}
