/** Who stands behind 'owner', 'deputy', 'head' and 'office' of a unit, from what is known of roles and positions that day. */
import type { Classification } from '../../../kit/actor.ts';
import type { Lang } from '../../../kit/i18n.ts';
import type { Addressee } from './ladder.ts';

export interface Recipient {
  /** 'account:…' or 'person:…'; one person has one key. */
  key: string;
  accountId?: string;
  name: string;
  address?: string;
  lang?: Lang;
}

/** An account that holds a role for a unit, or a person who holds a position there. */
export interface Holder extends Recipient {
  unitId: string;
  /** A role of an account, or `rank:…` of a position. */
  as: string;
  clearance: Classification;
}

/** The ways to look, in order: the first that finds somebody decides. */
const ways: Record<Addressee, readonly (readonly string[])[]> = {
  owner: [['coordinator'], ['rank:coordinator'], ['rank:official', 'rank:standingOffice']],
  deputy: [['rank:deputy'], ['head', 'rank:head']],
  head: [['head', 'rank:head'], ['rank:deputy']],
  office: [['office'], ['rank:standingOffice'], ['leader'], ['administrator']],
};

const order: readonly Classification[] = ['public', 'internal', 'restricted'];

/**
 * The recipients for one addressee: those of the first way that finds somebody cleared for the matter, in the first of
 * `units` (the unit itself, then where one may climb) that has any. Empty when there is nobody.
 */
export function recipientsOf(
  holders: readonly Holder[],
  to: Addressee,
  units: readonly string[],
  classification: Classification,
): Recipient[] {
  for (const unitId of units) {
    const there = holders.filter(
      (h) => h.unitId === unitId && order.indexOf(h.clearance) >= order.indexOf(classification),
    );
    for (const way of ways[to]) {
      const found = there.filter((h) => way.includes(h.as));
      if (found.length > 0) return merged(found);
    }
  }
  return [];
}

/** One entry a person: an account goes before a bare position with the same address. */
function merged(found: readonly Holder[]): Recipient[] {
  const byKey = new Map<string, Recipient>();
  const seen = new Set<string>();
  for (const h of found.toSorted((a, b) => Number(!a.accountId) - Number(!b.accountId))) {
    const address = h.address?.toLowerCase();
    if (byKey.has(h.key) || (address && seen.has(address))) continue;
    if (address) seen.add(address);
    const { key, accountId, name, address: written, lang } = h;
    byKey.set(key, {
      key,
      name,
      ...(accountId ? { accountId } : {}),
      ...(written ? { address: written } : {}),
      ...(lang ? { lang } : {}),
    });
  }
  return [...byKey.values()];
}
