import { sql, type RawBuilder } from 'kysely';

import { type Actor, type Classification, reachOf } from '../../../kit/actor.ts';

const VIEW = 'directive.view';
const any = (parts: RawBuilder<unknown>[]): RawBuilder<boolean> =>
  sql<boolean>`(${sql.join(parts, sql` or `)})`;

/**
 * Which assignments (alias `a`) the actor may see: public ones; those of units in reach; those of directives that a unit
 * in reach owns. Each part only up to its classification. The one expression of lists, counts, searches and figures.
 */
export function visibleAssignments(actor: Actor): RawBuilder<boolean> {
  return any(
    reachOf(actor, VIEW).map((part) => {
      const cleared = sql`a.classification = any(${part.classifications})`;
      if (part.units === 'all') return cleared;
      const units = part.units as string[];
      return sql`(${cleared} and (a.unit_id = any(${units}) or a.directive_id in (select o.id from directives.directive o where o.owner_unit_id = any(${units}))))`;
    }),
  );
}

/** The classifications that the actor may see of whatever unit: sums over all units may be read for these. */
export const seenEverywhere = (actor: Actor): Classification[] => [
  ...new Set(reachOf(actor, VIEW).flatMap((part) => (part.units === 'all' ? part.classifications : []))),
];

/** Which tasks (alias `t`, of directive `d`) the actor may see: like assignments, by any assignment of the task. */
export function visibleTasks(actor: Actor): RawBuilder<boolean> {
  return any(
    reachOf(actor, VIEW).map((part) => {
      const cleared = sql`(t.classification = any(${part.classifications}) and d.classification = any(${part.classifications}))`;
      if (part.units === 'all') return cleared;
      const units = part.units as string[];
      return sql`(${cleared} and (d.owner_unit_id = any(${units}) or exists (select from directives.assignment va where va.task_id = t.id and va.unit_id = any(${units}))))`;
    }),
  );
}

/** Which directives (alias `d`) the actor may see. */
export function visibleDirectives(actor: Actor): RawBuilder<boolean> {
  return any(
    reachOf(actor, VIEW).map((part) => {
      const cleared = sql`d.classification = any(${part.classifications})`;
      if (part.units === 'all') return cleared;
      const units = part.units as string[];
      return sql`(${cleared} and (d.owner_unit_id = any(${units}) or exists (select from directives.assignment va where va.directive_id = d.id and va.unit_id = any(${units}) and va.classification = any(${part.classifications}))))`;
    }),
  );
}
