import { type CommandOf, type Decided, type Facts, say } from './command.ts';
import type { CaseState } from './model.ts';
import { handOver } from './time.ts';

type Deciding = CommandOf<'propose'> | CommandOf<'approve'> | CommandOf<'sign'> | CommandOf<'number'>;

/**
 * Draft, approval, signature, number. An approval stands by itself, so that a signature that fails loses nothing (R25);
 * signing what nobody approved approves it in the same moment.
 */
export function decideDecision(state: CaseState, c: Deciding, f: Facts): Decided {
  if (c.do === 'propose' || c.do === 'approve') {
    const type = c.do === 'propose' ? 'case.proposed' : 'case.approved';
    return { events: [say(f)(type, { outcome: c.outcome, text: c.text })] };
  }
  const slip = (to: { unitId: string } | undefined, remarks?: string) =>
    handOver(state, f.now, f.time, { giver: f.by.person, takerUnitId: to?.unitId, remarks });
  if (c.do === 'sign') {
    if (state.step?.key !== c.step) return { refused: 'stepPassed' };
    if (!state.decision) return { refused: 'decisionMissing' };
    const { to, serial } = c;
    return {
      events: [
        say(f)('case.signed', {
          step: c.step,
          ...(to && { to }),
          handOver: slip(to, c.remarks),
          ...(serial && { serial }),
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
