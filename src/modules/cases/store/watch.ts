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

/** The kept counts of units, of now, of today and of a period that ends today. */
export const listWatchCounts = (
  tx: Tx,
  q: { units: Units; today: Day; soonDay: Day; from: Day },
): Promise<WatchRow[]> => {
  const sum = (kind: string, more = sql`true`) =>
    sql`coalesce(sum(n) filter (where kind = ${sql.lit(kind)} and ${more}), 0)::int`;
  const like = (kind: string, more = sql`true`) =>
    sql`coalesce(sum(n) filter (where kind like ${sql.lit(`${kind}:%`)} and ${more}), 0)::int`;
  const day = sql`day = ${q.today}::date`;
  return tx.rows(
    prepared(sql`select unit_id, ${sum('open:submitted')} as submitted, ${sum('open:working')} as working, ${sum('open:waiting')} as waiting, ${sum('open:ready')} as ready,
      ${sum('open:working', sql`day < ${q.today}::date`)} as overdue, ${sum('open:working', sql`day between ${q.today}::date and ${q.soonDay}::date`)} as soon,
      ${like('received', day)} as received_today, ${like('ended', day)} as ended_today, ${like('received')} as received,
      ${like('ended', sql`kind in ('ended:early', 'ended:onTime')`)} as on_time, ${like('ended', sql`kind <> 'ended:notCounted'`)} as ended
    from cases.tally where ${of(q.units)} and n <> 0 and (kind like 'open:%' or day between ${q.from}::date and ${q.today}::date)
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
