import type { Tx } from '../../../kit/db.ts';
import { loadSnapshot } from '../../organisations/index.ts';
import {
  type FigureAsk,
  figureRow,
  type FigureRow,
  numbersOf,
  readSides,
  statusOf,
  whereOf,
} from './figures.ts';
import type { Count } from './rules/count.ts';

export type ProcedureAsk = Omit<FigureAsk, 'unitIds' | 'procedure' | 'field'> & { unitId: string };

export interface ProcedureFigures {
  /** Codes of all procedures with cases in the period, or in the competence of the unit on the day; sorted. */
  procedures: string[];
  /** A figure of one of them; nothing for unknown codes. */
  figure: (procedure: string, code: string) => FigureRow | undefined;
}

/** What puts a procedure among those of a unit though none of the figures asked for speaks of it. */
const present: readonly Count[] = [
  { fact: 'case', where: 'received != null', period: 'received' },
  { fact: 'procedure', where: 'procedure != null' },
];

/**
 * Figures of many definitions for every procedure of one unit: one question to the sums by procedure, whatever their number. The
 * same numbers as `figuresOf` gives for the unit narrowed to each procedure.
 */
export async function figuresByProcedure(
  tx: Tx,
  { unitId, ...rest }: ProcedureAsk,
): Promise<ProcedureFigures> {
  const snapshot = await loadSnapshot(tx);
  const ask: FigureAsk = { ...rest, unitIds: [unitId] };
  const { sides, more } = await readSides(tx, ask, { ...whereOf(snapshot, ask), by: 'procedure' }, present);
  const found = new Set<string>();
  for (const count of [...more, ...sides.flatMap(({ top, bottom }) => [top, bottom])])
    if (count.state !== 'unknown')
      for (const [procedure, n] of await count.told()) if (n !== 0) found.add(procedure);
  const byCode = new Map<string, (procedure: string) => FigureRow>();
  for (const one of sides) {
    const [numbers, status] = [await numbersOf(one), statusOf(one, snapshot, unitId, ask)];
    byCode.set(one.definition.code, (key) => figureRow(one.definition, unitId, numbers(key), status));
  }
  return {
    procedures: [...found].toSorted(),
    figure: (procedure, code) => byCode.get(code)?.(procedure),
  };
}
