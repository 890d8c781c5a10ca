import type { Tx } from '../../kit/db.ts';
import type { StoredEvent } from '../../kit/events.ts';
import type { Replay } from '../../kit/module.ts';
import { streamsOf } from '../../kit/replay.ts';
import { evolve, type FactEvent } from './rules/decide.ts';
import type { Day, Fact, Paper } from './rules/model.ts';
import { listLive } from './store/facts.ts';

function eventOf({ kind, payload }: StoredEvent): FactEvent | undefined {
  if (kind.endsWith('.stated')) return { what: 'stated', fact: payload['fact'] as Fact };
  if (kind.endsWith('.ended'))
    return { what: 'ended', on: payload['on'] as Day, paper: payload['paper'] as Paper };
  return undefined;
}

const byKey = (_: string, value: unknown): unknown =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
/** The same text for the same fact, whatever the order of its keys. */
export const printed = (fact: object | undefined): string => JSON.stringify(fact ?? null, byKey);

async function verify(tx: Tx): Promise<{ checked: number; differences: string[] }> {
  const live = new Map((await listLive(tx)).map((row) => [`mandate:${row.id}`, row]));
  const differences: string[] = [];
  const seen = new Set<string>();
  for await (const [stream, events] of streamsOf(tx, 'mandate:')) {
    let fact: Fact | undefined;
    for (const event of events.map(eventOf)) if (event) fact = evolve(fact, event);
    seen.add(stream);
    const row = live.get(stream);
    const agrees =
      printed(fact) === printed(row?.body) && fact?.from === row?.from && (fact?.to ?? null) === row?.to;
    if (!agrees) differences.push(stream);
  }
  for (const stream of live.keys()) if (!seen.has(stream)) differences.push(stream);
  return { checked: live.size, differences };
}

/** Mandates from their events, compared with the table. */
export const replays: Replay[] = [{ name: 'mandates.facts', verify }];
