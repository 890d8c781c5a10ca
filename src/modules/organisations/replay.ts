import type { Tx } from '../../kit/db.ts';
import type { Replay } from '../../kit/module.ts';
import { evolve } from './rules/evolve.ts';
import type { OrganisationFacts } from './rules/model.ts';
import { getFacts, listFactEvents } from './store/facts.ts';
import { listLive, listStaffEvents } from './store/replay.ts';

/** One text per fact, so that two sets of facts can be compared whatever their order. */
function printed(facts: OrganisationFacts): Map<string, string> {
  const lines = new Map<string, string>();
  const put = (key: string, fact: object) =>
    lines.set(key, JSON.stringify(Object.entries(fact).sort(([a], [b]) => (a < b ? -1 : 1))));
  for (const unit of facts.units) put(`unit ${unit.id}`, unit);
  for (const version of facts.versions) put(`version ${version.unitId} ${version.validFrom}`, version);
  for (const succession of facts.successions)
    put(`succession ${succession.id}`, { ...succession, rule: JSON.stringify(succession.rule ?? null) });
  return lines;
}

function differencesOf(replayed: ReadonlyMap<string, string>, live: ReadonlyMap<string, string>): string[] {
  const keys = new Set([...replayed.keys(), ...live.keys()]);
  return [...keys].filter((key) => replayed.get(key) !== live.get(key));
}

async function verifyFacts(tx: Tx): Promise<{ checked: number; differences: string[] }> {
  const payloads = await listFactEvents(tx);
  const stated = <Key extends keyof OrganisationFacts>(key: Key) =>
    payloads.flatMap((payload) => payload.facts[key] as OrganisationFacts[Key][number][]);
  const facts = {
    units: stated('units'),
    versions: stated('versions'),
    successions: stated('successions'),
  };
  const replayed = printed(
    evolve(
      { units: [], versions: [], successions: [] },
      { facts, rules: payloads.flatMap((payload) => payload.rules ?? []) },
    ),
  );
  const live = printed((await getFacts(tx)).facts);
  return { checked: live.size, differences: differencesOf(replayed, live) };
}

async function verifyStaff(tx: Tx): Promise<{ checked: number; differences: string[] }> {
  const replayed = new Map<string, string>();
  for (const { key, record } of await listStaffEvents(tx)) replayed.set(key, record);
  const live = new Map((await listLive(tx)).map(({ key, record }) => [key, record]));
  return { checked: live.size, differences: differencesOf(replayed, live) };
}

/** The tree and the people from their events, compared with the tables. */
export const replays: Replay[] = [
  { name: 'organisations.facts', verify: verifyFacts },
  { name: 'organisations.people', verify: verifyStaff },
];
