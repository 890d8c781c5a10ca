import { isDeepStrictEqual } from 'node:util';

import type { Replay } from '../../kit/module.ts';
import { type AccountState, evolve } from './rules/account.ts';
import { listAccountFacts, listAccountStates } from './store/events.ts';

/** Grants given in one moment have no order of their own. */
const ordered = (state: AccountState): AccountState => ({
  ...state,
  grants: state.grants.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
});

/** Which fields of an account differ from what its events say. */
function differences(live: AccountState, told: AccountState | undefined): string[] {
  if (!told) return ['no event'];
  const fields = [
    'email',
    'name',
    'lang',
    'personId',
    'unitId',
    'disabled',
    'secondFactor',
    'mustChangePassword',
    'grants',
  ] as const;
  return fields.filter((field) => !isDeepStrictEqual(ordered(live)[field], ordered(told)[field]));
}

/** Folds the events of all accounts and compares them with the live rows. */
export const accountReplay: Replay = {
  name: 'identity.accounts',
  verify: async (tx) => {
    const told = new Map<string, AccountState>();
    for (const fact of await listAccountFacts(tx)) told.set(fact.id, evolve(told.get(fact.id), fact));
    const live = await listAccountStates(tx);
    const found = live.flatMap((a) =>
      differences(a, told.get(a.id)).map((field) => `account ${a.id}: ${field}`),
    );
    const ids = new Set(live.map((a) => a.id));
    const lost = [...told.keys()]
      .filter((id) => !ids.has(id))
      .map((id) => `account ${id}: events, but no row`);
    return { checked: live.length, differences: [...found, ...lost] };
  },
};
