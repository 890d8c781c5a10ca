import { may } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { newId } from '../../../kit/ids.ts';
import { missing, notAllowed, Problem } from '../../../kit/problems.ts';
import { type CountName, readings } from '../../directives/index.ts';
import { codeTaken, type enterReported, type listReported, type readReported } from '../contract/reported.ts';
import { puzzles } from '../facts/puzzles.ts';
import { wilson } from '../ranking/interval.ts';
import { basesBehind, numeratorsBehind } from '../rules/shares.ts';
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

type Read = ReplyOf<typeof readReported>;
type Percent = Read['percents'][number];

/** Where nothing else explains a printed percentage: the counts that could, of each count printed. */
function behindOf(row: ReportedRow, printed: string, within: number | undefined): Percent['behind'] {
  const whole = within === undefined ? undefined : row.counts[within];
  const counts = row.counts.filter((c) => c.role !== 'derived');
  const bases = counts.map(({ label, count }) => {
    const range = numeratorsBehind(printed, count);
    const least = Math.min(...[range.halfUp?.from, range.cut?.from].filter((n) => n !== undefined));
    const out = whole && least > whole.count ? { label: whole.label, count: whole.count } : undefined;
    return { label, count, as: 'base' as const, ...range, ...(out ? { impossible: out } : {}) };
  });
  const numerators = counts.slice(1).map(({ label, count }) => ({
    label,
    count,
    as: 'numerator' as const,
    ...basesBehind(printed, count),
  }));
  return [...bases, ...(within === undefined ? numerators : [])];
}

function percentsOf(row: ReportedRow, definitions: readonly StoredDefinition[]): Percent[] {
  const counts: Partial<Record<CountName, number>> = {};
  for (const c of row.counts) if (c.as) counts[c.as] = c.count;
  const printed = [
    ...row.counts.flatMap((c) => (c.percent ? [{ label: c.label, printed: c.percent, alone: false }] : [])),
    ...row.percents.map((x) => ({ ...x, alone: true })),
  ];
  const within = row.code ? puzzles[row.code]?.within : undefined;
  return printed.map(({ label, printed: text, alone }) => {
    const found = readings(text, counts, definitions).map((r) => ({
      code: r.definition.code,
      name: r.definition.name,
      rule: ruleOf(r.definition, 'tasks', 'task'),
      mode: r.mode,
      numerator: r.numerator,
      denominator: r.denominator,
      exact: r.exact,
      offered: r.definition.use === 'offered',
    }));
    return {
      label,
      printed: text,
      readings: found,
      behind: alone && found.length === 0 ? behindOf(row, text, within?.[text]) : [],
    };
  });
}

/** The counts that a puzzle divides, as they were printed. */
function sharesOf(row: ReportedRow): Read['shares'] {
  const puzzle = row.code ? puzzles[row.code] : undefined;
  const sum = (places: readonly number[]): number =>
    places.reduce((all, place) => all + (row.counts[place]?.count ?? 0), 0);
  return (puzzle?.shares ?? []).flatMap(({ name, use, ...share }) => {
    const [numerator, denominator] = [sum(share.numerator), sum(share.denominator)];
    const interval = wilson(numerator, denominator);
    if (!interval) return [];
    const rounded = (Math.round((numerator * 1000) / denominator) / 10).toFixed(1);
    const { low, high } = interval;
    return [{ name, use, numerator, denominator, rounded, low: low * 100, high: high * 100 }];
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
    shares: sharesOf(row),
    ...(check ? { check } : {}),
    related: (puzzle?.related ?? []).flatMap((other) =>
      puzzles[other] ? [{ code: other, title: puzzles[other].title }] : [],
    ),
  };
}
