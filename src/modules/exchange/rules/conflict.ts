/** Two statuses for one case. Nobody overwrites the other: a person sees both sides and decides. */

export interface Conflict {
  caseId: string;
  code: string;
  /** Status codes 1–10; what the portal says may be anything. */
  ours: number;
  theirs: string;
  foundAt: string;
  /** How it came to light: by the daily comparison, or told by the portal. */
  via: 'reconciliation' | 'call';
  words?: string;
  /** The unit that decides the case, which is told of the conflict. */
  at: string;
  settled?: {
    how: 'sendOurs' | 'noted' | 'agrees';
    at: string;
    by?: string;
    byId?: string;
    reason?: string;
  };
}

export type ConflictEvent =
  | { kind: 'portalConflict.found'; payload: Omit<Conflict, 'settled'> }
  /** One side has changed while nobody had decided. */
  | { kind: 'portalConflict.changed'; payload: { ours: number; theirs: string; words?: string } }
  | { kind: 'portalConflict.decided'; payload: NonNullable<Conflict['settled']> }
  /** Both sides say the same again. */
  | { kind: 'portalConflict.agreed'; payload: { at: string } };

export function evolveConflict(state: Conflict | undefined, event: ConflictEvent): Conflict | undefined {
  switch (event.kind) {
    case 'portalConflict.found':
      return { ...event.payload };
    case 'portalConflict.changed':
      return state && { ...state, ...event.payload };
    case 'portalConflict.decided':
      return state && { ...state, settled: { ...event.payload } };
    case 'portalConflict.agreed':
      return state && { ...state, settled: { how: 'agrees', at: event.payload.at } };
  }
}

/**
 * Who owns the status of a case: the portal until the installation has received it, then the installation. What the other
 * side says then is a conflict, never a change.
 */
export const ownerOf = (status: number): 'portal' | 'installation' =>
  status <= 1 ? 'portal' : 'installation';

interface Sides {
  ours: number;
  theirs: string;
  /** Messages of the case are still on their way. */
  onTheWay: boolean;
  /** The pair that somebody has noted as different for good. */
  noted?: { ours: number | null; theirs: string | null };
}

/** What a status told by the portal means beside ours. */
export function judge({ ours, theirs, onTheWay, noted }: Sides): 'same' | 'onTheWay' | 'noted' | 'conflict' {
  if (theirs === String(ours)) return 'same';
  if (onTheWay) return 'onTheWay';
  if (ownerOf(ours) === 'portal') return 'noted';
  return noted?.ours === ours && noted.theirs === theirs ? 'noted' : 'conflict';
}
