import type { EventOf } from './events.ts';
import type { CaseState, Ended, Instant } from './model.ts';

/** A case that ends has no step to do, nobody who works on it, and no open wait. */
function end(state: CaseState, how: Ended['how'], at: Instant): CaseState {
  const { step: _step, personId: _person, ...rest } = state;
  const handling = how === 'finished' ? 'finished' : how;
  const pauses = state.pauses.map((p) => (p.to ? p : { ...p, to: at }));
  return { ...rest, handling, pauses, ended: { how, at }, atUnitId: state.places.reception };
}

type Endings = {
  [
    T in
      | 'case.refused'
      | 'case.closedNoSupplement'
      | 'case.stopAsked'
      | 'case.stopped'
      | 'case.withdrawn'
      | 'case.returned'
      | 'case.refunded'
      | 'case.rated'
      | 'case.resultRevoked'
      | 'case.resultReplaced'
  ]: (state: CaseState, event: EventOf<T>) => CaseState;
};

function revoked(state: CaseState, { from, at, number }: EventOf<'case.resultRevoked'>): CaseState {
  if (!state.decision) return state;
  const said = { from, at, ...(number && { decision: number }) };
  return { ...state, decision: { ...state.decision, revoked: said } };
}

/** The result before stays named with the day from which it no longer holds; how far the handling came is untouched. */
function replaced(state: CaseState, e: EventOf<'case.resultReplaced'>): CaseState {
  if (!state.decision) return state;
  const { from, at, number: decision, resultNumber, content } = e;
  const before = { number: state.decision.number ?? '', from, at, decision };
  return {
    ...state,
    decision: {
      ...state.decision,
      number: resultNumber,
      replaced: [...(state.decision.replaced ?? []), before],
    },
    ...(content && { content }),
  };
}

/** The events after which nothing is decided any more. */
export const endings: Endings = {
  'case.refused': (s, e) => end(s, 'refused', e.at),
  'case.closedNoSupplement': (s, e) => end(s, 'closedNoSupplement', e.at),
  'case.stopAsked': (s, e) => ({ ...s, stopAskedAt: e.at }),
  'case.stopped': (s, e) => end(s, 'stopped', e.at),
  'case.withdrawn': (s, e) => end(s, 'withdrawn', e.at),
  'case.returned': (s, e) => {
    const { step: _step, personId: _person, ...rest } = s;
    return { ...rest, handling: 'returned', delivery: e.how, returnedAt: e.at };
  },
  'case.refunded': (s) => ({ ...s, payment: 'refunded' }),
  'case.resultRevoked': revoked,
  'case.resultReplaced': replaced,
  'case.rated': (s, e) => ({ ...s, rating: e.stars }),
};
