import { defaultOnTime, compute, type FigureDefinition, onTimeForms } from '../directives/index.ts';
import type { FigureValue } from './contract/words.ts';
import { type ByClass, classesOf, countsOf } from './rules/classes.ts';
import { classWords, ruleOf } from './rules/words.ts';
import type { ClassCount } from './store/counts.ts';
import type { StoredDefinition } from './store/definitions.ts';

/** A figure by its definition over counts by class, as replies carry it. */
export function figureOf(definition: FigureDefinition, byClass: ByClass): FigureValue {
  const { numerator, denominator, value, rounded } = compute(definition, countsOf(byClass));
  const { code, version, name, rounding } = definition;
  return {
    code,
    version,
    name,
    numerator,
    denominator,
    rounding,
    ...(rounded === null ? {} : { rounded }),
    ...(value === null ? {} : { value }),
  };
}

export const figuresOf = (definitions: readonly FigureDefinition[], byClass: ByClass): FigureValue[] =>
  definitions.filter((d) => d.use === 'offered').map((d) => figureOf(d, byClass));

/** The three forms of "on time" side by side, the default first. */
export const onTimeOf = (definitions: readonly FigureDefinition[], byClass: ByClass): FigureValue[] =>
  onTimeForms.flatMap((code) => definitions.filter((d) => d.code === code).map((d) => figureOf(d, byClass)));

/** What a definition leaves out of the scope, by reason. */
export const excludedOf = (definition: FigureDefinition, byClass: ByClass) =>
  classesOf(definition, 'excluded').flatMap((reason) =>
    byClass[reason] ? [{ reason, words: classWords[reason], n: byClass[reason] }] : [],
  );

export const definitionShown = (
  d: StoredDefinition,
  count: 'tasks' | 'assignments' = 'tasks',
  kind = 'task',
) => ({
  code: d.code,
  version: d.version,
  validFrom: d.validFrom,
  ...(d.validTo ? { validTo: d.validTo } : {}),
  name: d.name,
  rule: ruleOf(d, count, kind),
  source: d.source,
  rounding: d.rounding,
  use: d.use,
  ...((onTimeForms as readonly string[]).includes(d.code)
    ? { onTimeForm: d.code === defaultOnTime ? ('default' as const) : ('other' as const) }
    : {}),
});

/** Rows of counts as one object. */
export function byClassOf(rows: readonly Pick<ClassCount, 'class' | 'n'>[]): ByClass {
  const found: ByClass = {};
  for (const row of rows) found[row.class] = (found[row.class] ?? 0) + row.n;
  return found;
}

/** Rows of counts with keys, as one object per key in the order of the rows. */
export function byKeyOf(rows: readonly ClassCount[]): Map<string | null, ByClass> {
  const found = new Map<string | null, ByClass>();
  for (const row of rows) {
    const one = found.get(row.key) ?? {};
    one[row.class] = (one[row.class] ?? 0) + row.n;
    found.set(row.key, one);
  }
  return found;
}

/** How many records a figure can count: duplicates and cancelled ones are not among them. */
export const totalOf = (byClass: ByClass): number => countsOf(byClass).total;
