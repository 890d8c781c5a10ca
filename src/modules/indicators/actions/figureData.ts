import type { Context } from '../../../kit/context.ts';
import type { FileReply, ParsedOf } from '../../../kit/contract.ts';
import type { Day } from '../../../kit/day.ts';
import { ROOT, unitAround } from '../../organisations/index.ts';
import { board, type exportFigureRecords } from '../contract/figures.ts';
import { figureOf } from '../counting.ts';
import { periodWords } from '../definitions/rules/period.ts';
import { sdmxMessage } from '../definitions/sdmx.ts';
import type { ByClass } from '../rules/classes.ts';
import { ruleOf } from '../rules/words.ts';
import type { StoredDefinition } from '../store/definitions.ts';
import type { Scope } from './scope.ts';

type Input = ParsedOf<typeof exportFigureRecords>;

interface Asked {
  scope: Scope;
  definition: StoredDefinition;
}

/** The value of some records by how they stand; both counts unless they are not wanted. */
function valueOf({ definition }: Asked, byClass: ByClass, withCounts: boolean) {
  const { version, numerator, denominator, value, rounded } = figureOf(definition, byClass);
  return {
    version,
    value: value ?? null,
    rounded: rounded ?? null,
    status: value === undefined ? ('noRecords' as const) : ('ok' as const),
    ...(withCounts && { numerator, denominator }),
  };
}

/** The unit asked about, in both languages; the centre stands for all that may be seen. */
function unitOf({ scope }: Asked, unitId: string | undefined, asOf: Day) {
  const id = unitId ?? ROOT;
  const unit = unitAround(scope.snapshot, id, asOf);
  return { id, name: { vi: unit?.nameVi ?? id, en: unit?.nameEn || unit?.nameVi || id } };
}

/**
 * A figure over tasks as data: the unit asked about first, then each unit below it that holds some, as of the day. The
 * month in which the day lies stands for the period, since tasks are counted as they stand.
 */
async function seriesOf(ctx: Context, input: Input, asked: Asked) {
  const { scope, definition } = asked;
  const { part: _part, class: _class, format: _format, language: _language, code, ...frame } = input;
  const { includeNumDen, ...where } = frame;
  const data = await ctx.call(board, { ...where, by: 'unit' });
  const unit = unitOf(asked, input.unitId, scope.treeDay);
  const month = scope.asOf.slice(0, 7);
  const own = { key: unit.id, name: unit.name, ...valueOf(asked, data.total.byClass, includeNumDen) };
  const below = data.rows
    .filter((row) => row.key !== undefined && row.key !== unit.id)
    .map(({ key, name, byClass }) => ({ key: key!, name, ...valueOf(asked, byClass, includeNumDen) }));
  return {
    code,
    name: definition.name,
    version: own.version,
    unit,
    period: { period: month, from: month, to: month, words: periodWords(month) },
    asOf: scope.asOf,
    tree: scope.tree,
    rules: scope.rules,
    by: 'unit' as const,
    unitOfMeasure: 'percent',
    rule: ruleOf(definition, input.count, input.kind),
    rows: [own, ...below],
    scope: scope.words,
    counted: data.counts,
  };
}

/** JSON or SDMX-JSON of a figure over tasks. */
export async function figureDataFile(ctx: Context, input: Input, asked: Asked): Promise<FileReply> {
  const series = await seriesOf(ctx, input, asked);
  const name = `${series.code}-${series.unit.id}-${series.asOf}`;
  const json = (value: unknown) => JSON.stringify(value, undefined, 1);
  if (input.format === 'json') return { body: json(series), type: 'application/json', name: `${name}.json` };
  const message = sdmxMessage(series, {
    prepared: ctx.now,
    href: `${ctx.app.config.url}/api/figures/${series.code}?asOf=${series.asOf}`,
    sender: { vi: 'Liên Thông', en: 'Lienthong' },
  });
  return {
    body: json(message),
    type: 'application/vnd.sdmx.data+json; version=2.0.0',
    name: `${name}.sdmx.json`,
  };
}
