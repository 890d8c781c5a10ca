import type { parseExpression } from 'feelin';

import type { FactKind, FieldType } from './fact.ts';
import { Fault } from './faults.ts';
import type { Expr } from './tree.ts';

/** A node of the library's syntax tree. */
export type Node = ReturnType<typeof parseExpression>['topNode'];

/** What reading a node needs to know, and how it reads the parts of one. */
export interface Reading {
  text: string;
  kind: FactKind;
  /** Multiplications and divisions so far: with few of them no result leaves the range of numbers. */
  products: number;
  read(node: Node, wanted?: FieldType): Expr;
}

/** The parts of a node without comments. */
export function partsOf(node: Node): Node[] {
  const parts: Node[] = [];
  for (let part = node.firstChild; part; part = part.nextSibling) if (!part.type.isSkipped) parts.push(part);
  return parts;
}

export const textOf = (node: Node, r: Reading): string => r.text.slice(node.from, node.to);

/** The text between the quotes. */
export function quotedText(node: Node, r: Reading): string {
  const inner = textOf(node, r).slice(1, -1);
  if (inner.includes('\\')) throw new Fault(node, 'Chữ không được chứa dấu \\.', 'Text may not contain \\.');
  return inner;
}
