import type { Tx } from '../../../kit/db.ts';
import { figuresByProcedure, type ProcedureFigures } from '../measures/index.ts';
import type { IndexNode, IndexTree, Scope } from './rules/model.ts';
import { monthsOf, type Period, yearBefore } from './rules/period.ts';
import { type Given, type Score, scoreTree } from './rules/points.ts';
import { fallsBack, figureCodes, givenFrom, type ScoreAsk } from './score.ts';

/** A unit and a frame; of a procedure nothing is asked, as all are. */
export type ProceduresAsk = Omit<ScoreAsk, 'unitIds' | 'procedure' | 'beside'> & { unitId: string };

const figuresFor = (
  tx: Tx,
  { unitId, asOf, today, tree, rules }: ProceduresAsk,
  codes: readonly string[],
  period: Period,
): Promise<ProcedureFigures> =>
  figuresByProcedure(tx, { codes, unitId, ...monthsOf(period), asOf, today, tree, rules });

/** Denominators of the year before, only where some procedure has none and the rule falls back on them. */
async function yearsBefore(
  tx: Tx,
  ask: ProceduresAsk,
  tree: IndexTree,
  { procedures, figure }: ProcedureFigures,
): Promise<ProcedureFigures['figure']> {
  const missing = fallsBack(tree).filter((code) =>
    procedures.some((procedure) => figure(procedure, code)?.denominator === 0),
  );
  if (missing.length === 0) return () => undefined;
  return (await figuresFor(tx, ask, missing, yearBefore(ask.period))).figure;
}

/**
 * The score of every procedure of a unit, by its code: the same as `scoreOf` gives for each alone, from one question.
 * `tree` is what `narrowedTree` leaves of the index.
 */
export async function scoreProcedures(
  tx: Tx,
  ask: ProceduresAsk,
  tree: IndexTree,
  level: Scope,
): Promise<Map<string, Score>> {
  const figures = await figuresFor(tx, ask, figureCodes(tree, false), ask.period);
  const before = await yearsBefore(tx, ask, tree, figures);
  const givenOf =
    (procedure: string) =>
    ({ source }: IndexNode): Given | undefined => {
      const row = source.kind === 'figure' ? figures.figure(procedure, source.figure) : undefined;
      return row && givenFrom(row, before(procedure, row.code)?.denominator, ask.period);
    };
  return new Map(figures.procedures.map((code) => [code, scoreTree(tree, level, givenOf(code))]));
}
