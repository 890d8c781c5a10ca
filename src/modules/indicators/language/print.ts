import type { Expr, ExprOf, Member } from './tree.ts';

const quoted = (text: string): string => `"${text.replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"`;

/** A number in digits alone: FEEL knows exponents, the library does not. */
const digits = (value: number): string => value.toFixed(6).replace(/\.?0+$/, '');

function literal(expr: ExprOf<'literal'>): string {
  if (expr.type === 'text') return quoted(String(expr.value));
  if (expr.type === 'day') return `date("${String(expr.value)}")`;
  return typeof expr.value === 'number' ? digits(expr.value) : String(expr.value);
}

function member(test: Member): string {
  if ('value' in test) return printed(test.value);
  if (!test.low) return `${test.highIncluded ? '<=' : '<'} ${printed(test.high!)}`;
  if (!test.high) return `${test.lowIncluded ? '>=' : '>'} ${printed(test.low)}`;
  const [open, close] = [test.lowIncluded ? '[' : '(', test.highIncluded ? ']' : ')'];
  return `${open}${printed(test.low)}..${printed(test.high)}${close}`;
}

type Printer = { [K in Expr['op']]: (expr: ExprOf<K>) => string };

const binary = (sign: string) => (expr: { left: Expr; right: Expr }) =>
  `(${printed(expr.left)} ${sign} ${printed(expr.right)})`;
const call = (name: string) => (expr: { of: Expr }) => `${name}(${printed(expr.of)})`;
const many = (name: string) => (expr: { of: Expr[] }) => `${name}(${expr.of.map(printed).join(', ')})`;

const printers: Printer = {
  literal,
  nothing: () => 'null',
  field: (e) => e.name,
  asOf: () => 'asOf',
  and: binary('and'),
  or: binary('or'),
  not: call('not'),
  null: (e) => `(${printed(e.of)} ${e.negated ? '!=' : '='} null)`,
  equal: (e) => binary(e.negated ? '!=' : '=')(e),
  order: (e) => binary(e.sign)(e),
  // as DMN defines `between`; the library would exchange the ends where the low one is higher
  between: (e) => `(${printed(e.of)} >= ${printed(e.low)} and ${printed(e.of)} <= ${printed(e.high)})`,
  in: (e) => `(${printed(e.of)} in (${e.tests.map(member).join(', ')}))`,
  arithmetic: (e) => binary(e.sign)(e),
  negate: (e) => `(-${printed(e.of)})`,
  shift: (e) => `(${printed(e.of)} ${e.sign} duration("P${e.count}${e.unit}"))`,
  daysBetween: (e) => `days between(${printed(e.from)}, ${printed(e.to)})`,
  abs: call('abs'),
  floor: call('floor'),
  ceiling: call('ceiling'),
  min: many('min'),
  max: many('max'),
  startsWith: (e) => `starts with(${printed(e.of)}, ${quoted(e.start)})`,
  if: (e) => `(if ${printed(e.test)} then ${printed(e.then)} else ${printed(e.else)})`,
};

/** The expression as FEEL text, every operator in parentheses: what the evaluator reads, never the text as typed. */
export const printed = (expr: Expr): string => (printers[expr.op] as (e: Expr) => string)(expr);
