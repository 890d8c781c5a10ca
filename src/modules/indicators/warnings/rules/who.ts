/** Who must act on a warning: a role in a unit; where it is vacant, its head, then whoever is above. */
import type { ActorRole } from './rule.ts';

/** The whole installation, as grants write it. */
export const EVERYWHERE = '*';

/** Somebody with a role of an account (`head`) or a post (`rank:head`) in a unit. */
export interface Holder {
  /** `account:…` or `person:…`; one person has one key. */
  key: string;
  name: string;
  unitId: string;
  as: string;
}

export interface Responsible {
  people: { key: string; name: string; as: string }[];
  unitId: string;
  /** asked: as the rule says. head: that post is vacant, the head stands in. above: nobody in the unit. office: nobody in line. */
  how: 'asked' | 'head' | 'above' | 'office';
  /** Units in which nobody was found. */
  vacant: string[];
}

type Way = readonly string[];
const head: readonly Way[] = [['head', 'rank:head'], ['rank:deputy']];
const office: readonly Way[] = [['office'], ['rank:standingOffice'], ['leader'], ['administrator']];
const ways: Record<ActorRole, readonly Way[]> = {
  head,
  deputy: [['rank:deputy'], ...head],
  coordinator: [['coordinator'], ['rank:coordinator'], ['rank:official', 'rank:standingOffice']],
  desk: [['desk'], ['rank:official']],
  office,
};

function found(holders: readonly Holder[], unitId: string, tries: readonly Way[]): Holder[] {
  const there = holders.filter((h) => h.unitId === unitId);
  for (const way of tries) {
    const fit = there.filter((h) => way.includes(h.as));
    if (fit.length > 0) return [...new Map(fit.map((h) => [h.key, h])).values()];
  }
  return [];
}

const made = (of: Holder[], how: Responsible['how'], vacant: string[]): Responsible => ({
  people: of.map(({ key, name, as }) => ({ key, name, as })),
  unitId: of[0]!.unitId,
  how,
  vacant,
});

/**
 * Who must act. Undefined where there is nobody at all: then there is no warning either, and that is said by name.
 * @param chain the unit asked first, then those above it, nearest first; the installation itself comes last by itself
 */
export function whoMustAct(
  holders: readonly Holder[],
  role: ActorRole,
  chain: readonly string[],
): Responsible | undefined {
  const vacant: string[] = [];
  for (const [place, unitId] of chain.entries()) {
    const asked = place === 0 ? found(holders, unitId, ways[role]) : [];
    if (asked.length > 0) return made(asked, 'asked', vacant);
    const leads = found(holders, unitId, head);
    if (leads.length > 0) return made(leads, place === 0 ? 'head' : 'above', vacant);
    const keeps = place === 0 ? [] : found(holders, unitId, office);
    if (keeps.length > 0) return made(keeps, 'office', vacant);
    vacant.push(unitId);
  }
  const anywhere = found(holders, EVERYWHERE, office);
  return anywhere.length > 0 ? made(anywhere, 'office', vacant) : undefined;
}
