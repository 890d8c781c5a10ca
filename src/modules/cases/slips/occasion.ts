import type { StoredEvent } from '../../../kit/events.ts';
import type { SlipKey } from '../../documents/index.ts';
import { eventOf } from '../actions/apply.ts';
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

/** The newest event that calls for a slip, with what happened in the same moment; nothing where there is none. */
export function occasionOf(stored: readonly StoredEvent[], key: SlipKey): Occasion | undefined {
  const at = stored.findLastIndex((one) => calls[key].includes(one.kind as CaseEventType));
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
