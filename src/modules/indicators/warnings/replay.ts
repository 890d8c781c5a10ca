import type { StoredEvent } from '../../../kit/events.ts';
import type { Replay } from '../../../kit/module.ts';
import { streamsOf } from '../../../kit/replay.ts';
import { evolve, type WarningEvent, type WarningState } from './rules/evolve.ts';
import { columnsOf, listAllWarnings, type WarningRow } from './store/warning.ts';

export const eventOf = (e: StoredEvent): WarningEvent =>
  ({ kind: e.kind, at: e.at.toISOString(), unitId: e.unitId, payload: e.payload }) as unknown as WarningEvent;

/** As JSON keeps it, with the keys in order. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value as Record<string, unknown>).filter(([, v]) => v !== undefined);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => [k, sorted(v)]));
};
const same = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

function differencesOf(row: WarningRow | undefined, id: string, told: WarningState): string[] {
  if (!row) return [`warning ${id}: told by events, but there is no row`];
  const expected = columnsOf(told);
  const stored = {
    ...row,
    raisedAt: row.raisedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  };
  const names = Object.keys(expected) as (keyof typeof expected)[];
  return [
    ...names
      .filter((name) => !same(expected[name], stored[name]))
      .map((name) => `warning ${id}: ${name} differs`),
    ...(same(told, row.state) ? [] : [`warning ${id}: state differs`]),
  ];
}

/** Every warning against what its events make of it. */
export const warningReplay: Replay = {
  name: 'indicators.warnings',
  verify: async (tx) => {
    const rows = new Map<string, WarningRow>();
    for (let after: string | undefined, more = true; more;) {
      const page = await listAllWarnings(tx, after, 1000);
      for (const row of page) rows.set(row.id, row);
      after = page.at(-1)?.id;
      more = page.length === 1000;
    }
    const differences: string[] = [];
    let checked = 0;
    for await (const [stream, events] of streamsOf(tx, 'warning:')) {
      const id = stream.slice('warning:'.length);
      const told = events.map(eventOf).reduce<WarningState | undefined>(evolve, undefined)!;
      differences.push(...differencesOf(rows.get(id), id, told));
      rows.delete(id);
      checked += 1;
    }
    for (const id of rows.keys()) differences.push(`warning ${id}: no event tells of it`);
    return { checked, differences };
  },
};
