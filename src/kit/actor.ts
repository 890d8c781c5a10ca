import type { Lang } from './i18n.ts';

/** How far a record may be shown; a grant clears its holder up to one of these. */
export type Classification = 'public' | 'internal' | 'restricted';
export const classifications: readonly Classification[] = ['public', 'internal', 'restricted'];

/** One role of a person for a unit and all below it, as it stands at this moment. */
export interface Grant {
  role: string;
  unitId: string;
  permissions: ReadonlySet<string>;
  clearance: Classification;
  /** The units it reaches: the subtree of today and the predecessors whose duties these units hold. */
  units: 'all' | ReadonlySet<string>;
}

export interface Actor {
  kind: 'public' | 'account' | 'system';
  id: string;
  name: string;
  /** The official behind the account, where one is named. */
  personId?: string;
  lang: Lang | undefined;
  grants: readonly Grant[];
  /** When the actor came by a personal access token: only reads, or the named permissions. */
  tokenScope?: 'read' | 'write';
  sessionId?: string;
}

export const publicActor: Actor = {
  kind: 'public',
  id: 'public',
  name: 'public',
  lang: undefined,
  grants: [],
};

/** The installation itself: jobs, listeners and commands run by the operator. */
export const systemActor: Actor = {
  kind: 'system',
  id: `system`,
  name: 'system',
  lang: undefined,
  grants: [
    { role: 'system', unitId: '', permissions: new Set(['*']), clearance: 'restricted', units: 'all' },
  ],
};

const grants = (actor: Actor, permission: string): Grant[] =>
  actor.grants.filter((g) => g.permissions.has(permission) || g.permissions.has('*'));

/** Whether the actor has a permission at all, or for one unit when `unitId` is given. */
export function may(actor: Actor, permission: string, unitId?: string): boolean {
  return grants(actor, permission).some(
    (g) => unitId === undefined || g.units === 'all' || g.units.has(unitId),
  );
}

const rank = (c: Classification): number => classifications.indexOf(c);

/** One part of what an actor may see: records of these units up to this classification. */
export interface Reach {
  units: 'all' | readonly string[];
  classifications: readonly Classification[];
}

/** What the actor may see with a permission, as the parts of one OR; everybody sees what is public. */
export function reachOf(actor: Actor, permission: string): Reach[] {
  const parts: Reach[] = [{ units: 'all', classifications: ['public'] }];
  for (const g of grants(actor, permission)) {
    const cleared = classifications.filter((c) => rank(c) <= rank(g.clearance));
    parts.push({ units: g.units === 'all' ? 'all' : [...g.units], classifications: cleared });
  }
  return parts;
}

/** Whether two looks at an account found the same person with the same rights. */
export function sameActor(a: Actor, b: Actor): boolean {
  const same =
    a.kind === b.kind &&
    a.id === b.id &&
    a.name === b.name &&
    a.personId === b.personId &&
    a.lang === b.lang &&
    a.tokenScope === b.tokenScope &&
    a.sessionId === b.sessionId &&
    a.grants.length === b.grants.length;
  return same && a.grants.every((grant, i) => sameGrant(grant, b.grants[i]!));
}

/** Sets are compared as objects: they are made once for a role, and once for a unit as long as the tree does not change. */
const sameGrant = (a: Grant, b: Grant): boolean =>
  a.role === b.role &&
  a.unitId === b.unitId &&
  a.clearance === b.clearance &&
  a.permissions === b.permissions &&
  a.units === b.units;
