import { sql } from 'kysely';

import type { Tx } from '../../../kit/db.ts';
import type { CaseState } from '../rules/model.ts';

/** Live rows as a replay compares them; instants as text, so that they compare with what events say. */
export interface LiveCase {
  id: string;
  state: CaseState;
  columns: Record<string, string | null>;
  contents: { version: number; hash: string }[];
}
const instant = (name: string) =>
  sql.raw(`'${name}', to_char(f.${snake(name)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);
const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);
const text = (name: string) => sql.raw(`'${name}', f.${snake(name)}`);
const texts = [
  'code',
  'versionId',
  'decisionUnitId',
  'atUnitId',
  'handling',
  'payment',
  'work',
  'stepKey',
  'stepRole',
  'personId',
  'verdict',
];
const instants = ['receivedAt', 'dueAt', 'stepDueAt', 'endedAt', 'wakeAt'];

export async function listLiveCases(tx: Tx, ids: readonly string[]): Promise<Map<string, LiveCase>> {
  const parts = sql.join([...texts.map(text), ...instants.map(instant)]);
  const rows = await tx.rows<LiveCase>(sql`
    select f.id, f.state, jsonb_build_object(${parts}) as columns,
      (select coalesce(jsonb_agg(jsonb_build_object('version', c.version, 'hash', c.hash) order by c.version), '[]') from cases.content c where c.case_id = f.id) as contents
    from cases.case_file f where f.id = any(${ids}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row]));
}

export const countCases = async (tx: Tx): Promise<number> =>
  (await tx.one<{ n: number }>(sql`select count(*) as n from cases.case_file`)).n;

/** Where the kept counts are not a fresh count of the rows. */
export const compareTally = (
  tx: Tx,
): Promise<{ unitId: string; kind: string; day: string; kept: number | null; fresh: number | null }[]> =>
  tx.rows(sql`select unit_id, kind, day::text, kept.n as kept, fresh.n as fresh from
    (select k.unit_id, k.kind, k.day, count(*)::int as n from cases.case_file f cross join lateral cases.counted(f) k group by 1, 2, 3) fresh
    full join (select * from cases.tally where n <> 0) kept using (unit_id, kind, day) where fresh.n is distinct from kept.n limit 1000`);
