import { ranksOf } from './effective.ts';
import type { Day, ProcedureContent, Transition } from './model.ts';

/**
 * Whether a running case moves to the version that states this rule. `plan` is the step plan the case runs on; a step
 * that the plan does not have moves nobody, since nobody can be said to stand before it.
 */
export function movesCase(
  transition: Transition | undefined,
  plan: Pick<ProcedureContent, 'steps'>,
  standing: { atStep: string; receivedOn: Day },
): boolean {
  if (!transition || transition.kind === 'none') return false;
  if (transition.kind === 'stated') {
    const { receivedFrom, atSteps } = transition;
    return (
      (receivedFrom === undefined || standing.receivedOn >= receivedFrom) &&
      (atSteps === undefined || atSteps.includes(standing.atStep))
    );
  }
  const ranks = ranksOf(plan.steps);
  const [at, limit] = [ranks.get(standing.atStep), ranks.get(transition.step)];
  return at !== undefined && limit !== undefined && at < limit;
}
