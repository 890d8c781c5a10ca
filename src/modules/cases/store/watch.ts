import { type RawBuilder, sql } from 'kysely';

import type { Actor } from '../../../kit/actor.ts';
import type { Day } from '../../../kit/day.ts';
import { prepared, type Tx } from '../../../kit/db.ts';
import { caseChannels } from '../rules/model.ts';
import { type ListedRow, listedColumns } from './lists.ts';
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
  /** The day on which the unit last received something; null for never. */
  last: Day | null;
}

const list = (names: readonly string[]) => sql.join(names.map((name) => sql.lit(name)));
const OPEN = list(['open:submitted', 'open:working', 'open:waiting', 'open:ready']);
const RECEIVED = list(caseChannels.map((channel) => `received:${channel}`));
const ENDED = list(['ended:early', 'ended:onTime', 'ended:late']);

export interface WatchDays {
  today: Day;
  soonDay: Day;
  /** First day of the period that ends today. */
  from: Day;
}

/** What is summed of the kept counts, and which of them; the last reception is looked for from a day on, or among all. */
function watched(q: WatchDays & { lastSince?: Day }): {
  columns: RawBuilder<unknown>;
  rows: RawBuilder<unknown>;
} {
  const sum = (condition: RawBuilder<unknown>) => sql`coalesce(sum(n) filter (where ${condition}), 0)::int`;
  const open = (name: string) => sum(sql`kind = ${sql.lit(`open:${name}`)}`);
  const today = sql`${q.today}::date`;
  return {
    columns: sql`${open('submitted')} as submitted, ${open('working')} as working, ${open('waiting')} as waiting, ${open('ready')} as ready,
      ${sum(sql`kind = 'open:working' and day < ${today}`)} as overdue,
      ${sum(sql`kind = 'open:working' and day between ${today} and ${q.soonDay}::date`)} as soon,
      ${sum(sql`day = ${today} and kind in (${RECEIVED})`)} as received_today, ${sum(sql`day = ${today} and kind in (${ENDED})`)} as ended_today,
      ${sum(sql`kind in (${RECEIVED}) and day >= ${q.from}::date`)} as received, ${sum(sql`kind in ('ended:early', 'ended:onTime')`)} as on_time, ${sum(sql`kind in (${ENDED})`)} as ended,
      max(day) filter (where kind in (${RECEIVED}) and n > 0) as last`,
    rows: sql`n <> 0 and (kind in (${OPEN}) or day between ${q.from}::date and ${today}
      or (kind in (${RECEIVED}) ${q.lastSince ? sql`and day >= ${q.lastSince}::date` : sql``}))`,
  };
}

/** The kept counts of units, of now, of today and of a period that ends today. */
export const listWatchCounts = (
  tx: Tx,
  q: WatchDays & { units: Units; lastSince?: Day },
): Promise<WatchRow[]> => {
  const { columns, rows } = watched(q);
  return tx.rows(
    prepared(
      sql`select unit_id, ${columns} from cases.tally where ${of(q.units)} and ${rows} group by unit_id`,
    ),
  );
};

export interface WatchLook {
  /** Transactions before this one had ended at the time of the look, and are in it. */
  mark: string;
  rows: WatchRow[];
}
type LookRow = { mark: string } & (WatchRow | { unitId: null });
const MARK = sql`(select pg_snapshot_xmin(pg_current_snapshot())::text as mark) m`;
const lookOf = (rows: readonly LookRow[]): WatchLook => ({
  mark: rows[0]!.mark,
  rows: rows.flatMap((row) => {
    const { mark: _, ...one } = row;
    return one.unitId === null ? [] : [one];
  }),
});

/** The counts of every unit there is, with the mark to go on from. */
export async function lookAtAll(tx: Tx, q: WatchDays): Promise<WatchLook> {
  const { columns, rows } = watched(q);
  return lookOf(
    await tx.rows<LookRow>(sql`select m.mark, t.* from ${MARK} left join (
      select unit_id, ${columns} from cases.tally where ${rows} group by unit_id) t on true`),
  );
}

/**
 * The counts of the units that events since a mark may have changed: every unit that ever had one of their cases. What was
 * counted when the mark was set may come again; that does no harm.
 */
export async function lookAgain(tx: Tx, q: WatchDays, mark: string): Promise<WatchLook> {
  const { columns, rows } = watched(q);
  return lookOf(
    await tx.rows<LookRow>(sql`
      with touched as materialized (
        select distinct stream from kit.event where tx >= ${mark}::xid8 and stream like 'case:%'
      ), units as materialized (
        select distinct v.unit_id from touched s join kit.event e on e.stream = s.stream cross join lateral (values
          (e.unit_id), (e.payload ->> 'decisionUnitId'), (e.payload ->> 'toUnitId'), (e.payload -> 'places' ->> 'decision')) v(unit_id)
        where v.unit_id is not null
      ) select m.mark, t.* from ${MARK} left join (
        select u.unit_id, ${columns} from units u left join cases.tally t on t.unit_id = u.unit_id and ${rows}
        group by u.unit_id) t on true`),
  );
}

export interface WaitingRow {
  caseId: string;
  code: string | null;
  unitId: string;
  dueAt: Date;
}
/**
 * Unanswered questions to units that fall due until a moment: how many are late, how many not yet, and the first of them.
 * The few questions are found first, then their cases: asked for together, all cases of the units would be read.
 */
export async function watchConsultations(
  tx: Tx,
  actor: Actor,
  q: { units: Units; now: Date; until: Date; limit: number },
): Promise<{ late: number; soon: number; items: WaitingRow[] }> {
  const rows = await tx.rows<WaitingRow & { late: number; soon: number }>(sql`
    with asked as materialized (
      select c.id, c.case_id, c.case_unit_id, c.unit_id, c.due_at from cases.consultation c
      where c.answered_at is null and c.due_at <= ${q.until} and ${q.units === 'all' ? sql`true` : sql`c.unit_id = any(${q.units})`}
    ), seen as materialized (
      select a.id, a.case_id, a.unit_id, a.due_at, f.code from asked a cross join lateral (
        select f.code from cases.case_file f where f.id = a.case_id and f.unit_id = a.case_unit_id and f.work <> 'ended' and ${visibleCases(actor)} offset 0) f
    ) select case_id, unit_id, due_at, code, (count(*) filter (where due_at < ${q.now}) over ())::int as late,
      (count(*) filter (where due_at >= ${q.now}) over ())::int as soon from seen order by due_at, id limit ${Math.max(1, q.limit)}`);
  const { late = 0, soon = 0 } = rows[0] ?? {};
  const items = rows.slice(0, q.limit).map(({ late: _late, soon: _soon, ...row }) => row);
  return { late, soon, items };
}

const KEY = sql`coalesce(f.due_at, 'infinity'::timestamptz)`;
/** So many of each unit are looked at for one that is shown, as some may be classified higher than the reader is cleared. */
const SPARE = 4;

/**
 * The first cases that units are handling and that fall due within a time. Each unit's are read in their order and only
 * then asked whether they may be seen: asked for together, all cases of the units would be read.
 */
export const listDueWithin = (
  tx: Tx,
  actor: Actor,
  q: { units: readonly string[]; from?: Date; until: Date; limit: number },
): Promise<ListedRow[]> =>
  tx.rows(sql`select ${listedColumns} from unnest(${q.units}::text[]) u cross join lateral (
      select * from cases.case_file f where f.decision_unit_id = u and f.work <> 'ended' and f.work = 'working'
        and ${KEY} >= ${q.from ?? '-infinity'}::timestamptz and ${KEY} < ${q.until} order by ${KEY}, f.id limit ${q.limit * SPARE} offset 0) f
    where ${visibleCases(actor)} order by f.due_at, f.id limit ${q.limit}`);
