/** Certified copies: how many a case was asked for, how many were handed in all the same, and what stood in their place. */
import type { Component } from '../../procedures/contract.ts';
import type { Received } from '../rules/content.ts';

export const copyKeys = ['demanded', 'handed', 'byOriginal', 'byScan', 'byData'] as const;
export type CopyCounts = Record<(typeof copyKeys)[number], number>;

const none = (): CopyCounts => ({ demanded: 0, handed: 0, byOriginal: 0, byScan: 0, byData: 0 });

/** Two counts, added up. */
export const copiesTogether = (a: CopyCounts | undefined, b: CopyCounts): CopyCounts =>
  Object.fromEntries(copyKeys.map((key) => [key, (a?.[key] ?? 0) + b[key]])) as CopyCounts;

/** What one paper that came in says: a certified copy, or what was taken instead of one. */
const standsFor: Partial<Record<Received['form'], 'handed' | 'byOriginal' | 'byScan'>> = {
  certified: 'handed',
  original: 'byOriginal',
  shown: 'byOriginal',
  // A plain copy, a scan or a photograph is compared with the original by the officer.
  copy: 'byScan',
  scan: 'byScan',
  electronic: 'byScan',
};

/** The papers that came in, counted: a certified copy each time, anything else once for each paper. */
export function copiesHanded(
  papers: ReadonlyMap<string, Component>,
  received: readonly Received[],
): CopyCounts {
  const counts = none();
  for (const { component, form, count } of received) {
    const as = standsFor[form];
    const kind = papers.get(component)?.kind;
    if (!as || kind === undefined || kind === 'form') continue;
    counts[as] += as === 'handed' ? Math.max(1, count) : 1;
  }
  return counts;
}

interface Item {
  component: Component;
  replacedBy?: { database: string };
}

/**
 * What a case was asked for at its reception: certified copies as its version demands them, and papers that a database
 * replaces, of which none was asked for. Source: Directive 24/CT-TTg (2025); one definition for every agency.
 */
export function copiesAtReception(items: readonly Item[], received: readonly Received[]): CopyCounts {
  const asked = items.filter(({ component }) => component.kind !== 'form');
  const papers = new Map(asked.map(({ component }) => [component.key, component]));
  const counts = copiesHanded(papers, received);
  for (const { component, replacedBy } of asked)
    if (replacedBy) counts.byData += 1;
    else if (component.certified) counts.demanded += Math.max(1, component.copies);
  return counts;
}
