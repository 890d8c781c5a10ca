import { sql, type RawBuilder } from 'kysely';

import type { Actor } from '../../../kit/actor.ts';
import type { Day } from '../../../kit/day.ts';
import { visibleAssignments, visibleTasks } from '../../directives/index.ts';
import { pastAssignments, pastColumns, pastTasks, presentColumns } from './past.ts';
import { endOf, inForce } from './time.ts';

/** Which records a figure is over, resolved: units by id, the day, and whether that day is today. */
export interface Selection {
  count: 'tasks' | 'assignments';
  kind: 'task' | 'target' | 'all';
  role: 'lead' | 'coordinating' | 'all';
  asOf: Day;
  /** As of today: rows as they stand. Otherwise as they were known at the end of `asOf`. */
  live: boolean;
  directiveId?: string | undefined;
  ownerUnitId?: string | undefined;
  sectionCode?: string | undefined;
  field?: string | undefined;
  /** Units whose records count; all when absent. */
  unitIds?: readonly string[] | undefined;
}

type Sql = RawBuilder<unknown>;
export const all = (parts: readonly (Sql | false | undefined)[]): Sql =>
  sql.join([sql`true`, ...parts.filter((part): part is Sql => !!part)], sql` and `);

/** The class of a row `a` that is no duplicate, on a day; a claim is judged by the date of its product. */
export const rowClass = (asOf: Day): Sql => sql`case
  when a.work in ('cancelled', 'recurring') then a.work
  when a.work = 'completed' then case when a.due is null then 'doneNoTerm' when a.done_on > a.due then 'doneLate' when a.due < ${asOf}::date then 'doneOnTime' else 'doneAhead' end
  when a.due is null then 'openNoTerm'
  when a.due < case when a.work = 'submitted' then least(a.claimed_on, ${asOf}::date) else ${asOf}::date end then 'overdue'
  else 'inTerm' end`;

/** The same over a row of the tally, where no due day is 'infinity'; claims are counted from their rows. */
export const tallyClass = (asOf: Day): Sql => sql`case
  when a.work in ('cancelled', 'recurring') then a.work
  when a.work = 'completed' then case when a.due = 'infinity' then 'doneNoTerm' when a.late_days > 0 then 'doneLate' when a.due < ${asOf}::date then 'doneOnTime' else 'doneAhead' end
  when a.due = 'infinity' then 'openNoTerm' when a.due < ${asOf}::date then 'overdue' else 'inTerm' end`;

/** The same over a row of the changes of counts, which knows whether the product, accepted or claimed, is late. */
export const changeClass = (asOf: Day): Sql => sql`case
  when a.work in ('cancelled', 'recurring') then a.work
  when a.work = 'completed' then case when a.due is null then 'doneNoTerm' when a.late then 'doneLate' when a.due < ${asOf}::date then 'doneOnTime' else 'doneAhead' end
  when a.due is null then 'openNoTerm' when a.late or (a.work <> 'submitted' and a.due < ${asOf}::date) then 'overdue' else 'inTerm' end`;

/** Tasks that stood as merged at the end of a day. */
export const mergedOn = (asOf: Day): Sql =>
  sql`select m.task_id from directives.v_task_merge m where ${inForce('m', asOf)}`;
const wasMerged = (asOf: Day): Sql => sql`a.task_id in (${mergedOn(asOf)})`;
export const classOfRow = (s: Selection): Sql =>
  sql`case when ${s.live ? sql`a.same_as is not null` : wasMerged(s.asOf)} then 'merged' else ${rowClass(s.asOf)} end`;

const ofOwner = (s: Selection, alias: string): Sql | undefined =>
  s.ownerUnitId === undefined
    ? undefined
    : sql`${sql.ref(`${alias}.directive_id`)} in (select v.id from directives.v_directive v where v.owner_unit_id = ${s.ownerUnitId})`;

/** What the tally can be filtered by: who sees it, role, directive, owner and units. */
export const tallyFilter = (actor: Actor, s: Selection): Sql =>
  all([visibleAssignments(actor), scopeFilter(s)]);

export const scopeFilter = (s: Selection): Sql =>
  all([
    s.role !== 'all' && sql`a.role = ${s.role}`,
    s.directiveId !== undefined && sql`a.directive_id = ${s.directiveId}::uuid`,
    ofOwner(s, 'a'),
    s.unitIds && sql`a.unit_id = any(${s.unitIds}::text[])`,
  ]);

export const contentFilter = (s: Selection): Sql =>
  all([
    s.kind !== 'all' && sql`a.task_kind = ${s.kind}`,
    s.sectionCode !== undefined && sql`a.section_code = ${s.sectionCode}`,
    s.field !== undefined && sql`a.field = ${s.field}`,
  ]);

const assignments = (
  actor: Actor,
  s: Selection,
): Sql => sql`(select a.unit_id, a.record_id, a.task_id, a.directive_id, a.role, a.classification, a.work, a.due, a.first_due, a.done_on, a.claimed_on, a.progress,
    a.ref, a.task_kind, a.title_vi, a.title_en, a.product_vi, a.section_code, a.field, a.position, a.deadline_text, a.directive_number, ${classOfRow(s)} as class
  from ${s.live ? sql`directives.v_figure_assignment` : pastAssignments(s.asOf)} a where ${tallyFilter(actor, s)} and ${contentFilter(s)})`;

/** A task is a unit's when one of the unit's assignments of the role, as of the day, is not cancelled. */
const ofUnits = (s: Selection): Sql | undefined => {
  if (!s.unitIds) return undefined;
  const from = s.live ? sql`directives.v_assignment_unit u` : sql`directives.v_span u`;
  return sql`t.id in (select u.task_id from ${from} where u.unit_id = any(${s.unitIds}::text[])
    and ${all([!s.live && inForce('u', s.asOf), s.role !== 'all' && sql`u.role = ${s.role}`, sql`u.work <> 'cancelled'`])})`;
};

const tasks = (actor: Actor, s: Selection): Sql => sql`(select a.*, ${classOfRow(s)} as class from (
    select null::text as unit_id, t.id as record_id, t.id as task_id, t.directive_id, 'lead' as role, case when t.classification = 'restricted' or t.directive_classification = 'restricted' then 'restricted' when t.classification = 'internal' then 'internal' else t.directive_classification end as classification, ${s.live ? presentColumns : pastColumns(s.asOf)}, null::integer as progress,
      t.ref, t.kind as task_kind, t.title_vi, t.title_en, t.product_vi, t.section_code, t.field, t.position, t.deadline_text, t.directive_number, t.same_as, t.owner_unit_id
    from directives.v_figure_task t cross join lateral (select t.directive_id as id, t.owner_unit_id, t.directive_classification as classification) d
    ${s.live ? sql`` : sql`left join ${pastTasks(s.asOf)} g on g.task_id = t.id`}
    where ${all([
      visibleTasks(actor),
      s.directiveId !== undefined && sql`t.directive_id = ${s.directiveId}::uuid`,
      s.ownerUnitId !== undefined && sql`t.owner_unit_id = ${s.ownerUnitId}`,
      ofUnits(s),
      !s.live && sql`(t.known_from < ${endOf(s.asOf)} or g.task_id is not null)`,
    ])}) a
  where ${contentFilter(s)})`;

/** All records of a selection that the actor may see, each with its class. */
export const recordsOf = (actor: Actor, s: Selection): Sql =>
  s.count === 'tasks' ? tasks(actor, s) : assignments(actor, s);
