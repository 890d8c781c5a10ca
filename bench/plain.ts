/** The same questions in plain SQL over the base tables: no kept counts, no rights, no reply to build. */
export interface Query {
  text: string;
  values: unknown[];
}

const quoted = (ids: readonly string[]): string => ids.map((id) => `'${id}'`).join(',');
const OPEN = `a.work in ('notStarted', 'inProgress', 'submitted')`;

export const busiest = (ids: readonly string[]): string =>
  `select unit_id as id from directives.assignment where unit_id in (${quoted(ids)}) group by 1 order by count(*) desc, 1 limit 1`;
export const assignmentOf = (unitId: string): string =>
  `select id from directives.assignment where unit_id = '${unitId}' order by work = 'completed' desc, id limit 1`;
export const taskLedBy = (from: number, to: number): string =>
  `select id from directives.task where leads between ${from} and ${to} order by id limit 1`;

const listed = `select a.id, a.unit_id, a.work, a.due, a.progress, t.ref, t.title_vi, d.number
  from directives.assignment a join directives.task t on t.id = a.task_id join directives.directive d on d.id = a.directive_id`;

export const workList = (unitIds: readonly string[]): Query => ({
  text: `${listed} where a.unit_id = any($1::text[]) and ${OPEN} order by a.due, a.id limit 51`,
  values: [unitIds],
});

export const overdue = (today: string): Query => ({
  text: `${listed} where ${OPEN} and a.due < $1::date order by a.due, a.id limit 51`,
  values: [today],
});

export const search = (q: string): Query => ({
  text: `select t.id, t.ref, t.title_vi, d.number from directives.task t join directives.directive d on d.id = t.directive_id
    where lower(unaccent(t.ref || ' ' || t.title_vi || ' ' || t.product_vi || ' ' || t.lead_text)) like '%' || $1 || '%'
    order by t.directive_id, t.position limit 21`,
  values: [q],
});

/** Assignments to leads counted by how they stand on a day, by unit on request. */
export function classes(today: string, unitIds?: readonly string[], byUnit = false): Query {
  return {
    text: `select ${byUnit ? 'a.unit_id' : 'null'} as key, case
        when a.work in ('cancelled', 'recurring') then a.work
        when a.work = 'completed' then case when a.due is null then 'doneNoTerm' when a.done_on > a.due then 'doneLate'
          when a.due < $1::date then 'doneOnTime' else 'doneAhead' end
        when a.due is null then 'openNoTerm'
        when a.due < case when a.work = 'submitted' then least(a.claimed_on, $1::date) else $1::date end then 'overdue'
        else 'inTerm' end as class, count(*)
      from directives.assignment a join directives.task t on t.id = a.task_id
      where a.role = 'lead' and t.kind = 'task' and t.same_as is null ${unitIds ? 'and a.unit_id = any($2::text[])' : ''} group by 1, 2`,
    values: unitIds ? [today, unitIds] : [today],
  };
}
