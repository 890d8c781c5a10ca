import { sql } from 'kysely';

import type { Actor } from '../../../kit/actor.ts';
import type { Day } from '../../../kit/day.ts';
import { prepared, type Tx } from '../../../kit/db.ts';
import { visibleCases } from './visible.ts';

type Units = readonly string[] | 'all';
const of = (units: Units) => (units === 'all' ? sql`true` : sql`unit_id = any(${units})`);

export interface WatchRow {
  unitId: string;
  submitted: number;
  working: number;
  waiting: number;
  ready: number;
  overdue: number;
  soon: number;
  receivedToday: number;
  endedToday: number;
  received: number;
  onTime: number;
  ended: number;
}

/**
 * The kept counts of units, of now, of today and of a period that ends today. Many days become a few spans first, so that
 * a whole country is one pass with one sum.
 */
export const listWatchCounts = (
  tx: Tx,
  q: { units: Units; today: Day; soonDay: Day; from: Day },
): Promise<WatchRow[]> => {
  const sum = (condition: string) => sql`coalesce(sum(n) filter (where ${sql.raw(condition)}), 0)::int`;
  const open = sql`starts_with(kind, 'open:')`;
  return tx.rows(
    prepared(sql`select unit_id, ${sum(`kind = 'open:submitted'`)} as submitted, ${sum(`kind = 'open:working'`)} as working,
      ${sum(`kind = 'open:waiting'`)} as waiting, ${sum(`kind = 'open:ready'`)} as ready,
      ${sum(`kind = 'open:working' and span = 'past'`)} as overdue, ${sum(`kind = 'open:working' and span = 'soon'`)} as soon,
      ${sum(`starts_with(kind, 'received:') and span = 'today'`)} as received_today, ${sum(`starts_with(kind, 'ended:') and span = 'today'`)} as ended_today,
      ${sum(`starts_with(kind, 'received:')`)} as received, ${sum(`kind in ('ended:early', 'ended:onTime')`)} as on_time,
      ${sum(`starts_with(kind, 'ended:') and kind <> 'ended:notCounted'`)} as ended
    from (select unit_id, kind, sum(n) as n,
        case when not ${open} then case when day = ${q.today}::date then 'today' else '' end
          when day < ${q.today}::date then 'past' when day <= ${q.soonDay}::date then 'soon' else '' end as span
      from cases.tally where ${of(q.units)} and n <> 0 and (${open} or day between ${q.from}::date and ${q.today}::date)
      group by 1, 2, 4) t
    group by unit_id`),
  );
};

export interface WaitingRow {
  caseId: string;
  code: string | null;
  unitId: string;
  dueAt: Date;
}
/** Unanswered questions to units that fall due until a moment: how many are late, how many not yet, and the first of them. */
export async function watchConsultations(
  tx: Tx,
  actor: Actor,
  q: { units: Units; now: Date; until: Date; limit: number },
): Promise<{ late: number; soon: number; items: WaitingRow[] }> {
  const from = sql`from cases.consultation c join cases.case_file f on f.id = c.case_id and f.unit_id = c.case_unit_id
    where c.answered_at is null and c.due_at <= ${q.until} and f.work <> 'ended' and ${visibleCases(actor)}
      and ${q.units === 'all' ? sql`true` : sql`c.unit_id = any(${q.units})`}`;
  const counts = await tx.one<{ late: number; soon: number }>(
    sql`select count(*) filter (where c.due_at < ${q.now})::int as late, count(*) filter (where c.due_at >= ${q.now})::int as soon ${from}`,
  );
  if (counts.late + counts.soon === 0) return { ...counts, items: [] };
  const items = await tx.rows<WaitingRow>(
    sql`select c.case_id, f.code, c.unit_id, c.due_at ${from} order by c.due_at, c.id limit ${q.limit}`,
  );
  return { ...counts, items };
}

/** Days on which units last received something, within a time. */
export const listLastReceived = (
  tx: Tx,
  q: { units: Units; from: Day; to: Day },
): Promise<{ unitId: string; last: Day }[]> =>
  tx.rows(sql`select unit_id, max(day) as last from cases.tally
    where ${of(q.units)} and kind like 'received:%' and n > 0 and day between ${q.from}::date and ${q.to}::date group by unit_id`);
