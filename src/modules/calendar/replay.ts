import type { Tx } from '../../kit/db.ts';
import type { Replay } from '../../kit/module.ts';
import { ROOT } from '../organisations/index.ts';
import { standardBook } from './facts/book.ts';
import { type CalendarBook, type CalendarFact, evolve } from './rules/book.ts';
import { getFacts, listFactEvents } from './store/facts.ts';

/** Texts that do not depend on the order of keys, one per calendar and keeping unit. */
function printed(book: CalendarBook): Map<string, string> {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, part]) => part !== undefined)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, part]) => [key, sorted(part)]),
    );
  };
  return new Map([
    ...[...book.calendars].map(([id, one]) => [`calendar ${id}`, JSON.stringify(sorted(one))] as const),
    ...[...book.keepings].map(([id, all]) => [`unit ${id}`, JSON.stringify(sorted(all))] as const),
  ]);
}

async function verify(tx: Tx): Promise<{ checked: number; differences: string[] }> {
  const folded = (facts: readonly CalendarFact[]) => printed(facts.reduce(evolve, standardBook(ROOT)));
  const replayed = folded(await listFactEvents(tx));
  const live = folded((await getFacts(tx)).facts);
  const keys = new Set([...replayed.keys(), ...live.keys()]);
  return { checked: live.size, differences: [...keys].filter((key) => replayed.get(key) !== live.get(key)) };
}

/** The calendars from their events, compared with the tables. */
export const replays: Replay[] = [{ name: 'calendar.facts', verify }];
