import type { Day } from '../../../../kit/day.ts';
import type { Text } from '../../../../kit/i18n.ts';

/** Levels of units for which an indicator is meant. A department of a province is measured like its province. */
export const scopes = ['province', 'ministry', 'commune'] as const;
export type Scope = (typeof scopes)[number];

/** What a node is worth when its denominator is 0; `unknown` where the source does not say. */
export type ZeroRule =
  | { rule: 'unknown' }
  | { rule: 'notApplicable' }
  | { rule: 'previousYear' }
  | { rule: 'ratio' | 'points'; value: number };

/** Where a node's value comes from: its own nodes, a figure of the platform, or what the unit states with evidence. */
export type NodeSource =
  | { kind: 'group' }
  | { kind: 'figure'; figure: string }
  | { kind: 'reported'; evidence: Text };

/** An indicator or a group of an index. */
export interface IndexNode {
  code: string;
  parent?: string | undefined;
  name: Text;
  /** Most points; of a group the sum of what counts below it; 0 for what is only shown. */
  max: number;
  source: NodeSource;
  /** Points as an expression over `ratio` (0 to 1), `numerator`, `denominator` and `max`. */
  points?: string | undefined;
  zero: ZeroRule;
  scopes: Scope[];
  /** Stands in place of another node in a variant and is not added up. */
  alternativeOf?: string | undefined;
  /** Other figures shown beside it: the same question by another definition. */
  beside?: string[] | undefined;
  note?: Text | undefined;
  /** Where its sources contradict each other. */
  conflict?: Text | undefined;
}

/** A class of the total: from `from`, up to but without `to`; the last one has no end. */
export interface Band {
  code: string;
  name: Text;
  from: number;
  to?: number | undefined;
}

/** An index: a tree of points with its classes. One row per code and version. */
export interface IndexTree {
  code: string;
  version: string;
  validFrom: Day;
  /** The first day on which it no longer holds. */
  validTo?: Day | undefined;
  name: Text;
  explanation: Text;
  source: Text;
  maximum: number;
  levels: Scope[];
  /** What a unit gets for an indicator that is not meant for its level. */
  outOfScope: 'fullPoints' | 'leftOut';
  /** How a unit that came from others is scored for the time before: counts added up, or the mean of their points. */
  merged: 'counts' | 'meanOfPredecessors';
  nodes: IndexNode[];
  bands: Band[];
  /** The figure whose denominator says on how many records a score rests, and the least for a place in a ranking. */
  ranking?: { basis: string; floor: number } | undefined;
  /** How many indicators the source names, where not all of them could be read. */
  stated?: { main: number; components?: number | undefined } | undefined;
  /** What the sources say that does not agree, for the reader. */
  conflicts: Text[];
}

/** Nodes directly below one, alternatives left out. */
export const childrenOf = (tree: Pick<IndexTree, 'nodes'>, code: string | undefined): IndexNode[] =>
  tree.nodes.filter((node) => node.parent === code && node.alternativeOf === undefined);

export const isGroup = (node: IndexNode): boolean => node.source.kind === 'group';
