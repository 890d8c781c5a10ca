import type { InputOf, ReplyOf } from '../../../../kit/contract.ts';
import type { Fields } from '../../../../kit/page.ts';
import { typedFields } from '../../../../kit/parse.ts';
import { type getIndexTree, stateIndexTree } from '../contract/trees.ts';

type Tree = ReplyOf<typeof getIndexTree>['tree'];
type Input = InputOf<typeof stateIndexTree>;
type NodeInput = Input['nodes'][number];
type Zero = NonNullable<NodeInput['zero']>;
type Row = Partial<Omit<NodeInput, 'source' | 'zero'>> & {
  figure?: string;
  zero?: { rule?: string; value?: string | number };
};

const ownEvidence = {
  vi: 'Văn bản hoặc liên kết chứng minh giá trị',
  en: 'Document or link that proves the value',
};

/** Where a row's value comes from: a figure when one is named, otherwise as it was. */
function sourceOf(row: Row, before: Tree['nodes'][number] | undefined): NodeInput['source'] {
  if (before?.source.kind === 'group') return before.source;
  if (row.figure) return { kind: 'figure', figure: row.figure };
  return before?.source.kind === 'reported' ? before.source : { kind: 'reported', evidence: ownEvidence };
}

const typedNumber = (value: string | number | undefined): number | undefined => {
  if (value === undefined || typeof value === 'number') return value;
  const text = value.trim();
  return Number(text.includes(',') ? text.replaceAll('.', '').replace(',', '.') : text);
};

/** The rule for a denominator of 0; only two of the rules have a value. */
function zeroOf({ rule, value }: NonNullable<Row['zero']>): Zero {
  const isValued = rule === 'ratio' || rule === 'points';
  return { rule, ...(isValued && { value: typedNumber(value) }) } as Zero;
}

/** A row of the form over the node it began as; what the form does not show stays as it was. */
function nodeOf(row: Row, tree: Tree): NodeInput {
  const before = tree.nodes.find((node) => node.code === row.code);
  const { figure: _, zero, ...typed } = row;
  const { points: __, parent: ___, ...kept } = before ?? { zero: { rule: 'unknown' as const } };
  const source = sourceOf(row, before);
  // A group has no boxes of its own for these; in all other rows no ticked box means that none is ticked.
  const own = source.kind !== 'group' && zero ? { zero: zeroOf(zero), scopes: row.scopes ?? [] } : {};
  return { ...kept, ...typed, ...own, source } as NodeInput;
}

/** What the form of a new version sends, over the version from which it was begun. */
export function versionInput(tree: Tree, fields: Fields): Input {
  const texts = Object.fromEntries(
    Object.entries(fields).filter(([name]) => !['csrf', 'form', 'base', 'floor'].includes(name)),
  );
  const typed = typedFields(stateIndexTree, texts) as Partial<Input> & { nodes?: Row[] };
  const { validTo: _, ...kept } = tree;
  const floor = Number(typeof fields['floor'] === 'string' ? fields['floor'] : '');
  return {
    ...kept,
    ...typed,
    code: tree.code,
    version: typed.version ?? '',
    validFrom: typed.validFrom ?? '',
    nodes: (typed.nodes ?? []).filter((row) => row.code).map((row) => nodeOf(row, tree)),
    bands: (typed.bands ?? []).filter((band) => band.code),
    ...(tree.ranking ? { ranking: { ...tree.ranking, floor: floor > 0 ? floor : tree.ranking.floor } } : {}),
  };
}
