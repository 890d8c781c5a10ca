import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { addDays } from '../../../kit/day.ts';
import { workStates } from './axes.ts';
import { timeState, type TimeFacts } from './states.ts';
import { taskState } from './task.ts';

const lead = (work: TimeFacts['work'], due?: string, doneOn?: string): TimeFacts => ({
  work,
  due,
  firstDue: due,
  doneOn,
});

describe('the state of a task from its leads', () => {
  test.each<[string, TimeFacts[], string]>([
    ['no lead', [], 'notStarted'],
    ['all cancelled', [lead('cancelled'), lead('cancelled')], 'cancelled'],
    ['all recurring', [lead('recurring'), lead('cancelled')], 'recurring'],
    [
      'all done but the cancelled',
      [lead('completed', '2025-06-30', '2025-06-01'), lead('cancelled')],
      'completed',
    ],
    [
      'one open',
      [lead('completed', '2025-06-30', '2025-06-01'), lead('notStarted', '2025-06-30')],
      'inProgress',
    ],
    [
      'rest waits',
      [lead('completed', '2025-06-30', '2025-06-01'), lead('submitted', '2025-06-30')],
      'submitted',
    ],
    ['none begun', [lead('notStarted'), lead('notStarted'), lead('recurring')], 'notStarted'],
  ])('%s', (_, leads, work) => expect(taskState(leads).work).toBe(work));

  test('the open lead due first decides', () => {
    const state = taskState([
      lead('inProgress', '2025-12-31'),
      lead('notStarted', '2025-06-30'),
      lead('completed', '2025-01-31', '2025-01-01'),
    ]);
    expect(state).toMatchObject({ due: '2025-06-30', decisive: 1 });
    expect(timeState(state, '2025-07-01').time).toBe('overdue');
  });

  test('a late unit is not hidden behind the generous deadline of another', () => {
    const state = taskState([
      lead('completed', '2025-06-30', '2025-08-31'),
      lead('completed', '2025-12-31', '2025-11-30'),
    ]);
    expect(state).toMatchObject({ decisive: 0, doneOn: '2025-08-31', lastDoneOn: '2025-11-30' });
    expect(timeState(state, '2025-12-01')).toMatchObject({ time: 'doneLate', daysLate: 62 });
  });

  test('a claimed task is judged by the products of its leads, the latest against its term', () => {
    const claim = (due: string, claimedOn: string): TimeFacts => ({ ...lead('submitted', due), claimedOn });
    const inTime = claim('2025-06-30', '2025-06-20');
    expect(timeState(taskState([inTime]), '2025-08-01')).toEqual({ time: 'inTerm', daysLeft: 10 });
    const mixed = taskState([inTime, claim('2025-07-31', '2025-08-05')]);
    expect(mixed).toMatchObject({ work: 'submitted', decisive: 1, due: '2025-07-31' });
    expect(timeState(mixed, '2025-09-01')).toMatchObject({ time: 'overdue', daysLate: 5 });
  });

  test('counts say how many leads stand where', () => {
    expect(taskState([lead('completed', undefined, '2025-01-01'), lead('cancelled')]).counts).toEqual({
      notStarted: 0,
      inProgress: 0,
      submitted: 0,
      completed: 1,
      cancelled: 1,
      recurring: 0,
      leads: 2,
    });
  });

  test('completed exactly when every lead that is neither cancelled nor recurring is, in any order', () => {
    const oneLead = fc
      .tuple(fc.constantFrom(...workStates), fc.option(fc.nat(300)), fc.nat(300))
      .map(([work, due, done]) => ({
        work,
        ...(due !== null && { due: addDays('2025-01-01', due) }),
        doneOn: work === 'completed' ? addDays('2025-01-01', done) : undefined,
      }));
    fc.assert(
      fc.property(fc.array(oneLead, { maxLength: 8 }), (leads) => {
        const state = taskState(leads);
        const dated = leads.filter((one) => one.work !== 'cancelled' && one.work !== 'recurring');
        expect(state.work === 'completed').toBe(
          dated.length > 0 && dated.every((one) => one.work === 'completed'),
        );
        expect(taskState(leads.toReversed()).due).toBe(state.due);
        expect(() => timeState(state, '2025-06-01')).not.toThrow();
      }),
    );
  });
});
