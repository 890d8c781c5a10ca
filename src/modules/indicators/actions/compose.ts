import type { Classification } from '../../../kit/actor.ts';
import { classifications } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import type { ParsedOf } from '../../../kit/contract.ts';
import { instantOf } from '../../../kit/day.ts';
import { fieldProblem } from '../../../kit/problems.ts';
import { lateListStatement } from '../../directives/index.ts';
import { ancestorsOn, type Snapshot, unitAround } from '../../organisations/index.ts';
import type { previewReport, ReportContent } from '../contract/reports.ts';
import { byClassOf, byKeyOf, figuresOf, onTimeOf, totalOf } from '../counting.ts';
import { type ByClass, recordClasses, type RecordClass } from '../rules/classes.ts';
import { reportTitle } from '../rules/reportWords.ts';
import { ruleOf } from '../rules/words.ts';
import { countByUnits, countClasses } from '../store/counts.ts';
import { listDefinitions, type StoredDefinition } from '../store/definitions.ts';
import { findReported } from '../store/reported.ts';
import { listClasses, listClassifications, listReportTasks } from '../store/reportRows.ts';
import { byAgency, unitGroups } from './groups.ts';
import { lateItems, lateListOf } from './late.ts';
import { type Late, ownChecks } from './reportChecks.ts';
import { checkReported } from './reported.ts';
import { reportTasksOf } from './reportTasks.ts';
import { resolveScope, type Scope, type ScopeInput, unitName } from './scope.ts';
import { checkOf } from './totals.ts';

export type Draft = ParsedOf<typeof previewReport>;

/** More tasks than a report on paper can name; its figures and its record list hold all. */
const MOST_TASKS = 5000;

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

async function byAgencies(
  ctx: Context,
  scope: Scope,
  aboutUnitId: string | undefined,
): Promise<ReportContent['byAgency']> {
  const found = byKeyOf(
    await countByUnits(
      ctx.tx,
      ctx.actor,
      scope,
      unitGroups(scope.snapshot, scope.asOf, aboutUnitId),
      aboutUnitId === undefined,
    ),
  );
  const order = byAgency(scope.snapshot, scope.asOf);
  return [...found]
    .flatMap(([id, byClass]) =>
      id === null
        ? []
        : [{ id, name: unitName(scope.snapshot, id, scope.asOf), byClass, total: totalOf(byClass) }],
    )
    .toSorted((a, b) => order(a.id, b.id));
}

async function lateOf(ctx: Context, scope: Scope): Promise<Late> {
  const made = await lateListOf(ctx, scope);
  const { list } = made;
  const refs = [...new Set([...list.groups.flatMap((g) => g.refs), ...list.withoutAgency])].slice(
    0,
    MOST_TASKS,
  );
  const statement = { vi: lateListStatement.vi(list), en: lateListStatement.en(list) };
  const { total, overdue, doneLate, sum, excess } = list;
  const late = {
    groups: list.groups.map(({ code, refs: _, ...group }) => ({ id: code, ...group })),
    total,
    overdue,
    doneLate,
    sum,
    excess,
    ...(statement.vi === '' ? {} : { statement }),
    items: await lateItems(ctx, scope, made, refs),
  };
  return {
    late,
    named: new Set(list.groups.flatMap((g) => g.refs)).size,
    without: list.withoutAgency.length,
  };
}

async function reportedOf(ctx: Context, cites: readonly string[]) {
  const rows = [];
  for (const [i, code] of cites.entries()) {
    const row = await findReported(ctx.tx, ctx.actor, code);
    if (!row)
      throw fieldProblem(
        `cites.${i}`,
        `Không có số liệu mã “${code}”.`,
        `There is no reported figure “${code}”.`,
      );
    rows.push(row);
  }
  return rows;
}

const highest = (found: readonly Classification[], asked: Classification): Classification =>
  classifications.findLast((c) => c === asked || found.includes(c)) ?? asked;

function unitOf(snapshot: Snapshot, unitId: string, on: string) {
  const superior = ancestorsOn(snapshot, unitId, on).find(
    (u) => u.level !== 'centre' || u.kind === 'government',
  );
  return {
    id: unitId,
    name: unitAround(snapshot, unitId, on)?.nameVi ?? unitId,
    ...(superior ? { superior: superior.nameVi } : {}),
  };
}

/** Composes a report of a scope under the rights of the one who asks. No figure in it is typed. */
export async function compose(ctx: Context, draft: Draft): Promise<ReportContent> {
  const scope = await resolveScope(ctx, scopeInputOf(draft));
  if (!scope.snapshot.units.has(draft.unitId))
    throw fieldProblem('unitId', 'Không có đơn vị này.', 'There is no such unit.');
  const definitions = await listDefinitions(ctx.tx, scope.asOf);
  const byClass = byClassOf(await countClasses(ctx.tx, ctx.actor, scope));
  const listed = await listClasses(ctx.tx, ctx.actor, scope);
  const records: Partial<Record<RecordClass, string[]>> = {};
  for (const { id, class: one } of listed) (records[one] ??= []).push(id);
  const late = await lateOf(ctx, scope);
  const reported = await reportedOf(ctx, draft.cites);
  const cited = reported.flatMap((row) =>
    checkReported(row)
      ? [
          {
            name: { vi: `Số liệu trích dẫn: ${row.source}`, en: `Cited figures: ${row.source}` },
            ...checkReported(row)!,
          },
        ]
      : [],
  );
  const tasks =
    draft.kind === 'late'
      ? []
      : await reportTasksOf(ctx, scope, await listReportTasks(ctx.tx, ctx.actor, scope, MOST_TASKS));
  const { title, number, place, language, leadership, limits, next, proposals, kind } = draft;
  return {
    format: 'lienthong-report/1',
    kind,
    title: title ?? reportTitle(kind, language),
    ...(number ? { number } : {}),
    place,
    language,
    unit: unitOf(scope.snapshot, draft.unitId, scope.asOf),
    scope: {
      words: scope.words,
      counts: scope.counts,
      input: JSON.parse(JSON.stringify({ ...scopeInputOf(draft), asOf: scope.asOf })) as Record<
        string,
        unknown
      >,
    },
    asOf: (scope.live ? ctx.now : new Date(instantOf(scope.asOf).getTime() + 86_399_000)).toISOString(),
    classification: highest(await listClassifications(ctx.tx, ctx.actor, scope), draft.classification),
    figures: figuresWithRules(definitions, figuresOf(definitions, byClass)),
    onTime: figuresWithRules(definitions, onTimeOf(definitions, byClass)),
    byClass,
    byAgency: await byAgencies(ctx, scope, draft.aboutUnitId),
    late: late.late,
    tasks,
    leadership,
    limits,
    next,
    proposals,
    reported: reported.map((r) => ({
      code: r.code ?? r.id,
      bodyName: r.bodyName,
      source: r.source,
      asOf: r.asOf,
      scope: r.scope,
      counts: r.counts.map(({ label, count, percent, role }) => ({
        label,
        count,
        role,
        ...(percent ? { percent } : {}),
      })),
    })),
    checks: [...ownChecks(byClass, listed.length, late, draft.aboutUnitId === undefined), ...cited],
    records,
  };
}
