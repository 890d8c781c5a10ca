import type { DefinitionBody } from '../contract/body.ts';

export interface Difference {
  /** Path inside the definition: `numerator.where`. */
  path: string;
  before?: string;
  after?: string;
}

function leaves(value: unknown, path: string): [string, string][] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return [[path, [...value].map(String).toSorted().join(', ')]];
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([key, one]) => leaves(one, path ? `${path}.${key}` : key));
  return [[path, typeof value === 'string' ? value : JSON.stringify(value)]];
}

/** What differs between two bodies, in the order of their fields. */
export function differencesOf(before: DefinitionBody, after: DefinitionBody): Difference[] {
  const [a, b] = [new Map(leaves(before, '')), new Map(leaves(after, ''))];
  return [...new Set([...a.keys(), ...b.keys()])]
    .filter((path) => a.get(path) !== b.get(path))
    .map((path) => {
      const [was, becomes] = [a.get(path), b.get(path)];
      return {
        path,
        ...(was !== undefined && { before: was }),
        ...(becomes !== undefined && { after: becomes }),
      };
    });
}
