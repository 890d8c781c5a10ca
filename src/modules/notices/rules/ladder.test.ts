import fc from 'fast-check';
import { expect, test } from 'vitest';

import { addDays, dayOf, instantOf } from '../../../kit/day.ts';
import { isWorkingDay, isWorkingTime, workingTimeFrom } from './hours.ts';
import {
  aboutRange,
  dayReached,
  dueRungs,
  type Facts,
  judge,
  ladderOn,
  type RungKind,
  rungKinds,
} from './ladder.ts';
import { standardLadder } from './standard.ts';

const tet = ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'];
const ladder = standardLadder(tet, []);

const TIMED: RungKind[] = ['dueIn', 'overdue'];
const open: Facts = { about: '2025-11-20', work: 'inProgress' };
const codes = (facts: Facts, now: Date, kinds = TIMED) =>
  dueRungs(ladder, kinds, facts, now).map((r) => r.code);
const at = (day: string, clock = '08:00') => instantOf(day, clock);

test.each([
  // 20/11/2025 is a Thursday, 15/11 a Saturday.
  ['15 days before, on a working day', '2025-11-05', '08:00', ['due-15']],
  ['at night', '2025-11-05', '03:00', []],
  ['after office hours', '2025-11-05', '17:00', []],
  ['on the Saturday five days before', '2025-11-15', '09:00', []],
  ['on the Monday after it', '2025-11-17', '07:30', ['due-5']],
  [
    'one day before, to the deputy; the owner has been reminded by then',
    '2025-11-19',
    '08:00',
    ['due-5', 'due-1'],
  ],
  ['on the first day late', '2025-11-21', '08:00', ['late-1']],
  ['on the Sunday three days late', '2025-11-23', '10:00', []],
  ['on the Monday after it, the head too', '2025-11-24', '08:00', ['late-1', 'late-3']],
])('A task due on 20/11/2025: %s', (_, day, clock, expected) => {
  expect(codes(open, at(day, clock))).toEqual(expected);
});

test('The night before Tết is not a time for reminders, nor are the holidays; the first working morning is', () => {
  expect(isWorkingTime(ladder.hours, at('2026-02-17', '10:00'))).toBe(false);
  expect(workingTimeFrom(ladder.hours, at('2026-02-13', '18:00'))).toEqual(at('2026-02-23', '07:30'));
  expect(workingTimeFrom(ladder.hours, at('2025-11-17', '00:00'))).toEqual(at('2025-11-17', '07:30'));
});

test('A day worked in exchange for a holiday counts as a working day', () => {
  expect(isWorkingDay({ ...ladder.hours, extraWorkdays: ['2025-11-22'] }, '2025-11-22')).toBe(true);
});

test.each([
  ['cancelled', { work: 'cancelled' }],
  ['completed', { work: 'completed' }],
  ['recurring', { work: 'recurring' }],
  ['claimed and waiting for a decision', { work: 'submitted' }],
  ['asking for more time', { extensionAsked: true }],
] as const)('Nobody is reminded of the deadline of a task that is %s', (_, more) => {
  expect(codes({ ...open, ...more }, at('2025-11-24'))).toEqual([]);
});

test('A report within the quiet days stops a rung, an older one does not', () => {
  const rung = ladder.rungs.find((r) => r.code === 'late-3')!;
  expect(judge(ladder, rung, { ...open, lastReportOn: '2025-11-22' }, at('2025-11-24'))).toBe('stopped');
  expect(judge(ladder, rung, { ...open, lastReportOn: '2025-11-10' }, at('2025-11-24'))).toBe('fire');
});

test('A claim that the head must confirm reminds the head, one that must be accepted reminds the office', () => {
  const claim: Facts = { about: '2025-11-10', work: 'submitted', waitsFor: 'confirm' };
  expect(codes(claim, at('2025-11-17'), ['waiting'])).toEqual(['confirm-2']);
  expect(codes({ ...claim, waitsFor: 'accept' }, at('2025-11-17'), ['waiting'])).toEqual(['check-5']);
  expect(
    codes({ ...claim, work: 'notStarted', waitsFor: 'extension' }, at('2025-11-17'), ['waiting']),
  ).toEqual(['check-5']);
});

test('The reports of a recurring duty are owed: it is reminded before the cut-off, on the cycle’s own day', () => {
  const facts: Facts = { about: '2025-12-01', work: 'recurring', cycleDays: 7 };
  expect(codes(facts, at('2025-11-21'), ['cutoffIn'])).toEqual([]);
  expect(codes(facts, at('2025-11-24'), ['cutoffIn'])).toEqual(['cutoff']);
  expect(codes({ ...facts, reported: true }, at('2025-11-24'), ['cutoffIn'])).toEqual([]);
});

test('What lies further back than the days to make up for is not brought up again', () => {
  expect(codes({ ...open, about: '2025-06-30' }, at('2025-11-24'))).toEqual([]);
});

test('The version in force is the last whose first day has come', () => {
  const versions = [1, 2, 3].map((version) => ({
    ...ladder,
    version,
    validFrom: ['2025-01-01', '2025-11-01', '2025-12-01'][version - 1]!,
  }));
  expect(ladderOn(versions, '2025-11-30')?.version).toBe(2);
  expect(ladderOn(versions, '2024-12-31')).toBeUndefined();
});

const someDay = fc.integer({ min: 0, max: 730 }).map((n) => addDays('2025-01-01', n));
const someMoment = fc
  .tuple(someDay, fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([day, h, m]) => instantOf(day, `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`));
const someFacts = fc.record({
  about: someDay,
  work: fc.constantFrom<Facts['work'][]>(
    'notStarted',
    'inProgress',
    'submitted',
    'completed',
    'cancelled',
    'recurring',
  ),
  lastReportOn: fc.option(someDay, { nil: undefined }),
  extensionAsked: fc.boolean(),
});

test('Property: nothing is climbed outside working hours, for finished work, or about days outside the range that is looked through', () => {
  fc.assert(
    fc.property(someFacts, someMoment, (facts, now) => {
      for (const rung of dueRungs(ladder, rungKinds, facts, now)) {
        expect(isWorkingTime(ladder.hours, now)).toBe(true);
        expect(['completed', 'cancelled']).not.toContain(facts.work);
        const { from, to } = aboutRange(rung, dayOf(now), ladder.catchUpDays);
        expect(facts.about >= from && facts.about <= to).toBe(true);
      }
    }),
    { numRuns: 3000 },
  );
});

test('Property: every rung of an untouched task is climbed or overtaken by a higher one of the same person, however the days fall', () => {
  fc.assert(
    fc.property(someDay, (about) => {
      for (const rung of ladder.rungs.filter((r) => TIMED.includes(r.when.kind))) {
        const reached = dayReached(rung, about);
        const moments = Array.from({ length: 15 }, (_, n) => instantOf(addDays(reached, n), '09:00'));
        const verdicts = moments.map((now) => judge(ladder, rung, { about, work: 'notStarted' }, now));
        expect(verdicts.some((v) => v === 'fire' || v === 'overtaken')).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test('Property: at one moment one person is sent at most one rung about one deadline', () => {
  fc.assert(
    fc.property(someFacts, someMoment, (facts, now) => {
      const to = dueRungs(ladder, TIMED, facts, now).map((r) => r.to);
      expect(new Set(to).size).toBe(to.length);
    }),
    { numRuns: 2000 },
  );
});
