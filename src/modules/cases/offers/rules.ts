/** Offers of planned services: when one is due, what becomes of it, and what is open to the citizen. All pure. */
import { addDays, addMonths, type Day } from '../../../kit/day.ts';
import type { OfferOccasion, OfferRule } from '../../procedures/contract.ts';
import type { Instant } from '../rules/model.ts';

/** Something of a life that is known: a result, a day of birth that a result tells, an event told by an authority. */
export interface LifeFact {
  kind: 'granted' | 'birthDay' | 'told';
  what: string;
  day: Day;
}

/** The first day on which an occasion calls for the service; undefined where the fact is no such occasion. */
export function occasionDay(on: OfferOccasion, { kind, what, day }: LifeFact): Day | undefined {
  const early = (at: Day, days: number | undefined): Day => addDays(at, -(days ?? 0));
  switch (on.kind) {
    case 'granted':
      if (kind !== 'granted' || what !== on.procedureCode) return undefined;
      return early(addMonths(day, on.months ?? 0), on.daysBefore);
    case 'age':
      if (kind !== 'birthDay' || what !== on.role) return undefined;
      return early(addMonths(day, on.years * 12), on.daysBefore);
    case 'told':
      return kind === 'told' && what === on.event ? day : undefined;
  }
}

/** The occasion for which a service is offered today: its day has come, and the time for which it would stand is not over. */
export function dueOccasion(
  rule: Pick<OfferRule, 'on' | 'openDays'>,
  fact: LifeFact,
  today: Day,
): OfferOccasion | undefined {
  return rule.on.find((on) => {
    const day = occasionDay(on, fact);
    return day !== undefined && day <= today && today <= addDays(day, rule.openDays);
  });
}

/** Whether a rule could ever offer something for what one case will tell: its result, or a day of birth in its form. */
export const mayFollow = (
  { on }: Pick<OfferRule, 'on'>,
  source: { procedureCode: string; births: ReadonlySet<string> },
): boolean =>
  on.some(
    (one) =>
      (one.kind === 'granted' && one.procedureCode === source.procedureCode) ||
      (one.kind === 'age' && source.births.has(one.role)),
  );

/** From where a fact is known. */
export type OfferSource =
  | { kind: 'case'; caseId: string; code: string }
  | { kind: 'authority'; name: string };

export const offerStatuses = ['open', 'accepted', 'started', 'refused', 'undone', 'lapsed'] as const;
export type OfferStatus = (typeof offerStatuses)[number];

/** What each event says beside its kind, its instant and who did it. */
export interface OfferPayloads {
  'offer.made': {
    procedureCode: string;
    versionId: string;
    overlayId?: string;
    level: 1 | 2 | 3 | 4;
    occasion: OfferOccasion;
    factDay: Day;
    source: OfferSource;
    legalBasis: string;
    /** Last day on which it stands. */
    until: Day;
    undoDays: number;
    /** Whether it could be sent as it is: all answers known, no paper to be brought. */
    ready: boolean;
    /** It begins by itself on this day, by this consent, unless it is refused before. */
    startsOn?: Day;
    consentId?: string;
    hash: string;
  };
  'offer.accepted': { caseId: string; as: 'draft' | 'case'; undoUntil: Day };
  'offer.started': { caseId: string; undoUntil: Day };
  /** It does not begin by itself after all: the consent was taken back, or the procedure does not take it as it is. */
  'offer.held': { because: 'consentGone' | 'refused'; problem?: string };
  'offer.refused': { reason?: string };
  /** What was undone: a draft not sent, a case withdrawn, a result revoked. */
  'offer.undone': { what: 'draft' | 'case' | 'result'; reason?: string };
  'offer.lapsed': { because: 'time' | 'sourceGone' };
}
export type OfferEventType = keyof OfferPayloads;
export type OfferEvent = {
  [T in OfferEventType]: { type: T; at: Instant; by: 'applicant' | 'system' } & OfferPayloads[T];
}[OfferEventType];

export type OfferState = Omit<OfferPayloads['offer.made'], 'hash'> & {
  status: OfferStatus;
  hash: string;
  /** The draft or case that came of it. */
  caseId?: string;
  undoUntil?: Day;
  endedAt?: Instant;
};

function opened({
  type: _type,
  at: _at,
  by: _by,
  ...made
}: Extract<OfferEvent, { type: 'offer.made' }>): OfferState {
  return { ...made, status: 'open' };
}

/** The offer after one more event. Throws when the first event makes no offer. */
export function evolveOffer(state: OfferState | undefined, event: OfferEvent): OfferState {
  if (event.type === 'offer.made') return opened(event);
  if (!state) throw new Error('an offer begins with being made');
  switch (event.type) {
    case 'offer.accepted':
    case 'offer.started': {
      const status = event.type === 'offer.accepted' ? 'accepted' : 'started';
      return { ...state, status, caseId: event.caseId, undoUntil: event.undoUntil };
    }
    case 'offer.held': {
      const { startsOn: _startsOn, consentId: _consentId, ...rest } = state;
      return rest;
    }
    case 'offer.refused':
      return { ...state, status: 'refused', endedAt: event.at };
    case 'offer.undone':
      return { ...state, status: 'undone', endedAt: event.at };
    case 'offer.lapsed':
      return { ...state, status: 'lapsed', endedAt: event.at };
  }
}

export const offerSteps = ['accept', 'refuse', 'undo'] as const;
export type OfferStep = (typeof offerSteps)[number];

/** What the citizen can do with an offer today. */
export function openOfferSteps(state: OfferState, today: Day): OfferStep[] {
  if (state.status === 'open') return today <= state.until ? ['accept', 'refuse'] : [];
  const isTaken = state.status === 'accepted' || state.status === 'started';
  return isTaken && state.undoUntil !== undefined && today <= state.undoUntil ? ['undo'] : [];
}

/** The day on which time itself does something to an offer: it begins by itself, or it lapses. */
export const wakeOn = (state: OfferState): Day | undefined =>
  state.status === 'open' ? (state.startsOn ?? addDays(state.until, 1)) : undefined;

/** What is done when the citizen accepts: a draft for him to complete, or the case itself. Level 1 only reminds. */
export const takenAs = (
  { level, ready }: Pick<OfferState, 'level' | 'ready'>,
  how: 'asPrepared' | 'change',
): 'draft' | 'case' => (how === 'asPrepared' && ready && level >= 3 ? 'case' : 'draft');

export const undoUntil = (today: Day, { undoDays }: Pick<OfferState, 'undoDays'>): Day =>
  addDays(today, undoDays);
