import { sql, type RawBuilder } from 'kysely';

import type { Day } from '../../../kit/day.ts';
import type { RiskRule, RiskRules } from '../rules/risk.ts';

/** The time states of rules/states.ts and the risks of rules/risk.ts as conditions over rows `a` as they stand now. */

export const OPEN = sql`a.work in ('notStarted', 'inProgress', 'submitted')`;

/** What is claimed is judged by the date of its product while it waits for the decision. */
const judged = (today: Day, row: 'a' | 'c' = 'a') => {
  const claimedOn = sql.ref(`${row}.claimed_on`);
  return sql`case when ${sql.ref(`${row}.work`)} = 'submitted' and ${claimedOn} is not null then least(${claimedOn}, ${today}::date) else ${today}::date end`;
};

/** The overdue open tasks `c` below the task of `a`. */
const lateTasksBelow = (today: Day) => sql`directives.task_parent p join directives.task c on c.id = p.task_id
  where p.parent_id = a.task_id and c.work in ('notStarted', 'inProgress', 'submitted') and c.due < ${judged(today, 'c')}`;

/** Refs of overdue open tasks below the task of `a`. */
export const lateBelow = (today: Day) => sql`(select array_agg(c.ref) from ${lateTasksBelow(today)})`;

function fires(rule: RiskRule, today: Day): RawBuilder<unknown> {
  switch (rule.kind) {
    case 'timeUsedVsProgress':
      return sql`(a.progress < ${rule.progress} and a.due > a.assigned_on and 100.0 * (${today}::date - a.assigned_on) / (a.due - a.assigned_on) >= ${rule.used})`;
    case 'silence':
      return sql`(${today}::date - coalesce(a.last_report_on, a.assigned_on) >= ${rule.days})`;
    case 'dueWithin':
      return sql`(a.progress < ${rule.progress} and a.due - ${today}::date between 0 and ${rule.days})`;
    case 'dependencyLate':
      return sql`exists (select from ${lateTasksBelow(today)})`;
  }
}

function atRisk(rules: RiskRules, today: Day): RawBuilder<unknown> {
  if (rules.rules.length === 0) return sql`false`;
  return sql`(a.work in ('notStarted', 'inProgress') and (${sql.join(
    rules.rules.map((rule) => fires(rule, today)),
    sql` or `,
  )}))`;
}

export function timeCondition(time: string, today: Day, rules: RiskRules): RawBuilder<unknown> {
  switch (time) {
    case 'overdue':
      return sql`(${OPEN} and a.due < ${judged(today)})`;
    case 'inTerm':
      return sql`(${OPEN} and a.due >= ${judged(today)} and not ${atRisk(rules, today)})`;
    case 'atRisk':
      return sql`(${OPEN} and a.due >= ${judged(today)} and ${atRisk(rules, today)})`;
    case 'doneOnTime':
      return sql`(a.work = 'completed' and a.due is not null and a.done_on <= a.due)`;
    case 'doneLate':
      return sql`(a.work = 'completed' and a.due is not null and a.done_on > a.due)`;
    default:
      return sql`(a.work in ('recurring', 'cancelled') or a.due is null)`;
  }
}

/** The same over a task: late by its own derived due day, at risk when one of its leads is. */
export function taskTime(time: string, today: Day, rules: RiskRules): RawBuilder<unknown> {
  const asRow = sql`(select t.work, t.due, t.done_on, t.claimed_on) a`;
  const leadAtRisk = sql`exists (select from directives.assignment a where a.task_id = t.id and a.role = 'lead' and ${timeCondition('atRisk', today, rules)})`;
  if (time === 'atRisk') return sql`(${leadAtRisk} and t.due >= ${today}::date)`;
  const plain = { version: '', validFrom: today, rules: [] };
  const own = sql`exists (select from ${asRow} where ${timeCondition(time, today, plain)})`;
  return time === 'inTerm' ? sql`(${own} and not ${leadAtRisk})` : own;
}
