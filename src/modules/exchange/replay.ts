import { type Replay } from '../../kit/module.ts';
import { streamsOf } from '../../kit/replay.ts';
import { type Conflict, type ConflictEvent, evolveConflict } from './rules/conflict.ts';
import { listAllConflicts } from './store/conflict.ts';

const PREFIX = 'portalConflict:';

/** Two records are the same whatever order their keys came in. */
const plain = (state: Conflict | undefined): string =>
  JSON.stringify(state, (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

/** Conflicts against their events. Messages follow from the events of the cases, which verify their own. */
export const conflictReplay: Replay = {
  name: 'exchange.conflicts',
  verify: async (tx) => {
    const rows = new Map((await listAllConflicts(tx)).map((row) => [row.id, row.state]));
    const differences: string[] = [];
    let checked = 0;
    for await (const [stream, events] of streamsOf(tx, PREFIX)) {
      const id = stream.slice(PREFIX.length);
      const state = events
        .map(({ kind, payload }) => ({ kind, payload }) as ConflictEvent)
        .reduce<Conflict | undefined>(evolveConflict, undefined);
      checked += 1;
      if (plain(rows.get(id)) !== plain(state)) differences.push(`${stream}: row and events differ`);
      rows.delete(id);
    }
    for (const id of rows.keys()) differences.push(`${PREFIX}${id}: no events`);
    return { checked, differences };
  },
};
