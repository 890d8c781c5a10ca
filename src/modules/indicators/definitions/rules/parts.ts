import type { Day } from '../../../../kit/day.ts';
import type { Text } from '../../../../kit/i18n.ts';
import {
  type CheckedTree,
  checkExpression,
  conditionsOf,
  evaluate,
  type FactKind,
  type FactRecord,
  inWords,
} from '../../language/index.ts';
import type { CountBody, DefinitionBody } from '../contract/body.ts';

export type Part = 'numerator' | 'denominator' | 'excluded';

/** One side of a definition, read: its conditions one by one, so that a reader learns which one a record fails. */
export interface ReadSide {
  kind: FactKind;
  conditions: { tree: CheckedTree; words: Text }[];
  fields: readonly string[];
  period?: { field: string; words: Text };
}

/** Reads one side; nothing where its kind is not published here or its rule does not fit it. */
export function readSide(count: CountBody, kinds: ReadonlyMap<string, FactKind>): ReadSide | undefined {
  const kind = kinds.get(count.fact);
  const checked = kind && checkExpression(count.where, kind, 'boolean');
  if (!kind || !checked?.ok) return undefined;
  const period = kind.fields.find((field) => field.name === count.period);
  return {
    kind,
    conditions: conditionsOf(checked.tree).map((tree) => ({ tree, words: inWords(tree, kind) })),
    fields: [...new Set([...checked.tree.fields, ...(period ? [period.name] : [])])],
    ...(period && { period: { field: period.name, words: period.text } }),
  };
}

interface Asked {
  record: FactRecord;
  asOf: Day;
  /** First and last day of the period. */
  from: Day;
  to: Day;
}

const outside = (words: Text): Text => ({
  vi: `${words.vi} nằm ngoài kỳ`,
  en: `${words.en} lies outside the period`,
});

/** What keeps a record out of one side; empty where it counts. */
export function unmet({ conditions, period }: ReadSide, { record, asOf, from, to }: Asked): Text[] {
  const day = period && record[period.field];
  const isInside = !period || (typeof day === 'string' && from <= day && day <= to);
  return [
    ...(isInside ? [] : [outside(period.words)]),
    ...conditions.filter(({ tree }) => evaluate(tree, record, asOf) !== true).map(({ words }) => words),
  ];
}

/** Where a record stands, and why not further: a record of the numerator that the denominator leaves out counts too. */
export function partOf(
  sides: { numerator: ReadSide; denominator: ReadSide },
  asked: Asked,
): { part: Part; why: Text[] } {
  const missing = { n: unmet(sides.numerator, asked), d: unmet(sides.denominator, asked) };
  if (missing.n.length === 0) return { part: 'numerator', why: [] };
  return missing.d.length === 0
    ? { part: 'denominator', why: missing.n }
    : { part: 'excluded', why: missing.d };
}

export function readSides(body: DefinitionBody, kinds: ReadonlyMap<string, FactKind>) {
  const [numerator, denominator] = [readSide(body.numerator, kinds), readSide(body.denominator, kinds)];
  return numerator && denominator ? { numerator, denominator } : undefined;
}
