import { sql } from 'kysely';

import type { Day } from '../../../kit/day.ts';
import { prepared, type Tx } from '../../../kit/db.ts';
import type { CopyCounts } from './rules.ts';

export type DayCopies = CopyCounts & { unitId: string; day: Day; cases: number };

/** Adds to the counts of agencies and days, each named once. */
export const addCopies = (tx: Tx, counts: readonly DayCopies[]): Promise<number> =>
  tx.run(
    prepared(sql`insert into cases.copy_count as t (unit_id, day, cases, demanded, handed, by_original, by_scan, by_data)
    select r."unitId", r.day, r.cases, r.demanded, r.handed, r."byOriginal", r."byScan", r."byData"
    from jsonb_to_recordset(${JSON.stringify(counts)}::jsonb) as r("unitId" text, day date, cases integer, demanded integer, handed integer, "byOriginal" integer, "byScan" integer, "byData" integer)
    order by r."unitId", r.day
    on conflict (unit_id, day) do update set cases = t.cases + excluded.cases, demanded = t.demanded + excluded.demanded, handed = t.handed + excluded.handed,
      by_original = t.by_original + excluded.by_original, by_scan = t.by_scan + excluded.by_scan, by_data = t.by_data + excluded.by_data`),
  );

export type CopyRow = CopyCounts & { unitId: string; cases: number };

export const sumCopies = (tx: Tx, f: { from: Day; to: Day }): Promise<CopyRow[]> =>
  tx.rows(sql`select unit_id, sum(cases)::int as cases, sum(demanded)::int as demanded, sum(handed)::int as handed,
      sum(by_original)::int as by_original, sum(by_scan)::int as by_scan, sum(by_data)::int as by_data
    from cases.copy_count where day between ${f.from} and ${f.to} group by unit_id order by sum(demanded) desc, sum(handed) desc, unit_id limit 500`);

export interface FaultRow {
  unitId: string;
  id: string;
  caseId: string;
  caseCode: string | null;
  component: string;
  componentName: { vi: string; en?: string };
  database: string;
  told: string;
  openedAt: Date;
  correctedAt: Date | null;
  note: string | null;
}
const columns = sql`unit_id, id, case_id, case_code, component, component_name, database, told, opened_at, corrected_at, note`;

export const insertFault = async (tx: Tx, f: FaultRow): Promise<boolean> =>
  (await tx.run(sql`insert into cases.data_fault (unit_id, id, case_id, case_code, component, component_name, database, told, opened_at)
    values (${f.unitId}, ${f.id}, ${f.caseId}, ${f.caseCode}, ${f.component}, ${JSON.stringify(f.componentName)}, ${f.database}, ${f.told}, ${f.openedAt})
    on conflict do nothing`)) > 0;

export const listFaults = (tx: Tx, f: { unitIds: readonly string[]; isOpen: boolean }): Promise<FaultRow[]> =>
  tx.rows(sql`select ${columns} from cases.data_fault where unit_id = any(${[...f.unitIds]})
    ${f.isOpen ? sql`and corrected_at is null` : sql``} order by corrected_at is not null, opened_at, id limit 200`);

export const lockFault = (tx: Tx, id: string): Promise<FaultRow | undefined> =>
  tx.maybe(sql`select ${columns} from cases.data_fault where id = ${id} for update`);

export const closeFault = (
  tx: Tx,
  id: string,
  by: { at: Date; personId: string | undefined; note: string },
): Promise<number> =>
  tx.run(
    sql`update cases.data_fault set corrected_at = ${by.at}, corrected_by = ${by.personId ?? null}, note = ${by.note} where id = ${id}`,
  );
