import type { Context } from '../../../kit/context.ts';
import type { ParsedOf } from '../../../kit/contract.ts';
import { Problem } from '../../../kit/problems.ts';
import type { proposeResult } from '../contract.ts';
import type { StepTarget } from '../rules/model.ts';
import { silenceAt } from '../rules/wake.ts';
import { standingOf } from './apply.ts';
import { draftLimit } from './silence.ts';
import { type Held, holdCase, nextTarget, stepOn } from './steps.ts';

/** A proposed result; where the version says so it goes to the applicant, who may object until his time is over. */
export async function proposeResultAction(ctx: Context, input: ParsedOf<typeof proposeResult>) {
  const held = await holdCase(ctx, input.id);
  const { outcome, text } = input;
  const answerWithin = draftLimit(held.ground.version);
  return standingOf(
    stepOn(ctx, held, { do: 'propose', outcome, text, ...(answerWithin && { answerWithin }) }),
  );
}

/** Where a case goes when the unit consulted stays silent; nothing where its time is not over or the plan leaves a choice. */
export async function stepAfterSilence(ctx: Context, held: Held): Promise<StepTarget | undefined> {
  const { state } = held.row;
  const at = silenceAt(state);
  if (!at || at > ctx.now.toISOString() || state.step?.role !== 'consult') return undefined;
  try {
    return await nextTarget(ctx, held, {});
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}
