import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { TimeRule } from '../../calendar/index.ts';
import { ruleWith, time, type Walk, walk } from '../testWalks.ts';
import { followers, statusCode, statusHistory } from './codes.ts';
import type { CaseEvent } from './events.ts';
import { eventTypes, evolve } from './evolve.ts';
import { changesFact, contentFacts, factOf, remember, turnsOf, type CaseMemo } from './fact.ts';
import type { CaseState } from './model.ts';
import { isOpen } from './model.ts';
import { provincialOnTime } from './onTime.ts';
import { isStepOpen, openSteps } from './steps.ts';
import { dueAtReception } from './time.ts';
import { wakeAt } from './wake.ts';

const pick = fc.record({
  step: fc.nat(1000),
  minutes: fc.oneof(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 1, max: 20_000 })),
  n: fc.nat(1000),
});
/** Chances for short and for long walks. */
const picks = fc.array(pick, { maxLength: 40 });
const longPicks = fc.array(pick, { minLength: 40, maxLength: 60 });
const rules = fc.constantFrom(ruleWith('restart'), ruleWith('subtract'));

const check = (property: (walk: Walk, rule: TimeRule) => void) =>
  fc.assert(
    fc.property(picks, rules, (list, rule) =>
      property(walk([{ step: 0, minutes: 5, n: 0 }, ...list], rule), rule),
    ),
    { numRuns: 400 },
  );

const version = { serviceLevel: null, writtenResult: true, hasFees: false, certified: [] };
const filled = contentFacts(undefined, version);

describe('random walks of open steps', () => {
  test('reach every kind of event that people and time can make', () => {
    const seen = new Set<string>();
    for (const [i, list] of fc.sample(longPicks, { numRuns: 1500, seed: 7 }).entries())
      for (const e of walk([{ step: 0, minutes: 5, n: 0 }, ...list], ruleWith(i % 2 ? 'restart' : 'subtract'))
        .events)
        seen.add(e.type);
    const never = ['case.routed', 'case.slipIssued', 'case.synchronised', 'case.versionChanged'];
    expect([...eventTypes].filter((type) => !seen.has(type) && !never.includes(type))).toEqual([]);
  });

  test('time never runs backwards, and the same events make the same state', () =>
    check(({ events, states }) => {
      events.reduce((last, e) => (expect(e.at >= last).toBe(true), e.at), '');
      const again = (JSON.parse(JSON.stringify(events)) as CaseEvent[]).reduce<CaseState | undefined>(
        evolve,
        undefined,
      );
      expect(JSON.parse(JSON.stringify(again))).toEqual(JSON.parse(JSON.stringify(states.at(-1))));
    }));

  test('the status codes follow one another as the portal expects', () =>
    check(({ events }) => {
      const codes = statusHistory(events, evolve).map((h) => h.code);
      codes.forEach((code, i) => {
        if (i > 0) expect(followers[codes[i - 1]!], codes.join()).toContain(code);
      });
    }));

  test('the four states agree with each other', () =>
    check(({ states }) => {
      for (const s of states) {
        expect(s.delivery === 'none', s.handling).toBe(!['finished', 'returned'].includes(s.handling));
        if (s.payment === 'paid') expect(s.receipts.some((r) => r.result === 'full')).toBe(true);
        if (s.handling === 'awaitingDuty')
          expect(s.pauses.some((p) => !p.to && p.reason === 'financialDuty')).toBe(true);
        if (s.handling === 'supplementAsked') expect(s.supplements.at(-1)?.answeredAt).toBeUndefined();
        expect(s.ended === undefined).toBe(isOpen(s.handling));
        expect(statusCode(s)).toBeDefined();
        if (!isOpen(s.handling) && s.handling !== 'finished') expect(s.step).toBeUndefined();
      }
    }));

  test('the due date is always what the calendar makes of the facts, and each change of it says why', () =>
    check(({ states, events }, rule) => {
      const last = states.at(-1)!;
      if (last.receivedAt && !last.ended)
        expect(last.due.at).toBe(dueAtReception(last, last.receivedAt, time(rule)).at);
      for (const e of events)
        if (e.type === 'case.dueRecomputed') expect(e.reasonVi.length * e.cause.length).toBeGreaterThan(0);
    }));

  test('a pause never shortens what was promised', () =>
    check(({ states }) => {
      const received = states.filter((s) => s.receivedAt && s.due.at && s.due.first);
      for (const s of received) expect(s.due.at! >= s.due.first!).toBe(true);
    }));

  test('no more than one supplement and one apology without a decision', () =>
    check(({ events }) => {
      const free = (type: string) =>
        events.filter((e) => e.type === type && !('decisionNumber' in e && e.decisionNumber)).length;
      expect(free('case.supplementAsked')).toBeLessThanOrEqual(1);
      expect(free('case.apologised')).toBeLessThanOrEqual(1);
    }));

  test('nothing is decided after the end, and every open case is woken in time', () =>
    check(({ states }) => {
      for (const s of states) {
        if (s.handling === 'supplementAsked') expect(wakeAt(s)).toBeDefined();
        if (s.ended && s.handling !== 'finished')
          expect(
            openSteps(s).filter((one) => !['pay', 'refund', 'note', 'message', 'rate'].includes(one)),
          ).toEqual([]);
        expect(provincialOnTime(s, '2025-12-31') === 'notCounted').toBe(!s.receivedAt);
      }
    }));

  test('an undone step leaves the case where it was', () =>
    check(({ events, states }) => {
      events.forEach((e, i) => {
        if (e.type !== 'case.undone') return;
        const before = states[i - 1]!.undo!;
        expect(states[i]).toMatchObject({ handling: before.handling, atUnitId: before.atUnitId });
        expect(states[i]!.personId).toBe(before.personId);
        expect(isStepOpen(states[i]!, 'undo')).toBe(false);
      });
    }));

  test('an event that changes no fact leaves all that figures know, on that day and on later ones', () => {
    let quiet = 0;
    for (const list of fc.sample(longPicks, { numRuns: 600, seed: 11 })) {
      let memo: CaseMemo | undefined;
      for (const event of walk([{ step: 0, minutes: 5, n: 0 }, ...list], ruleWith('restart')).events) {
        const before = memo;
        memo = remember(memo, event);
        if (!before || changesFact(event)) continue;
        quiet += 1;
        expect(turnsOf(memo.state)).toEqual(turnsOf(before.state));
        for (const day of [event.at.slice(0, 10), '2025-12-01', '2026-06-01'])
          expect(factOf(memo, version, filled, day), event.type).toEqual(
            factOf(before, version, filled, day),
          );
      }
    }
    expect(quiet).toBeGreaterThan(1000);
  });
});
