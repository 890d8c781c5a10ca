import { sql } from 'kysely';

import type { Actor } from '../../../kit/actor.ts';
import type { Tx } from '../../../kit/db.ts';
import { visibleTasks } from './visible.ts';

/** A task as an import finds it: by owner, number of the directive, and ref. */
export interface StoredRef {
  id: string;
  directiveId: string;
  ownerUnitId: string;
  number: string;
  ref: string;
  titleVi: string;
  titleEn: string;
  productVi: string;
  note: string;
  leadText: string;
  deadlineText: string;
}

export function listRefs(tx: Tx, actor: Actor): Promise<StoredRef[]> {
  return tx.rows(sql`select t.id, d.id as directive_id, d.owner_unit_id, d.number, t.ref, t.title_vi, t.title_en, t.product_vi, t.note, t.lead_text, t.deadline->>'text' as deadline_text
    from directives.task t join directives.directive d on d.id = t.directive_id where ${visibleTasks(actor)}`);
}

export interface ExportRow {
  ref: string;
  ownerUnitId: string;
  sourceDocument: string;
  issuedOn: string;
  parentRef: string | null;
  titleVi: string;
  titleEn: string;
  kind: string;
  leadText: string;
  coordinatingText: string;
  deadline: string | null;
  deadlineText: string;
  productVi: string;
  target: { text?: string; value?: string; unit?: string } | null;
  sourceUrl: string | null;
  note: string;
  work: string;
  due: string | null;
  doneOn: string | null;
  leads: number;
  leadsDone: number;
}

/** Everything one may see, in the order of the documents. */
export function listForExport(
  tx: Tx,
  actor: Actor,
  f: { directiveId?: string | undefined; q?: string | undefined },
): Promise<ExportRow[]> {
  return tx.rows(sql`select t.ref, d.owner_unit_id, d.number as source_document, d.issued_on, coalesce((select p.ref from directives.task_parent tp join directives.task p on p.id = tp.parent_id where tp.task_id = t.id limit 1), t.section_code) as parent_ref,
      t.title_vi, t.title_en, t.kind, t.lead_text, t.coordinating_text, t.deadline->>'lastDay' as deadline, t.deadline->>'text' as deadline_text, t.product_vi, t.target, t.source_url, t.note, t.work, t.due, t.done_on, t.leads, t.leads_done
    from directives.task t join directives.directive d on d.id = t.directive_id
    where ${visibleTasks(actor)} ${f.directiveId ? sql`and d.id = ${f.directiveId}` : sql``} ${f.q ? sql`and kit.fold(t.ref || ' ' || t.title_vi || ' ' || t.title_en || ' ' || t.product_vi || ' ' || t.lead_text) like '%' || kit.fold(${f.q}) || '%'` : sql``}
    order by d.issued_on, d.number, t.position limit 100000`);
}
