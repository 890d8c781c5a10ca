import { classifications, type Classification } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import type { ParsedOf } from '../../../kit/contract.ts';
import { instantOf } from '../../../kit/day.ts';
import { fieldProblem } from '../../../kit/problems.ts';
import { ancestorsOn, type Snapshot, unitAround } from '../../organisations/index.ts';
import type { previewReport, ReportContent } from '../contract/reports.ts';
import { byClassOf, figuresOf, onTimeOf } from '../counting.ts';
import type { RecordClass } from '../rules/classes.ts';
import { reportTitle } from '../rules/reportWords.ts';
import { ruleOf } from '../rules/words.ts';
import { countClasses } from '../store/counts.ts';
import { listDefinitions, type StoredDefinition } from '../store/definitions.ts';
import { listClasses, listClassifications, listReportTasks } from '../store/reportRows.ts';
import { ownChecks } from './reportChecks.ts';
import { byAgencies, citedChecks, citedOf, lateOf, MOST_TASKS, reportedOf } from './reportParts.ts';
import { reportTasksOf } from './reportTasks.ts';
import { resolveScope, type Scope, type ScopeInput } from './scope.ts';

export type Draft = ParsedOf<typeof previewReport>;

const scopeInputOf = ({
  directiveId,
  ownerUnitId,
  sectionCode,
  aboutUnitId,
  subtree,
  field,
  asOf,
  taskKind,
}: Draft): ScopeInput => ({
  directiveId,
  ownerUnitId,
  sectionCode,
  unitId: aboutUnitId,
  subtree,
  field,
  kind: taskKind,
  role: 'lead',
  count: 'tasks',
  asOf,
});

const figuresWithRules = (definitions: readonly StoredDefinition[], figures: ReturnType<typeof figuresOf>) =>
  figures.map((f) => {
    const definition = definitions.find((d) => d.code === f.code)!;
    return { ...f, rule: ruleOf(definition, 'tasks', 'task'), source: definition.source };
  });

export const highest = (found: readonly Classification[], asked: Classification): Classification =>
  classifications.findLast((c) => c === asked || found.includes(c)) ?? asked;

export function unitOf(snapshot: Snapshot, unitId: string, on: string) {
  const superior = ancestorsOn(snapshot, unitId, on).find(
    (u) => u.level !== 'centre' || u.kind === 'government',
  );
  return {
    id: unitId,
    name: unitAround(snapshot, unitId, on)?.nameVi ?? unitId,
    ...(superior ? { superior: superior.nameVi } : {}),
  };
}

/** Who reports what, on which day: all of a report that is not counted. */
function framePart(ctx: Context, draft: Draft, scope: Scope) {
  const { title, number, place, language, leadership, limits, next, proposals, kind } = draft;
  const input = JSON.parse(JSON.stringify({ ...scopeInputOf(draft), asOf: scope.asOf })) as Record<
    string,
    unknown
  >;
  return {
    format: 'lienthong-report/1' as const,
    kind,
    place,
    language,
    leadership,
    limits,
    next,
    proposals,
    title: title ?? reportTitle(kind, language),
    ...(number ? { number } : {}),
    unit: unitOf(scope.snapshot, draft.unitId, scope.asOf),
    scope: { words: scope.words, counts: scope.counts, input },
    asOf: (scope.live ? ctx.now : new Date(instantOf(scope.asOf).getTime() + 86_399_000)).toISOString(),
  };
}

/** Every record of the scope by how it stands. */
async function recordsOf(
  ctx: Context,
  scope: Scope,
): Promise<{ total: number; records: ReportContent['records'] }> {
  const listed = await listClasses(ctx.tx, ctx.actor, scope);
  const records: Partial<Record<RecordClass, string[]>> = {};
  for (const { id, class: one } of listed) (records[one] ??= []).push(id);
  return { total: listed.length, records };
}

/** Composes a report of a scope under the rights of the one who asks. No figure in it is typed. */
export async function compose(ctx: Context, draft: Draft): Promise<ReportContent> {
  const scope = await resolveScope(ctx, scopeInputOf(draft));
  if (!scope.snapshot.units.has(draft.unitId))
    throw fieldProblem('unitId', 'Không có đơn vị này.', 'There is no such unit.');
  const definitions = await listDefinitions(ctx.tx, scope.asOf);
  const byClass = byClassOf(await countClasses(ctx.tx, ctx.actor, scope));
  const { total, records } = await recordsOf(ctx, scope);
  const late = await lateOf(ctx, scope);
  const reported = await reportedOf(ctx, draft.cites);
  const tasks = draft.kind === 'late' ? [] : await listReportTasks(ctx.tx, ctx.actor, scope, MOST_TASKS);
  return {
    ...framePart(ctx, draft, scope),
    classification: highest(await listClassifications(ctx.tx, ctx.actor, scope), draft.classification),
    figures: figuresWithRules(definitions, figuresOf(definitions, byClass)),
    onTime: figuresWithRules(definitions, onTimeOf(definitions, byClass)),
    byClass,
    byAgency: await byAgencies(ctx, scope, draft.aboutUnitId),
    late: late.late,
    tasks: await reportTasksOf(ctx, scope, tasks),
    reported: citedOf(reported),
    checks: [...ownChecks(byClass, total, late, draft.aboutUnitId === undefined), ...citedChecks(reported)],
    records,
  };
}
