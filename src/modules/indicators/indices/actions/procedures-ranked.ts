import type { Context } from '../../../../kit/context.ts';
import { type ParsedOf, unpackCursor } from '../../../../kit/contract.ts';
import type { Text } from '../../../../kit/i18n.ts';
import { missing, Problem } from '../../../../kit/problems.ts';
import type { UnitOnDay } from '../../../organisations/index.ts';
import { listProcedureHeads, type ProcedureHead } from '../../../procedures/index.ts';
import { placeWords, rankScores, type Scored, scoreKey, unrankedWords } from '../../ranking/rank.ts';
import { type listIndexProcedures, notByProcedure } from '../contract/procedures.ts';
import { notMeasured } from '../contract/scores.ts';
import { floorOf, measuredOf } from '../rules/measured.ts';
import { type IndexTree, isGroup, type Scope } from '../rules/model.ts';
import { narrowedTree, scopeOfLevel, treeFor } from '../score.ts';
import { scoreProcedures } from '../scoreProcedures.ts';
import { askOf, getUnit } from './frame.ts';

type Asked = Omit<ParsedOf<typeof listIndexProcedures>, 'cursor' | 'limit'>;

/** A procedure of the unit as it stands among all of them. */
export interface Line extends Scored {
  head: ProcedureHead | undefined;
  max: number;
  rank?: number;
  tied: number;
  places?: { from: number; to: number };
  words: Text;
}

export interface RankedProcedures {
  tree: IndexTree;
  unit: UnitOnDay;
  level: Scope;
  floor: number;
  /** All that the filters leave, in order. */
  lines: Line[];
  counts: { ranked: number; unranked: number };
  fields: { field: string; procedures: number }[];
}

const byName = new Intl.Collator('vi');

/** Where a line stands in the list: those with a place first, equals by name; a cursor holds it. */
export const standing = (line: Line, { by, order }: Pick<Asked, 'by' | 'order'>): Standing => {
  const isRanked = line.rank !== undefined;
  const key = scoreKey(line, by);
  const first = !isRanked || order === 'cases' ? -line.records : order === 'best' ? -key : key;
  return [isRanked ? 0 : 1, first, line.name, line.id];
};
type Standing = readonly [part: number, first: number, name: string, code: string];

const compare = (a: Standing, b: Standing): number =>
  a[0] - b[0] || a[1] - b[1] || byName.compare(a[2], b[2]) || (a[3] < b[3] ? -1 : Number(a[3] > b[3]));

const inOrder = (lines: readonly Line[], asked: Pick<Asked, 'by' | 'order'>): Line[] =>
  lines
    .map((line) => ({ line, at: standing(line, asked) }))
    .toSorted((a, b) => compare(a.at, b.at))
    .map(({ line }) => line);

/** The lines after a cursor; all for none or a broken one. */
export function linesAfter(
  lines: Line[],
  asked: Pick<Asked, 'by' | 'order'>,
  cursor: string | undefined,
): Line[] {
  const after = unpackCursor(cursor);
  const types = after?.map((value) => typeof value).join();
  if (types !== 'number,number,string,string') return lines;
  return lines.filter((line) => compare(standing(line, asked), after as unknown as Standing) > 0);
}

/** @throws Problem 404 for an unknown index or unit, `notMeasured` and `notByProcedure` where there is nothing to score */
async function measured(ctx: Context, { unitId, ...input }: Asked) {
  const { unitIds: _units, ...frame } = askOf(ctx, input, []);
  const whole = (await treeFor(ctx.tx, frame)) ?? missing();
  const unit = await getUnit(ctx, unitId, frame.tree === 'now' ? frame.today : frame.asOf);
  const level = scopeOfLevel(unit.level);
  if (!level || !whole.levels.includes(level)) throw new Problem(notMeasured);
  const tree = await narrowedTree(ctx.tx, whole);
  if (tree.nodes.every(isGroup)) throw new Problem(notByProcedure);
  return { tree, unit, level, scores: await scoreProcedures(ctx.tx, { ...frame, unitId }, tree, level) };
}

/** Places of all procedures of the unit, by the rules of every ranking. */
function placed(scored: (Scored & Pick<Line, 'head' | 'max'>)[], by: Asked['by'], floor: number): Line[] {
  const { ranked, unranked } = rankScores(scored, { by, floor });
  return [
    ...ranked.map(({ row, rank, tiedWith, places }) => ({
      ...row,
      rank,
      tied: tiedWith.length,
      places,
      words: placeWords(places, ranked.length, 'procedure'),
    })),
    ...unranked.map(({ row, reason }) => ({
      ...row,
      tied: 0,
      words: unrankedWords(reason, row.records, floor),
    })),
  ];
}

function fieldsOf(heads: Iterable<ProcedureHead>): RankedProcedures['fields'] {
  const counts = new Map<string, number>();
  for (const { field } of heads) counts.set(field, (counts.get(field) ?? 0) + 1);
  return [...counts]
    .map(([field, procedures]) => ({ field, procedures }))
    .toSorted((a, b) => byName.compare(a.field, b.field));
}

/** All procedures of a unit with their places. Filters leave out lines and change no place. */
export async function rankedProcedures(ctx: Context, asked: Asked): Promise<RankedProcedures> {
  const { tree, unit, level, scores } = await measured(ctx, asked);
  const floor = floorOf(tree, asked.floor);
  const heads = await listProcedureHeads(ctx.tx, [...scores.keys()], asked.q);
  const scored = [...scores].map(([id, score]) => {
    const head = heads.get(id);
    return { id, name: head?.name ?? id, head, max: score.max, ...measuredOf(tree, score) };
  });
  const found = placed(scored, asked.by, floor).filter(
    ({ head, id }) =>
      (asked.field === undefined || head?.field === asked.field) &&
      (head?.found ?? id.includes(asked.q ?? '')),
  );
  const isRanked = ({ rank }: Line): boolean => rank !== undefined;
  const ranked = found.filter(isRanked).length;
  return {
    tree,
    unit,
    level,
    floor,
    lines: inOrder(
      found.filter((line) => asked.part === undefined || isRanked(line) === (asked.part === 'ranked')),
      asked,
    ),
    counts: { ranked, unranked: found.length - ranked },
    fields: fieldsOf(heads.values()),
  };
}
