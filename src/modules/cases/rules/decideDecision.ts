import { type CommandOf, type Decided, type Facts, say } from './command.ts';
import type { CaseState } from './model.ts';
import { handOver, withDue } from './time.ts';

/** Where the version says so, a proposed result goes to the applicant first: the clock stands until he or silence answers. */
function propose(state: CaseState, c: CommandOf<'propose'>, f: Facts): Decided {
  const proposed = say(f)('case.proposed', { outcome: c.outcome, text: c.text });
  if (!c.answerWithin) return { events: [proposed] };
  const silentAt = f.time.add(new Date(f.now), c.answerWithin).toISOString();
  const reason = {
    cause: 'pause' as const,
    reasonVi: 'Chờ người nộp hồ sơ xem dự thảo kết quả',
    reasonEn: 'Waits for the applicant to read the draft of the result',
    basis: 'Quy trình của thủ tục',
  };
  return { events: withDue(state, [proposed, say(f)('case.draftSent', { silentAt })], { ...f, reason }) };
}

type Deciding = CommandOf<'propose'> | CommandOf<'approve'> | CommandOf<'sign'> | CommandOf<'number'>;

/**
 * Draft, approval, signature, number. An approval stands by itself, so that a signature that fails loses nothing (R25);
 * signing what nobody approved approves it in the same moment.
 */
export function decideDecision(state: CaseState, c: Deciding, f: Facts): Decided {
  if (c.do === 'propose') return propose(state, c, f);
  if (c.do === 'approve') return { events: [say(f)('case.approved', { outcome: c.outcome, text: c.text })] };
  const slip = (to: { unitId: string } | undefined, remarks?: string) =>
    handOver(state, f.now, f.time, { giver: f.by.person, takerUnitId: to?.unitId, remarks });
  if (c.do === 'sign') {
    if (state.step?.key !== c.step) return { refused: 'stepPassed' };
    if (!state.decision) return { refused: 'decisionMissing' };
    const { to, serial, certificateId } = c;
    return {
      events: [
        say(f)('case.signed', {
          step: c.step,
          ...(to && { to }),
          handOver: slip(to, c.remarks),
          ...(serial && { serial }),
          ...(certificateId && { certificateId }),
        }),
      ],
    };
  }
  const atIssue = state.step?.role === 'issue' ? { step: state.step.key, handOver: slip(c.to) } : {};
  return {
    events: [
      say(f)('case.numbered', { number: c.number, ...atIssue, ...(atIssue.step && c.to && { to: c.to }) }),
    ],
  };
}
