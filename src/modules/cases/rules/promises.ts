/** Papers that an applicant said he would bring to the desk: kept until they come, in the content and in the state. */
import type { EventOf } from './events.ts';
import type { CaseState } from './model.ts';

type Keys = readonly string[];
const without = (keys: Keys, gone: Keys): string[] => keys.filter((key) => !gone.includes(key));

/** The state with the promises as they are now; a case without any says nothing of them. */
export function withPromises<S extends CaseState>(state: S, promised: Keys | undefined): S {
  if (!promised) return state;
  const { promised: _before, ...rest } = state;
  return (promised.length > 0 ? { ...rest, promised: [...promised] } : rest) as S;
}

/** Papers for which an open supplement still waits, as its applicant promised them. */
export const awaitedPapers = (state: CaseState): Keys =>
  state.handling === 'supplementAsked' ? (state.supplements.at(-1)?.awaits ?? []) : [];

/**
 * What is promised after an answer to a supplement: `promised` in all, `awaits` of them for this supplement.
 * @param told papers the applicant brings, as he now says; what he said before where he says nothing
 * @param came papers handed in with the answer: what is there is not promised any more
 */
export function promisesAfter(
  before: { promised: Keys; awaits: Keys },
  { told = before.awaits, came }: { told?: Keys | undefined; came: Keys },
): { promised: string[]; awaits: string[] } {
  const awaits = without([...new Set(told)], came);
  const others = without(before.promised, [...before.awaits, ...came, ...awaits]);
  return { promised: [...others, ...awaits], awaits };
}

/** A supplement is answered by what it asked for: while a paper is only promised it stays open, and so does the wait. */
export function papersPromised(state: CaseState, e: EventOf<'case.papersPromised'>): CaseState {
  const last = state.supplements.at(-1)!;
  const supplements = [...state.supplements.slice(0, -1), { ...last, awaits: [...e.awaits] }];
  return withPromises({ ...state, supplements, content: e.content }, e.promised);
}

export function paperReceived(state: CaseState, e: EventOf<'case.paperReceived'>): CaseState {
  const last = state.supplements.at(-1);
  const next = withPromises({ ...state, content: e.content }, e.promised);
  if (!last?.awaits?.includes(e.component)) return next;
  const { awaits, ...asked } = last;
  const rest = without(awaits, [e.component]);
  const kept = rest.length > 0 ? { ...asked, awaits: rest } : asked;
  return { ...next, supplements: [...state.supplements.slice(0, -1), kept] };
}

/** Whether this paper is the last one for which an open supplement waits. */
export function endsSupplement(state: CaseState, component: string): boolean {
  const awaits = awaitedPapers(state);
  return awaits.length > 0 && without(awaits, [component]).length === 0;
}
