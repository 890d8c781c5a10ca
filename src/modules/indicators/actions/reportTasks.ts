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

type Row = ReportContent['tasks'][number];

function rowOf(scope: Scope, row: ReportTaskRow, leads: readonly LeadRow[], group: string | undefined): Row {
  const {
    recordId: id,
    directiveId,
    directiveNumber,
    ref,
    number,
    titleVi,
    titleEn,
    productVi,
    due,
    doneOn,
  } = row;
  return {
    id,
    directiveId,
    directiveNumber,
    ref,
    number,
    titleVi,
    titleEn,
    productVi,
    deadlineText: row.deadlineText ?? '',
    ...(group ? { group } : {}),
    ...(due ? { due } : {}),
    ...(doneOn ? { doneOn } : {}),
    class: row.class,
    agencies: agenciesText(scope, row, leads),
    leads: leads.length,
    leadsDone: leads.filter((lead) => lead.work === 'completed').length,
    ...(leads.length === 1 ? { progress: leads[0]!.progress } : {}),
    result: resultText(scope, leads),
  };
}

/** The rows of a session report: task, required result, due, agency, progress, result so far. */
export async function reportTasksOf(
  ctx: Context,
  scope: Scope,
  rows: readonly ReportTaskRow[],
): Promise<Row[]> {
  const ids = rows.map((row) => row.recordId);
  const leads = Map.groupBy(await listLeads(ctx.tx, ctx.actor, scope, ids), (lead) => lead.taskId);
  const sections = await listSectionNames(ctx.tx, ctx.actor, scope.directiveId);
  const names = new Map(
    sections.map((s) => [`${s.directiveId}/${s.code}`, `${s.number} ${s.titleVi}`.trim()]),
  );
  return rows.map((row) =>
    rowOf(
      scope,
      row,
      leads.get(row.recordId) ?? [],
      row.sectionCode === null ? undefined : names.get(`${row.directiveId}/${row.sectionCode}`),
    ),
  );
}
