/** An announcement that the installation will be out of service: instants as ISO text. */
export interface Downtime {
  begins: string;
  ends: string;
  reason: string;
  /** Blank where only the Vietnamese reason was given. */
  reasonEn: string;
  announcedAt: string;
  byId: string;
  by: string;
  withdrawnAt?: string;
  withdrawnById?: string;
  withdrawnBy?: string;
}

export type DowntimeEvent =
  | { kind: 'downtime.announced'; payload: Omit<Downtime, 'withdrawnAt' | 'withdrawnById' | 'withdrawnBy'> }
  | {
      kind: 'downtime.withdrawn';
      payload: { withdrawnAt: string; withdrawnById: string; withdrawnBy: string };
    };

export type DowntimeState = 'toCome' | 'running' | 'over' | 'withdrawn';

/** What is wrong with the end of an announcement. */
export type EndFault = 'notAfterBegin' | 'longerThanAWeek' | 'isOver';

const WEEK_MS = 7 * 86_400_000;

/** Why an announcement from one instant to another is refused at `now`; undefined when it is not. */
export function faultOf(d: { begins: Date; ends: Date }, now: Date): EndFault | undefined {
  const length = d.ends.getTime() - d.begins.getTime();
  if (length <= 0) return 'notAfterBegin';
  if (d.ends <= now) return 'isOver';
  return length > WEEK_MS ? 'longerThanAWeek' : undefined;
}

type Times = Pick<Downtime, 'begins' | 'ends' | 'withdrawnAt'>;

/** How it stands at an instant: the beginning belongs to it, the end does not. */
export function stateOf(d: Times, now: Date): DowntimeState {
  if (d.withdrawnAt) return 'withdrawn';
  if (new Date(d.ends) <= now) return 'over';
  return new Date(d.begins) <= now ? 'running' : 'toCome';
}

/** Whether every page speaks of it: from seven days before it begins until it ends. */
export function isShown(d: Times, now: Date): boolean {
  const state = stateOf(d, now);
  return (
    state === 'running' || (state === 'toCome' && new Date(d.begins).getTime() - now.getTime() <= WEEK_MS)
  );
}

/** The announcement as its events make it. */
export function evolveDowntime(state: Downtime | undefined, event: DowntimeEvent): Downtime | undefined {
  if (event.kind === 'downtime.announced') return { ...event.payload };
  return state && { ...state, ...event.payload };
}
