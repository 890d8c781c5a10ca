/**
 * Predicted delay of an open item from similar past ones: a way of our own, simple enough to be checked by hand.
 *
 * The delay of a closed item is the number of days between its term and its end, negative where it was early. Of the
 * items that were similar, and that were still open at the same distance from their term as this one is today, the 50th
 * and the 80th of each hundred (nearest rank) are the range. What is still open is in nobody's past: where much lies
 * unfinished beyond its term the ranges are too good, which is why the number of such items stands beside the past error.
 */

/** Something closed: its delay, when it began and ended, and what it is similar to, the closest likeness first. */
export interface PastItem {
  keys: readonly string[];
  /** Days after the term; negative when early. */
  delay: number;
  /** Days since an epoch: beginning, term, end. */
  start: number;
  due: number;
  end: number;
}
export interface OpenItem {
  keys: readonly string[];
  /** Days since the term; negative while it is still to come. */
  offset: number;
}
export interface Predicted {
  p50: number;
  p80: number;
  similar: number;
  /** Which likeness was used: its place in `keys`. */
  tier: number;
}

/** The nearest-rank quantile: the smallest value that at least the share `q` of all values do not exceed. @throws RangeError for no values */
export function quantile(sorted: readonly number[], q: number): number {
  if (sorted.length === 0) throw new RangeError('no values');
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)]!;
}

/** Past items by likeness; built once, asked often. */
export interface History {
  byKey: ReadonlyMap<string, readonly PastItem[]>;
}
export function historyOf(past: readonly PastItem[]): History {
  const byKey = new Map<string, PastItem[]>();
  for (const item of past)
    for (const key of item.keys) {
      const own = byKey.get(key);
      if (own) own.push(item);
      else byKey.set(key, [item]);
    }
  return { byKey };
}

/**
 * The range for an open item, from the closest likeness that has at least `floor` items; undefined: too little history.
 * @param endedBefore only what had ended before this day counts (for looking back)
 */
export function predict(
  history: History,
  item: OpenItem,
  floor: number,
  endedBefore = Infinity,
): Predicted | undefined {
  for (const [tier, key] of item.keys.entries()) {
    const delays = (history.byKey.get(key) ?? [])
      .filter((one) => one.end < endedBefore && one.delay >= item.offset)
      .map((one) => one.delay)
      .toSorted((a, b) => a - b);
    if (delays.length >= floor)
      return { p50: quantile(delays, 0.5), p80: quantile(delays, 0.8), similar: delays.length, tier };
  }
  return undefined;
}

export interface Hits {
  predicted: number;
  withinP50: number;
  withinP80: number;
  inRange: number;
  meanAbsoluteError?: number | undefined;
  tooLittleHistory: number;
}

/**
 * What would have been said of closed items half-way through their time, from what had ended by then, against what came.
 * Items that had ended before that moment are left out: there was nothing to predict any more.
 */
export function backTest(
  past: readonly PastItem[],
  floor: number,
  groupOf: (item: PastItem) => string,
): { all: Hits; groups: Map<string, Hits> } {
  const history = historyOf(past);
  const outcomes = past.flatMap((item) => {
    const at = item.start + (item.due - item.start) / 2;
    if (item.end <= at) return [];
    const said = predict(history, { keys: item.keys, offset: at - item.due }, floor, at);
    return [{ group: groupOf(item), delay: item.delay, said }];
  });
  const byGroup = Map.groupBy(outcomes, (o) => o.group);
  return {
    all: hitsOf(outcomes),
    groups: new Map([...byGroup].map(([group, own]) => [group, hitsOf(own)])),
  };
}

function hitsOf(outcomes: readonly { delay: number; said: Predicted | undefined }[]): Hits {
  const said = outcomes.flatMap((o) => (o.said ? [{ ...o.said, delay: o.delay }] : []));
  const count = (is: (o: (typeof said)[number]) => boolean): number => said.filter(is).length;
  const errors = said.reduce((sum, o) => sum + Math.abs(o.delay - o.p50), 0);
  return {
    predicted: said.length,
    withinP50: count((o) => o.delay <= o.p50),
    withinP80: count((o) => o.delay <= o.p80),
    inRange: count((o) => o.delay >= o.p50 && o.delay <= o.p80),
    ...(said.length > 0 && { meanAbsoluteError: Math.round((errors / said.length) * 100) / 100 }),
    tooLittleHistory: outcomes.length - said.length,
  };
}
