/** How messages wait, leave and come to their end, one after the other for each case. */
import type { CaseState } from '../../cases/contract.ts';
import type { MessageService } from './wire.ts';

export const messageStates = [
  'waiting',
  'sending',
  'acknowledged',
  'refused',
  'held',
  'overtaken',
  'setAside',
  'noCode',
] as const;
/**
 * `held`: a step of a case that the portal does not know waits for the next message that tells the whole case. `overtaken`: a
 * later whole message said more. `setAside`: by hand. `noCode`: a case without a code cannot be named.
 */
export type MessageState = (typeof messageStates)[number];

/** Those for which somebody still has to do something. */
export const openStates: readonly MessageState[] = ['waiting', 'sending', 'refused', 'held'];

/** Minutes before the next try, after so many tries without an answer. */
const PAUSES = [1, 2, 5, 10, 20, 30, 60];
export const nextTry = (now: Date, tries: number): Date =>
  new Date(now.getTime() + PAUSES[Math.min(Math.max(tries, 1), PAUSES.length) - 1]! * 60_000);

/** Who has taken a message and said nothing for so long has died over it. */
export const LEASE_MS = 10 * 60_000;

export type Outcome =
  /** `already`: the answer to an earlier try was lost, and a look at the portal found the case as the message tells it. */
  | { kind: 'acknowledged'; words: string; already?: true }
  | { kind: 'refused'; words: string }
  | { kind: 'noAnswer'; words: string };

/** What becomes of a message, and of the others of its case. */
export interface Effect {
  state: MessageState;
  /** The portal knows the case from now on. */
  known?: true;
  /** Earlier ones that were refused or held are told by this one. */
  overtakes: boolean;
  /** Later ones that were held can go. */
  frees: boolean;
}

/**
 * What is done with a message whose turn has come. Of a case that the portal does not know it takes no step: behind a refused
 * message the step is held; where nothing of the case was ever sent, the whole case is told instead.
 */
export function turnOf(of: {
  service: MessageService;
  known: boolean;
  refusedBefore: boolean;
}): 'send' | 'hold' | 'sendWhole' {
  if (of.service === 'DongBoHoSoMC' || of.known) return 'send';
  return of.refusedBefore ? 'hold' : 'sendWhole';
}

export function effectOf(service: MessageService, outcome: Outcome): Effect {
  const whole = service === 'DongBoHoSoMC';
  if (outcome.kind === 'noAnswer') return { state: 'waiting', overtakes: false, frees: false };
  // The last whole message that was refused is the one to look after: it says what the earlier ones said.
  if (outcome.kind === 'refused') return { state: 'refused', overtakes: whole, frees: false };
  return { state: 'acknowledged', ...(whole && { known: true as const }), overtakes: whole, frees: whole };
}

/** How far the portal has heard of a case, by the messages of it: how many stand where. */
export function syncOf(count: { refused: number; tried: number; acknowledged: number }): CaseState['sync'] {
  if (count.refused > 0) return 'refused';
  if (count.tried > 0) return 'waiting';
  return count.acknowledged > 0 ? 'acknowledged' : 'notSent';
}
