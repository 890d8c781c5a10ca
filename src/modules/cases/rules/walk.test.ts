import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  addLimit,
  type AgencyCalendar,
  dueTimes,
  type TimeRule,
  workingMinutesBetween,
} from '../../calendar/index.ts';
import { followers, statusCode, statusHistory } from './codes.ts';
import type { Command } from './command.ts';
import { decide } from './decide.ts';
import type { CaseEvent } from './events.ts';
import { eventTypes, evolve } from './evolve.ts';
import type { By, CaseState, StepTarget } from './model.ts';
import { isOpen } from './model.ts';
import { provincialOnTime } from './onTime.ts';
import { caseSteps, isStepOpen, openSteps } from './steps.ts';
import { dueAtReception, type LegalTime } from './time.ts';
import { timePassed, wakeAt } from './wake.ts';

const day = [
  { from: '07:30', to: '11:30' },
  { from: '13:30', to: '17:30' },
];
const calendar: AgencyCalendar = {
  id: 'test',
  versions: [
    {
      validFrom: '2020-01-01',
      week: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
      keepsMakeUpDays: true,
      legalBasis: 'test',
    },
  ],
  exceptions: [],
};
const time = (rule: TimeRule): LegalTime => ({
  due: (facts) => dueTimes(rule, facts, calendar),
  minutes: (from, to) => workingMinutesBetween(calendar, from, to),
  add: (from, limit) => addLimit(calendar, from, limit),
});
const ruleWith = (pause: TimeRule['pause']): TimeRule => ({
  limit: { value: 10, unit: 'workingDay' },
  pause,
  autoCloseAfter: 15,
  legalBasis: 'test',
});

const by: By = { as: 'official', person: 'p1' };
const plan: StepTarget[] = [
  { key: 'appraise', role: 'appraise', unitId: 'b' },
  { key: 'verify', role: 'consult', unitId: 'd', waitsFor: 'otherAgency' },
  { key: 'check', role: 'check', unitId: 'b', waitsFor: 'financialDuty' },
  { key: 'sign', role: 'sign', unitId: 'b' },
  { key: 'issue', role: 'issue', unitId: 'b' },
  { key: 'return', role: 'return', unitId: 'a' },
];
const after = (state: CaseState): StepTarget | undefined =>
  plan[plan.findIndex((one) => one.key === state.step?.key) + 1];

const content = { version: 1, hash: 'h' };
const submitted: CaseEvent = {
  type: 'case.submitted',
  at: '2025-11-17T01:00:00.000Z',
  by: { as: 'applicant' },
  procedureCode: '1.000001',
  field: 'Hộ tịch',
  versionId: 'v',
  channel: 'online',
  places: { reception: 'a', decision: 'b', returnTo: 'a' },
  content,
  promised: ['photo', 'deed'],
};

/** A sensible command for each step, from a state and a number that stands for chance. */
function commandFor(step: (typeof caseSteps)[number], state: CaseState, n: number, now: string): Command {
  const to = after(state);
  const target = to ? { to } : {};
  const reason = 'lý do';
  const [keys, more] = [['photo'], { version: state.content.version + 1, hash: `h${n}` }];
  const ruling = { number: '9/QĐ', reason, legalBasis: 'x', from: '2025-12-01' };
  const table: Record<string, () => object> = {
    accept: () => ({
      reception: {
        code: 'H57-251117-0001',
        versionId: 'v',
        decisionUnitId: 'b',
        calendarUnitId: 'b',
        additions: [],
        step: plan[0],
        components: [],
      },
    }),
    refuse: () => ({ reason, legalBasis: 'x' }),
    askSupplement: () => ({
      points: [{ reason: 'missing', text: 'x' }],
      ...(n % 2 && { decisionNumber: '1/QĐ' }),
    }),
    answerSupplement: () => ({
      content: more,
      fields: [],
      ...(n % 4 === 1 && { promised: keys, awaits: keys }),
    }),
    receivePaper: () => ({
      paper: { component: state.promised?.[0], form: 'copy', count: 1, content: more },
    }),
    advance: () => ({ step: state.step?.key ?? '', ...target }),
    assign: () => ({ personId: `p${n % 3}` }),
    claim: () => ({ personId: 'p1' }),
    transfer: () => ({ toUnitId: n % 2 ? 'c' : 'b', reason, legalBasis: 'x' }),
    consult: () => ({
      id: `c${n}-${now}`,
      unitId: 'd',
      question: 'q',
      limit: { value: 2, unit: 'workingDay' },
      pauses: n % 2 === 0,
      silenceConsents: n % 3 === 0,
    }),
    answerConsultation: () => ({ id: state.consultations.find((c) => !c.answeredAt)?.id ?? '', answer: 'a' }),
    resume: () => ({ reason: state.pauses.find((p) => !p.to)?.reason ?? 'otherAgency' }),
    askDuty: () => ({ amount: 100 + (n % 5), pauses: n % 2 === 0, basis: 'x' }),
    pay: () => ({
      receiptId: `r${n % 50}`,
      amount: n % 4 ? (state.duty?.amount ?? 50) : 20,
      paidAt: now,
      gateway: 'g',
    }),
    refund: () => ({ amount: 1, reason }),
    apologise: () => ({ reason, limit: { value: 3, unit: 'workingDay' }, basis: 'x' }),
    askStop: () => ({ reason }),
    stop: () => ({ reason, legalBasis: 'x' }),
    withdraw: () => ({ reason }),
    propose: () => ({
      outcome: 'granted',
      text: '',
      ...(n % 2 && { answerWithin: { value: 1, unit: 'workingDay' } }),
    }),
    approve: () => ({ outcome: 'granted', text: '' }),
    sign: () => ({ step: state.step?.key ?? '', ...target }),
    number: () => ({ number: '1/2025', ...target }),
    return: () => ({ how: 'handedOver', taker: 'x' }),
    revoke: () => ruling,
    replace: () => ({ ...ruling, resultNumber: `${n}/2025`, text: '', fields: [] }),
    rate: () => ({ stars: 5 }),
    note: () => ({ text: 'x' }),
    message: () => ({ from: 'applicant', text: 'x' }),
    correct: () => ({ content: more, fields: ['a'], reason }),
  };
  return { do: step, ...table[step]?.() } as Command;
}

interface Walk {
  events: CaseEvent[];
  states: CaseState[];
}

/** Steps that end a walk or only fill it are taken now and then. */
const seldom = new Set(['refuse', 'stop', 'withdraw', 'note', 'message', 'correct', 'assign', 'askStop']);

const forward = new Set('advance pay approve sign number return answerSupplement resume'.split(' '));

/** Takes steps by chance, with time passing between them and doing what it does. */
function walk(picks: readonly { step: number; minutes: number; n: number }[], rule: TimeRule): Walk {
  const legal = time(rule);
  let now = Date.parse(submitted.at);
  const events = [submitted];
  const states = [evolve(undefined, submitted)];
  const add = (more: readonly CaseEvent[]) => {
    for (const event of more) {
      events.push(event);
      states.push(evolve(states.at(-1), event));
    }
  };
  for (const { step, minutes, n } of picks) {
    now += minutes * 60_000;
    const at = new Date(now).toISOString();
    add(timePassed(states.at(-1)!, { now: at, by: { as: 'system' }, time: legal }));
    const state = states.at(-1)!;
    const open = openSteps(state);
    const likely = n % 8 === 0 ? open : open.filter((one) => !seldom.has(one));
    const ahead =
      n % 3 === 0
        ? open.filter((one) => forward.has(one) || (one === 'askDuty' && state.handling === 'awaitingDuty'))
        : [];
    const among = ahead.length > 0 ? ahead : likely;
    const chosen = among[step % among.length]!;
    const decided = decide(state, commandFor(chosen, state, n, at), { now: at, by, time: legal });
    if ('events' in decided) add(decided.events);
  }
  return { events, states };
}

const pick = fc.record({
  step: fc.nat(1000),
  minutes: fc.oneof(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 1, max: 20_000 })),
  n: fc.nat(1000),
});
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
});
