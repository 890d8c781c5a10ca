import type { Tx } from '../../kit/db.ts';
import type { Replay } from '../../kit/module.ts';
import { streamsOf } from '../../kit/replay.ts';
import { hashOf } from './actions/handOver.ts';
import { type Downtime, type DowntimeEvent, evolveDowntime } from './rules/downtime.ts';
import { evolve, type HandOver, type HandOverEvent, inOrder } from './rules/handOver.ts';
import { listAllDowntimes } from './store/downtime.ts';
import { listAllHandOvers } from './store/handOver.ts';

interface Kind<State, Event> {
  /** How its streams begin. */
  prefix: string;
  rows: (tx: Tx) => Promise<{ id: string; state: State }[]>;
  evolve: (state: State | undefined, event: Event) => State | undefined;
  /** What else must hold for a state, in words where it does not. */
  fault?: (state: State) => string | undefined;
}

/** Folds the events of one kind of record again and names what the rows say otherwise. */
const replayOf = <State, Event>(name: string, kind: Kind<State, Event>): Replay => ({
  name,
  verify: async (tx) => {
    const rows = new Map((await kind.rows(tx)).map((row) => [row.id, row.state]));
    const differences: string[] = [];
    let checked = 0;
    for await (const [stream, events] of streamsOf(tx, kind.prefix)) {
      const id = stream.slice(kind.prefix.length);
      const state = events
        .map((event) => ({ kind: event.kind, payload: event.payload }) as Event)
        .reduce<State | undefined>(kind.evolve, undefined);
      checked += 1;
      if (inOrder(rows.get(id)) !== inOrder(state)) differences.push(`${stream}: row and events differ`);
      const fault = state && kind.fault?.(state);
      if (fault) differences.push(`${stream}: ${fault}`);
      rows.delete(id);
    }
    for (const id of rows.keys()) differences.push(`${kind.prefix}${id}: no events`);
    return { checked, differences };
  },
});

/** Notes of shifts against their events, and their hashes against what they hold. */
export const handOverReplay = replayOf<HandOver, HandOverEvent>('operations.handOver', {
  prefix: 'handOver:',
  rows: listAllHandOvers,
  evolve,
  fault: (state) => (hashOf(state) === state.hash ? undefined : 'the hash does not fit'),
});

/** Announced downtimes against their events. */
export const downtimeReplay = replayOf<Downtime, DowntimeEvent>('operations.downtime', {
  prefix: 'downtime:',
  rows: listAllDowntimes,
  evolve: evolveDowntime,
});
