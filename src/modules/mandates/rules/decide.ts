import { fieldProblem, Problem } from '../../../kit/problems.ts';
import { alreadyEnded } from '../problems.ts';
import type { Day, Fact, Paper } from './model.ts';

/** What happened to a fact; its events are called `<kind>.stated` and `<kind>.ended`. */
export type FactEvent = { what: 'stated'; fact: Fact } | { what: 'ended'; on: Day; paper: Paper };

const afterStart = (path: string, from: Day, to: Day): void => {
  if (to <= from)
    throw fieldProblem(
      path,
      'Ngày kết thúc phải sau ngày bắt đầu.',
      'The first day without effect must come after the first day.',
    );
};

/** A new fact may be stated when its days make sense and it hands nothing to the one who has it. */
export function decideStatement(fact: Fact): FactEvent {
  if (fact.to !== undefined) afterStart('to', fact.from, fact.to);
  if (fact.kind === 'delegation' && !('personId' in fact.taker) && fact.taker.unitId === fact.giverUnitId)
    throw fieldProblem(
      'taker.unitId',
      'Cơ quan không thể ủy quyền cho chính mình; chọn cơ quan khác hoặc một người.',
      'A unit cannot delegate to itself; choose another unit or a person.',
    );
  if (fact.kind === 'absence' && fact.standInId === fact.personId)
    throw fieldProblem(
      'standInId',
      'Người làm thay phải là người khác.',
      'The stand-in must be somebody else.',
    );
  return { what: 'stated', fact };
}

/** Ends a fact before its time; one that has ended by that day stays as it is. */
export function decideEnd(fact: Fact, on: Day, paper: Paper): FactEvent {
  afterStart('on', fact.from, on);
  if (fact.to !== undefined && fact.to <= on) throw new Problem(alreadyEnded);
  return { what: 'ended', on, paper };
}

/** The fact after an event; events of other kinds change nothing. */
export function evolve(state: Fact | undefined, event: FactEvent): Fact {
  if (event.what === 'stated') return event.fact;
  return { ...state!, to: event.on, endPaper: event.paper };
}
