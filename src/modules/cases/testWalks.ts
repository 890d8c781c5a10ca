import {
  addLimit,
  type AgencyCalendar,
  dueTimes,
  type TimeRule,
  workingMinutesBetween,
} from '../calendar/index.ts';
import type { Command } from './rules/command.ts';
import { decide } from './rules/decide.ts';
import type { CaseEvent } from './rules/events.ts';
import { evolve } from './rules/evolve.ts';
import type { By, CaseState, StepTarget } from './rules/model.ts';
import { type caseSteps, openSteps } from './rules/steps.ts';
import type { LegalTime } from './rules/time.ts';
import { timePassed } from './rules/wake.ts';

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
/** Legal time by a rule, in a plain week. */
export const time = (rule: TimeRule): LegalTime => ({
  due: (facts) => dueTimes(rule, facts, calendar),
  minutes: (from, to) => workingMinutesBetween(calendar, from, to),
  add: (from, limit) => addLimit(calendar, from, limit),
});
/** Ten working days. */
export const ruleWith = (pause: TimeRule['pause']): TimeRule => ({
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

const reason = 'lý do';
const ruling = { number: '9/QĐ', reason, legalBasis: 'x', from: '2025-12-01' };

interface Chance {
  state: CaseState;
  n: number;
  now: string;
}
type Commands = Record<string, () => object>;
const contentAfter = (state: CaseState, n: number) => ({
  version: state.content.version + 1,
  hash: `h${n}`,
});
const nextOf = (state: CaseState) => {
  const to = after(state);
  return to ? { to } : {};
};

const onTheWay = ({ state, n }: Chance): Commands => {
  const [keys, more, target] = [['photo'], contentAfter(state, n), nextOf(state)];
  return {
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
  };
};
const asked = ({ state, n, now }: Chance): Commands => ({
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
});
const towardsTheEnd = ({ state, n }: Chance): Commands => {
  const [more, target] = [contentAfter(state, n), nextOf(state)];
  return {
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
};

/** A sensible command for each step, from a state and a number that stands for chance. */
function commandFor(step: (typeof caseSteps)[number], state: CaseState, n: number, now: string): Command {
  const chance = { state, n, now };
  const table = { ...onTheWay(chance), ...asked(chance), ...towardsTheEnd(chance) };
  return { do: step, ...table[step]?.() } as Command;
}

/** What happened to a case, and how it stood after each event. */
export interface Walk {
  events: CaseEvent[];
  states: CaseState[];
}

/** Steps that end a walk or only fill it are taken now and then. */
const seldom = new Set(['refuse', 'stop', 'withdraw', 'note', 'message', 'correct', 'assign', 'askStop']);

const forward = new Set('advance pay approve sign number return answerSupplement resume'.split(' '));

/** Takes steps by chance, with time passing between them and doing what it does. */
export function walk(picks: readonly { step: number; minutes: number; n: number }[], rule: TimeRule): Walk {
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
