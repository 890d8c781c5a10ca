import { parseExpression } from 'feelin';

import type { Text } from '../../../kit/i18n.ts';
import type { FactKind } from './fact.ts';
import { Fault, type Place, syntaxFault, wrongType } from './faults.ts';
import { read } from './read.ts';
import type { CheckedTree, Expr, Member } from './tree.ts';

export type Checked = { ok: true; tree: CheckedTree } | { ok: false; at: Place; problem: Text };

/** Longest text, in characters, and largest expression, in parts as they are evaluated. */
const LONGEST = 2000;
const LARGEST = 1500;

/**
 * Reads a FEEL text and checks it against a kind of facts: grammar, what of FEEL is in use here, names, types.
 * Works out nothing and touches nothing. The first fault is told with its place and what to write instead.
 */
export function checkExpression(text: string, kind: FactKind, wanted: 'boolean' | 'number'): Checked {
  try {
    return { ok: true, tree: checked(text, kind, wanted) };
  } catch (error) {
    if (error instanceof Fault) return { ok: false, at: error.at, problem: error.problem };
    throw error;
  }
}

function checked(text: string, kind: FactKind, wanted: 'boolean' | 'number'): CheckedTree {
  const all = { from: 0, to: text.length };
  if (!text.trim()) throw new Fault(all, 'Chưa viết biểu thức.', 'There is no expression.');
  if (text.length > LONGEST) throw tooLarge(all);
  const names = Object.fromEntries(
    ['asOf', 'days between', ...kind.fields.map((field) => field.name)].map((name) => [name, null]),
  );
  const parsed = parseExpression(text, names, undefined);
  parsed.iterate({
    enter(node) {
      if (node.type.isError) throw syntaxFault(text, node);
    },
  });
  const root = read(parsed.topNode, text, kind);
  if (weight(root) > LARGEST) throw tooLarge(all);
  if (root.type !== wanted) throw wrongType(wanted, root.type, all);
  return { text, wanted, root, ...used(root) };
}

const tooLarge = (at: Place): Fault =>
  new Fault(
    at,
    'Biểu thức quá dài; tách phần lặp lại thành điều kiện đơn giản hơn.',
    'The expression is too large; simplify what it repeats.',
  );

const inMembers = (tests: readonly Member[]): Expr[] =>
  tests.flatMap((test) => ('value' in test ? [test.value] : [test.low, test.high].filter((end) => !!end)));

/** The direct parts of an expression. */
function partsOf(expr: Expr): Expr[] {
  switch (expr.op) {
    case 'and':
    case 'or':
    case 'equal':
    case 'order':
    case 'arithmetic':
      return [expr.left, expr.right];
    case 'between':
      return [expr.of, expr.low, expr.high];
    case 'in':
      return [expr.of, ...inMembers(expr.tests)];
    case 'daysBetween':
      return [expr.from, expr.to];
    case 'min':
    case 'max':
      return expr.of;
    case 'if':
      return [expr.test, expr.then, expr.else];
    default:
      return 'of' in expr ? [expr.of] : [];
  }
}

/** How many parts are worked out, counting those twice that are written twice to be worked out. */
function weight(expr: Expr): number {
  const parts = partsOf(expr).reduce((sum, part) => sum + weight(part), 1);
  if (expr.op === 'between') return parts + weight(expr.of);
  if (expr.op === 'in') return parts + weight(expr.of) * expr.tests.length;
  return expr.op === 'min' || expr.op === 'max' ? parts * 2 : parts;
}

/** What an expression reads. */
export function used(root: Expr): Pick<CheckedTree, 'fields' | 'days' | 'usesAsOf'> {
  const fields = new Set<string>();
  const days = new Set<string>();
  let usesAsOf = false;
  const look = (expr: Expr): void => {
    if (expr.op === 'field') fields.add(expr.name);
    if (expr.op === 'field' && expr.type === 'day') days.add(expr.name);
    if (expr.op === 'asOf') usesAsOf = true;
    partsOf(expr).forEach(look);
  };
  look(root);
  return { fields: [...fields], days: [...days], usesAsOf };
}
