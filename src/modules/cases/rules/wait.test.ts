import { expect, test } from 'vitest';

import type { Command } from './command.ts';
import { decide } from './decide.ts';
import type { CaseEvent } from './events.ts';
import { evolve } from './evolve.ts';
import type { By, CaseState, StepTarget } from './model.ts';
import type { LegalTime } from './time.ts';

const by: By = { as: 'official', person: 'p1' };
const promised = new Date('2025-11-17T10:30:00.000Z');
/** Due on Monday's close unless the clock stands. */
const time: LegalTime = {
  due: ({ receivedAt, pauses }) =>
    pauses.some(({ to }) => !to) ? { startAt: receivedAt } : { startAt: receivedAt, dueAt: promised },
  minutes: () => 0,
  add: (from) => from,
};
const step = (key: string, role: StepTarget['role'], waitsFor?: StepTarget['waitsFor']): StepTarget => ({
  key,
  role,
  unitId: 'b',
  ...(waitsFor && { waitsFor }),
});
const submitted: CaseEvent = {
  type: 'case.submitted',
  at: '2025-11-17T01:00:00.000Z',
  by: { as: 'applicant' },
  procedureCode: '1.001193',
  field: 'Hộ tịch',
  versionId: 'v',
  channel: 'online',
  places: { reception: 'a', decision: 'b', returnTo: 'a' },
  content: { version: 1, hash: 'h' },
};
const reception = {
  code: 'H57-251117-0001',
  versionId: 'v',
  decisionUnitId: 'b',
  calendarUnitId: 'b',
  additions: [],
  step: step('appraise', 'appraise'),
  components: [],
};

function after(state: CaseState, hour: string, command: Command): { state: CaseState; kinds: string[] } {
  const decided = decide(state, command, { now: `2025-11-17T${hour}:00.000Z`, by, time });
  if ('refused' in decided) throw new Error(decided.refused);
  const made = decided.events.reduce<CaseState>(evolve, state);
  return { state: made, kinds: decided.events.map(({ type }) => type) };
}

test('an agency that the plan waits for lets the clock run again when it finishes its step, and taken back it stands', () => {
  const received = after(evolve(undefined, submitted), '02:00', { do: 'accept', reception }).state;
  const to = step('verify', 'consult', 'otherAgency');
  const waiting = after(received, '02:30', { do: 'advance', step: 'appraise', to }).state;
  expect(waiting.due.at).toBeUndefined();

  const done = after(waiting, '07:00', { do: 'advance', step: 'verify', to: step('sign', 'sign') });
  expect(done.kinds).toEqual(['case.resumed', 'case.stepDone', 'case.dueRecomputed']);
  expect(done.state.due.at).toBe(promised.toISOString());

  const back = after(done.state, '07:10', { do: 'undo' });
  expect(back.kinds).toEqual(['case.undone', 'case.dueRecomputed']);
  expect(back.state).toMatchObject({ step: { key: 'verify' }, pauses: waiting.pauses });
  expect(back.state.due.at).toBeUndefined();
});

test('a step that is the applicant’s answer is not finished before he, silence or an official ends the wait', () => {
  const received = after(evolve(undefined, submitted), '02:00', { do: 'accept', reception }).state;
  const to = step('draft', 'appraise', 'applicantAnswer');
  const waiting = after(received, '02:30', { do: 'advance', step: 'appraise', to }).state;
  const next: Command = { do: 'advance', step: 'draft', to: step('sign', 'sign') };
  expect(() => after(waiting, '03:00', next)).toThrow('stepNotOpen');
  const answered = after(waiting, '03:00', { do: 'resume', reason: 'applicantAnswer' }).state;
  expect(after(answered, '03:10', next).state.step?.key).toBe('sign');
});
