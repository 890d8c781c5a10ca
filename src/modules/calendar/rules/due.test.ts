import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { standardBook } from '../facts/book.ts';
import { agencyCalendar } from './book.ts';
import { addLimit, dueOf, dueTimes, isOpenDay, nextWorkingMoment, workingMinutesBetween } from './due.ts';
import { dayText, weekdayOf } from './minutes.ts';
import type { AgencyCalendar, Cutoff, DayException, Pause, TimeFacts, TimeLimit, TimeRule } from './model.ts';

const book = standardBook('centre');
const calendars = [agencyCalendar(book, 'national'), agencyCalendar(book, 'police')] as const;
const MINUTE = 60_000;
const from = Date.UTC(2023, 10, 1);
const minutes = (Date.UTC(2027, 10, 1) - from) / MINUTE;
const dayOf = (at: Date): string => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);

const instant = fc.integer({ min: 0, max: minutes }).map((m) => new Date(from + m * MINUTE));
const limit: fc.Arbitrary<TimeLimit> = fc.oneof(
  fc.record({ value: fc.integer({ min: 0, max: 300 }), unit: fc.constant('workingHour' as const) }),
  fc.record({
    value: fc.integer({ min: 0, max: 60 }),
    unit: fc.constantFrom('workingDay' as const, 'day' as const),
  }),
  fc.record({ value: fc.integer({ min: 0, max: 240 }), unit: fc.constant('hour' as const) }),
  fc.record({ value: fc.integer({ min: 1, max: 12 }), unit: fc.constant('month' as const) }),
);
const cutoff: fc.Arbitrary<Cutoff | undefined> = fc.option(
  fc.record({
    at: fc.constantFrom('15:00', '17:00', '10:30', 'lastHour'),
    effect: fc.constantFrom('startNextWorkingDay' as const, 'dueNextWorkingDay' as const),
    legalBasis: fc.constant('căn cứ'),
  }),
  { nil: undefined },
);
const rule: fc.Arbitrary<TimeRule> = fc
  .record({
    limit,
    cutoff,
    endsAt: fc.constantFrom('endOfDay' as const, 'sameHour' as const),
    pause: fc.constantFrom('restart' as const, 'subtract' as const),
    countsFrom: fc.constantFrom(undefined, '08:00'),
  })
  .map(({ cutoff: cut, countsFrom, ...rest }) => ({
    ...rest,
    legalBasis: '',
    ...(cut && { cutoff: { ...cut, ...(countsFrom && { countsFrom }) } }),
  }));
const pauses: fc.Arbitrary<Pause[]> = fc.array(
  fc.record({ since: instant, length: fc.integer({ min: 1, max: 40_000 }) }).map(({ since, length }) => ({
    from: since,
    to: new Date(since.getTime() + length * MINUTE),
    reason: 'supplement' as const,
    basis: '',
  })),
  { maxLength: 3 },
);
const near = (at: Date, all: Pause[]): Pause[] =>
  all.map((pause) => {
    const shift = at.getTime() + (pause.from.getTime() % (40 * 86_400_000)) - pause.from.getTime();
    return {
      ...pause,
      from: new Date(pause.from.getTime() + shift),
      to: new Date(pause.to!.getTime() + shift),
    };
  });
const calendar = fc.integer({ min: 0, max: 1 });
const copies = calendars.map((one) => structuredClone(one));
const factsAt = (receivedAt: Date, all: Pause[] = []): TimeFacts => ({
  receivedAt,
  channel: 'online',
  pauses: all,
  additions: [],
});
const check = (property: fc.IProperty<never>) =>
  fc.assert(property as fc.IProperty<unknown>, { numRuns: 2000 });

describe('whatever the rule, the calendar and the moment', () => {
  test('nothing is due on a day off, nor before it began', () => {
    check(
      fc.property(rule, calendar, instant, pauses, (r, k, at, all) => {
        const c = calendars[k]!;
        const { startAt, dueAt } = dueTimes(r, factsAt(at, near(at, all)), c);
        expect(isOpenDay(c, dayOf(dueAt!))).toBe(true);
        expect(dueAt!.getTime()).toBeGreaterThanOrEqual(startAt.getTime());
      }) as never,
    );
  });

  test('who comes later is never due earlier', () => {
    check(
      fc.property(rule, calendar, instant, fc.integer({ min: 0, max: 20_000 }), (r, k, at, later) => {
        const c = calendars[k]!;
        const second = new Date(at.getTime() + later * MINUTE);
        expect(dueTimes(r, factsAt(second), c).dueAt!.getTime()).toBeGreaterThanOrEqual(
          dueTimes(r, factsAt(at), c).dueAt!.getTime(),
        );
      }) as never,
    );
  });

  test('a pause never shortens, and nothing is due while the clock stands', () => {
    check(
      fc.property(rule, calendar, instant, pauses, (r, k, at, all) => {
        const c = calendars[k]!;
        const close = near(at, all);
        const plain = dueTimes(r, factsAt(at), c).dueAt!;
        const due = dueTimes(r, factsAt(at, close), c).dueAt!;
        expect(due.getTime()).toBeGreaterThanOrEqual(plain.getTime());
        for (const pause of close) expect(due > pause.from && due < pause.to!).toBe(false);
      }) as never,
    );
  });

  test('a longer limit, and further time, never make it earlier', () => {
    check(
      fc.property(rule, calendar, instant, fc.integer({ min: 1, max: 20 }), (r, k, at, more) => {
        const c = calendars[k]!;
        const due = dueTimes(r, factsAt(at), c).dueAt!;
        const longer = { ...r, limit: { ...r.limit, value: r.limit.value + more } };
        expect(dueTimes(longer, factsAt(at), c).dueAt!.getTime()).toBeGreaterThanOrEqual(due.getTime());
        const added = {
          ...factsAt(at),
          additions: [
            { limit: { value: more, unit: 'day' as const }, reasonVi: '', reasonEn: '', basis: '' },
          ],
        };
        expect(dueTimes(r, added, c).dueAt!.getTime()).toBeGreaterThanOrEqual(due.getTime());
      }) as never,
    );
  });

  test('one more day off never makes anything due earlier', () => {
    fc.assert(
      fc.property(rule, calendar, instant, pauses, fc.integer({ min: 0, max: 60 }), (r, k, at, all, away) => {
        const c = calendars[k]!;
        const day = dayOf(new Date(at.getTime() + away * 86_400_000));
        const more: DayException = {
          day,
          kind: 'off',
          nameVi: 'Nghỉ đột xuất',
          nameEn: 'Sudden day off',
          decision: 'Quyết định muộn',
          issuedOn: '9999-12-31',
        };
        const later: AgencyCalendar = { ...c, exceptions: [...c.exceptions, more] };
        const restarts = r.pause === 'restart';
        const facts = factsAt(at, restarts ? [] : near(at, all));
        expect(dueTimes(r, facts, later).dueAt!.getTime()).toBeGreaterThanOrEqual(
          dueTimes(r, facts, c).dueAt!.getTime(),
        );
      }),
      { numRuns: 200 },
    );
  });

  test('the same facts give the same due date, with and without words, in whatever order pauses are told', () => {
    check(
      fc.property(rule, calendar, instant, pauses, (r, k, at, all) => {
        const c = calendars[k]!;
        const facts = factsAt(at, near(at, all));
        const { lines, ...due } = dueOf(r, facts, c);
        expect(due).toEqual(dueTimes(r, facts, c));
        expect(due).toEqual(dueTimes(r, { ...facts, pauses: facts.pauses.toReversed() }, copies[k]!));
        expect(lines.every(({ vi, en }) => vi !== '' && en !== '' && !/undefined|NaN/.test(vi + en))).toBe(
          true,
        );
      }) as never,
    );
  }, 60_000);
});

test('working time between two instants is what a limit of that many minutes takes', () => {
  check(
    fc.property(calendar, instant, fc.integer({ min: 1, max: 20_000 }), (k, at, length) => {
      const c = calendars[k]!;
      const start = nextWorkingMoment(c, at);
      const end = addLimit(c, at, { value: length / 60, unit: 'workingHour' });
      expect(workingMinutesBetween(c, start, end)).toBe(length);
      expect(workingMinutesBetween(c, end, start)).toBe(-length);
      expect(nextWorkingMoment(c, start)).toEqual(start);
    }) as never,
  );
});

test('what two hundred thousand due dates take is a matter of a second', () => {
  const three: TimeRule = {
    limit: { value: 3, unit: 'workingDay' },
    pause: 'subtract',
    legalBasis: '',
    cutoff: { at: '15:00', effect: 'startNextWorkingDay', legalBasis: '' },
  };
  const began = performance.now();
  for (let i = 0; i < 20_000; i += 1)
    dueTimes(three, factsAt(new Date(from + i * 97 * MINUTE)), calendars[0]);
  expect(performance.now() - began).toBeLessThan(1000);
});

test('weekdays are counted without the zone of the machine', () => {
  expect(weekdayOf(0)).toBe(3);
  expect(dayText(0)).toBe('1970-01-01');
});
