import type { Context } from '../../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../../kit/contract.ts';
import type { FigureRow } from '../../measures/index.ts';
import type { measureSeries } from '../contract/figure.ts';
import { monthsOf, periodWords, stepsOf } from '../rules/period.ts';
import { nameOfUnit, wordsOfBody } from './catalogue.ts';
import { type Asked, figures, frameOf, resolve } from './figure.ts';

type Series = ReplyOf<typeof measureSeries>;
type SeriesRow = Series['rows'][number];

function rowOf(
  row: FigureRow,
  key: string,
  name: { vi: string; en: string },
  withCounts: boolean,
): SeriesRow {
  const { value, rounded, status, version, numerator, denominator } = row;
  return { key, name, version, value, rounded, status, ...(withCounts && { numerator, denominator }) };
}

/** Units directly below, as they stand in the tree that was asked for. */
function unitsBelow({ snapshot, unitId, tree, asOf, today }: Asked): string[] {
  const day = tree === 'now' ? today : asOf;
  return [...(snapshot.byParent.get(unitId) ?? [])]
    .filter((one) => one.validFrom <= day && (one.validTo === null || day < one.validTo))
    .map((one) => one.unitId);
}

async function seriesRows(
  ctx: Context,
  asked: Asked,
  by: Series['by'],
  withCounts: boolean,
): Promise<SeriesRow[]> {
  if (by === 'unit') {
    const rows = await figures(ctx, asked, {}, unitsBelow(asked));
    return rows
      .filter((row) => row.status !== 'notApplicable')
      .map((row) => rowOf(row, row.unitId, nameOfUnit(asked.snapshot, row.unitId, asked.asOf), withCounts))
      .toSorted((a, b) => a.name.vi.localeCompare(b.name.vi, 'vi'));
  }
  const rows: SeriesRow[] = [];
  for (const step of stepsOf(asked.months, by, asked.asOf)) {
    const [row] = await figures(ctx, asked, monthsOf(step));
    if (row) rows.push(rowOf(row, step, periodWords(step), withCounts));
  }
  return rows;
}

export async function measureSeriesAction(
  ctx: Context,
  input: ParsedOf<typeof measureSeries>,
): Promise<Series> {
  const asked = await resolve(ctx, input);
  return {
    ...frameOf(asked),
    by: input.by,
    unitOfMeasure: asked.version.body.unit,
    rule: wordsOfBody(asked.version.body),
    rows: await seriesRows(ctx, asked, input.by, input.includeNumDen),
  };
}
