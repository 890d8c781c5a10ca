import type { Day } from '../../../../kit/day.ts';
import type { DefinitionBody } from '../contract/body.ts';

/** A version as published; `validTo` is the first day on which it no longer holds. */
export interface Version {
  version: number;
  validFrom: Day;
  validTo: Day | null;
  body: DefinitionBody;
}

export type DefinitionEvent =
  | ({ kind: 'definition.published' } & Version)
  | { kind: 'definition.ended'; version: number; on: Day; reason: string };

/** The versions of a definition after an event, the oldest first. */
export function evolve(versions: readonly Version[], event: DefinitionEvent): Version[] {
  if (event.kind === 'definition.ended')
    return versions.map((one) => (one.version === event.version ? { ...one, validTo: event.on } : one));
  const { kind: _, ...version } = event;
  return [...versions, version].toSorted((a, b) => a.version - b.version);
}

export const holdsOn = ({ validFrom, validTo }: Version, day: Day): boolean =>
  validFrom <= day && (validTo === null || day < validTo);

/** The version that holds on a day, or else the newest before it, or the first one to come. */
export const versionFor = (versions: readonly Version[], day: Day): Version | undefined =>
  versions.findLast((one) => holdsOn(one, day)) ??
  versions.findLast((one) => one.validFrom <= day) ??
  versions[0];

/** Versions whose days meet those of another one. */
export const overlapping = (
  versions: readonly Version[],
  { validFrom, validTo }: Pick<Version, 'validFrom' | 'validTo'>,
): Version[] =>
  versions.filter(
    (one) =>
      (one.validTo === null || validFrom < one.validTo) && (validTo === null || one.validFrom < validTo),
  );

export const nextVersion = (versions: readonly Version[]): number =>
  1 + Math.max(0, ...versions.map((one) => one.version));
