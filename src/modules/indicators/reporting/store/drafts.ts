import { sql, type RawBuilder } from 'kysely';

import type { Actor, Classification } from '../../../../kit/actor.ts';
import { reachOf } from '../../../../kit/actor.ts';
import type { Tx } from '../../../../kit/db.ts';
import type { Part } from '../contract/parts.ts';
import type { PaperKind } from '../rules/period.ts';

export interface Head {
  title: string;
  number: string;
  place: string;
  language: 'vi' | 'en';
}

export interface DraftRow {
  id: string;
  unitId: string;
  aboutUnitId: string | null;
  directiveId: string | null;
  kind: PaperKind;
  period: string;
  templateCode: string;
  templateVersion: number;
  head: Head;
  parts: Part[];
  classification: Classification;
  frozenId: string | null;
  createdBy: string;
  createdByName: string;
  createdAt: Date;
  changedByName: string;
  changedAt: Date;
}

/** Drafts are for those who see the figures of the unit, never for the public, whatever the report will be classified. */
const visibleDrafts = (actor: Actor): RawBuilder<boolean> => {
  const own = actor.kind === 'public' ? [] : reachOf(actor, 'figure.view').slice(1);
  const parts = own.map(({ units, classifications }) =>
    units === 'all'
      ? sql`r.classification = any(${classifications as string[]})`
      : sql`(r.classification = any(${classifications as string[]}) and r.unit_id = any(${units as string[]}))`,
  );
  return parts.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(parts, sql` or `)})`;
};

const columns = sql`r.id, r.unit_id, r.about_unit_id, r.directive_id, r.kind, r.period, r.template_code, r.template_version, r.head, r.parts, r.classification, r.frozen_id,
  r.created_by, r.created_by_name, r.created_at, r.changed_by_name, r.changed_at`;

export const listDraftRows = (tx: Tx, actor: Actor): Promise<DraftRow[]> =>
  tx.rows(
    sql`select ${columns} from indicators.report_draft r where r.frozen_id is null and ${visibleDrafts(actor)} order by r.changed_at desc, r.id limit 100`,
  );

export const findDraft = (tx: Tx, actor: Actor, id: string): Promise<DraftRow | undefined> =>
  tx.maybe(
    sql`select ${columns} from indicators.report_draft r where r.id = ${id}::uuid and ${visibleDrafts(actor)}`,
  );

export const lockDraft = (tx: Tx, actor: Actor, id: string): Promise<DraftRow | undefined> =>
  tx.maybe(
    sql`select ${columns} from indicators.report_draft r where r.id = ${id}::uuid and ${visibleDrafts(actor)} for update`,
  );

export async function insertDraft(tx: Tx, r: DraftRow): Promise<void> {
  await tx.run(sql`insert into indicators.report_draft (id, unit_id, about_unit_id, directive_id, kind, period, template_code, template_version, head, parts, classification, frozen_id, created_by, created_by_name, created_at, changed_by_name, changed_at)
    values (${r.id}, ${r.unitId}, ${r.aboutUnitId}, ${r.directiveId}, ${r.kind}, ${r.period}, ${r.templateCode}, ${r.templateVersion}, ${JSON.stringify(r.head)}, ${JSON.stringify(r.parts)}, ${r.classification}, null, ${r.createdBy}, ${r.createdByName}, ${r.createdAt}, ${r.changedByName}, ${r.changedAt})`);
}

export async function saveDraftRow(tx: Tx, r: DraftRow): Promise<void> {
  await tx.run(sql`update indicators.report_draft set head = ${JSON.stringify(r.head)}, parts = ${JSON.stringify(r.parts)}, classification = ${r.classification}, frozen_id = ${r.frozenId},
    changed_by_name = ${r.changedByName}, changed_at = ${r.changedAt} where id = ${r.id}::uuid`);
}

export const deleteDraft = (tx: Tx, id: string) =>
  tx.run(sql`delete from indicators.report_draft where id = ${id}::uuid`);
