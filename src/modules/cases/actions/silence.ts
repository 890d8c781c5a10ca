import { fieldProblem, Problem } from '../../../kit/problems.ts';
import type { TimeLimit } from '../../calendar/contract.ts';
import type { EffectiveVersion } from '../../procedures/contract.ts';
import { draftNotSeen } from '../contract/problems.ts';
import type { CaseState } from '../rules/model.ts';
import type { CaseGround } from './grounds.ts';

interface At {
  row: { state: CaseState };
  ground: CaseGround;
}

/** How long a proposed result lies with the applicant; nothing where the plan has a step of its own for that. */
export function draftLimit(version: EffectiveVersion): TimeLimit | undefined {
  const { rules, steps } = version.content;
  return steps.some((step) => step.waitsFor === 'applicantAnswer') ? undefined : rules.draftToApplicant;
}

/** Where the version sends the draft to the applicant, nothing is approved or signed that he has not seen. */
export function assertDraftSeen({ row, ground }: At): void {
  if (draftLimit(ground.version) && !row.state.draft) throw new Problem(draftNotSeen);
}

/** Silence agrees only where the plan says so, or by the place of the law that is named. */
export function assertSilence(
  { ground }: At,
  asked: { silenceConsents: boolean; basis?: string | undefined },
): void {
  if (!asked.silenceConsents || asked.basis) return;
  if (ground.version.content.steps.some((step) => step.role === 'consult' && step.silenceAfter)) return;
  throw fieldProblem(
    'basis',
    'Quy trình của thủ tục không coi im lặng là đồng ý: nêu căn cứ pháp lý.',
    'The plan of the procedure does not take silence for consent: name the legal base.',
  );
}
