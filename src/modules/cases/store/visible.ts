import { type RawBuilder, sql } from 'kysely';

import { type Actor, reachOf } from '../../../kit/actor.ts';

const VIEW = 'case.view';

/**
 * Which cases (alias `f`) the actor may see: those in which a unit within his reach receives, decides, acts, returns or is
 * consulted, each up to his clearance, and his own. A case is never public. The one expression of every list, count and search.
 */
export function visibleCases(actor: Actor): RawBuilder<boolean> {
  const parts: RawBuilder<unknown>[] = [];
  for (const part of reachOf(actor, VIEW).slice(1)) {
    const cleared = sql`f.classification = any(${part.classifications})`;
    if (part.units === 'all') parts.push(cleared);
    else if (part.units.length > 0) parts.push(sql`(${cleared} and ${touches(part.units)})`);
  }
  if (actor.kind === 'account') parts.push(sql`f.account_id = ${actor.id}`);
  return parts.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(parts, sql` or `)})`;
}

const touches = (units: readonly string[]): RawBuilder<unknown> =>
  sql`(f.unit_id = any(${units}) or f.at_unit_id = any(${units}) or f.decision_unit_id = any(${units}) or f.return_unit_id = any(${units})
    or exists (select from cases.consultation vc where vc.case_id = f.id and vc.unit_id = any(${units})))`;
