import { type RawBuilder, sql } from 'kysely';

import { type Actor, reachOf } from '../../../kit/actor.ts';
import type { Day } from '../../../kit/day.ts';
import { prepared, type Tx } from '../../../kit/db.ts';
import type { CaseChannel, Handling, outcomes } from '../rules/model.ts';
import { visibleCases } from './visible.ts';

export interface ListedRow {
  id: string;
  unitId: string;
  code: string | null;
  procedureCode: string;
  applicantName: string;
  channel: CaseChannel;
  handling: Handling;
  payment: string;
  stepKey: string | null;
  stepRole: string | null;
  proposed: (typeof outcomes)[number] | null;
  decisionUnitId: string | null;
  atUnitId: string;
  personId: string | null;
  submittedAt: Date;
  receivedAt: Date | null;
  dueAt: Date | null;
  stepDueAt: Date | null;
}
/** What a list shows of a case (alias `f`). */
export const listedColumns = sql`f.id, f.unit_id, f.code, f.procedure_code, f.applicant_name, f.channel, f.handling, f.payment, f.step_key, f.step_role, case when f.step_role = 'sign' then f.state->'decision'->>'outcome' end as proposed, f.decision_unit_id, f.at_unit_id,
  f.person_id, f.submitted_at, f.received_at, f.due_at, f.step_due_at`;

export interface Filters {
  handling?: readonly string[] | undefined;
  work?: string | undefined;
  procedureCode?: string | undefined;
  stepRole?: string | undefined;
  personId?: string | undefined;
  unassigned?: boolean | undefined;
  dueBefore?: string | undefined;
  dueFrom?: string | undefined;
  withoutApology?: boolean | undefined;
  channel?: string | undefined;
  day?: Day | undefined;
}

function conditions(f: Filters, now: Date): RawBuilder<unknown> {
  const all: RawBuilder<unknown>[] = [sql`true`];
  if (f.handling) all.push(sql`f.handling = any(${f.handling})`);
  if (f.work) all.push(sql`f.work = ${f.work}`);
  if (f.procedureCode) all.push(sql`f.procedure_code = ${f.procedureCode}`);
  if (f.stepRole) all.push(sql`f.step_role = ${f.stepRole}`);
  if (f.personId) all.push(sql`f.person_id = ${f.personId}`);
  if (f.unassigned) all.push(sql`f.person_id is null`);
  if (f.dueBefore) all.push(sql`f.due_at <= ${f.dueBefore}::timestamptz`);
  if (f.dueFrom) all.push(sql`f.due_at >= ${f.dueFrom}::timestamptz`);
  if (f.channel) all.push(sql`f.channel = ${f.channel}`);
  if (f.day) all.push(sql`(f.submitted_at at time zone 'Asia/Ho_Chi_Minh')::date = ${f.day}::date`);
  if (f.withoutApology)
    all.push(
      sql`f.work in ('working', 'waiting') and f.due_at < ${now} and jsonb_array_length(f.state->'apologies') = 0`,
    );
  return sql.join(all, sql` and `);
}

/** Rows to ask for when so many are wanted, as part of the text: a few round numbers, so that each is planned only once. */
const atMost = (wanted: number): RawBuilder<unknown> =>
  sql.lit([51, 101, 201].find((step) => step >= wanted) ?? 501);

type After = readonly unknown[] | undefined;
const KEY = sql`coalesce(f.due_at, 'infinity'::timestamptz)`;
const byDue = (after: After): RawBuilder<unknown> =>
  after ? sql`and (${KEY}, f.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``;

/** Open cases at a unit and its predecessors, or decided by them, by due date; each unit's part is read in its own order. */
export const listByUnits = async (
  tx: Tx,
  actor: Actor,
  q: {
    by: 'at' | 'decision';
    units: readonly string[];
    filters: Filters;
    now: Date;
    after: After;
    limit: number;
  },
): Promise<ListedRow[]> => {
  const column = q.by === 'at' ? sql`f.at_unit_id` : sql`f.decision_unit_id`;
  const part = (unit: RawBuilder<unknown>) => sql`select ${listedColumns} from cases.case_file f
    where ${column} = ${unit} and f.work <> 'ended' and ${conditions(q.filters, q.now)} and ${visibleCases(actor)} ${byDue(q.after)}
    order by ${KEY}, f.id limit ${atMost(q.limit)}`;
  const query =
    q.units.length === 1
      ? prepared(part(sql`${q.units[0]}`))
      : sql`select f.* from unnest(${q.units}::text[]) u cross join lateral (${part(sql`u`)}) f
          order by ${KEY}, f.id limit ${atMost(q.limit)}`;
  return (await tx.rows<ListedRow>(query)).slice(0, q.limit);
};

/** One person's open cases by due date. */
export const listByPerson = (
  tx: Tx,
  actor: Actor,
  q: { personId: string; filters: Filters; now: Date; after: After; limit: number },
): Promise<ListedRow[]> =>
  tx.rows(sql`select ${listedColumns} from cases.case_file f where f.person_id = ${q.personId} and f.work <> 'ended'
    and ${conditions(q.filters, q.now)} and ${visibleCases(actor)} ${byDue(q.after)} order by ${KEY}, f.id limit ${q.limit}`);

const byRecent = (after: After): RawBuilder<unknown> =>
  after ? sql`and (f.submitted_at, f.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``;

/** What desks received, newest first, ended ones too: the tracking book. */
export const listReceived = (
  tx: Tx,
  actor: Actor,
  q: { units: readonly string[]; filters: Filters; now: Date; after: After; limit: number },
): Promise<ListedRow[]> => {
  const last = sql`order by f.submitted_at desc, f.id desc limit ${q.limit}`;
  const part = (
    unit: RawBuilder<unknown>,
  ) => sql`select ${listedColumns} from cases.case_file f where f.unit_id = ${unit}
    and ${conditions(q.filters, q.now)} and ${visibleCases(actor)} ${byRecent(q.after)} ${last}`;
  if (q.units.length === 1) return tx.rows(part(sql`${q.units[0]}`));
  return tx.rows(
    sql`select f.* from unnest(${q.units}::text[]) u cross join lateral (${part(sql`u`)}) f ${last}`,
  );
};

/** An account's own applications, newest first. */
export const listOwn = (
  tx: Tx,
  q: { accountId: string; after: After; limit: number },
): Promise<ListedRow[]> =>
  tx.rows(
    sql`select ${listedColumns} from cases.case_file f where f.account_id = ${q.accountId} ${byRecent(q.after)} order by f.submitted_at desc, f.id desc limit ${q.limit}`,
  );

/** Cases found by any part of name, number, code or procedure, without diacritics; newest first. */
export const searchRows = (
  tx: Tx,
  actor: Actor,
  q: { words: readonly string[]; units: readonly string[] | undefined; after: After; limit: number },
): Promise<ListedRow[]> => {
  const words = sql.join(
    q.words.map((w) => sql`a.folded like '%' || kit.fold(${w}) || '%'`),
    sql` and `,
  );
  const reach = reachOf(actor, 'case.view').slice(1);
  const near = reach.some(({ units }) => units === 'all')
    ? sql``
    : sql`and a.units && ${[...new Set(reach.flatMap(({ units }) => [...units]))]}::text[]`;
  const own =
    actor.kind === 'account'
      ? sql`union select o.id, o.unit_id from cases.case_file o join cases.applicant a on a.case_id = o.id and a.unit_id = o.unit_id
          where o.account_id = ${actor.id} and ${words}`
      : sql``;
  return tx.rows(sql`select ${listedColumns} from (select a.case_id, a.unit_id from cases.applicant a where ${words} ${near} ${own}) h
    join cases.case_file f on f.id = h.case_id and f.unit_id = h.unit_id
    where ${visibleCases(actor)} ${q.units ? sql`and (f.unit_id = any(${q.units}) or f.decision_unit_id = any(${q.units}))` : sql``}
    ${byRecent(q.after)} order by f.submitted_at desc, f.id desc limit ${q.limit}`);
};

export const listByCode = (tx: Tx, actor: Actor, code: string): Promise<ListedRow[]> =>
  tx.rows(
    sql`select ${listedColumns} from cases.case_file f where f.code = ${code} and ${visibleCases(actor)} limit 2`,
  );

export const listByIds = (tx: Tx, actor: Actor, ids: readonly string[]): Promise<ListedRow[]> =>
  tx.rows(
    sql`select ${listedColumns} from cases.case_file f where f.id = any(${ids}::uuid[]) and ${visibleCases(actor)} limit 10`,
  );

export interface CountRow {
  unitId: string;
  kind: string;
  n: number;
  overdue: number;
  today: number;
}
/** The kept counts of units: open ones as they stand, received and ended ones of a period. */
export const listCounts = (
  tx: Tx,
  q: { units: readonly string[] | 'all'; today: Day; from: Day; to: Day },
): Promise<CountRow[]> =>
  tx.rows(
    prepared(sql`select unit_id, kind, sum(n)::int as n, coalesce(sum(n) filter (where day < ${q.today}::date), 0)::int as overdue, coalesce(sum(n) filter (where day = ${q.today}::date), 0)::int as today
    from cases.tally where ${q.units === 'all' ? sql`true` : sql`unit_id = any(${q.units})`}
      and (kind like 'open:%' or day between ${q.from}::date and ${q.to}::date)
    group by unit_id, kind having sum(n) <> 0`),
  );

export interface SavedView {
  name: string;
  filters: Record<string, unknown>;
}
export const listSavedViews = (tx: Tx, accountId: string): Promise<SavedView[]> =>
  tx.rows(
    sql`select name, filters from cases.saved_view where account_id = ${accountId} order by name limit 100`,
  );
export const keepSavedView = (tx: Tx, accountId: string, v: SavedView): void =>
  tx.send(sql`insert into cases.saved_view (account_id, name, filters) values (${accountId}, ${v.name}, ${JSON.stringify(v.filters)})
    on conflict (account_id, name) do update set filters = excluded.filters`);
export const deleteSavedView = (tx: Tx, accountId: string, name: string): void =>
  tx.send(sql`delete from cases.saved_view where account_id = ${accountId} and name = ${name}`);
