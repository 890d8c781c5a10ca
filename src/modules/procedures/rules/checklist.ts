import { holds } from '../form/conditions.ts';
import { holdsOn } from './life.ts';
import type { Component, Day, EffectiveVersion } from './model.ts';
import { foldWords } from './words.ts';

export interface ChecklistItem {
  component: Component;
  /** The database in which the office looks it up instead of asking for the paper. */
  replacedBy?: { database: string; legalPlace: string };
}

/** Whether a component is the paper that a substitution names: one name contains the other, without marks of writing. */
export function isPaper(component: Component, document: string): boolean {
  const [own, other] = [foldWords(component.name.vi), foldWords(document)];
  if (own.length < 6 || other.length < 6) return own === other;
  return own.includes(other) || other.includes(own);
}

/**
 * What a case needs on a day: components whose condition holds, each with the database that replaces it. A replaced
 * paper is not asked for (R09); it is still listed, so that both sides see where the datum comes from.
 */
export function checklist(
  version: Pick<EffectiveVersion, 'content' | 'substitutions'>,
  values: Readonly<Record<string, unknown>>,
  day: Day,
): ChecklistItem[] {
  const alive = (version.substitutions ?? []).filter((one) => holdsOn(one, day));
  return version.content.components
    .filter((component) => holds(component.when, values))
    .map((component) => {
      if (component.kind === 'form') return { component };
      if (component.replacedBy) return { component, replacedBy: component.replacedBy };
      const found = alive.find((one) => isPaper(component, one.document));
      return found
        ? { component, replacedBy: { database: found.databaseName, legalPlace: found.legalPlace } }
        : { component };
    });
}
