import { type RawBuilder, sql } from 'kysely';

import type { Actor } from '../../../kit/actor.ts';
import type { Day } from '../../../kit/day.ts';
import type { Tx } from '../../../kit/db.ts';
import { type ListedRow, listedColumns } from './lists.ts';
import { visibleCases } from './visible.ts';

type Units = readonly string[] | 'all';
const at = (units: Units): RawBuilder<unknown> =>
  units === 'all' ? sql`true` : sql`f.at_unit_id = any(${units})`;

const parts = {
  submitted: sql`f.at_unit_id = any(u.ids) and f.work = 'submitted' and jsonb_array_length(f.state->'supplements') = 0`,
  /** Answered and not yet worked on: nothing has been done since. */
  supplements: sql`f.unit_id = any(u.ids) and f.work in ('submitted', 'working') and f.state->'supplements'->-1->>'answeredAt' = f.state->>'lastAt'`,
  ready: sql`f.at_unit_id = any(u.ids) and f.work = 'ready'`,
  dueToday: sql`f.at_unit_id = any(u.ids) and f.work = 'working' and (f.due_at at time zone 'Asia/Ho_Chi_Minh')::date = u.day`,
} as const;
export type DeskPart = keyof typeof parts;

/** What waits at a desk, the most urgent first. */
export const listDeskPart = (
  tx: Tx,
  actor: Actor,
  q: { part: DeskPart; units: readonly string[]; today: Day; limit: number },
): Promise<ListedRow[]> =>
  tx.rows(sql`select ${listedColumns} from cases.case_file f, (select ${q.units}::text[] as ids, ${q.today}::date as day) u
    where f.work <> 'ended' and ${parts[q.part]} and ${visibleCases(actor)}
    order by coalesce(f.due_at, 'infinity'::timestamptz), f.submitted_at, f.id limit ${q.limit}`);

export interface DeskCounts {
  receivedToday: number;
  submitted: number;
  working: number;
  waiting: number;
  ready: number;
  returnedToday: number;
}
/** Cases of a desk by where they stand, and what came in and went out today. */
export const countDesk = (
  tx: Tx,
  actor: Actor,
  q: { units: readonly string[]; from: Date },
): Promise<DeskCounts> =>
  tx.one(sql`select count(*) filter (where f.received_at >= ${q.from})::int as received_today,
      count(*) filter (where f.work = 'submitted')::int as submitted, count(*) filter (where f.work = 'working')::int as working,
      count(*) filter (where f.work = 'waiting')::int as waiting, count(*) filter (where f.work = 'ready')::int as ready,
      count(*) filter (where f.handling = 'returned' and (f.state->>'returnedAt')::timestamptz >= ${q.from})::int as returned_today
    from cases.case_file f
    where f.unit_id = any(${q.units}) and (f.work <> 'ended' or f.changed_at >= ${q.from}) and ${visibleCases(actor)}`);

export interface LoadRow {
  unitId: string;
  personId: string | null;
  versionId: string;
  overlayId: string | null;
  stepKey: string | null;
  open: number;
  dueToday: number;
  late: number;
}
/** Open cases by the unit and person that has to act, and the step at which they stand. */
export const listLoad = (
  tx: Tx,
  actor: Actor,
  q: { units: Units; now: Date; today: Day },
): Promise<LoadRow[]> =>
  tx.rows(sql`select f.at_unit_id as unit_id, f.person_id, f.version_id, f.state->>'overlayId' as overlay_id, f.step_key,
      count(*)::int as open, count(*) filter (where (f.due_at at time zone 'Asia/Ho_Chi_Minh')::date = ${q.today}::date)::int as due_today,
      count(*) filter (where f.due_at < ${q.now})::int as late
    from cases.case_file f where f.work in ('submitted', 'working') and ${at(q.units)} and ${visibleCases(actor)}
    group by 1, 2, 3, 4, 5`);

/** How many cases units received in a time. */
export const countReceived = (
  tx: Tx,
  q: { units: Units; from: Day; to: Day },
): Promise<{ unitId: string; n: number }[]> =>
  tx.rows(sql`select unit_id, sum(n)::int as n from cases.tally
    where kind like 'received:%' and day between ${q.from}::date and ${q.to}::date and ${q.units === 'all' ? sql`true` : sql`unit_id = any(${q.units})`}
    group by unit_id having sum(n) > 0`);

const watched = {
  late: (now: Date): RawBuilder<unknown> => sql`f.due_at < ${now}`,
  near: (now: Date, until: Date): RawBuilder<unknown> => sql`f.due_at >= ${now} and f.due_at <= ${until}`,
  unapologised: (now: Date): RawBuilder<unknown> =>
    sql`f.due_at < ${now} and jsonb_array_length(f.state->'apologies') = 0`,
} as const;

/** Running cases that a leader must look at, the longest overdue first. */
export const listWatched = (
  tx: Tx,
  actor: Actor,
  q: { what: keyof typeof watched; units: Units; now: Date; until: Date; limit: number },
): Promise<ListedRow[]> =>
  tx.rows(sql`select ${listedColumns} from cases.case_file f
    where f.work = 'working' and ${watched[q.what](q.now, q.until)} and ${at(q.units)} and ${visibleCases(actor)}
    order by f.due_at, f.id limit ${q.limit}`);
