import type { Context } from '../../../../kit/context.ts';
import type { FileReply, ParsedOf } from '../../../../kit/contract.ts';
import { formatDay } from '../../../../web/format.ts';
import { type Cell, renderCsv, streamXlsx } from '../../../documents/index.ts';
import { listProcedureNames } from '../../../procedures/index.ts';
import type { exportIndexProcedures } from '../contract/procedures.ts';
import { messages } from '../messages.ts';
import { askOf, frameOf, unitShown } from './frame.ts';
import { rankedProcedures } from './procedures-ranked.ts';
import { type ProcedureRow, rowOf } from './procedures.ts';

type Language = ParsedOf<typeof exportIndexProcedures>['language'];

const rounded = (value: number | undefined): Cell =>
  value === undefined ? null : Math.round(value * 100) / 100;

const cellsOf =
  (lang: Language, isClassed: boolean) =>
  (row: ProcedureRow): Cell[] => [
    row.rank ?? null,
    row.procedure.code,
    row.procedure.name[lang],
    row.field ?? null,
    rounded(row.points),
    rounded(row.max),
    rounded(row.unknown),
    rounded(row.share),
    row.records,
    rounded(row.low),
    rounded(row.high),
    ...(isClassed ? [row.classes.map(({ name }) => name[lang]).join(' / ')] : []),
    row.words[lang],
  ];

function columnsOf(lang: Language, isClassed: boolean): { title: string; width: number }[] {
  const { ranking, score, procedures: t } = messages[lang];
  const column = (title: string, width: number) => ({ title, width });
  return [
    column(ranking.rank, 8),
    column(t.code, 14),
    column(t.procedure, 60),
    column(t.field, 30),
    column(score.points, 10),
    column(score.max, 10),
    column(score.unknown, 10),
    column(t.sharePercent, 14),
    column(t.cases, 10),
    column(t.low, 12),
    column(t.high, 12),
    ...(isClassed ? [column(score.class, 16)] : []),
    column(ranking.certainty, 60),
  ];
}

async function* each<T>(list: readonly T[], cells: (one: T) => Cell[]): AsyncGenerator<Cell[]> {
  for (const one of list) yield cells(one);
}

export async function exportIndexProceduresAction(
  ctx: Context,
  { format, language: lang, ...asked }: ParsedOf<typeof exportIndexProcedures>,
): Promise<FileReply> {
  const { tree, unit, lines } = await rankedProcedures(ctx, asked);
  const names = await listProcedureNames(
    ctx.tx,
    lines.map(({ id }) => id),
  );
  const rows = lines.map((line) => rowOf(tree, line, names));
  const [columns, cells] = [columnsOf(lang, tree.bands.length > 0), cellsOf(lang, tree.bands.length > 0)];
  const { index, period, periodName, asOf } = await frameOf(ctx, tree, askOf(ctx, asked, []));
  const name = `${index.code}-${unit.id}-${period}`;
  if (format === 'csv')
    return {
      body: renderCsv(
        columns.map(({ title }) => title),
        rows.map(cells),
      ),
      type: 'text/csv; charset=utf-8',
      name: `${name}.csv`,
    };
  const t = messages[lang];
  const title = [
    t.procedures.title(index.name[lang]),
    `${unitShown(unit).name[lang]} · ${t.score.lead(periodName[lang], formatDay(asOf))}`,
  ];
  return {
    body: streamXlsx([{ name: t.procedures.tab, columns, title, rows: each(rows, cells) }]),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: `${name}.xlsx`,
  };
}
