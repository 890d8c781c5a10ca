import type { Classification } from '../../../kit/actor.ts';
import type { Day } from '../../../kit/day.ts';

/** A role given to an account. `validTo` is its last day; null while no end is set. */
export interface RoleGrant {
  id: string;
  role: string;
  unitId: string;
  clearance: Classification;
  validFrom: Day;
  validTo: Day | null;
  paper: string | null;
}

/** What the events of an account say about it; secrets are in none of them. */
export interface AccountState {
  email: string;
  name: string;
  lang: string | null;
  personId: string | null;
  unitId: string;
  disabled: boolean;
  secondFactor: boolean;
  mustChangePassword: boolean;
  grants: RoleGrant[];
}

interface Fact {
  kind: string;
  payload: Record<string, unknown>;
}

const nobody: AccountState = {
  email: '',
  name: '',
  lang: null,
  personId: null,
  unitId: '*',
  disabled: false,
  secondFactor: false,
  mustChangePassword: false,
  grants: [],
};

const endGrant = (grants: RoleGrant[], id: unknown, on: unknown): RoleGrant[] =>
  grants.map((g) => (g.id === id ? { ...g, validTo: on as Day } : g));

/** Folds one event of the stream `account:<id>` into the state; events about sessions and tokens change nothing here. */
export function evolve(state: AccountState | undefined, fact: Fact): AccountState {
  const before = state ?? nobody;
  const said = fact.payload as Partial<AccountState> & { grant: RoleGrant; grantId: string; on: Day };
  switch (fact.kind) {
    case 'account.created':
    case 'account.updated':
      return { ...before, ...said };
    case 'account.emailChanged':
      return { ...before, email: said.email ?? before.email };
    case 'account.disabled':
      return { ...before, disabled: true };
    case 'account.enabled':
      return { ...before, disabled: false };
    case 'account.passwordChanged':
      return { ...before, mustChangePassword: false };
    case 'account.passwordReset':
      return { ...before, mustChangePassword: said.mustChangePassword ?? true };
    case 'account.secondFactorOn':
      return { ...before, secondFactor: true };
    case 'account.secondFactorOff':
      return { ...before, secondFactor: false };
    case 'account.grantGiven':
      return { ...before, grants: [...before.grants, said.grant] };
    case 'account.grantEnded':
      return { ...before, grants: endGrant(before.grants, said.grantId, said.on) };
    default:
      return before;
  }
}

export const livesOn = (grant: Pick<RoleGrant, 'validFrom' | 'validTo'>, day: Day): boolean =>
  grant.validFrom <= day && (grant.validTo === null || grant.validTo >= day);

const notOver = (grant: RoleGrant, day: Day): boolean => grant.validTo === null || grant.validTo >= day;

/**
 * The units that somebody must administer in order to manage an account: those of its present and coming grants,
 * or its own unit while it has none. So nobody resets the password of a person who reaches further than himself.
 */
export function unitsToManage(account: Pick<AccountState, 'unitId' | 'grants'>, today: Day): string[] {
  const units = account.grants.filter((g) => notOver(g, today)).map((g) => g.unitId);
  return units.length > 0 ? [...new Set(units)] : [account.unitId];
}
