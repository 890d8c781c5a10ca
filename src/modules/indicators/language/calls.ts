import { Fault, nearest, wrongType } from './faults.ts';
import { type Node, partsOf, quotedText, type Reading, textOf } from './syntax.ts';
import type { Expr } from './tree.ts';

type Call = (args: Node[], r: Reading) => Expr;

const number =
  (op: 'abs' | 'floor' | 'ceiling'): Call =>
  ([of], r) => ({ op, type: 'number', of: r.read(of!, 'number') });
const extreme =
  (op: 'min' | 'max'): Call =>
  (args, r) => ({ op, type: 'number', of: args.map((arg) => r.read(arg, 'number')) });

/** The functions in use, with the number of their arguments (at least, at most). */
const CALLS: Record<string, [number, number, Call]> = {
  not: [1, 1, ([of], r) => ({ op: 'not', type: 'boolean', of: r.read(of!, 'boolean') })],
  'days between': [
    2,
    2,
    ([from, to], r) => ({
      op: 'daysBetween',
      type: 'number',
      from: r.read(from!, 'day'),
      to: r.read(to!, 'day'),
    }),
  ],
  abs: [1, 1, number('abs')],
  floor: [1, 1, number('floor')],
  ceiling: [1, 1, number('ceiling')],
  min: [2, 5, extreme('min')],
  max: [2, 5, extreme('max')],
  'starts with': [2, 2, startsWith],
};

function startsWith([of, start]: Node[], r: Reading): Expr {
  if (start!.name !== 'StringLiteral') throw wrongType('text', r.read(start!).type, start!);
  return { op: 'startsWith', type: 'boolean', of: r.read(of!, 'text'), start: quotedText(start!, r) };
}

/** Reads the call of a function in use. @throws Fault for any other, and for a wrong number of arguments. */
export function callOf(node: Node, parts: Node[], r: Reading): Expr {
  const [target] = parts;
  const name = textOf(target!, r).replace(/\s+/g, ' ');
  const call = Object.hasOwn(CALLS, name) ? CALLS[name] : undefined;
  if (!call) throw unknownCall(name, target!);
  const args = parts.filter((part) => part.name === 'PositionalParameters').flatMap(partsOf);
  if (args.length < call[0] || args.length > call[1])
    throw new Fault(
      node,
      `${name}() cần ${call[0] === call[1] ? call[0] : `${call[0]}–${call[1]}`} giá trị trong ngoặc.`,
      `${name}() takes ${call[0] === call[1] ? call[0] : `${call[0]} to ${call[1]}`} values.`,
    );
  return call[2](args, r);
}

function unknownCall(name: string, at: Node): Fault {
  const names = [...Object.keys(CALLS), 'date', 'duration'];
  const near = nearest(name, names);
  const list = names.map((one) => `${one}()`).join(', ');
  return new Fault(
    at,
    near
      ? `Không có hàm ${name}(). Có phải ${near}()?`
      : `Không có hàm ${name}(). Các hàm được dùng: ${list}.`,
    near
      ? `There is no function ${name}(). Did you mean ${near}()?`
      : `There is no function ${name}(). In use: ${list}.`,
  );
}
