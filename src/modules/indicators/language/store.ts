import { sql, type RawBuilder } from 'kysely';

import type { FactKind, FieldType } from './fact.ts';
import type { CheckedTree, Expr, ExprOf, Member } from './tree.ts';

type Sql = RawBuilder<unknown>;

const SQL_TYPES: Record<FieldType, Sql> = {
  boolean: sql`boolean`,
  number: sql`float8`,
  text: sql`text`,
  day: sql`date`,
};
const SIGNS = {
  '<': sql`<`,
  '<=': sql`<=`,
  '>': sql`>`,
  '>=': sql`>=`,
  '+': sql`+`,
  '-': sql`-`,
  '*': sql`*`,
};
const UNITS = { D: sql`interval '1 day'`, M: sql`interval '1 month'`, Y: sql`interval '1 year'` };

interface Place {
  alias: string;
  columns: ReadonlyMap<string, string>;
  asOf: Sql;
}

const cast = (value: Sql, type: FieldType): Sql => sql`(${value})::${SQL_TYPES[type]}`;

function column(name: string, place: Place): Sql {
  const found = place.columns.get(name);
  if (found === undefined) throw new Error(`the kind of facts has no field ${name}`);
  return sql.ref(`${place.alias}.${found}`);
}

function ordered(left: Sql, sign: keyof typeof SIGNS, right: Sql): Sql {
  return sql`(${left} ${SIGNS[sign]} ${right})`;
}

function member(of: Sql, test: Member, place: Place): Sql {
  if ('value' in test) return sql`(${of} is not distinct from ${write(test.value, place)})`;
  const ends: Sql[] = [];
  if (test.low) ends.push(ordered(of, test.lowIncluded ? '>=' : '>', write(test.low, place)));
  if (test.high) ends.push(ordered(of, test.highIncluded ? '<=' : '<', write(test.high, place)));
  return sql`(${sql.join(ends, sql` and `)})`;
}

/** `least` and `greatest` pass over what is missing; FEEL's answer is then unknown. */
function extreme(name: 'min' | 'max', of: Sql[]): Sql {
  const missing = sql.join(
    of.map((one) => sql`${one} is null`),
    sql` or `,
  );
  const list = sql.join(of);
  return sql`(case when ${missing} then null else ${name === 'min' ? sql`least` : sql`greatest`}(${list}) end)`;
}

type Writer = { [K in Expr['op']]: (expr: ExprOf<K>, place: Place) => Sql };

const one = (name: Sql) => (expr: { of: Expr }, place: Place) => sql`${name}(${write(expr.of, place)})`;

const writers: Writer = {
  literal: (e) => cast(sql`${e.value}`, e.type),
  nothing: (e) => cast(sql`null`, e.type),
  field: (e, p) => cast(column(e.name, p), e.type),
  asOf: (_, p) => cast(p.asOf, 'day'),
  and: (e, p) => sql`(${write(e.left, p)} and ${write(e.right, p)})`,
  or: (e, p) => sql`(${write(e.left, p)} or ${write(e.right, p)})`,
  not: (e, p) => sql`(not ${write(e.of, p)})`,
  null: (e, p) => sql`(${write(e.of, p)} is ${e.negated ? sql`not null` : sql`null`})`,
  equal: (e, p) =>
    sql`(${write(e.left, p)} is ${e.negated ? sql`` : sql`not`} distinct from ${write(e.right, p)})`,
  order: (e, p) => ordered(write(e.left, p), e.sign, write(e.right, p)),
  between: (e, p) =>
    sql`(${write(e.of, p)} >= ${write(e.low, p)} and ${write(e.of, p)} <= ${write(e.high, p)})`,
  in: (e, p) => {
    const of = write(e.of, p);
    const tests = e.tests.map((test) => member(of, test, p));
    return sql`(${sql.join(tests, sql` or `)})`;
  },
  arithmetic: (e, p) => {
    const [left, right] = [write(e.left, p), write(e.right, p)];
    return e.sign === '/' ? sql`(${left} / nullif(${right}, 0))` : ordered(left, e.sign, right);
  },
  negate: (e, p) => sql`(- ${write(e.of, p)})`,
  shift: (e, p) =>
    sql`(${write(e.of, p)} ${SIGNS[e.sign]} ${cast(sql`${e.count}`, 'number')} * ${UNITS[e.unit]})::date`,
  daysBetween: (e, p) => sql`(${write(e.to, p)} - ${write(e.from, p)})::float8`,
  abs: one(sql`abs`),
  floor: one(sql`floor`),
  ceiling: one(sql`ceiling`),
  min: (e, p) =>
    extreme(
      'min',
      e.of.map((part) => write(part, p)),
    ),
  max: (e, p) =>
    extreme(
      'max',
      e.of.map((part) => write(part, p)),
    ),
  startsWith: (e, p) => sql`starts_with(${write(e.of, p)}, ${e.start}::text)`,
  if: (e, p) => sql`(case when ${write(e.test, p)} then ${write(e.then, p)} else ${write(e.else, p)} end)`,
};

const write = (expr: Expr, place: Place): Sql =>
  (writers[expr.op] as (e: Expr, p: Place) => Sql)(expr, place);

/**
 * The checked expression as SQL over the rows of `alias`: every value a bound parameter, every column from the kind of
 * facts with which the expression was checked. Says of each row what `evaluate` says of the record: a wanted boolean is
 * never null, a wanted number may be.
 */
export function toSql(
  tree: CheckedTree,
  kind: FactKind,
  alias: string,
  asOf: Sql,
): RawBuilder<boolean | number | null> {
  const columns = new Map(kind.fields.map((field) => [field.name, field.column]));
  const whole = write(tree.root, { alias, asOf, columns });
  return tree.wanted === 'boolean' ? sql`coalesce(${whole}, false)` : sql`${whole}`;
}
