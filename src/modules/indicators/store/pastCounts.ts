import { sql, type RawBuilder } from 'kysely';

import { type Actor, classifications } from '../../../kit/actor.ts';
import { seenEverywhere } from '../../directives/index.ts';
import { pastAssignments } from './past.ts';
import {
  all,
  changeClass,
  contentFilter,
  mergedOn,
  rowClass,
  scopeFilter,
  type Selection,
  tallyFilter,
} from './selection.ts';
import { inForce } from './time.ts';

type Sql = RawBuilder<unknown>;

/** From the spans themselves: where units matter, which the sums over all units do not know. */
const spans = (actor: Actor, s: Selection, key: Sql, where: Sql): Sql =>
  sql`select ${key} as key, ${rowClass(s.asOf)} as class, 1 as n from directives.v_span a where ${tallyFilter(actor, s)} and ${inForce('a', s.asOf)} and ${where}`;

/**
 * From the changes of counts up to the day, as far as the actor may see them of all units; the rest, which is not public
 * and seen of some units only, from the spans.
 */
const changes = (actor: Actor, s: Selection, key: Sql): Sql => {
  const everywhere = seenEverywhere(actor);
  const sums = sql`select ${key} as key, ${changeClass(s.asOf)} as class, a.n from directives.v_tally_change a
    where a.day <= ${s.asOf}::date and a.classification = any(${everywhere}) and ${scopeFilter(s)}`;
  if (everywhere.length === classifications.length) return sums;
  const rest = sql`a.classification <> 'public' and a.classification <> all(${everywhere})`;
  return sql`${sums} union all ${spans(actor, s, key, rest)}`;
};

/**
 * Counts of assignments of a past day by class and key. Duplicates, and targets where only tasks are asked for, are
 * corrected from their rows, which are few.
 */
export const pastCounts = (actor: Actor, s: Selection, key: Sql, byUnit: boolean): Sql => {
  const rows = (as: Sql, n: number, tasks: Sql, where: Sql) =>
    sql`select ${key} as key, ${as} as class, ${sql.lit(n)} as n from ${pastAssignments(s.asOf)} a where ${tallyFilter(actor, s)} and a.task_id = any(array(${tasks})) and ${where}`;
  const merged = mergedOn(s.asOf);
  const foreign =
    s.kind === 'all'
      ? merged
      : sql`${merged} union select t.id from directives.v_figure_task t where t.kind <> ${s.kind}`;
  return sql`
    ${byUnit || s.unitIds ? spans(actor, s, key, sql`true`) : changes(actor, s, key)}
    union all ${rows(sql`'merged'`, 1, merged, contentFilter(s))}
    union all ${rows(rowClass(s.asOf), -1, foreign, all([]))}`;
};
