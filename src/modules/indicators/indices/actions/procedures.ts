import type { Context } from '../../../../kit/context.ts';
import { packCursor, type ParsedOf, type ReplyOf } from '../../../../kit/contract.ts';
import type { Text } from '../../../../kit/i18n.ts';
import { listProcedureNames } from '../../../procedures/index.ts';
import type { listIndexProcedures } from '../contract/procedures.ts';
import { bandsWithin } from '../rules/bands.ts';
import type { IndexTree } from '../rules/model.ts';
import { askOf, frameOf, unitShown } from './frame.ts';
import { type Line, linesAfter, rankedProcedures, standing } from './procedures-ranked.ts';
import { exact } from './score.ts';

type Reply = ReplyOf<typeof listIndexProcedures>;
export type ProcedureRow = Reply['items'][number];

export function rowOf(tree: IndexTree, line: Line, names: ReadonlyMap<string, Text>): ProcedureRow {
  const { id, head, points, max, unknown, rank, places } = line;
  const reachable = max - unknown;
  return {
    procedure: { code: id, name: names.get(id) ?? { vi: line.name, en: line.name } },
    ...(head && { field: head.field }),
    ...(rank !== undefined && { rank }),
    tied: line.tied,
    points: exact(points),
    low: exact(Math.max(0, line.low)),
    high: exact(Math.min(max, line.high)),
    max,
    unknown: exact(unknown),
    ...(reachable > 0 && line.records > 0 && { share: exact((points / reachable) * 100) }),
    records: line.records,
    classes: bandsWithin(tree.bands, points, points + unknown).map(({ code, name }) => ({ code, name })),
    ...(places && { places }),
    words: line.words,
  };
}

export async function listIndexProceduresAction(
  ctx: Context,
  { cursor, limit, ...asked }: ParsedOf<typeof listIndexProcedures>,
): Promise<Reply> {
  const { tree, unit, level, floor, lines, counts, fields } = await rankedProcedures(ctx, asked);
  const rest = linesAfter(lines, asked, cursor);
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  const names = await listProcedureNames(
    ctx.tx,
    page.map(({ id }) => id),
  );
  return {
    ...(await frameOf(ctx, tree, askOf(ctx, asked, []))),
    unit: unitShown(unit),
    level,
    by: asked.by,
    floor,
    classed: tree.bands.length > 0,
    counts,
    fields,
    items: page.map((line) => rowOf(tree, line, names)),
    ...(rest.length > page.length && last && { next: packCursor(standing(last, asked)) }),
  };
}
