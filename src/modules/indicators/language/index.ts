/** The language of definitions: a part of FEEL, checked, evaluated, and translated into SQL. See docs/guides/expressions.md. */
export { type Checked, checkExpression } from './check.ts';
export { evaluate } from './evaluate.ts';
export type { FactField, FactKind, FactRecord, FieldType } from './fact.ts';
export type { Place } from './faults.ts';
export { toSql } from './store.ts';
export type { CheckedTree } from './tree.ts';
export { conditionsOf, inWords } from './words.ts';
