/** The only source of the present moment. Everything else gets `now` as a parameter. */
export interface Clock {
  /** The business moment: what "today" means in this installation (shifted in a demo). */
  now(): Date;
  /** The real moment, for what an outside party checks against its own clock (one-time passwords, OpenID Connect). */
  wall(): Date;
}

export const systemClock: Clock = { now: () => new Date(), wall: () => new Date() };

/** A clock that runs at normal speed but `offsetMs` away from the real one. Source: ours, for demonstrations. */
export function shiftedClock(offsetMs: number): Clock {
  return { now: () => new Date(Date.now() + offsetMs), wall: () => new Date() };
}

export interface FixedClock extends Clock {
  set(instant: string | Date): void;
  advance(ms: number): void;
}

/** A clock that stands still until it is moved: tests and the loading of historic demo data. */
export function fixedClock(instant: string | Date): FixedClock {
  let at = new Date(instant);
  return {
    now: () => new Date(at),
    wall: () => new Date(),
    set: (to) => void (at = new Date(to)),
    advance: (ms) => void (at = new Date(at.getTime() + ms)),
  };
}
