import { may, type Actor } from '../../kit/actor.ts';
import { notAllowed, Problem } from '../../kit/problems.ts';
import type { Step } from './rules/steps.ts';

/** Whose permission a step needs: for the unit of the assignment, or for the owner of the directive. */
const needs: Record<Step | 'unlock', { permission: string; of: 'unit' | 'owner' }> = {
  report: { permission: 'report.write', of: 'unit' },
  claim: { permission: 'report.write', of: 'unit' },
  askExtension: { permission: 'extension.ask', of: 'unit' },
  confirm: { permission: 'report.confirm', of: 'unit' },
  accept: { permission: 'report.accept', of: 'owner' },
  return: { permission: 'report.accept', of: 'owner' },
  reopen: { permission: 'report.accept', of: 'owner' },
  cancel: { permission: 'task.cancel', of: 'owner' },
  markUncheckable: { permission: 'task.cancel', of: 'owner' },
  redirect: { permission: 'task.assign', of: 'owner' },
  changeDue: { permission: 'task.assign', of: 'owner' },
  grantExtension: { permission: 'extension.decide', of: 'owner' },
  refuseExtension: { permission: 'extension.decide', of: 'owner' },
  unlock: { permission: 'report.unlock', of: 'owner' },
};

interface Place {
  unitId: string;
  ownerUnitId: string;
}

/**
 * Whether the actor may take a step on an assignment. A centre's directive is decided by the centre alone: an office of
 * a province has no such right over it, only over what the province itself assigned.
 */
export function mayStep(actor: Actor, step: Step | 'unlock', place: Place): boolean {
  if (actor.tokenScope === 'read') return false;
  const { permission, of } = needs[step];
  if (may(actor, permission, of === 'unit' ? place.unitId : place.ownerUnitId)) return true;
  // The head of the unit may send a claim back before it leaves the house.
  return step === 'return' && may(actor, 'report.confirm', place.unitId);
}

export function assertMayStep(actor: Actor, step: Step | 'unlock', place: Place): void {
  if (!mayStep(actor, step, place)) throw new Problem(notAllowed);
}

/** Throws unless the actor may do this for the unit that owns the directive. */
export function assertOwner(actor: Actor, permission: string, ownerUnitId: string): void {
  if (!may(actor, permission, ownerUnitId)) throw new Problem(notAllowed);
}

/** The units for which the actor has a permission. */
export function unitsWith(actor: Actor, permission: string): readonly string[] | 'all' {
  const holding = actor.grants.filter((g) => g.permissions.has(permission) || g.permissions.has('*'));
  if (holding.some((g) => g.units === 'all')) return 'all';
  return holding.flatMap((g) => (g.units === 'all' ? [] : [...g.units]));
}
