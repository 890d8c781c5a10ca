import { may } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import { notAllowed, Problem } from '../../../kit/problems.ts';
import type { Holder, StepRole } from '../../mandates/contract.ts';
import { mayAct } from '../../mandates/index.ts';
import { noMandate, noPerson, notYours } from '../contract/problems.ts';
import type { By, CaseState } from '../rules/model.ts';
import { type CaseStep, isStepOpen, type Need, needOf, openSteps } from '../rules/steps.ts';
import type { Ground } from './grounds.ts';

/** Steps whose whole chain of mandates is kept, to be checked again years later. */
const signatures: ReadonlySet<CaseStep> = new Set([
  'accept',
  'refuse',
  'approve',
  'sign',
  'number',
  'revoke',
  'replace',
]);
/** Steps that only the person to whom the case is assigned takes, or his stand-in, or who may assign. */
const personal: ReadonlySet<CaseStep> = new Set(['advance', 'propose', 'sign', 'release']);

const links = (holder: Holder, all: boolean) =>
  (all ? holder.chain : holder.chain.slice(-1)).map(({ kind, id, paper }) => ({
    kind,
    id,
    paper: paper.number,
  }));

/** The unit for which a step is taken; of a consulted case the unit that was asked. */
function unitFor(state: CaseState, unit: Need['unit'], asked?: string): string {
  if (unit === 'consulted') return asked ?? state.atUnitId;
  if (unit === 'decision') return state.places.decision ?? state.places.reception;
  return unit === 'reception' ? state.places.reception : state.atUnitId;
}

/** Who may do a role for a unit today, or nobody. */
export function holderFor(
  ctx: Context,
  ground: Ground,
  of: { unitId: string; procedureCode: string; field: string; role: StepRole },
  personId: string,
  inPlaceOf?: string,
): Holder | undefined {
  return mayAct(ground.book, ground.snapshot, { ...of, personId, inPlaceOf }, ctx.today);
}

export const asApplicant: By = { as: 'applicant' };

/**
 * The proof that the actor may take a step on a case: permission for the unit, and the mandate of his person for the role.
 * @throws a problem that says what is missing
 */
export function prove(ctx: Context, ground: Ground, state: CaseState, step: CaseStep, asked?: string): By {
  const need = needOf(step, state);
  const unitId = unitFor(state, need.unit, asked);
  const within = need.unit === 'seen' ? undefined : unitId;
  if (!may(ctx.actor, need.permission, within)) throw new Problem(notAllowed);
  const { personId } = ctx.actor;
  if (!personId) throw new Problem(noPerson);
  if (!need.role) {
    assertOwn(ctx, state, step, undefined);
    return { as: 'official', person: personId, unitId };
  }
  const { procedureCode, field } = state;
  const of = { unitId, procedureCode, field, role: need.role };
  // Of a case assigned to somebody who is away, his stand-in proves that place, whatever he may do himself.
  const holder = holderFor(ctx, ground, of, personId, personal.has(step) ? state.personId : undefined);
  if (!holder) throw new Problem(noMandate);
  assertOwn(ctx, state, step, holder);
  return {
    as: 'official',
    person: personId,
    unitId: holder.unitId,
    ...(holder.standsInFor && { standsInFor: holder.standsInFor }),
    mandate: links(holder, signatures.has(step)),
  };
}

function assertOwn(ctx: Context, state: CaseState, step: CaseStep, holder: Holder | undefined): void {
  if (!personal.has(step) || !state.personId) return;
  if (state.personId === ctx.actor.personId || holder?.standsInFor === state.personId) return;
  if (!may(ctx.actor, 'case.assign', state.atUnitId)) throw new Problem(notYours);
}

/** The steps open to the actor now: state × permission × mandate, asked by the same function that refuses. */
export function stepsFor(ctx: Context, ground: Ground, state: CaseState, isApplicant: boolean): CaseStep[] {
  if (ctx.actor.tokenScope === 'read') return [];
  return openSteps(state).filter((step) => {
    const need = needOf(step, state);
    if (isApplicant && need.who !== 'official') return true;
    if (need.who === 'applicant') return false;
    const asked = state.consultations
      .filter((c) => !c.answeredAt)
      .find((c) => may(ctx.actor, 'case.handle', c.unitId));
    try {
      prove(ctx, ground, state, step, asked?.unitId);
      return isStepOpen(state, step);
    } catch (error) {
      if (error instanceof Problem) return false;
      throw error;
    }
  });
}
