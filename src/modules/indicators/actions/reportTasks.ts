import type { Context } from '../../../kit/context.ts';
import type { ReportContent } from '../contract/reports.ts';
import { listSectionNames } from '../store/names.ts';
import { type LeadRow, listLeads, type ReportTaskRow } from '../store/reportRows.ts';
import { type Scope, unitName } from './scope.ts';

/** With more leads the printed text names them. */
const MOST_NAMED = 3;

function agenciesText(scope: Scope, row: ReportTaskRow, leads: readonly LeadRow[]): string {
  if (leads.length === 0) return row.leadText;
  if (leads.length > MOST_NAMED && row.leadText !== '') return `${row.leadText} (${leads.length} cơ quan)`;
  return leads.map((lead) => unitName(scope.snapshot, lead.unitId, scope.asOf)).join('; ');
}

/** The newest results, named by agency where there are several. */
function resultText(scope: Scope, leads: readonly LeadRow[]): string {
  const said = leads.filter((lead) => lead.result);
  if (leads.length === 1) return said[0]?.result ?? '';
  const lines = said
    .slice(0, MOST_NAMED)
    .map((lead) => `${unitName(scope.snapshot, lead.unitId, scope.asOf)}: ${lead.result}`);
  return [...lines, ...(said.length > MOST_NAMED ? [`… (${said.length})`] : [])].join('\n');
}

/** The rows of a session report: task, required result, due, agency, progress, result so far. */
export async function reportTasksOf(
  ctx: Context,
  scope: Scope,
  rows: readonly ReportTaskRow[],
): Promise<ReportContent['tasks']> {
  const leads = Map.groupBy(
    await listLeads(
      ctx.tx,
      ctx.actor,
      scope,
      rows.map((r) => r.recordId),
    ),
    (lead) => lead.taskId,
  );
  const sections = new Map(
    (await listSectionNames(ctx.tx, ctx.actor, scope.directiveId)).map((s) => [
      `${s.directiveId}/${s.code}`,
      `${s.number} ${s.titleVi}`.trim(),
    ]),
  );
  return rows.map((row) => {
    const own = leads.get(row.recordId) ?? [];
    const group =
      row.sectionCode === null ? undefined : sections.get(`${row.directiveId}/${row.sectionCode}`);
    const { recordId, directiveId, directiveNumber, ref, number, titleVi, titleEn, productVi } = row;
    return {
      id: recordId,
      directiveId,
      directiveNumber,
      ref,
      number,
      titleVi,
      titleEn,
      productVi,
      deadlineText: row.deadlineText ?? '',
      ...(group ? { group } : {}),
      ...(row.due ? { due: row.due } : {}),
      ...(row.doneOn ? { doneOn: row.doneOn } : {}),
      class: row.class,
      agencies: agenciesText(scope, row, own),
      leads: own.length,
      leadsDone: own.filter((lead) => lead.work === 'completed').length,
      ...(own.length === 1 ? { progress: own[0]!.progress } : {}),
      result: resultText(scope, own),
    };
  });
}
