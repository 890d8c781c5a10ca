import type { Context } from '../../../kit/context.ts';
import { fieldProblem } from '../../../kit/problems.ts';
import type { ReportContent } from '../contract/reports.ts';
import { byKeyOf, totalOf } from '../counting.ts';
import { countByUnits } from '../store/counts.ts';
import { findReported, type ReportedRow } from '../store/reported.ts';
import { byAgency, unitGroups } from './groups.ts';
import { lateCounts, lateItems, lateListOf, refsOf } from './late.ts';
import type { Late } from './reportChecks.ts';
import { checkReported } from './reported.ts';
import { type Scope, unitName } from './scope.ts';

/** More tasks than a report on paper can name; its figures and its record list hold all. */
export const MOST_TASKS = 5000;

export async function byAgencies(
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

export async function lateOf(ctx: Context, scope: Scope): Promise<Late> {
  const made = await lateListOf(ctx, scope);
  const { list } = made;
  const items = await lateItems(ctx, scope, made, refsOf(list).slice(0, MOST_TASKS));
  return {
    late: { ...lateCounts(list), items },
    named: new Set(list.groups.flatMap((g) => g.refs)).size,
    without: list.withoutAgency.length,
  };
}

export async function reportedOf(ctx: Context, cites: readonly string[]) {
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

/** What a report cites of the figures of others, as it was printed. */
export const citedOf = (rows: readonly ReportedRow[]): ReportContent['reported'] =>
  rows.map(({ code, id, bodyName, source, asOf, scope, counts }) => ({
    code: code ?? id,
    bodyName,
    source,
    asOf,
    scope,
    counts: counts.map(({ label, count, percent, role }) => ({
      label,
      count,
      role,
      ...(percent ? { percent } : {}),
    })),
  }));

/** Whether the parts of cited figures add up. */
export const citedChecks = (rows: readonly ReportedRow[]): ReportContent['checks'] =>
  rows.flatMap((row) => {
    const made = checkReported(row);
    return made
      ? [{ name: { vi: `Số liệu trích dẫn: ${row.source}`, en: `Cited figures: ${row.source}` }, ...made }]
      : [];
  });
