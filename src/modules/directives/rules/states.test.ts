import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { addDays } from '../../../kit/day.ts';
import { workStates } from './axes.ts';
import { parseDeadline } from './deadline.ts';
import { explanations, sentence } from './explanations.ts';
import { explainTime, timeState, type TimeFacts } from './states.ts';

const AS_OF = '2025-11-16';

describe('real life cycles', () => {
  test.each([
    ['resolution on data creation, 315/TB-VPCP → 214/NQ-CP', '30/6/2025', '2025-07-23', 23],
    ['rules on mandatory sharing, Công điện 103 → 278/2025/NĐ-CP', 'tháng 8/2025', '2025-10-22', 52],
    ['data architecture, Công điện 103 and 214/NQ-CP → 2439/QĐ-TTg', 'tháng 8/2025', '2025-11-04', 65],
  ])('%s: late', (_, printed, doneOn, days) => {
    const facts: TimeFacts = { work: 'completed', due: parseDeadline(printed).lastDay, doneOn };
    expect(timeState(facts, AS_OF)).toEqual({ time: 'doneLate', daysLate: days });
    expect(timeState({ ...facts, work: 'inProgress' }, doneOn)).toMatchObject({
      time: 'overdue',
      daysLate: days,
    });
  });

  test('the index set of the first session, due in quarter II, in operation on 20 May: on time', () => {
    const facts: TimeFacts = {
      work: 'completed',
      due: parseDeadline('Quý II/2025').lastDay,
      doneOn: '2025-05-20',
    };
    expect(timeState(facts, AS_OF)).toEqual({ time: 'doneOnTime' });
  });

  test('the scheme for public research organisations, 2025-2026, is open and in term', () => {
    const facts: TimeFacts = { work: 'inProgress', due: parseDeadline('2025-2026').lastDay };
    expect(timeState(facts, AS_OF)).toEqual({ time: 'inTerm', daysLeft: 410 });
  });

  test('explained line by line in both languages', () => {
    const facts: TimeFacts = { work: 'completed', due: '2025-08-31', doneOn: '2025-11-04' };
    const lines = explainTime(facts, AS_OF, { printed: 'tháng 8/2025', product: '2439/QĐ-TTg' });
    expect(lines.map((line) => sentence(line, 'vi'))).toEqual([
      'Tình trạng thực hiện: đã hoàn thành.',
      'Thời hạn ghi trong văn bản: “tháng 8/2025”.',
      'Ngày cuối cùng còn trong hạn: 31/08/2025.',
      'Sản phẩm 2439/QĐ-TTg ngày 04/11/2025; lấy ngày này làm ngày hoàn thành.',
      'Hoàn thành quá hạn 65 ngày.',
    ]);
    expect(sentence(lines.at(-1)!, 'en')).toBe('Completed 65 days late.');
  });
});

describe('time states', () => {
  const due = '2025-11-16';
  test.each<[string, TimeFacts, object]>([
    ['on the due day itself it is in term', { work: 'inProgress', due }, { time: 'inTerm', daysLeft: 0 }],
    [
      'the day after it is overdue',
      { work: 'notStarted', due: '2025-11-15' },
      { time: 'overdue', daysLate: 1 },
    ],
    ['done on the due day is on time', { work: 'completed', due, doneOn: due }, { time: 'doneOnTime' }],
    ['done without a term', { work: 'completed', doneOn: due }, { time: 'noTerm' }],
    ['cancelled after the due day is not late', { work: 'cancelled', due: '2025-01-01' }, { time: 'noTerm' }],
    ['recurring is not late', { work: 'recurring' }, { time: 'noTerm' }],
    ['open without a term', { work: 'notStarted' }, { time: 'noTerm' }],
    [
      'a claim in time waits without getting late',
      { work: 'submitted', due: '2025-11-01', claimedOn: '2025-10-30' },
      { time: 'inTerm', daysLeft: 2 },
    ],
    [
      'a late claim stays as late as its product',
      { work: 'submitted', due: '2025-11-01', claimedOn: '2025-11-05' },
      { time: 'overdue', daysLate: 4 },
    ],
    [
      'an extension keeps the lateness against the first deadline',
      { work: 'completed', due: '2025-10-31', firstDue: '2025-08-31', doneOn: '2025-10-22' },
      { time: 'doneOnTime', againstFirst: { daysLate: 52 } },
    ],
  ])('%s', (_, facts, expected) => expect(timeState(facts, AS_OF)).toEqual(expected));

  test('risk colours only what is open and in term', () => {
    const risk = { atRisk: true };
    expect(timeState({ work: 'inProgress', due: '2025-12-01' }, AS_OF, risk)).toEqual({
      time: 'atRisk',
      daysLeft: 15,
    });
    expect(timeState({ work: 'inProgress', due: '2025-11-01' }, AS_OF, risk).time).toBe('overdue');
    expect(timeState({ work: 'completed', due: '2025-12-01', doneOn: '2025-11-01' }, AS_OF, risk).time).toBe(
      'doneOnTime',
    );
  });

  test('at risk says why', () => {
    const risks = [{ key: 'riskSilence' as const, params: { days: 40, limit: 30 } }];
    const lines = explainTime({ work: 'inProgress', due: '2025-12-01' }, AS_OF, { risks });
    expect(lines.slice(-2).map((line) => sentence(line, 'vi'))).toEqual([
      'Tính đến 16/11/2025 còn 15 ngày, có nguy cơ quá hạn.',
      'Đã 40 ngày không có báo cáo (ngưỡng 30 ngày).',
    ]);
  });

  test('a completed task without the date of its product is refused', () => {
    expect(() => timeState({ work: 'completed' }, AS_OF)).toThrow(RangeError);
  });

  const offset = fc.integer({ min: -400, max: 400 });
  test('exactly one of late and left holds, and time only ever moves an open task towards overdue', () => {
    fc.assert(
      fc.property(fc.constantFrom(...workStates), offset, offset, fc.nat(300), (work, a, b, later) => {
        const facts: TimeFacts = { work, due: addDays(AS_OF, a), firstDue: addDays(AS_OF, b), doneOn: AS_OF };
        const now = timeState(facts, AS_OF);
        expect(now.daysLate !== undefined && now.daysLeft !== undefined).toBe(false);
        const then = timeState(facts, addDays(AS_OF, later));
        if (now.time === 'overdue') expect(then.time).toBe('overdue');
        if (work === 'completed') expect(then).toEqual(now);
        for (const line of explainTime(facts, AS_OF)) expect(sentence(line, 'en').length).toBeGreaterThan(5);
      }),
    );
  });

  test('both languages know the same sentences', () => {
    expect(Object.keys(explanations.en)).toEqual(Object.keys(explanations.vi));
  });
});
