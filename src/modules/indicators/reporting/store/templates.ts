import { sql } from 'kysely';

import type { Tx } from '../../../../kit/db.ts';
import type { Text } from '../../../../kit/i18n.ts';
import type { Part } from '../contract/parts.ts';
import type { PaperKind } from '../rules/period.ts';

export interface TemplateRow {
  code: string;
  version: number;
  kind: PaperKind;
  unitId: string | null;
  name: Text;
  parts: Part[];
  changedBy: string;
  changedByName: string;
  changedAt: Date;
}

const newest = sql`select distinct on (code) code, version, kind, unit_id, name, parts, changed_by, changed_by_name, changed_at from indicators.report_template`;

/** The newest version of each template. */
export const listTemplateRows = (tx: Tx): Promise<TemplateRow[]> =>
  tx.rows(
    sql`select * from (${newest} order by code, version desc) t
      order by array_position(array['session','month','quarter','half','nineMonths','year'], t.kind), t.unit_id nulls first, t.code`,
  );

export const findTemplate = (tx: Tx, code: string): Promise<TemplateRow | undefined> =>
  tx.maybe(sql`${newest} where code = ${code} order by code, version desc`);

export async function insertTemplate(tx: Tx, r: TemplateRow): Promise<void> {
  await tx.run(sql`insert into indicators.report_template (code, version, kind, unit_id, name, parts, changed_by, changed_by_name, changed_at)
    values (${r.code}, ${r.version}, ${r.kind}, ${r.unitId}, ${JSON.stringify(r.name)}, ${JSON.stringify(r.parts)}, ${r.changedBy}, ${r.changedByName}, ${r.changedAt})`);
}
