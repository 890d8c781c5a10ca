import type { PauseReason } from '../../calendar/contract.ts';
import type { EventOf } from './events.ts';
import type { CaseState, Instant, ReceiptResult } from './model.ts';

/** The clock stands from `at` on; a second reason while it stands already adds nothing that could count twice. */
export function paused(state: CaseState, at: Instant, reason: PauseReason, basis: string): CaseState {
  if (state.pauses.some((p) => !p.to && p.reason === reason)) return state;
  return { ...state, pauses: [...state.pauses, { from: at, reason, basis }] };
}

/** The waits as they were before a step was finished: that of the next has not begun, that of its own is not over. */
export function waitsBefore(
  pauses: CaseState['pauses'],
  left: CaseState['step'],
  next: CaseState['step'],
): CaseState['pauses'] {
  const began = next?.waitsFor ? pauses.filter((p) => p.from !== next.since) : pauses;
  if (left?.waitsFor !== 'otherAgency') return began;
  return began.map(({ to, ...open }) =>
    to === undefined || (open.reason === 'otherAgency' && to === next?.since) ? open : { ...open, to },
  );
}

/** The wait for one reason is over; the clock runs again when no other is open. */
export function resumed(state: CaseState, at: Instant, reason: PauseReason): CaseState {
  return {
    ...state,
    pauses: state.pauses.map((p) => (!p.to && p.reason === reason ? { ...p, to: at } : p)),
  };
}

/** A proposed result goes to the applicant; the clock stands. */
export function draftSent(state: CaseState, e: EventOf<'case.draftSent'>): CaseState {
  const draft = { sentAt: e.at, silentAt: e.silentAt };
  return paused({ ...state, draft }, e.at, 'applicantAnswer', 'case.draftSent');
}

/** A wait ends by an answer or by silence; a silence speaks once, so the step's own hour for it is over. */
export function waitOver(state: CaseState, e: EventOf<'case.resumed'>): CaseState {
  const next = resumed(state, e.at, e.reason);
  const { step } = next;
  if (e.silence && step?.silentAt) {
    const { silentAt: _spoken, ...rest } = step;
    next.step = rest;
  }
  const { draft } = state;
  if (e.reason !== 'applicantAnswer' || !draft || draft.answeredAt) return next;
  const agrees = e.silence ? true : e.agrees;
  const answered = { ...draft, answeredAt: e.at, ...(agrees !== undefined && { agrees }) };
  return { ...next, draft: { ...answered, ...(e.silence && { silence: true as const }) } };
}

export const isPaused = (state: CaseState): boolean => state.pauses.some((p) => !p.to);

const counts: ReadonlySet<ReceiptResult> = new Set(['full', 'partial', 'wrongSum']);

/** What has been paid so far towards the sum asked for; doubled, late and superfluous receipts do not count. */
export const paidSum = (state: CaseState): number =>
  state.receipts.reduce(
    (sum, r) => (r.dutyAt === state.duty?.askedAt && counts.has(r.result) ? sum + r.amount : sum),
    0,
  );

/**
 * How a receipt stands to the sum asked for. The same number twice is a duplicate; money for a case that has ended is
 * late; money after the full sum is extra; less than the rest is partial, more than the rest a wrong sum.
 */
export function judgeReceipt(state: CaseState, receipt: { id: string; amount: number }): ReceiptResult {
  if (state.receipts.some((r) => r.id === receipt.id)) return 'duplicate';
  if (state.ended && state.ended.how !== 'finished') return 'late';
  if (!state.duty || state.payment === 'paid') return 'extra';
  const rest = state.duty.amount - paidSum(state);
  if (receipt.amount === rest) return 'full';
  return receipt.amount < rest ? 'partial' : 'wrongSum';
}

/** A payment arrived: the full sum (or more) lets the case go on, anything less leaves it waiting. */
export function withReceipt(state: CaseState, e: EventOf<'case.paymentReceived'>): CaseState {
  if (e.result === 'duplicate') return state;
  const dutyAt = state.duty ? { dutyAt: state.duty.askedAt } : {};
  const receipt = { id: e.receiptId, amount: e.amount, at: e.paidAt, result: e.result, ...dutyAt };
  const next: CaseState = { ...state, receipts: [...state.receipts, receipt] };
  if (e.result === 'late' || e.result === 'extra') return next;
  if (e.result === 'partial') return { ...next, payment: 'wrongSum' };
  const paid: CaseState = { ...next, payment: e.result === 'full' ? 'paid' : 'wrongSum' };
  const free: CaseState = paid.handling === 'awaitingDuty' ? { ...paid, handling: 'handling' } : paid;
  return resumed(free, e.at, 'financialDuty');
}
