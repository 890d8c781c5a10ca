import type { Replay } from '../../kit/module.ts';
import { streamsOf } from '../../kit/replay.ts';
import { hashOf } from './actions/handOver.ts';
import { evolve, type HandOver, type HandOverEvent, inOrder } from './rules/handOver.ts';
import { listAllHandOvers } from './store/handOver.ts';

/** Notes of shifts against their events, and their hashes against what they hold. */
export const handOverReplay: Replay = {
  name: 'operations.handOver',
  verify: async (tx) => {
    const rows = new Map((await listAllHandOvers(tx)).map((row) => [row.id, row.state]));
    const differences: string[] = [];
    let checked = 0;
    for await (const [stream, events] of streamsOf(tx, 'handOver:')) {
      const id = stream.slice('handOver:'.length);
      const state = events
        .map(({ kind, payload }) => ({ kind, payload }) as unknown as HandOverEvent)
        .reduce<HandOver | undefined>(evolve, undefined);
      checked += 1;
      if (inOrder(rows.get(id)) !== inOrder(state)) differences.push(`${stream}: row and events differ`);
      if (state && hashOf(state) !== state.hash) differences.push(`${stream}: the hash does not fit`);
      rows.delete(id);
    }
    for (const id of rows.keys()) differences.push(`handOver:${id}: no events`);
    return { checked, differences };
  },
};
