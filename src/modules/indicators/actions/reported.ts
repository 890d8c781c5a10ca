import { may } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { newId } from '../../../kit/ids.ts';
import { missing, notAllowed, Problem } from '../../../kit/problems.ts';
import { type CountName, countsBehind, readings } from '../../directives/index.ts';
import { codeTaken, type enterReported, type listReported, type readReported } from '../contract/reported.ts';
import { puzzles } from '../facts/puzzles.ts';
import { ruleOf } from '../rules/words.ts';
import { listDefinitions, type StoredDefinition } from '../store/definitions.ts';
import {
  findReported,
  insertReported,
  isCodeTaken,
  listReportedRows,
  type ReportedRow,
} from '../store/reported.ts';
import { checkOf } from './totals.ts';

export async function enterReportedAction(
  ctx: Context,
  input: ParsedOf<typeof enterReported>,
): Promise<{ id: string }> {
  if (!may(ctx.actor, 'figure.freeze', input.unitId)) throw new Problem(notAllowed);
  if (input.code !== undefined && (await isCodeTaken(ctx.tx, input.code))) throw new Problem(codeTaken);
  const row: ReportedRow = {
    ...input,
    id: newId(ctx.now),
    code: input.code ?? null,
    sourceUrl: input.sourceUrl ?? null,
    enteredBy: ctx.actor.id,
    enteredAt: ctx.now,
  };
  await insertReported(ctx.tx, row);
  ctx.emit({
    unitId: row.unitId,
    stream: `reportedFigure:${row.id}`,
    kind: 'reportedFigure.entered',
    payload: { ...row, enteredAt: row.enteredAt.toISOString() },
  });
  return { id: row.id };
}

export const reportedShown = (row: ReportedRow) => ({
  id: row.id,
  bodyName: row.bodyName,
  source: row.source,
  asOf: row.asOf,
  scope: row.scope,
  counts: row.counts,
  percents: row.percents,
  classification: row.classification,
  ...(row.code ? { code: row.code } : {}),
  ...(row.sourceUrl ? { sourceUrl: row.sourceUrl } : {}),
  enteredAt: row.enteredAt.toISOString(),
});

const titleOf = (row: ReportedRow) =>
  (row.code && puzzles[row.code]?.title) || {
    vi: `${row.bodyName}, ${row.source}`,
    en: `${row.bodyName}, ${row.source}`,
  };

/** Do the printed parts add up to the printed total? Undefined where no parts are said to. */
export function checkReported(row: ReportedRow) {
  const total = row.counts.find((c) => c.role === 'total');
  const parts = row.counts.filter((c) => c.role === 'part');
  if (!total || parts.length < 2) return undefined;
  return checkOf(
    parts.map((p) => ({
      name: p.label.vi,
      count: p.count,
      ...(p.percent ? { printedPercent: p.percent } : {}),
    })),
    total.count,
  );
}

export async function listReportedAction(ctx: Context): Promise<ReplyOf<typeof listReported>> {
  const rows = await listReportedRows(ctx.tx, ctx.actor);
  return {
    items: rows.map((row) => ({
      ...reportedShown(row),
      title: titleOf(row),
      ...(checkReported(row) ? { ok: checkReported(row)!.ok } : {}),
    })),
  };
}

function percentsOf(row: ReportedRow, definitions: readonly StoredDefinition[]) {
  const counts: Partial<Record<CountName, number>> = {};
  for (const c of row.counts) if (c.as) counts[c.as] = c.count;
  const printed = [
    ...row.counts.flatMap((c) => (c.percent ? [{ label: c.label, printed: c.percent, of: c }] : [])),
    ...row.percents.map((x) => ({ ...x, of: undefined })),
  ];
  return printed.map(({ label, printed: text }) => {
    const found = readings(text, counts, definitions);
    const alone = Object.keys(counts).length === 1 && counts.total !== undefined;
    return {
      label,
      printed: text,
      readings: found.map(({ definition, mode, numerator, denominator, exact }) => ({
        code: definition.code,
        name: definition.name,
        rule: ruleOf(definition, 'tasks', 'task'),
        mode,
        numerator,
        denominator,
        exact,
        offered: definition.use === 'offered',
      })),
      ...(alone ? { behind: { ...countsBehind(text, counts.total!), total: counts.total! } } : {}),
    };
  });
}

export async function readReportedAction(
  ctx: Context,
  { code }: ParsedOf<typeof readReported>,
): Promise<ReplyOf<typeof readReported>> {
  const row = (await findReported(ctx.tx, ctx.actor, code)) ?? missing();
  const puzzle = row.code ? puzzles[row.code] : undefined;
  const check = checkReported(row);
  return {
    reported: reportedShown(row),
    title: titleOf(row),
    ...(puzzle ? { question: puzzle.question } : {}),
    answer: puzzle?.answer ?? [],
    percents: percentsOf(row, await listDefinitions(ctx.tx, ctx.today)),
    ...(check ? { check } : {}),
    related: (puzzle?.related ?? []).flatMap((other) =>
      puzzles[other] ? [{ code: other, title: puzzles[other].title }] : [],
    ),
  };
}
