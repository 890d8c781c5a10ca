import { type Actor, may } from '../../kit/actor.ts';
import { notAllowed, Problem } from '../../kit/problems.ts';
import type { UnitId } from './rules/model.ts';
import { ROOT } from './rules/model.ts';

/** The units for which the actor holds the permission. */
export function unitsWith(actor: Actor, permission: string): 'all' | UnitId[] {
  const units = new Set<UnitId>();
  for (const grant of actor.grants) {
    if (!grant.permissions.has(permission) && !grant.permissions.has('*')) continue;
    if (grant.units === 'all') return 'all';
    for (const unitId of grant.units) units.add(unitId);
  }
  return [...units];
}

/** Lists of a whole country and facts in bulk touch every unit, so they ask for the right over all of them. */
export function assertMayImport(actor: Actor): void {
  if (!may(actor, 'organisation.import', ROOT)) throw new Problem(notAllowed);
}
