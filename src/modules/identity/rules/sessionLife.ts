const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Without any request a session ends after 8 hours; whatever happens, after 24 (a working day, and a day). */
export const IDLE_MS = 8 * HOUR;
export const LONGEST_MS = 24 * HOUR;
/** The way between password and code, or to the identity provider and back. */
export const WAITING_MS = 10 * MINUTE;

export type Stage = 'full' | 'secondFactor' | 'provider';

export const expiryOf = (stage: Stage, now: Date): Date =>
  new Date(now.getTime() + (stage === 'full' ? LONGEST_MS : WAITING_MS));

/** Whether a session still counts at `now`. */
export function isAlive(
  session: { seenAt: Date; expiresAt: Date; endedAt: Date | null },
  now: Date,
): boolean {
  return (
    session.endedAt === null && session.expiresAt > now && session.seenAt.getTime() + IDLE_MS > now.getTime()
  );
}
