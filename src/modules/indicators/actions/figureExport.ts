import type { Context } from '../../../kit/context.ts';
import type { FileReply, ParsedOf } from '../../../kit/contract.ts';
import type { Day } from '../../../kit/day.ts';
import { formatDay } from '../../../web/format.ts';
import { type Cell, renderCsv, streamXlsx } from '../../documents/index.ts';
import type { exportFigureRecords } from '../contract/figures.ts';
import { messages } from '../messages.ts';
import type { RecordClass } from '../rules/classes.ts';
import { classWords } from '../rules/words.ts';
import { cursorOf, listRecords, type RecordRow } from '../store/records.ts';
import { figureDataFile } from './figureData.ts';
import { classesFor, definitionOn } from './figures.ts';
import { resolveScope, type Scope, unitNames } from './scope.ts';

const BATCH = 2000;

/** All records of a part, read page by page so that memory stays flat. */
async function* everyRecord(
  ctx: Context,
  scope: Scope,
  classes: readonly RecordClass[],
): AsyncGenerator<RecordRow> {
  for (let after: unknown[] | undefined; ;) {
    const rows = await listRecords(ctx.tx, ctx.actor, scope, { classes, after, limit: BATCH });
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    after = cursorOf(scope, last);
  }
}

const dayCell = (day: Day | null): Cell => (day ? { day } : null);

const cellsOf =
  (scope: Scope, lang: 'vi' | 'en') =>
  (row: RecordRow): Cell[] => [
    row.directiveNumber,
    row.ref,
    lang === 'en' && row.titleEn ? row.titleEn : row.titleVi,
    row.unitId ? unitNames(scope.snapshot, row.unitId, scope.asOf)[lang] : '',
    row.deadlineText ?? '',
    dayCell(row.due),
    dayCell(row.doneOn),
    classWords[row.class][lang],
  ];

const widths = [18, 14, 60, 30, 18, 12, 12, 28];

async function* mapped(
  records: AsyncIterable<RecordRow>,
  cells: (row: RecordRow) => Cell[],
): AsyncGenerator<Cell[]> {
  for await (const row of records) yield cells(row);
}

export async function exportFigureRecordsAction(
  ctx: Context,
  input: ParsedOf<typeof exportFigureRecords>,
): Promise<FileReply> {
  const scope = await resolveScope(ctx, input);
  const definition = await definitionOn(ctx, input.code, scope.rulesDay);
  if (input.format === 'json' || input.format === 'sdmx')
    return figureDataFile(ctx, input, { scope, definition });
  const lang = input.language;
  const t = messages[lang];
  const { directive, ref, title, unit, deadline, due, doneOn, state } = t.records;
  const heads = [directive, ref, title, unit, deadline, due, doneOn, state];
  const records = everyRecord(ctx, scope, classesFor(definition, input));
  const name = `${input.code}-${input.part}-${scope.asOf}`;
  const cells = cellsOf(scope, lang);
  if (input.format === 'csv') {
    return {
      body: renderCsv(heads, (await Array.fromAsync(records)).map(cells)),
      type: 'text/csv; charset=utf-8',
      name: `${name}.csv`,
    };
  }
  const body = streamXlsx([
    {
      name: t.parts[input.part],
      title: [
        definition.name[lang],
        `${t.parts[input.part]} · ${scope.words[lang]} · ${t.asOf} ${formatDay(scope.asOf)}`,
      ],
      columns: heads.map((head, i) => ({ title: head, width: widths[i]! })),
      rows: mapped(records, cells),
    },
  ]);
  return {
    body,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: `${name}.xlsx`,
  };
}
