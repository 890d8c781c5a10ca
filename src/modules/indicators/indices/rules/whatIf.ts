import { childrenOf, type IndexNode, type IndexTree, isGroup } from './model.ts';
import { type NodeScore, pointsBy, type Score } from './points.ts';

/** What one indicator could add, and what it takes. */
export interface Gain {
  code: string;
  /** Points it gives now, and would give. */
  from: number;
  to: number;
  gain: number;
  /** Counted records that did not meet the indicator and would have to. */
  records: number;
  /** All records counted in its denominator. */
  of: number;
  /** Points for each record changed. */
  perRecord: number;
}

export interface WhatIf {
  wanted: number;
  /** Cheapest first, until the wanted points are reached. */
  plan: Gain[];
  gained: number;
  reached: boolean;
  records: number;
  /** Each indicator alone: the wanted points, or as many as it can give. */
  alone: (Gain & { enough: boolean })[];
}

const leaves = (tree: IndexTree, code?: string): IndexNode[] =>
  childrenOf(tree, code).flatMap((node) => (isGroup(node) ? leaves(tree, node.code) : [node]));

/** Which counted records may still become good ones. */
const open = (score: NodeScore): boolean =>
  (score.status === 'ok' || score.status === 'previousYear') &&
  score.points !== null &&
  score.numerator !== null &&
  !!score.denominator &&
  score.numerator < score.denominator &&
  score.points < score.max;

/** The fewest records that bring a node to `goal` points, or to as many as it can give. */
function gainTo(node: IndexNode, score: NodeScore, goal: number): Gain | undefined {
  const { numerator, denominator } = score as { numerator: number; denominator: number };
  const at = (k: number): number =>
    pointsBy(node, (numerator + k) / denominator, numerator + k, denominator) ?? 0;
  const most = denominator - numerator;
  const best = Math.min(goal, at(most));
  let low = 1;
  let high = most;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (at(middle) >= best - 1e-9) high = middle;
    else low = middle + 1;
  }
  const from = score.points!;
  const gain = at(low) - from;
  if (!(gain > 1e-9)) return undefined;
  return { code: node.code, from, to: at(low), gain, records: low, of: denominator, perRecord: gain / low };
}

/**
 * What it would take to gain points: records that were counted as not met and would have to be met, cheapest indicators first.
 * Only indicators whose points are known are counted; each record is thought of once per indicator.
 */
export function whatIf(tree: IndexTree, score: Score, wanted: number): WhatIf {
  const usable = leaves(tree).flatMap((node) => {
    const own = score.nodes.get(node.code);
    return own && open(own) ? [{ node, own }] : [];
  });
  const alone = usable
    .flatMap(({ node, own }) => {
      const gain = gainTo(node, own, own.points! + wanted);
      return gain ? [{ ...gain, enough: gain.gain >= wanted - 1e-9 }] : [];
    })
    .toSorted(
      (a, b) =>
        Number(b.enough) - Number(a.enough) || (a.enough ? a.records - b.records : b.perRecord - a.perRecord),
    );
  const whole = usable
    .flatMap(({ node, own }) => {
      const gain = gainTo(node, own, own.max);
      return gain ? [{ node, own, gain }] : [];
    })
    .toSorted((a, b) => b.gain.perRecord - a.gain.perRecord || a.node.code.localeCompare(b.node.code));
  const plan: Gain[] = [];
  let gained = 0;
  for (const { node, own } of whole) {
    if (gained >= wanted - 1e-9) break;
    const gain = gainTo(node, own, own.points! + (wanted - gained));
    if (!gain) continue;
    plan.push(gain);
    gained += gain.gain;
  }
  return {
    wanted,
    plan,
    gained,
    reached: gained >= wanted - 1e-9,
    records: plan.reduce((sum, g) => sum + g.records, 0),
    alone,
  };
}
