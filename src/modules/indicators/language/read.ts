import { isDay } from '../../../kit/day.ts';
import { callOf } from './calls.ts';
import type { FactKind, FieldType } from './fact.ts';
import { Fault, nearest, unknownName, wrongType } from './faults.ts';
import { type Node, partsOf, quotedText, type Reading, textOf } from './syntax.ts';
import type { Arithmetic, Expr, ExprOf, Member, Ordering } from './tree.ts';

const MOST_PRODUCTS = 8;

/** Reads the syntax tree into a checked expression. @throws Fault */
export function read(top: Node, text: string, kind: FactKind): Expr {
  const reading: Reading = {
    text,
    kind,
    products: 0,
    read: (node, wanted) => {
      const expr = readNode(node, reading);
      if (wanted && expr.type !== wanted) throw wrongType(wanted, expr.type, node);
      return expr;
    },
  };
  return reading.read(partsOf(top)[0] ?? top);
}

type Reader = (node: Node, parts: Node[], r: Reading) => Expr;

const readers: Record<string, Reader> = {
  ParenthesizedExpression: (_, [, inner], r) => r.read(inner!),
  NumericLiteral: (node, _, r) => number(node, r),
  StringLiteral: (node, _, r) => ({ op: 'literal', type: 'text', value: quotedText(node, r) }),
  BooleanLiteral: (node, _, r) => ({ op: 'literal', type: 'boolean', value: textOf(node, r) === 'true' }),
  DateTimeLiteral: (node, parts, r) => day(node, parts, r),
  VariableName: (node, _, r) => name(node, r),
  Conjunction: (_, [left, , right], r) => junction('and', left!, right!, r),
  Disjunction: (_, [left, , right], r) => junction('or', left!, right!, r),
  Comparison: (node, parts, r) => comparison(node, parts, r),
  ArithmeticExpression: (node, parts, r) => arithmetic(node, parts, r),
  IfExpression: (node, parts, r) => choice(node, parts, r),
  FunctionInvocation: (node, parts, r) => callOf(node, parts, r),
};

function readNode(node: Node, r: Reading): Expr {
  const reader = readers[node.name];
  if (reader) return reader(node, partsOf(node), r);
  if (node.name === 'null')
    throw new Fault(
      node,
      'null chỉ dùng sau = hoặc !=, hay trong then/else.',
      'null stands only after = or !=, or in then/else.',
    );
  if (node.name === 'SimplePositiveUnaryTest')
    throw new Fault(
      node,
      'Dấu so sánh viết một lần: =, !=, <, <=, > hoặc >=.',
      'Write one sign of comparison: =, !=, <, <=, > or >=.',
    );
  throw new Fault(
    node,
    `"${textOf(node, r).slice(0, 40)}" là phần của FEEL không dùng ở đây. Hướng dẫn biểu thức nêu những gì được phép.`,
    `"${textOf(node, r).slice(0, 40)}" is a part of FEEL that is not in use here. The guide to expressions lists what is.`,
  );
}

function number(node: Node, r: Reading): Expr {
  const text = textOf(node, r);
  if (!/^-?\d{0,12}(\.\d{1,6})?$/.test(text))
    throw new Fault(
      node,
      'Số có nhiều nhất 12 chữ số và 6 chữ số thập phân sau dấu chấm, không viết dạng 1e5.',
      'A number has at most 12 digits and 6 decimals after a point, and is not written as 1e5.',
    );
  return { op: 'literal', type: 'number', value: Number(text) };
}

function day(node: Node, parts: Node[], r: Reading): Expr {
  const [, text] = /^(?:date\s*\(\s*|@)"([^"]*)"\s*\)?$/.exec(textOf(node, r)) ?? [];
  if (text !== undefined && isDay(text)) return { op: 'literal', type: 'day', value: text };
  throw new Fault(
    parts.find((part) => part.name === 'PositionalParameters') ?? node,
    'Ngày viết là date("2025-12-31"); khoảng thời gian chỉ đứng sau + hoặc - của một ngày: asOf + duration("P3D").',
    'A day is written date("2025-12-31"); a duration stands only after + or - of a day: asOf + duration("P3D").',
  );
}

function name(node: Node, r: Reading): Expr {
  const written = textOf(node, r);
  if (written === 'asOf') return { op: 'asOf', type: 'day' };
  const field = r.kind.fields.find((one) => one.name === written);
  if (!field) throw unknownName(written, r.kind, node);
  return { op: 'field', type: field.type, name: field.name };
}

function junction(op: 'and' | 'or', left: Node, right: Node, r: Reading): Expr {
  return { op, type: 'boolean', left: r.read(left, 'boolean'), right: r.read(right, 'boolean') };
}

function comparison(node: Node, parts: Node[], r: Reading): Expr {
  const [left, sign, right, , high] = parts as [Node, Node, Node, Node?, Node?];
  if (sign.name === 'in') return membership(left, parts.slice(2), r);
  if (sign.name === 'between') return between(left, right, high!, r);
  const written = textOf(sign, r);
  if (written === '=' || written === '!=') return equality(left, right, written === '!=', r);
  const of = r.read(left);
  if (of.type !== 'number' && of.type !== 'day')
    throw new Fault(
      left,
      'Chỉ số và ngày có thứ tự; chữ và đúng/sai so bằng = hoặc in.',
      'Only numbers and days have an order; compare text and true/false with = or in.',
    );
  return { op: 'order', type: 'boolean', sign: written as Ordering, left: of, right: r.read(right, of.type) };
}

function equality(left: Node, right: Node, negated: boolean, r: Reading): Expr {
  if (right.name === 'null' || left.name === 'null') {
    const of = r.read(right.name === 'null' ? left : right);
    return { op: 'null', type: 'boolean', of, negated };
  }
  const of = r.read(left);
  const other = r.read(right, of.type);
  knownValue(of, other, right, r);
  knownValue(other, of, left, r);
  return { op: 'equal', type: 'boolean', left: of, right: other, negated };
}

/** Refuses a code that the field never holds: such a comparison would silently count nothing. */
function knownValue(field: Expr, value: Expr, at: Node, r: Reading): void {
  if (field.op !== 'field' || value.op !== 'literal' || value.type !== 'text') return;
  const values = r.kind.fields.find((one) => one.name === field.name)?.values;
  if (!values || values.some((one) => one.code === value.value)) return;
  const codes = values.map((one) => one.code);
  const near = nearest(String(value.value), codes);
  const list = near
    ? `"${near}"`
    : codes
        .slice(0, 12)
        .map((code) => `"${code}"`)
        .join(', ');
  throw new Fault(
    at,
    `Trường "${field.name}" không bao giờ có giá trị "${value.value}". Có thể là: ${list}.`,
    `The field "${field.name}" never holds "${value.value}". It may be: ${list}.`,
  );
}

function between(of: Node, low: Node, high: Node, r: Reading): Expr {
  const value = r.read(of);
  if (value.type !== 'number' && value.type !== 'day') throw wrongType('number', value.type, of);
  const ends = { low: r.read(low, value.type), high: r.read(high, value.type) };
  return { op: 'between', type: 'boolean', of: value, ...ends };
}

function membership(left: Node, rest: Node[], r: Reading): Expr {
  const of = r.read(left);
  const tests = rest
    .filter((node) => node.name === 'PositiveUnaryTest' || node.name === 'PositiveUnaryTests')
    .flatMap((node) => (node.name === 'PositiveUnaryTests' ? partsOf(node) : [node]))
    .flatMap((node) => partsOf(node).slice(0, 1))
    .flatMap((node) => (node.name === 'List' ? partsOf(node).slice(1, -1) : [node]))
    .map((node) => member(of, node, r));
  if (tests.length === 0)
    throw new Fault(left, 'Sau in cần ít nhất một giá trị.', 'There must be at least one value after in.');
  return { op: 'in', type: 'boolean', of, tests };
}

function member(of: Expr, node: Node, r: Reading): Member {
  if (node.name !== 'SimplePositiveUnaryTest') {
    const value = constant(node, of.type, r);
    knownValue(of, value, node, r);
    return { value };
  }
  if (of.type !== 'number' && of.type !== 'day') throw wrongType('number', of.type, node);
  const parts = partsOf(node);
  if (parts[0]!.name === 'Interval') return interval(parts[0]!, of.type, r);
  const sign = textOf(parts[0]!, r);
  const end = constant(parts[1]!, of.type, r);
  if (sign === '=' || sign === '!=')
    throw new Fault(
      node,
      'Sau in viết giá trị hoặc khoảng, không viết = hay !=.',
      'After in write values or intervals, not = or !=.',
    );
  const included = sign.endsWith('=');
  return sign.startsWith('<')
    ? { high: end, highIncluded: included, lowIncluded: false }
    : { low: end, lowIncluded: included, highIncluded: false };
}

function interval(node: Node, type: FieldType, r: Reading): Member {
  const [open, low, , high, close] = partsOf(node) as [Node, Node, Node, Node, Node];
  const ends = { low: constant(low, type, r), high: constant(high, type, r) };
  if ((ends.low as { value: number }).value > (ends.high as { value: number }).value)
    throw new Fault(
      node,
      'Khoảng viết từ nhỏ đến lớn.',
      'An interval goes from the lower to the higher end.',
    );
  return { ...ends, lowIncluded: textOf(open, r) === '[', highIncluded: textOf(close, r) === ']' };
}

/** A value written out; behind `in` stand no fields, so that both ways of working it out agree about what is missing. */
function constant(node: Node, type: FieldType, r: Reading): ExprOf<'literal'> {
  const value = r.read(node, type);
  if (value.op === 'negate' && value.of.op === 'literal')
    return { ...value.of, value: -Number(value.of.value) };
  if (value.op === 'literal') return value;
  throw new Fault(
    node,
    'Sau in chỉ viết giá trị cụ thể; so với trường khác bằng = hoặc between.',
    'After in stand values only; compare with other fields by = or between.',
  );
}

function arithmetic(node: Node, parts: Node[], r: Reading): Expr {
  if (parts.length === 2) return { op: 'negate', type: 'number', of: r.read(parts[1]!, 'number') };
  const [left, middle, right] = parts as [Node, Node, Node];
  const sign = textOf(middle, r);
  const of = r.read(left);
  if (of.type === 'day') return shift(of, sign, right, r);
  if (!'+-*/'.includes(sign) || sign.length > 1)
    throw new Fault(middle, 'Phép tính được dùng: + - * /.', 'The operations in use are + - * /.');
  if ('*/'.includes(sign)) r.products += 1;
  if (r.products > MOST_PRODUCTS)
    throw new Fault(
      node,
      `Nhiều nhất ${MOST_PRODUCTS} phép nhân, chia.`,
      `At most ${MOST_PRODUCTS} multiplications and divisions.`,
    );
  if (of.type !== 'number') throw wrongType('number', of.type, left);
  return {
    op: 'arithmetic',
    type: 'number',
    sign: sign as Arithmetic,
    left: of,
    right: r.read(right, 'number'),
  };
}

function shift(of: Expr, sign: string, right: Node, r: Reading): Expr {
  const [, count, unit] = /^(?:duration\s*\(\s*|@)"P(\d{1,4})([DMY])"\s*\)?$/.exec(textOf(right, r)) ?? [];
  if (count && (sign === '+' || sign === '-'))
    return { op: 'shift', type: 'day', sign, of, count: Number(count), unit: unit as 'D' | 'M' | 'Y' };
  throw new Fault(
    right,
    'Ngày chỉ cộng, trừ một khoảng: asOf + duration("P3D"), "P2M", "P1Y"; số ngày giữa hai ngày: days between(tu, den).',
    'To a day a duration is added or taken away: asOf + duration("P3D"), "P2M", "P1Y"; the days from one to another: days between(from, to).',
  );
}

function choice(node: Node, parts: Node[], r: Reading): Expr {
  const [, test, , then, , otherwise] = parts;
  if (!otherwise) throw new Fault(node, 'Sau if … then … cần else ….', 'After if … then … comes else ….');
  const first = then!.name === 'null' ? undefined : r.read(then!);
  const second = otherwise.name === 'null' ? undefined : r.read(otherwise, first?.type);
  const type = first?.type ?? second?.type;
  if (!type)
    throw new Fault(node, 'then và else không thể cùng là null.', 'then and else cannot both be null.');
  const nothing: Expr = { op: 'nothing', type };
  return { op: 'if', type, test: r.read(test!, 'boolean'), then: first ?? nothing, else: second ?? nothing };
}
