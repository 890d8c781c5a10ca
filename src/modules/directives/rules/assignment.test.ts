import { describe, expect, test } from 'vitest';

import { evolve, fold, timeFactsOf, type AssignmentEvent, type AssignmentState } from './assignment.ts';
import { parseDeadline } from './deadline.ts';
import { timeState } from './states.ts';
import { decide, type Command, type StepConfig } from './steps.ts';

const both: StepConfig = { confirm: true, accept: true };

const created = (printed: string, on = '2025-06-30'): AssignmentEvent => ({
  type: 'assignment.created',
  on,
  taskId: 't1',
  unitId: 'bca',
  role: 'lead',
  deadline: parseDeadline(printed, on),
});

/** Plays commands on days; throws at the first refusal. */
function play(
  start: AssignmentEvent,
  steps: [string, Command][],
  config = both,
): { state: AssignmentState; events: AssignmentEvent[] } {
  const events = [start];
  let state = evolve(undefined, start);
  for (const [on, command] of steps) {
    const decision = decide(state, command, config, on);
    if ('refused' in decision) throw new Error(`${command.step}: ${decision.refused}`);
    events.push(...decision.events);
    state = decision.events.reduce<AssignmentState>(evolve, state);
  }
  return { state, events };
}

const product = { number: '278/2025/NĐ-CP', date: '2025-10-22' };

describe('the life of an assignment', () => {
  test('rules on mandatory data sharing: claimed, confirmed, accepted in November, 52 days late by the product', () => {
    const { state, events } = play(created('tháng 8/2025'), [
      ['2025-08-10', { step: 'report', progress: 40 }],
      ['2025-11-03', { step: 'claim', product }],
      ['2025-11-04', { step: 'confirm' }],
      ['2025-11-10', { step: 'accept' }],
    ]);
    expect(state).toMatchObject({
      status: 'completed',
      doneOn: '2025-10-22',
      acceptedOn: '2025-11-10',
      startedOn: '2025-08-10',
    });
    expect(state.closings).toEqual([
      { on: '2025-11-10', doneOn: '2025-10-22', due: '2025-08-31', daysLate: 52 },
    ]);
    expect(timeState(timeFactsOf(state), '2025-11-16')).toEqual({ time: 'doneLate', daysLate: 52 });
    expect(fold(events)).toEqual(state);
    expect(events.map((event) => event.type)).toEqual([
      'assignment.created',
      'assignment.started',
      'assignment.reported',
      'assignment.claimed',
      'assignment.confirmed',
      'assignment.accepted',
    ]);
  });

  test('a returned claim counts as not completed and the clock runs on as if it never stopped', () => {
    const { state } = play(created('tháng 8/2025'), [
      ['2025-08-30', { step: 'claim', product: { link: 'https://example.vn/van-ban', date: '2025-08-29' } }],
      ['2025-09-15', { step: 'return', reason: 'Chưa có số văn bản' }],
    ]);
    expect(state).toMatchObject({
      status: 'inProgress',
      returned: [{ on: '2025-09-15', reason: 'Chưa có số văn bản' }],
    });
    expect(state.product).toBeUndefined();
    expect(timeState(timeFactsOf(state), '2025-09-15')).toMatchObject({ time: 'overdue', daysLate: 15 });
  });

  test('what is returned or re-opened falls back to the progress that stood before the claim', () => {
    const claimed: [string, Command][] = [
      ['2025-08-10', { step: 'report', progress: 40 }],
      ['2025-11-03', { step: 'claim', product }],
    ];
    const back = play(created('tháng 8/2025'), [
      ...claimed,
      ['2025-11-05', { step: 'return', reason: 'Chưa đúng' }],
    ]);
    expect(back.state.progress).toBe(40);
    expect(fold(back.events)).toEqual(back.state);
    const open = play(created('tháng 8/2025'), [
      ...claimed,
      ['2025-11-04', { step: 'confirm' }],
      ['2025-11-10', { step: 'accept' }],
      ['2025-11-12', { step: 'reopen', reason: 'Thiếu hướng dẫn' }],
    ]);
    expect(open.state.progress).toBe(40);
    const never = play(created('tháng 8/2025'), [
      ['2025-11-03', { step: 'claim', product }],
      ['2025-11-05', { step: 'return', reason: 'Chưa đúng' }],
    ]);
    expect(never.state.progress).toBe(0);
  });

  test('a returned report of progress takes its progress back, also behind a claim that waits', () => {
    const taken: AssignmentEvent = { type: 'assignment.progressTakenBack', on: '2025-11-06', progress: 15 };
    const open = play(created('2025'), [['2025-08-10', { step: 'report', progress: 40 }]]).state;
    expect(evolve(open, taken).progress).toBe(15);
    const claimed = play(created('2025'), [
      ['2025-08-10', { step: 'report', progress: 40 }],
      ['2025-11-03', { step: 'claim', product }],
    ]).state;
    const behind = evolve(claimed, taken);
    expect(behind.progress).toBe(100);
    const back = decide(behind, { step: 'return', reason: 'Chưa đúng' }, both, '2025-11-07');
    expect(('events' in back ? back.events : []).reduce<AssignmentState>(evolve, behind).progress).toBe(15);
  });

  test('what cannot be checked is no work to do any more, with its reason, until it is re-opened', () => {
    const { state } = play(created('tháng 8/2025'), [
      ['2025-07-01', { step: 'markUncheckable', reason: 'Không có sản phẩm đo đếm được' }],
    ]);
    expect(state).toMatchObject({
      status: 'cancelled',
      uncheckable: { on: '2025-07-01', reason: 'Không có sản phẩm đo đếm được' },
    });
    expect(timeState(timeFactsOf(state), '2025-11-16')).toEqual({ time: 'noTerm' });
    const again = decide(state, { step: 'reopen', reason: 'Đã có chỉ số' }, both, '2025-07-02');
    const open = ('events' in again ? again.events : []).reduce<AssignmentState>(evolve, state);
    expect(open).toMatchObject({ status: 'inProgress', uncheckable: undefined });
  });

  test('lateness is remembered through re-opening', () => {
    const { state } = play(created('tháng 8/2025'), [
      ['2025-11-03', { step: 'claim', product }],
      ['2025-11-04', { step: 'confirm' }],
      ['2025-11-10', { step: 'accept' }],
      ['2025-11-12', { step: 'reopen', reason: 'Thiếu hướng dẫn' }],
    ]);
    expect(state).toMatchObject({ status: 'inProgress', doneOn: undefined });
    expect(state.closings[0]?.daysLate).toBe(52);
    expect(state.reopened).toEqual([
      { on: '2025-11-12', reason: 'Thiếu hướng dẫn', doneOn: '2025-10-22', daysLate: 52 },
    ]);
  });

  test('an extension needs a request, a later day and a document, and the first deadline stays', () => {
    const start = play(created('tháng 8/2025'), [
      ['2025-08-01', { step: 'askExtension', until: '2025-10-31', reason: 'Chờ luật' }],
    ]);
    expect(
      decide(start.state, { step: 'askExtension', until: '2025-11-30', reason: 'Chờ' }, both, '2025-08-02'),
    ).toEqual({ refused: 'stepNotOpen' });
    expect(decide(start.state, { step: 'grantExtension', document: ' ' }, both, '2025-08-05')).toEqual({
      refused: 'documentMissing',
    });
    expect(
      decide(
        start.state,
        { step: 'grantExtension', document: '9/TB', until: '2025-08-31' },
        both,
        '2025-08-05',
      ),
    ).toEqual({ refused: 'extensionNotLater' });
    const granted = decide(
      start.state,
      { step: 'grantExtension', document: '409/TB-VPCP' },
      both,
      '2025-08-05',
    );
    const state = ('events' in granted ? granted.events : []).reduce<AssignmentState>(evolve, start.state);
    expect(state).toMatchObject({ due: '2025-10-31', firstDue: '2025-08-31', extension: undefined });
    expect(state.dueChanges).toEqual([
      { on: '2025-08-05', from: '2025-08-31', to: '2025-10-31', document: '409/TB-VPCP', reason: 'Chờ luật' },
    ]);
    expect(timeState(timeFactsOf(state), '2025-09-10')).toMatchObject({
      time: 'inTerm',
      againstFirst: { daysLate: 10 },
    });
  });

  test('redirected to another unit ends here and says where it went', () => {
    const { state } = play(created('6/2025', '2025-01-09'), [
      ['2025-03-01', { step: 'redirect', toUnitId: 'bkhcn', reason: 'Hợp nhất', document: '176/2025/QH15' }],
    ]);
    expect(state).toMatchObject({ unitId: 'bca', status: 'cancelled' });
    expect(state.redirected[0]).toMatchObject({ from: 'bca', to: 'bkhcn' });
  });

  test('a recurring duty is reported on, never claimed, until a document gives it a date', () => {
    const start = play(created('Thường xuyên'), [['2025-07-01', { step: 'report', progress: 10 }]]);
    expect(start.state.status).toBe('recurring');
    expect(decide(start.state, { step: 'claim', product }, both, '2025-11-01')).toEqual({
      refused: 'stepNotOpen',
    });
    const changed = decide(
      start.state,
      { step: 'changeDue', to: parseDeadline('12/2025'), document: '624/TB-VPCP' },
      both,
      '2025-11-16',
    );
    const state = ('events' in changed ? changed.events : []).reduce<AssignmentState>(evolve, start.state);
    expect(state).toMatchObject({ status: 'inProgress', due: '2025-12-31', firstDue: '2025-12-31' });
  });

  test('cancelled with reason and document, and back', () => {
    const { state } = play(created('2025'), [
      ['2025-07-01', { step: 'cancel', reason: 'Không còn phù hợp', document: '71/NQ-CP' }],
    ]);
    expect(timeState(timeFactsOf(state), '2026-07-01')).toEqual({ time: 'noTerm' });
    const back = evolve(state, { type: 'assignment.reopened', on: '2025-07-02', reason: 'Nhầm' });
    expect(back).toMatchObject({ status: 'inProgress', cancelled: undefined });
  });

  test('a broken stream is refused', () => {
    expect(() => fold([{ type: 'assignment.started', on: '2025-01-01' }])).toThrow(
      'before assignment.created',
    );
    expect(() => fold([created('2025'), created('2025')])).toThrow('once');
  });
});
