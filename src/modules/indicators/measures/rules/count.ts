import { checkExpression, type CheckedTree, type FactKind } from '../../language/index.ts';
import { factKinds } from '../kinds/all.ts';

/** One side of a definition: which facts count, in which period, and what of them is summed. */
export interface Count {
  /** Code of a kind of facts. */
  fact: string;
  /** FEEL over its fields. */
  where: string;
  /** Day field that assigns a record to a month; absent: the state at the moment asked. */
  period?: string | undefined;
  /** Distinct procedures or units with at least one such record, instead of records. */
  of?: 'records' | 'procedures' | 'units' | undefined;
  /** FEEL number of each record, summed to a thousandth; absent: each counts one. */
  sum?: string | undefined;
}

/** A count that was checked against its kind. */
export interface CheckedCount {
  count: Count;
  kind: FactKind;
  where: CheckedTree;
  sum?: CheckedTree;
}

/** Sums are kept in thousandths, so that adding and taking away is exact. */
export const SUM_SCALE = 1000;

/** Counts with the same key are the same number of records by unit and month. */
export const keyOf = ({ fact, where, period, sum }: Count): string =>
  JSON.stringify([fact, period ?? '', where.trim(), sum?.trim() ?? '']);

const checked = new Map<string, CheckedCount | undefined>();

/** The count with its expressions read; nothing for a kind without a source here, or a text that does not fit it. */
export function checkCount(count: Count): CheckedCount | undefined {
  const key = keyOf(count);
  if (!checked.has(key)) {
    if (checked.size > 5000) checked.clear();
    checked.set(key, readCount(count));
  }
  const found = checked.get(key);
  return found && { ...found, count };
}

function readCount(count: Count): CheckedCount | undefined {
  const kind = factKinds.get(count.fact);
  if (!kind || (count.period && !kind.periods.includes(count.period))) return undefined;
  const where = checkExpression(count.where, kind, 'boolean');
  const sum = count.sum ? checkExpression(count.sum, kind, 'number') : undefined;
  if (!where.ok || (sum && !sum.ok)) return undefined;
  return { count, kind, where: where.tree, ...(sum?.ok && { sum: sum.tree }) };
}

/** The unit of a sum: each count contributes this much per record. */
export const usesAsOf = ({ where, sum }: CheckedCount): boolean => where.usesAsOf || (sum?.usesAsOf ?? false);
