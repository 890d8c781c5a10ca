import type { StoredEvent } from '../../../kit/events.ts';
import type { SlipKey } from '../../documents/index.ts';
import { eventOf } from '../actions/apply.ts';
import { ownSlips } from '../contract/citizen.ts';
import type { CaseEvent, CaseEventType } from '../rules/events.ts';
import { evolve } from '../rules/evolve.ts';
import type { CaseState } from '../rules/model.ts';

const calls: Record<SlipKey, readonly CaseEventType[]> = {
  receipt: ['case.received'],
  supplement: ['case.supplementAsked'],
  refusal: ['case.refused'],
  apology: ['case.apologised'],
  stop: ['case.stopped'],
  control: [
    'case.received',
    'case.assigned',
    'case.transferred',
    'case.stepDone',
    'case.signed',
    'case.numbered',
  ],
  draft: ['case.proposed'],
  result: ['case.numbered', 'case.resultReplaced'],
};

/** What a slip is about: the event that called for it, and the case as that moment left it. */
export interface Occasion {
  seq: number;
  event: CaseEvent;
  before: CaseState | undefined;
  state: CaseState;
  /** All events up to that moment. */
  events: readonly CaseEvent[];
}

const calledBy =
  (key: SlipKey) =>
  ({ kind }: StoredEvent): boolean =>
    calls[key].includes(kind as CaseEventType);

/**
 * The event that calls for a slip, with what happened in the same moment; nothing where there is none.
 * @param about the number of the event; the newest where absent
 */
export function occasionOf(
  stored: readonly StoredEvent[],
  key: SlipKey,
  about?: number,
): Occasion | undefined {
  const calling = calledBy(key);
  const at = stored.findLastIndex((one) => calling(one) && (about === undefined || one.seq === about));
  const found = stored[at];
  if (!found) return undefined;
  const moment = found.at.getTime();
  const told = stored.filter((one, i) => i <= at || one.at.getTime() === moment).map(eventOf);
  const fold = (events: readonly CaseEvent[]) =>
    events.reduce<CaseState | undefined>((state, event) => evolve(state, event), undefined);
  return {
    seq: found.seq,
    event: eventOf(found),
    before: fold(stored.slice(0, at).map(eventOf)),
    state: fold(told)!,
    events: told,
  };
}

/** A slip addressed to the applicant, with the event that called for it. */
export interface ApplicantSlip {
  key: (typeof ownSlips)[number];
  about: number;
  at: Date;
}

/** What was issued to the applicant and when, the oldest first; of results only the one that holds, once the case is finished. */
export function slipsOf(stored: readonly StoredEvent[], state: CaseState): ApplicantSlip[] {
  const holds = state.ended?.how === 'finished' && !state.decision?.revoked;
  const result = holds ? stored.findLast(calledBy('result')) : undefined;
  return stored.flatMap((event) =>
    ownSlips
      .filter((key) => (key === 'result' ? event === result : calledBy(key)(event)))
      .map((key) => ({ key, about: event.seq, at: event.at })),
  );
}

export interface Issued {
  fileId: string;
  sha256: string;
  at: Date;
}

/** The paper that went out for an occasion, where one did. */
export function issuedFor(stored: readonly StoredEvent[], key: SlipKey, seq: number): Issued | undefined {
  const found = stored.find(
    ({ kind, payload }) => kind === 'case.slipIssued' && payload['key'] === key && payload['about'] === seq,
  );
  if (!found) return undefined;
  const { fileId, sha256 } = found.payload as unknown as Omit<Issued, 'at'>;
  return { fileId, sha256, at: found.at };
}
