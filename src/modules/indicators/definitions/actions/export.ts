import type { Context } from '../../../../kit/context.ts';
import type { FileReply, ParsedOf } from '../../../../kit/contract.ts';
import type { Lang } from '../../../../kit/i18n.ts';
import { formatDay } from '../../../../web/format.ts';
import { type Cell, renderCsv, streamXlsx } from '../../../documents/index.ts';
import { exportMeasure, listMeasureRecords, measureSeries } from '../contract/figure.ts';
import { messages } from '../messages.ts';
import { sdmxMessage } from '../sdmx.ts';

type Input = ParsedOf<typeof exportMeasure>;
type Items = Awaited<ReturnType<typeof page>>['items'];

interface Table {
  columns: { title: string; width: number }[];
  rows: AsyncIterable<Cell[]>;
  title: string[];
}

const BATCH = 500;

const scopeOf = ({ code, unitId, period, asOf, tree, rules, procedure, field }: Input) => ({
  code,
  unitId,
  tree,
  rules,
  ...(period && { period }),
  ...(asOf && { asOf }),
  ...(procedure && { procedure }),
  ...(field && { field }),
});

const page = (ctx: Context, input: Input, cursor: string | undefined) =>
  ctx.call(listMeasureRecords, {
    ...scopeOf(input),
    part: input.part,
    limit: BATCH,
    ...(cursor && { cursor }),
  });

/** Record by record as they are read, a page at a time, so that memory stays flat. */
async function* recordCells(
  ctx: Context,
  input: Input,
  start: { items: Items; next?: string | undefined },
): AsyncGenerator<Cell[]> {
  const lang = input.language;
  const t = messages[lang].records;
  for (let at: typeof start | undefined = start; at;) {
    for (const item of at.items)
      yield [
        item.withheld ? t.withheld : (item.code ?? item.id ?? ''),
        item.unit?.name[lang] ?? '',
        item.procedure?.code ?? '',
        item.procedure?.name[lang] ?? '',
        item.values.map(({ label, value }) => `${label[lang]}: ${value[lang]}`).join('; '),
        item.reason ? `${item.reason.words[lang]} (${item.reason.said[lang]})` : '',
        item.worth,
      ];
    at = at.next ? await page(ctx, input, at.next) : undefined;
  }
}

async function recordTable(ctx: Context, input: Input): Promise<Table> {
  const series = await ctx.call(measureSeries, { ...scopeOf(input), by: 'year' });
  const lang = input.language;
  const t = messages[lang];
  const { code, unit, procedureCode, procedure, values, why, worth } = t.records;
  const widths = [22, 34, 16, 50, 60, 50, 10];
  return {
    columns: [code, unit, procedureCode, procedure, values, why, worth].map((title, i) => ({
      title,
      width: widths[i]!,
    })),
    rows: recordCells(ctx, input, await page(ctx, input, undefined)),
    title: [
      series.name[lang],
      `${t.parts[input.part]} · ${scopeWords(series, lang)} · ${t.version(series.version)}`,
    ],
  };
}

/** Unit, period, what it is narrowed to, and the day. */
const scopeWords = ({ unit, period, procedure, field, asOf }: Series, lang: Lang): string =>
  [
    unit.name[lang],
    period.words[lang],
    procedure && `${procedure.name[lang]} (${procedure.code})`,
    field,
    `${messages[lang].asOf} ${formatDay(asOf)}`,
  ]
    .filter(Boolean)
    .join(' · ');

type Series = Awaited<ReturnType<typeof seriesFor>>;
const seriesFor = (ctx: Context, input: Input) =>
  ctx.call(measureSeries, { ...scopeOf(input), by: input.by, includeNumDen: input.includeNumDen });

async function* each<T>(list: readonly T[], cells: (one: T) => Cell[]): AsyncGenerator<Cell[]> {
  for (const one of list) yield cells(one);
}

function seriesTable(series: Series, input: Input, lang: Lang): Table {
  const t = messages[lang];
  const isByUnit = series.by === 'unit';
  const counts = input.includeNumDen ? [t.parts.numerator, t.parts.denominator] : [];
  const titles = [
    t.series.key,
    isByUnit ? t.series.unit : t.series.period,
    t.series.value,
    ...counts,
    t.series.unitOfMeasure,
    t.series.version,
    t.series.status,
  ];
  return {
    columns: titles.map((title, i) => ({ title, width: i === 1 ? 40 : 16 })),
    rows: each(series.rows, (row) => [
      row.key,
      row.name[lang],
      row.rounded === null ? null : Number(row.rounded),
      ...(input.includeNumDen ? [row.numerator ?? null, row.denominator ?? null] : []),
      t.units[series.unitOfMeasure as 'percent'],
      row.version,
      t.status[row.status],
    ]),
    title: [series.name[lang], scopeWords(series, lang), series.rule[lang]],
  };
}

async function tableFile(table: Table, format: 'csv' | 'xlsx', name: string): Promise<FileReply> {
  if (format === 'csv')
    return {
      body: renderCsv(
        table.columns.map((column) => column.title),
        await Array.fromAsync(table.rows),
      ),
      type: 'text/csv; charset=utf-8',
      name: `${name}.csv`,
    };
  return {
    body: streamXlsx([
      { name: table.title[0]!.slice(0, 28), columns: table.columns, title: table.title, rows: table.rows },
    ]),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: `${name}.xlsx`,
  };
}

const jsonFile = (value: unknown, type: string, name: string): FileReply => ({
  body: JSON.stringify(value, undefined, 1),
  type,
  name,
});

export async function exportMeasureAction(ctx: Context, input: Input): Promise<FileReply> {
  const { format } = input;
  if (input.what === 'records' && (format === 'csv' || format === 'xlsx')) {
    const table = await recordTable(ctx, input);
    return tableFile(table, format, `${input.code}-${input.part}`);
  }
  const series = await seriesFor(ctx, input);
  const name = `${series.code}-${series.unit.id}-${series.period.period}-${series.by}`;
  if (format === 'json') return jsonFile(series, 'application/json', `${name}.json`);
  if (format === 'csv' || format === 'xlsx')
    return tableFile(seriesTable(series, input, input.language), format, name);
  const origin = ctx.app.config.url;
  const message = sdmxMessage(series, {
    prepared: ctx.now,
    href: `${origin}/api/measures/${series.code}/series?unitId=${series.unit.id}&period=${series.period.period}`,
    sender: { vi: 'Liên Thông', en: 'Lienthong' },
  });
  return jsonFile(message, 'application/vnd.sdmx.data+json; version=2.0.0', `${name}.sdmx.json`);
}
