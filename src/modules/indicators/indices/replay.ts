import type { Replay } from '../../../kit/module.ts';
import { streamsOf } from '../../../kit/replay.ts';
import type { IndexTree } from './rules/model.ts';
import { evolve, type IndexValue, type IndexValueEvent, streamOf } from './rules/value.ts';
import { listAllValues, listStatedTrees } from './store.ts';

/** As JSON keeps it, keys in order. */
function printed(value: unknown): string {
  const sorted = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(sorted);
    if (part === null || typeof part !== 'object') return part;
    const entries = Object.entries(part).filter(([, one]) => one !== undefined && one !== null);
    return Object.fromEntries(
      entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, sorted(one)]),
    );
  };
  return JSON.stringify(sorted(value));
}

/** Keys whose texts differ on the two sides. */
const compare = (told: Map<string, string>, live: Map<string, string>): string[] =>
  [...new Set([...told.keys(), ...live.keys()])].filter((key) => told.get(key) !== live.get(key));

/** Stated trees and values from their events, compared with the tables. */
export const indexReplay: Replay = {
  name: 'indicators.indices',
  verify: async (tx) => {
    const told = new Map<string, string>();
    for await (const [stream, events] of streamsOf(tx, 'indexValue:')) {
      const value = events
        .map((e) => ({ ...(e.payload as object), kind: e.kind }) as IndexValueEvent)
        .reduce<IndexValue | undefined>(evolve, undefined);
      told.set(stream, printed(value));
    }
    const treeKey = ({ code, version }: IndexTree): string => `indexTree:${code} ${version}`;
    for await (const [, events] of streamsOf(tx, 'indexTree:'))
      for (const { payload } of events) told.set(treeKey(payload as unknown as IndexTree), printed(payload));
    const live = new Map<string, string>();
    for (const value of await listAllValues(tx)) live.set(streamOf(value), printed(value));
    for (const tree of await listStatedTrees(tx)) live.set(treeKey(tree), printed(tree));
    return { checked: live.size, differences: compare(told, live) };
  },
};
