import { sql, type RawBuilder } from 'kysely';

import { type Actor, type Classification, reachOf } from '../../../kit/actor.ts';
import type { Tx } from '../../../kit/db.ts';
import type { Text } from '../../../kit/i18n.ts';
import type { CountName } from '../../directives/index.ts';

export interface PrintedCount {
  label: Text;
  count: number;
  as?: CountName | undefined;
  percent?: string | undefined;
  role: 'total' | 'part' | 'ofWhich' | 'derived';
}

export interface ReportedRow {
  id: string;
  code: string | null;
  unitId: string;
  bodyName: string;
  source: string;
  sourceUrl: string | null;
  asOf: string;
  scope: Text;
  counts: PrintedCount[];
  percents: { label: Text; printed: string }[];
  classification: Classification;
  enteredBy: string;
  enteredAt: Date;
}

/** Which rows with `unit_id` and `classification` the actor may see: public ones, and those of units in reach. */
export const visibleRows = (actor: Actor): RawBuilder<boolean> => {
  const parts = reachOf(actor, 'figure.view').map(({ units, classifications }) => {
    const cleared = sql`r.classification = any(${classifications})`;
    return units === 'all' ? cleared : sql`(${cleared} and r.unit_id = any(${units}))`;
  });
  return sql<boolean>`(${sql.join(parts, sql` or `)})`;
};

const columns = sql`r.id, r.code, r.unit_id, r.body_name, r.source, r.source_url, r.as_of, r.scope, r.counts, r.percents, r.classification, r.entered_by, r.entered_at`;

export const listReportedRows = (tx: Tx, actor: Actor): Promise<ReportedRow[]> =>
  tx.rows(
    sql`select ${columns} from indicators.reported_figure r where ${visibleRows(actor)} order by r.as_of desc, r.id limit 500`,
  );

/** One by its code or its id. */
export const findReported = (tx: Tx, actor: Actor, key: string): Promise<ReportedRow | undefined> =>
  tx.maybe(
    sql`select ${columns} from indicators.reported_figure r where (r.code = ${key} or r.id::text = ${key}) and ${visibleRows(actor)}`,
  );

export const isCodeTaken = async (tx: Tx, code: string): Promise<boolean> =>
  (await tx.maybe(sql`select 1 as x from indicators.reported_figure where code = ${code}`)) !== undefined;

export async function insertReported(tx: Tx, r: ReportedRow): Promise<void> {
  await tx.run(sql`insert into indicators.reported_figure (id, code, unit_id, body_name, source, source_url, as_of, scope, counts, percents, classification, entered_by, entered_at)
    values (${r.id}, ${r.code}, ${r.unitId}, ${r.bodyName}, ${r.source}, ${r.sourceUrl}, ${r.asOf}, ${JSON.stringify(r.scope)}, ${JSON.stringify(r.counts)}, ${JSON.stringify(r.percents)}, ${r.classification}, ${r.enteredBy}, ${r.enteredAt})`);
}
