import type { Text } from '../../../kit/i18n.ts';
/** Formulas of points: expressions of the common language over the two counts of one indicator. */
import { checkExpression, evaluate, type FactKind } from '../language/index.ts';

export interface PointFacts {
  /** Numerator divided by denominator, 0 to 1. */
  ratio: number;
  numerator: number;
  denominator: number;
  max: number;
}

const number = (name: keyof PointFacts, vi: string, en: string) => ({
  name,
  type: 'number' as const,
  column: name,
  text: { vi, en },
});

/** The names that a formula of points may use. */
export const pointFacts: FactKind = {
  code: 'points',
  text: { vi: 'số liệu của một chỉ số thành phần', en: 'counts of one indicator' },
  fields: [
    number('ratio', 'tỷ lệ, từ 0 đến 1', 'ratio, 0 to 1'),
    number('numerator', 'tử số', 'numerator'),
    number('denominator', 'mẫu số', 'denominator'),
    number('max', 'điểm tối đa', 'most points'),
  ],
  periods: [],
};

/** Points for the counts of an indicator; null where the formula gives none. */
export type Formula = (facts: PointFacts) => number | null;
type Read = { ok: true; formula: Formula } | { ok: false; problem: Text };

const known = new Map<string, Read>();
// No formula of points may ask for the day: the same counts give the same points.
const noDay = '2000-01-01';

/** Reads and checks a formula; the answer is kept, as a few dozen texts are asked for thousands of units. */
export function readFormula(text: string): Read {
  const before = known.get(text);
  if (before) return before;
  const checked = checkExpression(text, pointFacts, 'number');
  const read: Read = checked.ok
    ? {
        ok: true,
        formula: (facts) => {
          const answer = evaluate(checked.tree, { ...facts }, noDay);
          return typeof answer === 'number' ? answer : null;
        },
      }
    : { ok: false, problem: checked.problem };
  if (known.size > 5000) known.clear();
  known.set(text, read);
  return read;
}
