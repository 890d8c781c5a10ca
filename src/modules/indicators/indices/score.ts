import type { Day } from '../../../kit/day.ts';
import type { Tx } from '../../../kit/db.ts';
import { loadSnapshot, type Snapshot, type UnitOnDay, unitAround } from '../../organisations/index.ts';
import { type FigureRow, figuresOf } from '../measures/index.ts';
import { listMeasureDefinitions } from '../measures/store/definitions.ts';
import type { IndexNode, IndexTree, Scope } from './rules/model.ts';
import { lastDayOf, monthsOf, type Period, shareOfYear, yearBefore } from './rules/period.ts';
import { type Given, meanGiven, type Score, scoreTree } from './rules/points.ts';
import { forProcedure } from './rules/procedure.ts';
import type { IndexValue } from './rules/value.ts';
import { treeOn } from './rules/versions.ts';
import { listTrees, listValues } from './store.ts';

export interface ScoreAsk {
  /** Code of the index. */
  index: string;
  unitIds: readonly string[];
  period: Period;
  /** As was known at the end of this day. */
  asOf: Day;
  today: Day;
  tree: 'then' | 'now';
  rules: 'then' | 'now';
  /** Only what counts by procedure, of this one. */
  procedure?: string | undefined;
  /** Also the figures shown beside indicators; they cost a little more. */
  beside?: boolean;
}

export interface UnitScore extends Score {
  unit: UnitOnDay;
  level: Scope;
}

export interface Scores {
  tree: IndexTree;
  scores: Map<string, UnitScore>;
  /** Figures by unit and code. */
  figure: (unitId: string, code: string) => FigureRow | undefined;
  values: IndexValue[];
}

const key = (unitId: string, code: string): string => `${unitId} ${code}`;

/** Which set of indicators a unit is measured by; nothing for units that no index speaks of. */
export function scopeOfLevel(level: UnitOnDay['level']): Scope | undefined {
  if (level === 'province' || level === 'department') return 'province';
  if (level === 'ministry' || level === 'centre') return 'ministry';
  return level === 'commune' ? 'commune' : undefined;
}

/** The version of an index for a question: of the last day of the period (or the day asked, if earlier), or of today. */
export async function treeFor(
  tx: Tx,
  ask: Pick<ScoreAsk, 'index' | 'period' | 'asOf' | 'today' | 'rules' | 'procedure'>,
): Promise<IndexTree | undefined> {
  const last = lastDayOf(ask.period);
  const then = ask.asOf < last ? ask.asOf : last;
  const tree = treeOn(await listTrees(tx), ask.index, ask.rules === 'now' ? ask.today : then);
  return tree && ask.procedure ? narrowedTree(tx, tree) : tree;
}

/** An index as far as it can be asked of one procedure; without nodes where none of its figures counts by procedure. */
export async function narrowedTree(tx: Tx, tree: IndexTree): Promise<IndexTree> {
  const definitions = await listMeasureDefinitions(tx);
  const byProcedure = new Set(
    definitions.flatMap(({ code, body }) => (body.scopes.includes('procedure') ? [code] : [])),
  );
  return forProcedure(tree, (figure) => byProcedure.has(figure));
}

export const figureCodes = (tree: IndexTree, beside: boolean): string[] => [
  ...new Set(
    tree.nodes.flatMap((node) => [
      ...(node.source.kind === 'figure' ? [node.source.figure] : []),
      ...(beside ? (node.beside ?? []) : []),
    ]),
  ),
];

type Figures = Map<string, FigureRow>;

async function figuresFor(tx: Tx, ask: ScoreAsk, codes: readonly string[], period: Period): Promise<Figures> {
  if (codes.length === 0 || ask.unitIds.length === 0) return new Map();
  const { unitIds, asOf, today, tree, rules, procedure } = ask;
  const rows = await figuresOf(tx, {
    codes,
    unitIds,
    ...monthsOf(period),
    asOf,
    today,
    tree,
    rules,
    procedure,
  });
  return new Map(rows.map((row) => [key(row.unitId, row.code), row]));
}

/** Figures whose denominator of the year before is wanted where they have none. */
export const fallsBack = (tree: IndexTree): string[] =>
  tree.nodes.flatMap(({ zero, source }) =>
    zero.rule === 'previousYear' && source.kind === 'figure' ? [source.figure] : [],
  );

/** What is known of an indicator from its figure, and from the denominator of the whole year before. */
export const givenFrom = (row: FigureRow, year: number | null | undefined, period: Period): Given => ({
  ...row,
  ...(year ? { previousYear: year / shareOfYear(period) } : {}),
});

/** Denominators of the year before, only where some unit has none and the rule falls back on them. */
async function yearsBefore(tx: Tx, ask: ScoreAsk, tree: IndexTree, figures: Figures): Promise<Figures> {
  const missing = fallsBack(tree).filter((code) =>
    ask.unitIds.some((unitId) => figures.get(key(unitId, code))?.denominator === 0),
  );
  return figuresFor(tx, ask, missing, yearBefore(ask.period));
}

/** Units that were merged into one in the course of the year or after it. */
const mergedInto = (snapshot: Snapshot, unitId: string, year: string): string[] =>
  (snapshot.to.get(unitId) ?? [])
    .filter(({ kind, on }) => kind === 'merge' && on >= `${year}-01-01`)
    .map(({ from }) => from);

interface Stated {
  values: IndexValue[];
  given: (unitId: string, node: IndexNode) => Given | undefined;
}

async function statedFor(tx: Tx, ask: ScoreAsk, tree: IndexTree, snapshot: Snapshot): Promise<Stated> {
  if (!tree.nodes.some(({ source }) => source.kind === 'reported'))
    return { values: [], given: () => undefined };
  const year = ask.period.slice(0, 4);
  const before = (unitId: string): string[] =>
    tree.merged === 'meanOfPredecessors' ? mergedInto(snapshot, unitId, year) : [];
  const asked = [...new Set([...ask.unitIds, ...ask.unitIds.flatMap(before)])];
  const values = await listValues(tx, tree.code, year, asked);
  const byKey = new Map(values.map((v) => [key(v.unitId, v.node), v]));
  const own = (unitId: string, node: IndexNode): Given | undefined => {
    const value = byKey.get(key(unitId, node.code));
    return (
      value && {
        numerator: value.numerator,
        denominator: value.denominator,
        status: 'ok',
        claim: value.state,
      }
    );
  };
  return {
    values: values.filter((v) => ask.unitIds.includes(v.unitId)),
    given: (unitId, node) => own(unitId, node) ?? meanGiven(before(unitId).map((id) => own(id, node))),
  };
}

/**
 * The index of many units in one call: one question for all figures, then points by the tree. Units that no level of the index
 * fits are left out. Undefined for an index that does not exist.
 */
export async function scoreOf(tx: Tx, ask: ScoreAsk): Promise<Scores | undefined> {
  const tree = await treeFor(tx, ask);
  if (!tree) return undefined;
  const snapshot = await loadSnapshot(tx);
  const figures = await figuresFor(tx, ask, figureCodes(tree, ask.beside ?? false), ask.period);
  const before = await yearsBefore(tx, ask, tree, figures);
  const stated = await statedFor(tx, ask, tree, snapshot);
  const givenOf =
    (unitId: string) =>
    (node: IndexNode): Given | undefined => {
      if (node.source.kind !== 'figure') return stated.given(unitId, node);
      const row = figures.get(key(unitId, node.source.figure));
      return row && givenFrom(row, before.get(key(unitId, row.code))?.denominator, ask.period);
    };
  const scores = new Map<string, UnitScore>();
  for (const unitId of ask.unitIds) {
    const unit = unitAround(snapshot, unitId, ask.tree === 'now' ? ask.today : ask.asOf);
    const level = unit && scopeOfLevel(unit.level);
    if (unit && level && tree.levels.includes(level))
      scores.set(unitId, { ...scoreTree(tree, level, givenOf(unitId)), unit, level });
  }
  return { tree, scores, figure: (unitId, code) => figures.get(key(unitId, code)), values: stated.values };
}
