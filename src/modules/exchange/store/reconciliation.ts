import { sql } from 'kysely';

import type { Actor } from '../../../kit/actor.ts';
import type { Tx } from '../../../kit/db.ts';
import type { Cause, DayCount, Difference } from '../rules/compare.ts';
import { visibleStanding } from './list.ts';

export interface RunRow {
  id: string;
  at: Date;
  fromDay: string;
  toDay: string;
  byName: string;
  result: { days: DayCount[] };
  error: string | null;
}

/** A difference with what decides who sees it. */
export type KeptDifference = Difference & { receptionUnitId?: string; classification?: string };

export const insertRun = (tx: Tx, run: RunRow): void =>
  tx.send(sql`insert into exchange.reconciliation (id, at, from_day, to_day, by_name, result, error)
    values (${run.id}, ${run.at}, ${run.fromDay}, ${run.toDay}, ${run.byName}, ${JSON.stringify(run.result)}, ${run.error})`);

export const insertDifferences = (tx: Tx, runId: string, found: readonly KeptDifference[]): void =>
  tx.send(sql`insert into exchange.difference (reconciliation_id, n, cause, code, case_id, unit_id, decision_unit_id, classification, day, ours, theirs, detail)
    select ${runId}, n, cause, code, "caseId", "receptionUnitId", "unitId", classification, day, ours, theirs, detail
    from jsonb_to_recordset(${JSON.stringify(found.map((one, n) => ({ n: n + 1, ...one })))}::jsonb)
      as t(n int, cause text, code text, "caseId" uuid, "receptionUnitId" text, "unitId" text, classification text, day date, ours int, theirs text, detail text)`);

export const listRuns = (
  tx: Tx,
  { after, limit }: { after: readonly unknown[] | undefined; limit: number },
): Promise<RunRow[]> =>
  tx.rows(sql`select id, at, from_day, to_day, by_name, result, error from exchange.reconciliation
    ${after ? sql`where (at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``} order by at desc, id desc limit ${limit}`);

export const findRun = (tx: Tx, id: string): Promise<RunRow | undefined> =>
  tx.maybe(
    sql`select id, at, from_day, to_day, by_name, result, error from exchange.reconciliation where id = ${id}`,
  );

/** The last comparison made by itself that the portal answered. */
export const findLastRun = (tx: Tx): Promise<{ at: Date } | undefined> =>
  tx.maybe(
    sql`select at from exchange.reconciliation where by_name = '' and error is null order by at desc limit 1`,
  );

export interface DifferenceRow {
  n: number;
  cause: Cause;
  code: string;
  caseId: string | null;
  unitId: string | null;
  decisionUnitId: string | null;
  day: string | null;
  ours: number | null;
  theirs: string | null;
  detail: string | null;
}

/** Cases that only the portal has belong to nobody: they are for who looks after the whole installation. */
const visible = (actor: Actor) => {
  const all = actor.grants.some(
    (g) => g.units === 'all' && (g.permissions.has('exchange.view') || g.permissions.has('*')),
  );
  return all
    ? sql`(${visibleStanding(actor)} or s.case_id is null)`
    : sql`(s.case_id is not null and ${visibleStanding(actor)})`;
};

export const listDifferences = (
  tx: Tx,
  actor: Actor,
  of: {
    runId: string;
    causes?: readonly Cause[] | undefined;
    unitIds?: readonly string[] | undefined;
    after?: number | undefined;
    limit: number;
  },
): Promise<DifferenceRow[]> =>
  tx.rows(sql`select s.n, s.cause, s.code, s.case_id, s.unit_id, s.decision_unit_id, s.day, s.ours, s.theirs, s.detail from exchange.difference s
    where s.reconciliation_id = ${of.runId} and ${visible(actor)}
    ${of.causes ? sql`and s.cause = any(${of.causes})` : sql``}
    ${of.unitIds ? sql`and (s.unit_id = any(${of.unitIds}) or s.decision_unit_id = any(${of.unitIds}))` : sql``}
    ${of.after ? sql`and s.n > ${of.after}` : sql``} order by s.n limit ${of.limit}`);

export const countDifferences = (
  tx: Tx,
  actor: Actor,
  runIds: readonly string[],
): Promise<{ runId: string; cause: Cause; count: number }[]> =>
  tx.rows(sql`select s.reconciliation_id as run_id, s.cause, count(*)::int as count from exchange.difference s
    where s.reconciliation_id = any(${runIds}::uuid[]) and ${visible(actor)} group by 1, 2`);
