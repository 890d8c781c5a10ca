import type { FieldType } from './fact.ts';

export type Ordering = '<' | '<=' | '>' | '>=';
export type Arithmetic = '+' | '-' | '*' | '/';

/** A checked expression. Every node has a type; `null` as a branch takes the type of the other one. */
export type Expr =
  | { op: 'literal'; type: FieldType; value: boolean | number | string }
  | { op: 'nothing'; type: FieldType }
  | { op: 'field'; type: FieldType; name: string }
  | { op: 'asOf'; type: 'day' }
  | { op: 'and' | 'or'; type: 'boolean'; left: Expr; right: Expr }
  | { op: 'not'; type: 'boolean'; of: Expr }
  | { op: 'null'; type: 'boolean'; of: Expr; negated: boolean }
  | { op: 'equal'; type: 'boolean'; left: Expr; right: Expr; negated: boolean }
  | { op: 'order'; type: 'boolean'; sign: Ordering; left: Expr; right: Expr }
  | { op: 'between'; type: 'boolean'; of: Expr; low: Expr; high: Expr }
  | { op: 'in'; type: 'boolean'; of: Expr; tests: Member[] }
  | { op: 'arithmetic'; type: 'number'; sign: Arithmetic; left: Expr; right: Expr }
  | { op: 'negate'; type: 'number'; of: Expr }
  | { op: 'shift'; type: 'day'; sign: '+' | '-'; of: Expr; count: number; unit: 'D' | 'M' | 'Y' }
  | { op: 'daysBetween'; type: 'number'; from: Expr; to: Expr }
  | { op: 'abs' | 'floor' | 'ceiling'; type: 'number'; of: Expr }
  | { op: 'min' | 'max'; type: 'number'; of: Expr[] }
  | { op: 'startsWith'; type: 'boolean'; of: Expr; start: string }
  | { op: 'if'; type: FieldType; test: Expr; then: Expr; else: Expr };

/** One possibility behind `in`: a value, or an interval of which each end may be open or included. */
export type Member =
  | { value: Expr }
  | { low?: Expr; lowIncluded: boolean; high?: Expr; highIncluded: boolean };

/** A text that was parsed, name- and type-checked against a kind of facts. */
export interface CheckedTree {
  /** The text as written. */
  text: string;
  wanted: 'boolean' | 'number';
  root: Expr;
  /** Names of the fields used, each once, in order of appearance. */
  fields: readonly string[];
  /** Those of them that hold days. */
  days: readonly string[];
  /** Whether the answer depends on the day asked. */
  usesAsOf: boolean;
}

type Having<E, K> = E extends { op: infer O } ? (K extends O ? E : never) : never;
/** The kind of expression that has this operator. */
export type ExprOf<K extends Expr['op']> = Having<Expr, K>;
