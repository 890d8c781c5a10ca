import { sql, type RawBuilder } from 'kysely';

import type { Actor } from '../../../kit/actor.ts';
import type { Tx } from '../../../kit/db.ts';
import type { RecordClass } from '../rules/classes.ts';
import { pastCounts } from './pastCounts.ts';
import {
  all,
  contentFilter,
  classOfRow,
  recordsOf,
  type Selection,
  tallyClass,
  tallyFilter,
} from './selection.ts';

export type GroupBy = 'none' | 'directive' | 'section' | 'period' | 'field' | 'unit';
export interface ClassCount {
  key: string | null;
  class: RecordClass;
  n: number;
}

type Sql = RawBuilder<unknown>;

/** The quarter of the due day, or nothing. */
const quarter = sql`case when a.due is null or a.due = 'infinity' then null else to_char(a.due, 'YYYY-"Q"Q') end`;
const keys: Record<GroupBy, Sql> = {
  none: sql`null::text`,
  directive: sql`a.directive_id::text`,
  section: sql`a.directive_id::text || '/' || coalesce(a.section_code, '')`,
  period: quarter,
  field: sql`a.field`,
  unit: sql`a.unit_id`,
};

/** The kept counts know neither sections nor fields. */
const fromCounts = (s: Selection, by: GroupBy): boolean =>
  (s.live || s.kind !== 'target') &&
  s.count === 'assignments' &&
  s.sectionCode === undefined &&
  s.field === undefined &&
  by !== 'section' &&
  by !== 'field';

/** Counts of assignments by class and key, of today or of a past day. */
const assignmentCounts = (actor: Actor, s: Selection, by: GroupBy): Sql => {
  if (!fromCounts(s, by))
    return sql`(select ${keys[by]} as key, a.class, 1 as n from ${recordsOf(actor, s)} a)`;
  return sql`(${s.live ? tallied(actor, s, keys[by]) : pastCounts(actor, s, keys[by], by === 'unit')})`;
};

/**
 * Counts of assignments by class and key, from the tally. What the tally cannot tell is corrected from rows, which are
 * few: claims (judged by the date of their product), duplicates, and targets or tasks where only the others are asked for.
 */
const tallied = (actor: Actor, s: Selection, key: Sql): Sql => {
  // As an array the ids are known before the assignments are looked at, which then come by their index.
  const tasksThat = (where: Sql): Sql =>
    sql`a.task_id = any(array(select t.id from directives.v_figure_task t where ${where}))`;
  const foreign =
    s.kind === 'all' ? sql`t.same_as is not null` : sql`(t.same_as is not null or t.kind <> ${s.kind})`;
  const rows = (as: Sql, n: Sql, where: Sql) =>
    sql`select ${key} as key, ${as} as class, ${n} as n from directives.v_figure_assignment a where ${tallyFilter(actor, s)} and ${where}`;
  return sql`
    select ${key} as key, ${tallyClass(s.asOf)} as class, a.n from directives.v_tally a where ${tallyFilter(actor, s)} and a.work <> 'submitted'
    union all ${rows(classOfRow(s), sql`1`, all([sql`a.work = 'submitted' and a.same_as is null`, contentFilter(s)]))}
    union all ${rows(classOfRow({ ...s, live: true }), sql`1`, all([tasksThat(sql`t.same_as is not null`), contentFilter(s)]))}
    union all ${rows(plainClass(s), sql`-1`, all([sql`a.work <> 'submitted'`, tasksThat(foreign)]))}`;
};

/** The class as the tally sees a row, duplicate or not. */
const plainClass = (s: Selection): Sql => sql`case
  when a.work in ('cancelled', 'recurring') then a.work
  when a.work = 'completed' then case when a.due is null then 'doneNoTerm' when a.done_on > a.due then 'doneLate' when a.due < ${s.asOf}::date then 'doneOnTime' else 'doneAhead' end
  when a.due is null then 'openNoTerm' when a.due < ${s.asOf}::date then 'overdue' else 'inTerm' end`;

/** Counts by class, and by a key where one is named. Only what the actor may see. */
export async function countClasses(
  tx: Tx,
  actor: Actor,
  s: Selection,
  by: Exclude<GroupBy, 'unit'> = 'none',
): Promise<ClassCount[]> {
  const source =
    s.count === 'assignments'
      ? assignmentCounts(actor, s, by)
      : sql`(select ${keys[by]} as key, a.class, 1 as n from ${recordsOf(actor, s)} a)`;
  return tx.rows(
    sql`select key, class, sum(n)::int as n from ${source} c group by key, class having sum(n) <> 0 order by key nulls last, class`,
  );
}

/**
 * Counts by class for groups of units, which may hold several units each. A task led by several units of a group counts
 * once in it, and once in each group: the groups of tasks may add up to more than their total.
 */
export async function countByUnits(
  tx: Tx,
  actor: Actor,
  s: Selection,
  groups: readonly { unitId: string; key: string }[],
  everyUnit = false,
): Promise<ClassCount[]> {
  const ids = groups.map((g) => g.unitId);
  const names = groups.map((g) => g.key);
  const within = { ...s, unitIds: everyUnit ? undefined : ids };
  const map = sql`unnest(${ids}::text[], ${names}::text[]) g(unit_id, key)`;
  if (s.count === 'assignments') {
    const byUnit = sql`(select key, class, sum(n) as n from ${assignmentCounts(actor, within, 'unit')} u group by key, class)`;
    return tx.rows(
      sql`select g.key, c.class, sum(c.n)::int as n from ${byUnit} c join ${map} on g.unit_id = c.key group by 1, 2 having sum(c.n) <> 0`,
    );
  }
  const units = everyUnit ? sql`true` : sql`u.unit_id = any(${ids}::text[])`;
  const led = s.live
    ? sql`directives.v_assignment_unit u where true`
    : sql`directives.v_span u where u.from_at < (${s.asOf}::date + 1) and (u.to_at is null or u.to_at >= (${s.asOf}::date + 1))`;
  return tx.rows(sql`
    select key, class, count(*)::int as n from (
      select distinct g.key, a.record_id, a.class from ${recordsOf(actor, { ...s, unitIds: undefined })} a
        join (select u.task_id, u.unit_id from ${led} and ${units} and u.work <> 'cancelled' and ${s.role === 'all' ? sql`true` : sql`u.role = ${s.role}`}) u on u.task_id = a.record_id join ${map} on g.unit_id = u.unit_id) c
    group by 1, 2`);
}
