import type { CaseEvent, CasePayloads, EventOf } from './events.ts';
import { endings } from './evolveEnds.ts';
import type { CaseState, CurrentStep, Instant, StepTarget, Undo } from './model.ts';
import { draftSent, paused, resumed, waitOver, waitsBefore, withReceipt } from './pauses.ts';
import { paperReceived, papersPromised, withPromises } from './promises.ts';

type Fold = { [T in CaseEvent['type']]: (state: CaseState, event: EventOf<T>) => CaseState };

const stepSince = (to: StepTarget, since: Instant): CurrentStep => ({ ...to, since });

/** What a step that may be undone is going to replace. */
function remember(state: CaseState, what: Undo['what'], event: CaseEvent): Undo {
  const { handling, atUnitId, step, personId, decision } = state;
  return {
    what,
    ...(event.by.person && { by: event.by.person }),
    handling,
    atUnitId,
    ...(step && { step }),
    ...(personId && { personId }),
    ...(decision && { decision }),
  };
}

function without(state: CaseState, key: 'personId' | 'step' | 'gap' | 'undo'): CaseState {
  const { [key]: _gone, ...rest } = state;
  return rest;
}

/** The first event of a case makes its state. */
function open(event: EventOf<'case.submitted'> | EventOf<'case.received'>): CaseState {
  const opened = event.type === 'case.submitted' ? event : event.opened;
  if (!opened) throw new Error('a case begins with its submission or with its reception at a desk');
  const { procedureCode, field, versionId, overlayId, caseKind, channel, places, content, promised } = opened;
  const state: CaseState = {
    procedureCode,
    field,
    versionId,
    ...(overlayId && { overlayId }),
    ...(caseKind && { caseKind }),
    channel,
    handling: 'submitted',
    payment: 'none',
    delivery: 'none',
    sync: 'notSent',
    places,
    atUnitId: places.reception,
    ...(event.type === 'case.submitted' && event.gap && { gap: event.gap }),
    submittedAt: event.at,
    due: {},
    pauses: [],
    additions: [],
    supplements: [],
    apologies: [],
    consultations: [],
    receipts: [],
    content,
    lastAt: event.at,
  };
  return withPromises(state, promised);
}

function receive(state: CaseState, e: EventOf<'case.received'>): CaseState {
  const { step, due, fee } = e;
  const { gap: _closed, ...rest } = state;
  return {
    ...rest,
    code: e.code,
    versionId: e.versionId,
    ...(e.overlayId && { overlayId: e.overlayId }),
    ...(e.caseKind && { caseKind: e.caseKind }),
    places: { ...state.places, decision: e.decisionUnitId, calendar: e.calendarUnitId },
    handling: 'received',
    receivedAt: e.receivedAt,
    additions: [...e.additions],
    due: { ...due, ...(due.at && { first: due.at, appointment: due.at }) },
    step: stepSince(step, e.at),
    atUnitId: step.unitId,
    ...(fee && { payment: 'due' as const, duty: { amount: fee, askedAt: e.at, pauses: false } }),
  };
}

/** The next step is there; before handing over the result there is nothing more to handle. */
export function moved(state: CaseState, to: StepTarget | undefined, at: Instant, taker?: string): CaseState {
  const bare = without(state, 'personId');
  const next: CaseState = taker ? { ...bare, personId: taker } : bare;
  if (!to || to.role === 'return') {
    const done: CaseState = { ...without(next, 'step'), ...(to && { step: stepSince(to, at) }) };
    return {
      ...done,
      atUnitId: to?.unitId ?? state.places.returnTo,
      handling: 'finished',
      delivery: 'ready',
      ended: { how: 'finished', at },
    };
  }
  const at1: CaseState = { ...next, step: stepSince(to, at), atUnitId: to.unitId, handling: 'handling' };
  if (!to.waitsFor) return at1;
  const waiting = paused(at1, at, to.waitsFor, to.key);
  return to.waitsFor === 'financialDuty' ? { ...waiting, handling: 'awaitingDuty' } : waiting;
}

const nothing = (state: CaseState): CaseState => state;

function proposed(
  state: CaseState,
  e: EventOf<'case.proposed'> | EventOf<'case.approved'>,
  what: 'proposed' | 'approved',
): CaseState {
  const decision = {
    outcome: e.outcome,
    proposedAt: state.decision?.proposedAt ?? e.at,
    ...(what === 'approved' && { approvedAt: e.at }),
  };
  return { ...state, handling: 'handling', undo: remember(state, what, e), decision };
}

function undone(state: CaseState): CaseState {
  if (!state.undo) return state;
  const { what: _what, by: _by, ...before } = state.undo;
  const { undo, step, personId: _person, decision: _decision, ended, ...rest } = state;
  const ends = before.handling === 'finished' && ended ? { ended } : {};
  const delivery = before.handling === 'finished' ? state.delivery : 'none';
  const pauses = undo.what === 'stepDone' ? waitsBefore(state.pauses, before.step, step) : state.pauses;
  return { ...rest, ...ends, ...before, delivery, pauses };
}

function dueRecomputed(state: CaseState, e: EventOf<'case.dueRecomputed'>): CaseState {
  const { first, appointment } = state.due;
  const waits = e.cause === 'pause' || e.cause === 'resume';
  const said = waits || !e.to ? appointment : new Date(Date.parse(e.to) - waitedMs(state)).toISOString();
  const due = {
    startAt: e.startAt,
    ...(e.to && { at: e.to }),
    ...(e.legalTo && { legalAt: e.legalTo }),
    ...(first && { first }),
    ...(said && { appointment: said }),
  };
  const step = state.step && e.stepDueAt ? { ...state.step, dueAt: e.stepDueAt } : state.step;
  return { ...state, due, ...(step && { step }) };
}

/** Milliseconds for which the case waited for supplements, finished waits only. */
export const waitedMs = (state: CaseState): number =>
  state.supplements.reduce(
    (sum, s) => sum + (s.answeredAt ? Date.parse(s.answeredAt) - Date.parse(s.askedAt) : 0),
    0,
  );

function transferred(state: CaseState, e: EventOf<'case.transferred'>): CaseState {
  const places = { ...state.places, decision: e.toUnitId };
  const moved = without(state, 'personId');
  if (!e.step) return { ...moved, places };
  return { ...moved, places, step: stepSince(e.step, state.step?.since ?? e.at), atUnitId: e.step.unitId };
}

function supplementAsked(state: CaseState, e: EventOf<'case.supplementAsked'>): CaseState {
  const from = state.handling as 'submitted' | 'received' | 'handling';
  const { points, warnAt, closesAt } = e;
  const asked = { askedAt: e.at, points: points.length, warnAt, closesAt, from };
  const next: CaseState = {
    ...state,
    handling: 'supplementAsked',
    supplements: [...state.supplements, asked],
  };
  return state.receivedAt ? paused(next, e.at, 'supplement', 'case.supplementAsked') : next;
}

function supplementReceived(state: CaseState, e: EventOf<'case.supplementReceived'>): CaseState {
  const last = state.supplements.at(-1)!;
  const { awaits: _came, ...asked } = last;
  const supplements = [...state.supplements.slice(0, -1), { ...asked, answeredAt: e.at }];
  const next = { ...state, supplements, content: e.content, handling: last.from };
  return resumed(withPromises(next, e.promised), e.at, 'supplement');
}

function warned(state: CaseState): CaseState {
  const last = state.supplements.at(-1);
  if (!last) return state;
  return { ...state, supplements: [...state.supplements.slice(0, -1), { ...last, warned: true }] };
}

function consulted(state: CaseState, e: EventOf<'case.consulted'>): CaseState {
  const { id, unitId, dueAt, silenceConsents } = e;
  const consultations = [...state.consultations, { id, unitId, askedAt: e.at, dueAt, silenceConsents }];
  const next: CaseState = { ...state, consultations };
  return e.pauses ? paused(next, e.at, 'otherAgency', id) : next;
}

function answered(state: CaseState, e: EventOf<'case.consultationAnswered'>): CaseState {
  const consultations = state.consultations.map((c) => (c.id === e.id ? { ...c, answeredAt: e.at } : c));
  const next = { ...state, consultations };
  return state.pauses.some((p) => p.basis === e.id && !p.to) ? resumed(next, e.at, 'otherAgency') : next;
}

function dutyAsked(state: CaseState, e: EventOf<'case.dutyAsked'>): CaseState {
  const { amount, payBy, pauses, reference } = e;
  const duty = { amount, askedAt: e.at, ...(payBy && { payBy }), pauses, ...(reference && { reference }) };
  const next: CaseState = { ...state, duty, payment: 'due' };
  if (!pauses) return next;
  return paused({ ...next, handling: 'awaitingDuty' }, e.at, 'financialDuty', e.basis);
}

/** Time at the step runs on: only its own limit may be another. */
function versionChanged(state: CaseState, e: EventOf<'case.versionChanged'>): CaseState {
  const { overlayId: _before, ...rest } = state;
  const step =
    e.step && state.step ? { step: stepSince(e.step, state.step.since), atUnitId: e.step.unitId } : {};
  return { ...rest, versionId: e.versionId, ...(e.overlayId && { overlayId: e.overlayId }), ...step };
}

const fold: Fold = {
  'case.submitted': nothing,
  'case.received': receive,
  'case.routed': (s, e) => {
    const rest = without(s, 'gap');
    const places = { ...s.places, ...(e.decisionUnitId && { decision: e.decisionUnitId }) };
    return { ...rest, places, ...(e.gap && { gap: e.gap }) };
  },
  'case.assigned': (s, e) => ({
    ...s,
    handling: s.handling === 'received' ? 'handling' : s.handling,
    personId: e.personId,
    undo: remember(s, 'assigned', e),
  }),
  'case.claimed': (s, e) => ({
    ...s,
    handling: s.handling === 'received' ? 'handling' : s.handling,
    personId: e.personId,
    undo: remember(s, 'claimed', e),
  }),
  'case.released': (s) => without(s, 'personId'),
  'case.stepDone': (s, e) => ({ ...moved(s, e.to, e.at, e.takerId), undo: remember(s, 'stepDone', e) }),
  'case.supplementAsked': supplementAsked,
  'case.supplementReceived': supplementReceived,
  'case.papersPromised': papersPromised,
  'case.paperReceived': paperReceived,
  'case.closeWarned': warned,
  'case.dutyAsked': dutyAsked,
  'case.paymentReceived': withReceipt,
  'case.transferred': transferred,
  'case.consulted': consulted,
  'case.consultationAnswered': answered,
  'case.resumed': waitOver,
  'case.draftSent': draftSent,
  'case.apologised': (s, e) => ({
    ...s,
    apologies: [...s.apologies, e.at],
    additions: [...s.additions, e.addition],
  }),
  'case.proposed': (s, e) => proposed(s, e, 'proposed'),
  'case.approved': (s, e) => proposed(s, e, 'approved'),
  'case.signed': (s, e) => ({
    ...moved(s, e.to, e.at),
    ...(s.decision && {
      decision: { ...s.decision, approvedAt: s.decision.approvedAt ?? e.at, signedAt: e.at },
    }),
  }),
  'case.numbered': (s, e) => {
    const next = e.step ? moved(s, e.to, e.at) : s;
    return { ...next, ...(s.decision && { decision: { ...s.decision, number: e.number } }) };
  },
  'case.noted': nothing,
  'case.message': nothing,
  'case.dueRecomputed': dueRecomputed,
  'case.corrected': (s, e) => ({ ...s, content: e.content }),
  'case.versionChanged': versionChanged,
  'case.undone': undone,
  'case.synchronised': (s, e) => ({ ...s, sync: e.sync }),
  'case.slipIssued': nothing,
  ...endings,
};

/** What may come between a step and its undoing; after anything else, a slip above all, the step stands. */
const harmless: ReadonlySet<CaseEvent['type']> = new Set([
  'case.noted',
  'case.message',
  'case.dueRecomputed',
  'case.corrected',
  'case.paperReceived',
  'case.synchronised',
]);

/** Every kind of event a case knows. */
export const eventTypes = Object.keys(fold) as readonly CaseEvent['type'][];

/** The case after one more event. Throws when the first event opens nothing. */
export function evolve(state: CaseState | undefined, event: CaseEvent): CaseState {
  const before =
    state ?? (event.type === 'case.submitted' || event.type === 'case.received' ? open(event) : undefined);
  if (!before) throw new Error('a case begins with its submission or with its reception at a desk');
  const step = fold[event.type] as (s: CaseState, e: CaseEvent) => CaseState;
  const made = { ...step(before, event), lastAt: event.at };
  return made.undo && made.undo === before.undo && !harmless.has(event.type) ? without(made, 'undo') : made;
}

export type { CasePayloads };
