import { sql } from 'kysely';

import type { Actor, Classification } from '../../../kit/actor.ts';
import type { Tx } from '../../../kit/db.ts';
import type { PaperKind } from '../reporting/rules/period.ts';
import { visibleRows } from './reported.ts';

export interface FrozenSummary {
  id: string;
  unitId: string;
  title: string;
  kind: PaperKind | 'late';
  asOf: Date;
  classification: Classification;
  hash: string;
  frozenByName: string;
  frozenAt: Date;
}
export interface FrozenRow extends FrozenSummary {
  content: string;
  signature: Buffer;
  keyId: string;
  frozenBy: string;
}

const brief = sql`r.id, r.unit_id, r.title, r.kind, r.as_of, r.classification, r.hash, r.frozen_by_name, r.frozen_at`;
const full = sql`${brief}, r.content, r.signature, r.key_id, r.frozen_by`;

export async function insertFrozen(tx: Tx, r: FrozenRow): Promise<void> {
  await tx.run(sql`insert into indicators.frozen_report (id, unit_id, title, kind, as_of, classification, content, hash, signature, key_id, frozen_by, frozen_by_name, frozen_at)
    values (${r.id}, ${r.unitId}, ${r.title}, ${r.kind}, ${r.asOf}, ${r.classification}, ${r.content}, ${r.hash}, ${r.signature}, ${r.keyId}, ${r.frozenBy}, ${r.frozenByName}, ${r.frozenAt})`);
}

export const findFrozen = (tx: Tx, actor: Actor, id: string): Promise<FrozenRow | undefined> =>
  tx.maybe(
    sql`select ${full} from indicators.frozen_report r where r.id = ${id}::uuid and ${visibleRows(actor)}`,
  );

export function listFrozen(
  tx: Tx,
  actor: Actor,
  page: { after?: unknown[] | undefined; limit: number },
): Promise<FrozenSummary[]> {
  const after = page.after
    ? sql`(r.frozen_at, r.id) < (${page.after[0]}::timestamptz, ${page.after[1]}::uuid)`
    : sql`true`;
  return tx.rows(
    sql`select ${brief} from indicators.frozen_report r where ${visibleRows(actor)} and ${after} order by r.frozen_at desc, r.id desc limit ${page.limit}`,
  );
}

/** All reports with the hash that their event tells, for checking. */
export const listFrozenForCheck = (tx: Tx): Promise<(FrozenRow & { told: string | null })[]> =>
  tx.rows(
    sql`select ${full}, (select e.payload->>'hash' from kit.event e where e.stream = 'frozenReport:' || r.id and e.kind = 'report.frozen' limit 1) as told from indicators.frozen_report r order by r.id`,
  );
