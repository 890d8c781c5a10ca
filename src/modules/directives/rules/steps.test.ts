import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { addDays } from '../../../kit/day.ts';
import { evolve, fold, timeFactsOf, type AssignmentEvent, type AssignmentState } from './assignment.ts';
import { parseDeadline } from './deadline.ts';
import {
  nextReportStatus,
  reportCounts,
  reportSteps,
  reportStepsOpen,
  type ReportStatus,
  type ReportStep,
} from './report.ts';
import { timeState } from './states.ts';
import { decide, steps, stepsOpen, type Command, type Step, type StepConfig } from './steps.ts';

const configs: StepConfig[] = [
  { confirm: true, accept: true },
  { confirm: true, accept: false },
  { confirm: false, accept: true },
  { confirm: false, accept: false },
];

const start: AssignmentEvent = {
  type: 'assignment.created',
  on: '2025-01-09',
  taskId: 't',
  unitId: 'u0',
  role: 'lead',
  deadline: parseDeadline('6/2025'),
};

/** A command that is well-formed for the state, so that only the table can refuse it. */
function command(step: Step, state: AssignmentState, on: string, n: number): Command {
  const later = addDays(state.due ?? on, 1 + n);
  const reason = 'Lý do';
  switch (step) {
    case 'report':
      return { step, progress: n % 101 };
    case 'claim':
      return { step, product: { number: `${n}/NQ-CP`, date: addDays(on, -(n % 30)) } };
    case 'redirect':
      return { step, toUnitId: `u${state.redirected.length + 1}`, reason };
    case 'changeDue':
      return { step, to: parseDeadline(n % 7 === 0 ? 'Thường xuyên' : later), document: `${n}/TB` };
    case 'askExtension':
      return { step, until: later, reason };
    case 'grantExtension':
      return { step, document: `${n}/TB`, until: later };
    case 'confirm':
    case 'accept':
      return { step };
    default:
      return { step, reason };
  }
}

const allSteps = Object.keys({ ...steps.notStarted, ...steps.claimed, ...steps.completed }) as Step[];

describe('steps of an assignment', () => {
  test('any walk: open steps are taken, others refused, replay equals, first deadline and lateness stay', () => {
    const walk = fc.array(fc.tuple(fc.constantFrom(...allSteps), fc.nat(60)), { maxLength: 40 });
    fc.assert(
      fc.property(fc.constantFrom(...configs), walk, (config, moves) => {
        const events: AssignmentEvent[] = [start];
        let state = evolve(undefined, start);
        let on = '2025-01-10';
        for (const [step, n] of moves) {
          on = addDays(on, n % 20);
          const decision = decide(state, command(step, state, on, n), config, on);
          expect('events' in decision).toBe(stepsOpen(state, config).includes(step));
          if (!('events' in decision)) continue;
          const closed = state.closings;
          state = decision.events.reduce<AssignmentState>(evolve, state);
          events.push(...decision.events);
          expect(state.firstDue).toBe('2025-06-30');
          expect(state.closings.slice(0, closed.length)).toEqual(closed);
          expect(state.status === 'completed').toBe(state.doneOn !== undefined);
          expect(() => timeState(timeFactsOf(state), on)).not.toThrow();
        }
        expect(fold(events)).toEqual(state);
      }),
    );
  });

  test('from every status that is not final, completion or cancellation can be reached: nobody is stuck', () => {
    for (const [status, open] of Object.entries(steps))
      expect([status, Object.keys(open).length > 0]).toEqual([status, true]);
  });

  test.each<[StepConfig, string[]]>([
    [configs[0]!, ['claim', 'confirm', 'accept']],
    [configs[1]!, ['claim', 'confirm']],
    [configs[2]!, ['claim', 'accept']],
    [configs[3]!, ['claim']],
  ])('with %o a claim is completed by %j', (config, path) => {
    let state = evolve(undefined, start);
    for (const step of path as Step[]) {
      expect(state.status).not.toBe('completed');
      const decision = decide(state, command(step, state, '2025-05-01', 1), config, '2025-05-01');
      if ('events' in decision) state = decision.events.reduce<AssignmentState>(evolve, state);
    }
    expect(state).toMatchObject({ status: 'completed', doneOn: '2025-04-30' });
  });

  test.each<[Command, string]>([
    [{ step: 'claim', product: { date: '2025-05-01' } }, 'productMissing'],
    [{ step: 'claim', product: { number: '1/NQ', date: '2025-05-02' } }, 'productDateInFuture'],
    [{ step: 'claim', product: { number: '1/NQ', date: '2025-02-30' } }, 'productDateBad'],
    [{ step: 'report', progress: 101 }, 'progressOutOfRange'],
    [{ step: 'report', progress: Number.NaN }, 'progressOutOfRange'],
    [{ step: 'report', progress: 1, forecast: 'mai' }, 'dayBad'],
    [{ step: 'cancel', reason: '  ' }, 'reasonMissing'],
    [{ step: 'redirect', toUnitId: 'u0', reason: 'x' }, 'sameUnit'],
    [{ step: 'changeDue', to: parseDeadline('sau Tết'), document: '1/TB' }, 'deadlineNotUnderstood'],
    [{ step: 'changeDue', to: parseDeadline('7/2025'), document: '' }, 'documentMissing'],
    [{ step: 'askExtension', until: '2025-06-30', reason: 'x' }, 'extensionNotLater'],
    [{ step: 'accept' }, 'stepNotOpen'],
  ])('%o is refused: %s', (bad, refused) => {
    expect(decide(evolve(undefined, start), bad, configs[0]!, '2025-05-01')).toEqual({ refused });
  });
});

describe('steps of a report', () => {
  test.each<[ReportStatus, ReportStep, StepConfig, ReportStatus | undefined]>([
    ['draft', 'submit', configs[0]!, 'submitted'],
    ['draft', 'submit', configs[3]!, 'accepted'],
    ['submitted', 'accept', configs[0]!, undefined],
    ['submitted', 'confirm', configs[1]!, 'accepted'],
    ['submitted', 'accept', configs[2]!, 'accepted'],
    ['submitted', 'return', configs[0]!, 'returned'],
    ['returned', 'submit', configs[0]!, 'submitted'],
    ['draft', 'lock', configs[0]!, 'locked'],
    ['locked', 'submit', configs[0]!, undefined],
    ['locked', 'unlock', configs[0]!, 'draft'],
    ['accepted', 'return', configs[0]!, 'returned'],
  ])('%s, %s, %o → %s', (status, step, config, next) =>
    expect(nextReportStatus(status, step, config)).toBe(next),
  );

  test('only what is handed in counts, and every status has a way on', () => {
    const all = Object.keys(reportSteps) as ReportStatus[];
    expect(all.filter(reportCounts)).toEqual(['submitted', 'confirmed', 'accepted']);
    for (const status of all) expect(reportStepsOpen(status, configs[0]!).length).toBeGreaterThan(0);
  });
});
