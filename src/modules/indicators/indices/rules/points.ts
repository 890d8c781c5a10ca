import { type Estimate, rangeOfSum, wilson } from '../../ranking/interval.ts';
import { readFormula } from '../formula.ts';
import { childrenOf, type IndexNode, type IndexTree, isGroup, type Scope, type ZeroRule } from './model.ts';

/** What is known of an indicator of one unit. */
export interface Given {
  numerator: number | null;
  denominator: number | null;
  status: 'ok' | 'noRecords' | 'sourceMissing' | 'computing' | 'notApplicable';
  /** Denominator of the whole year before, for the rule that falls back on it. */
  previousYear?: number | null | undefined;
  /** Only for what a unit states itself. */
  claim?: 'claimed' | 'verified' | 'returned' | undefined;
  /** It is the mean of the ratios of predecessors, of which no counts remain. */
  mean?: boolean | undefined;
}

/** Why a node has its points, or has none. */
export type NodeStatus =
  | 'ok'
  | 'capped'
  | 'mean'
  | 'outOfScope'
  | 'leftOut'
  | 'zeroRule'
  | 'previousYear'
  | 'noRecords'
  | 'sourceMissing'
  | 'computing'
  | 'claimed'
  | 'returned'
  | 'notReported'
  | 'shownOnly'
  | 'alternative';

export interface NodeScore {
  code: string;
  /** Null where the sources do not decide; then anything from 0 to `max` is possible. */
  points: number | null;
  /** Points that count for this unit: 0 when left out. */
  max: number;
  ratio: number | null;
  numerator: number | null;
  denominator: number | null;
  status: NodeStatus;
  /** What the claimed value would give, where it does not count yet. */
  claimedPoints?: number | undefined;
  /** Where the points may lie by the size of the denominator, at 95 %. */
  range?: Estimate | undefined;
}

const nothing = { ratio: null, numerator: null, denominator: null };
const clamp = (value: number, max: number): number => Math.min(Math.max(value, 0), max);

/** Points of a node by its formula, never below 0 nor above its maximum; null where the formula gives none. */
export function pointsBy(
  node: IndexNode,
  ratio: number,
  numerator: number,
  denominator: number,
): number | null {
  const read = readFormula(node.points ?? 'max * ratio');
  const value = read.ok ? read.formula({ ratio, numerator, denominator, max: node.max }) : null;
  return value === null || !Number.isFinite(value) ? null : clamp(value, node.max);
}

const shareOf = (given: Given): number =>
  given.denominator ? (given.numerator ?? 0) / given.denominator : 0;

function counted(node: IndexNode, given: Given): NodeScore {
  const { numerator, denominator } = given;
  const ratio = shareOf(given);
  const points = pointsBy(node, ratio, numerator!, denominator!);
  const interval = wilson(numerator!, denominator!);
  const ends =
    interval && [interval.low, interval.high].map((r) => pointsBy(node, r, r * denominator!, denominator!));
  const open = points !== null && ends && ends[0] !== null && ends[1] !== null;
  return {
    code: node.code,
    points,
    max: node.max,
    ratio,
    numerator,
    denominator,
    status: points === null ? 'noRecords' : points === node.max && ratio < 1 ? 'capped' : 'ok',
    ...(open
      ? {
          range: {
            value: points,
            low: Math.min(points, ...(ends as number[])),
            high: Math.max(points, ...(ends as number[])),
          },
        }
      : {}),
  };
}

function atZero(node: IndexNode, given: Given, zero: ZeroRule): NodeScore {
  const base = {
    code: node.code,
    max: node.max,
    ratio: null,
    numerator: given.numerator,
    denominator: given.denominator,
  };
  if (zero.rule === 'unknown') return { ...base, points: null, status: 'noRecords' };
  if (zero.rule === 'notApplicable') return { ...base, max: 0, points: 0, status: 'leftOut' };
  if (zero.rule === 'points') return { ...base, points: clamp(zero.value, node.max), status: 'zeroRule' };
  if (zero.rule === 'ratio')
    return { ...base, ratio: zero.value, points: pointsBy(node, zero.value, 0, 0), status: 'zeroRule' };
  const denominator = given.previousYear ?? 0;
  if (denominator <= 0) return { ...base, ratio: 0, points: 0, status: 'previousYear' };
  const ratio = Math.min(1, (given.numerator ?? 0) / denominator);
  return {
    ...base,
    ratio,
    denominator,
    points: pointsBy(node, ratio, given.numerator ?? 0, denominator),
    status: 'previousYear',
  };
}

function stated(node: IndexNode, given: Given | undefined): NodeScore {
  const empty = { code: node.code, max: node.max, points: null, ...nothing };
  if (!given?.claim) return { ...empty, status: 'notReported' };
  if (given.claim === 'returned') return { ...empty, status: 'returned' };
  const score = given.denominator ? counted(node, given) : atZero(node, given, node.zero);
  if (given.mean) return { ...score, numerator: null, denominator: null, range: undefined, status: 'mean' };
  // What was stated was measured as a whole; it is no sample whose size would leave a range.
  if (given.claim === 'verified') return { ...score, range: undefined };
  return {
    ...score,
    points: null,
    range: undefined,
    status: 'claimed',
    claimedPoints: score.points ?? undefined,
  };
}

/** The points of one indicator of a unit of a level. */
export function scoreNode(
  tree: IndexTree,
  node: IndexNode,
  level: Scope,
  given: Given | undefined,
): NodeScore {
  if (node.max === 0) {
    const known = given?.denominator ? shareOf(given) : null;
    const counts = { numerator: given?.numerator ?? null, denominator: given?.denominator ?? null };
    const status = node.alternativeOf
      ? 'alternative'
      : given?.status === 'sourceMissing'
        ? 'sourceMissing'
        : 'shownOnly';
    return { code: node.code, points: null, max: 0, ratio: known, ...counts, status };
  }
  if (!node.scopes.includes(level))
    return tree.outOfScope === 'fullPoints'
      ? { code: node.code, points: node.max, max: node.max, ...nothing, status: 'outOfScope' }
      : { code: node.code, points: 0, max: 0, ...nothing, status: 'leftOut' };
  if (node.source.kind === 'reported') return stated(node, given);
  if (!given || given.status === 'sourceMissing')
    return {
      code: node.code,
      points: null,
      max: node.max,
      ...nothing,
      numerator: given?.numerator ?? null,
      status: 'sourceMissing',
    };
  if (given.status === 'computing')
    return { code: node.code, points: null, max: node.max, ...nothing, status: 'computing' };
  if (given.status === 'notApplicable') return atZero(node, given, { rule: 'notApplicable' });
  return given.denominator ? counted(node, given) : atZero(node, given, node.zero);
}

export interface Score {
  /** Points of all nodes whose points are known. */
  points: number;
  /** Points that count for this unit. */
  max: number;
  /** Of these, the points that the sources leave open: the score is at least `points`, at most `points + unknown`. */
  unknown: number;
  /** Where the known points may lie by the sizes of the denominators, at 95 %. */
  range: Estimate;
  /** Leaves and groups by code. */
  nodes: Map<string, NodeScore & { unknown: number }>;
}

/** Adds up a tree for one unit from what is known of its indicators, by node code. */
export function scoreTree(
  tree: IndexTree,
  level: Scope,
  given: (node: IndexNode) => Given | undefined,
): Score {
  const nodes: Score['nodes'] = new Map();
  const parts: Estimate[] = [];
  const visit = (node: IndexNode): { points: number; max: number; unknown: number } => {
    if (isGroup(node)) return group(node);
    const score = scoreNode(tree, node, level, given(node));
    const unknown = score.points === null ? score.max : 0;
    nodes.set(node.code, { ...score, unknown });
    const points = score.points ?? 0;
    parts.push(score.range ?? { value: points, low: points, high: points });
    return { points, max: score.max, unknown };
  };
  const sum = (children: readonly IndexNode[]) =>
    children
      .map(visit)
      .reduce(
        (a, b) => ({ points: a.points + b.points, max: a.max + b.max, unknown: a.unknown + b.unknown }),
        { points: 0, max: 0, unknown: 0 },
      );
  const group = (node: IndexNode) => {
    const below = sum(childrenOf(tree, node.code));
    nodes.set(node.code, { code: node.code, ...below, ...nothing, status: 'ok' });
    return below;
  };
  const total = sum(childrenOf(tree, undefined));
  for (const node of tree.nodes.filter((n) => n.alternativeOf !== undefined))
    nodes.set(node.code, { ...scoreNode(tree, { ...node, max: 0 }, level, given(node)), unknown: 0 });
  return { ...total, range: rangeOfSum(parts), nodes };
}

/**
 * What a merged unit is given where an index takes the mean of those before it: the mean of their ratios. Undefined as long as
 * one of them has no verified value, as a mean of some would favour the merged unit by chance.
 */
export function meanGiven(predecessors: readonly (Given | undefined)[]): Given | undefined {
  const ratios = predecessors.map((given) =>
    given?.claim === 'verified' && given.denominator ? shareOf(given) : undefined,
  );
  if (ratios.length === 0 || ratios.includes(undefined)) return undefined;
  const sum = ratios.reduce<number>((total, ratio) => total + ratio!, 0);
  return { numerator: sum / ratios.length, denominator: 1, status: 'ok', claim: 'verified', mean: true };
}
