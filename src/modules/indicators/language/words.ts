import type { Lang, Text } from '../../../kit/i18n.ts';
import { used } from './check.ts';
import type { FactKind } from './fact.ts';
import { printed } from './print.ts';
import type { CheckedTree, Expr, ExprOf, Member } from './tree.ts';

const day = (text: string): string => text.split('-').toReversed().join('/');
const number = (value: number, lang: Lang): string =>
  lang === 'vi' ? String(value).replace('.', ',') : String(value);

interface Speech {
  lang: Lang;
  kind: FactKind;
}

const fieldOf = (expr: Expr, { kind }: Speech) =>
  expr.op === 'field' ? kind.fields.find((field) => field.name === expr.name) : undefined;

/** A value in the words of the field it is compared with. */
function value(expr: Expr, beside: Expr | undefined, s: Speech): string {
  if (expr.op !== 'literal') return say(expr, s);
  const code = beside && fieldOf(beside, s)?.values?.find((one) => one.code === expr.value);
  if (code) return `“${code.text[s.lang]}”`;
  return literal(expr, s);
}

function literal(expr: ExprOf<'literal'>, { lang }: Speech): string {
  if (expr.type === 'day') return day(String(expr.value));
  if (typeof expr.value === 'number') return number(expr.value, lang);
  if (typeof expr.value === 'string') return `“${expr.value}”`;
  const words = { vi: expr.value ? 'đúng' : 'sai', en: expr.value ? 'true' : 'false' };
  return words[lang];
}

const ORDER: Record<'day' | 'number', Record<string, Text>> = {
  day: {
    '<': { vi: 'trước', en: 'is before' },
    '<=': { vi: 'không sau', en: 'is not after' },
    '>': { vi: 'sau', en: 'is after' },
    '>=': { vi: 'không trước', en: 'is not before' },
  },
  number: {
    '<': { vi: 'nhỏ hơn', en: 'is less than' },
    '<=': { vi: 'nhiều nhất là', en: 'is at most' },
    '>': { vi: 'lớn hơn', en: 'is more than' },
    '>=': { vi: 'ít nhất là', en: 'is at least' },
  },
};

function member(test: Member, of: Expr, s: Speech): string {
  if ('value' in test) return value(test.value, of, s);
  const [and, to] = s.lang === 'vi' ? ['và', 'đến'] : ['and', 'to'];
  const order = ORDER[of.type === 'day' ? 'day' : 'number'];
  if (test.low && test.high && test.lowIncluded && test.highIncluded)
    return `${say(test.low, s)} ${to} ${say(test.high, s)}`;
  const low = test.low && `${order[test.lowIncluded ? '>=' : '>']![s.lang]} ${say(test.low, s)}`;
  const high = test.high && `${order[test.highIncluded ? '<=' : '<']![s.lang]} ${say(test.high, s)}`;
  return [low, high].filter(Boolean).join(` ${and} `);
}

type Speaker = { [K in Expr['op']]: (expr: ExprOf<K>, s: Speech) => string };
const pick = (s: Speech, vi: string, en: string): string => (s.lang === 'vi' ? vi : en);
/** What is joined by the other word stands in parentheses. */
const inner = (expr: Expr, other: 'and' | 'or', s: Speech): string =>
  expr.op === other ? `(${say(expr, s)})` : say(expr, s);
const fn = (vi: string, en: string) => (e: { of: Expr }, s: Speech) => `${pick(s, vi, en)} ${say(e.of, s)}`;
const list = (vi: string, en: string) => (e: { of: Expr[] }, s: Speech) =>
  `${pick(s, vi, en)} (${e.of.map((one) => say(one, s)).join('; ')})`;

const units = {
  D: { vi: 'ngày', en: 'days' },
  M: { vi: 'tháng', en: 'months' },
  Y: { vi: 'năm', en: 'years' },
};

const speakers: Speaker = {
  literal,
  nothing: (_, s) => pick(s, 'không có', 'nothing'),
  field: (e, s) => fieldOf(e, s)?.text[s.lang] ?? e.name,
  asOf: (_, s) => pick(s, 'ngày xem', 'the day asked'),
  and: (e, s) => `${inner(e.left, 'or', s)} ${pick(s, 'và', 'and')} ${inner(e.right, 'or', s)}`,
  or: (e, s) => `${inner(e.left, 'and', s)} ${pick(s, 'hoặc', 'or')} ${inner(e.right, 'and', s)}`,
  not: (e, s) => `${pick(s, 'không phải', 'not')} (${say(e.of, s)})`,
  null: (e, s) =>
    e.negated
      ? `${pick(s, 'có', 'there is')} ${say(e.of, s)}`
      : `${pick(s, 'chưa có', 'there is no')} ${say(e.of, s)}`,
  equal: (e, s) =>
    `${value(e.left, e.right, s)} ${e.negated ? pick(s, 'khác', 'is not') : pick(s, 'là', 'is')} ${value(e.right, e.left, s)}`,
  order: (e, s) =>
    `${say(e.left, s)} ${ORDER[e.left.type === 'day' ? 'day' : 'number'][e.sign]![s.lang]} ${say(e.right, s)}`,
  between: (e, s) =>
    `${say(e.of, s)} ${pick(s, 'từ', 'from')} ${say(e.low, s)} ${pick(s, 'đến', 'to')} ${say(e.high, s)}`,
  in: (e, s) =>
    `${say(e.of, s)} ${pick(s, 'là', 'is')} ${e.tests.map((test) => member(test, e.of, s)).join(pick(s, ' hoặc ', ' or '))}`,
  arithmetic: (e, s) =>
    `(${say(e.left, s)} ${e.sign.replace('*', '×').replace('/', ':')} ${say(e.right, s)})`,
  negate: (e, s) => `−${say(e.of, s)}`,
  shift: (e, s) => `${say(e.of, s)} ${e.sign} ${e.count} ${units[e.unit][s.lang]}`,
  daysBetween: (e, s) =>
    pick(
      s,
      `số ngày từ ${say(e.from, s)} đến ${say(e.to, s)}`,
      `days from ${say(e.from, s)} to ${say(e.to, s)}`,
    ),
  abs: fn('độ lớn của', 'size of'),
  floor: fn('làm tròn xuống', 'rounded down'),
  ceiling: fn('làm tròn lên', 'rounded up'),
  min: list('nhỏ nhất', 'least of'),
  max: list('lớn nhất', 'greatest of'),
  startsWith: (e, s) => `${say(e.of, s)} ${pick(s, 'bắt đầu bằng', 'begins with')} “${e.start}”`,
  if: (e, s) =>
    pick(
      s,
      `nếu ${say(e.test, s)} thì ${say(e.then, s)}, nếu không thì ${say(e.else, s)}`,
      `if ${say(e.test, s)} then ${say(e.then, s)}, otherwise ${say(e.else, s)}`,
    ),
};

const say = (expr: Expr, s: Speech): string => (speakers[expr.op] as (e: Expr, s: Speech) => string)(expr, s);
const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/** The rule read aloud, with the words of the kind of facts. */
export const inWords = ({ root }: CheckedTree, kind: FactKind): Text => ({
  vi: capital(say(root, { lang: 'vi', kind })),
  en: capital(say(root, { lang: 'en', kind })),
});

const flat = (expr: Expr): Expr[] => (expr.op === 'and' ? [...flat(expr.left), ...flat(expr.right)] : [expr]);

/** What must all be true for a condition to hold, each as a condition of its own, in the order written. */
export const conditionsOf = (tree: CheckedTree): CheckedTree[] =>
  flat(tree.root).map((root) => ({ ...tree, root, text: printed(root), ...used(root) }));
