import type { Context } from '../../../kit/context.ts';
import type { FileReply, ParsedOf } from '../../../kit/contract.ts';
import { renderCsv, renderXlsx } from '../../documents/index.ts';
import { loadSnapshot, unitAround } from '../../organisations/index.ts';
import type { exportTasks } from '../contract/import.ts';
import { type ExportRow, listForExport } from '../store/import.ts';

const columns: [title: string, value: (r: ExportRow) => string | number | null][] = [
  ['ref', (r) => r.ref],
  ['source_document', (r) => r.sourceDocument],
  ['issued_on', (r) => r.issuedOn],
  ['parent_ref', (r) => r.parentRef],
  ['title_vi', (r) => r.titleVi],
  ['title_en', (r) => r.titleEn],
  ['kind', (r) => r.kind],
  ['lead_agency_vi', (r) => r.leadText],
  ['coordinating_agencies_vi', (r) => r.coordinatingText],
  ['deadline', (r) => r.deadline],
  ['product_vi', (r) => r.productVi],
  ['target_value', (r) => r.target?.text ?? r.target?.value ?? null],
  ['target_unit', (r) => r.target?.unit ?? null],
  ['source_url', (r) => r.sourceUrl],
  ['notes', (r) => r.note],
  ['work', (r) => r.work],
  ['due_on', (r) => r.due],
  ['done_on', (r) => r.doneOn],
  ['leads', (r) => r.leads],
  ['leads_done', (r) => r.leadsDone],
];

/** All tasks one may see, in the layout that the import reads, with their state behind it. */
export async function exportTasksAction(
  ctx: Context,
  input: ParsedOf<typeof exportTasks>,
): Promise<FileReply> {
  const snapshot = await loadSnapshot(ctx.tx);
  // A place is cited behind the number, so that the import finds whose document it is.
  const cited = (r: ExportRow): string =>
    snapshot.versions.get(r.ownerUnitId)?.[0]?.parentId
      ? `${r.sourceDocument} (${unitAround(snapshot, r.ownerUnitId, r.issuedOn)?.nameVi})`
      : r.sourceDocument;
  const found = (await listForExport(ctx.tx, ctx.actor, input)).map((r) => ({
    ...r,
    sourceDocument: cited(r),
  }));
  const rows = found.map((row) => columns.map(([, value]) => value(row)));
  const titles = columns.map(([title]) => title);
  if (input.format === 'csv')
    return {
      body: renderCsv(titles, rows),
      type: 'text/csv; charset=utf-8',
      name: `nhiem-vu-${ctx.today}.csv`,
    };
  const body = await renderXlsx([
    { name: 'Nhiệm vụ', columns: titles.map((title) => ({ title })), rows },
  ] as never);
  return {
    body,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: `nhiem-vu-${ctx.today}.xlsx`,
  };
}
