/** Wrong sign-ins in a row with one address. */
export interface Attempts {
  failures: number;
  lockedUntil: Date | null;
}

const TRIES = 5;
const FIRST_MINUTES = 15;
const LONGEST_MINUTES = 24 * 60;

export const isLocked = (attempts: Attempts | undefined, now: Date): boolean =>
  !!attempts?.lockedUntil && attempts.lockedUntil > now;

/** One more wrong sign-in: every fifth in a row locks, for 15 minutes, then twice as long each time, up to a day. */
export function afterFailure(before: Attempts | undefined, now: Date): Attempts {
  const failures = (before?.failures ?? 0) + 1;
  if (failures % TRIES !== 0) return { failures, lockedUntil: before?.lockedUntil ?? null };
  const minutes = Math.min(LONGEST_MINUTES, FIRST_MINUTES * 2 ** (failures / TRIES - 1));
  return { failures, lockedUntil: new Date(now.getTime() + minutes * 60_000) };
}
