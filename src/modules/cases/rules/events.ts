import type { Day } from '../../../kit/day.ts';
import type { StepRole } from '../../mandates/contract.ts';
import type { Received } from './content.ts';
import type {
  Addition,
  By,
  CaseChannel,
  Decision,
  Delivery,
  GapReason,
  Instant,
  Places,
  ReceiptResult,
  StepTarget,
  Sync,
} from './model.ts';

/** The case whose stream an event stands in. */
export const caseIdOf = ({ stream }: { stream: string }): string => stream.slice('case:'.length);

interface Opened {
  procedureCode: string;
  field: string;
  versionId: string;
  overlayId?: string;
  caseKind?: string;
  channel: CaseChannel;
  places: Places;
  content: { version: number; hash: string };
  /** Components that the applicant brings to the desk. */
  promised?: readonly string[];
}

/** The facts of a control slip: who gave the work on, to whom, and how he stood to the time of his step. */
export interface HandOver {
  giver?: string;
  taker?: string;
  takerUnitId?: string;
  state: 'early' | 'inTime' | 'late' | 'noLimit';
  /** Working minutes the step took, and by how many it was late. */
  minutes: number;
  lateMinutes?: number;
  remarks?: string;
}

export interface Point {
  /** A field of the form or a component of the dossier. */
  field?: string;
  component?: string;
  reason: 'missing' | 'wrong' | 'incomplete' | 'outOfDate' | 'unreadable';
  text: string;
  /** The database that replaces the paper lacks the datum or has it wrong. */
  dataFault?: boolean;
}

export const dueCauses = [
  'pause',
  'resume',
  'apology',
  'addition',
  'calendar',
  'rule',
  'correction',
] as const;
export type DueCause = (typeof dueCauses)[number];

/** What each event says beside its kind, its instant (`at`) and who did it (`by`). */
export interface CasePayloads {
  'case.submitted': Opened & { gap?: GapReason };
  /** Accepted: code, promise and first step. Carries what `case.submitted` would, when nothing was submitted before. */
  'case.received': {
    opened?: Opened;
    code: string;
    versionId: string;
    overlayId?: string;
    caseKind?: string;
    decisionUnitId: string;
    calendarUnitId: string;
    receivedAt: Instant;
    additions: readonly Addition[];
    due: { startAt: Instant; at?: Instant; legalAt?: Instant };
    step: StepTarget;
    fee?: number;
    components: readonly string[];
  };
  'case.routed': { decisionUnitId?: string; gap?: GapReason };
  'case.refused': { reason: string; legalBasis: string };
  'case.assigned': { personId: string; remarks?: string };
  'case.claimed': { personId: string };
  'case.released': { reason?: string };
  'case.stepDone': { step: string; to?: StepTarget; takerId?: string; handOver: HandOver; silence?: true };
  'case.supplementAsked': {
    points: readonly Point[];
    warnAt: Instant;
    closesAt: Instant;
    withinLimit: boolean;
    decisionNumber?: string;
  };
  'case.supplementReceived': {
    content: { version: number; hash: string };
    fields: readonly string[];
    promised?: readonly string[];
    /** The last paper promised came by an event of its own, which has its content. */
    byPaper?: true;
  };
  /** Part of a supplement is there, papers will be brought to the desk: the case goes on waiting for them. */
  'case.papersPromised': {
    content: { version: number; hash: string };
    fields: readonly string[];
    /** All that is promised, and what of it this supplement waits for. */
    promised: readonly string[];
    awaits: readonly string[];
  };
  /** A paper that was promised is there; `promised` is what is still to come. */
  'case.paperReceived': {
    component: string;
    form: Received['form'];
    count: number;
    content: { version: number; hash: string };
    promised: readonly string[];
  };
  'case.closeWarned': { closesAt: Instant };
  'case.closedNoSupplement': { legalBasis: string };
  'case.dutyAsked': { amount: number; payBy?: Instant; pauses: boolean; reference?: string; basis: string };
  'case.paymentReceived': {
    receiptId: string;
    amount: number;
    result: ReceiptResult;
    paidAt: Instant;
    gateway: string;
  };
  'case.refunded': { amount: number; reason: string };
  'case.transferred': { toUnitId: string; reason: string; legalBasis: string; step?: StepTarget };
  'case.consulted': {
    id: string;
    unitId: string;
    question: string;
    dueAt: Instant;
    pauses: boolean;
    silenceConsents: boolean;
    basis?: string;
  };
  'case.consultationAnswered': {
    id: string;
    answer: string;
    agrees?: boolean;
    silence?: true;
    late: boolean;
  };
  'case.resumed': {
    reason: 'otherAgency' | 'applicantAnswer' | 'forceMajeure';
    silence?: true;
    /** The applicant's word on a draft. */
    agrees?: boolean;
  };
  /** The proposed result lies with the applicant; the clock stands until he answers or his time is over. */
  'case.draftSent': { silentAt: Instant };
  'case.apologised': { reason: string; addition: Addition; decisionNumber?: string };
  'case.stopAsked': { reason: string };
  'case.stopped': { reason: string; legalBasis: string };
  'case.withdrawn': { reason: string };
  'case.proposed': { outcome: Decision['outcome']; text: string };
  'case.approved': { outcome: Decision['outcome']; text: string };
  'case.signed': {
    step: string;
    to?: StepTarget;
    handOver: HandOver;
    serial?: string;
    /** The registered certificate, where the unit signs with certificates. */
    certificateId?: string;
  };
  'case.numbered': { number: string; step?: string; to?: StepTarget; handOver?: HandOver };
  'case.returned': { how: Exclude<Delivery, 'none' | 'ready'>; taker: string; document?: string };
  /** The result no longer holds from a day on; an offer undone revokes on the citizen's word, without a decision. */
  'case.resultRevoked': {
    number?: string;
    reason: string;
    legalBasis: string;
    from: Day;
    cause: 'decision' | 'offerUndone';
    offerId?: string;
  };
  /** A result with a number of its own takes the place of the one before it; what was wrong is in a new content. */
  'case.resultReplaced': {
    number: string;
    reason: string;
    legalBasis: string;
    from: Day;
    resultNumber: string;
    text: string;
    content?: { version: number; hash: string };
    fields: readonly string[];
  };
  'case.rated': { stars: number; text?: string };
  'case.noted': { text: string };
  'case.message': { from: 'applicant' | 'official'; text: string };
  /** Every change of a due date: what it was, what it is, why, and on which place of the law. */
  'case.dueRecomputed': {
    from?: Instant;
    to?: Instant;
    legalTo?: Instant;
    startAt: Instant;
    stepDueAt?: Instant;
    cause: DueCause;
    reasonVi: string;
    reasonEn: string;
    basis: string;
  };
  'case.corrected': {
    content: { version: number; hash: string };
    fields: readonly string[];
    reason: string;
  };
  /** Moved to another version of its procedure by that version's transition rule; the due date follows in its own event. */
  'case.versionChanged': {
    fromVersionId: string;
    versionId: string;
    overlayId?: string;
    /** The step at which it stands, as the new plan has it. */
    step?: StepTarget;
    /** Keys of the form that only the new or only the old version knows. */
    fields: { added: readonly string[]; gone: readonly string[] };
    reason: string;
    legalBasis: string;
  };
  'case.undone': { what: string; reason?: string };
  'case.synchronised': { sync: Sync };
  /** A slip went out for the first time: `about` is the event that called for it, the paper is kept for good. */
  'case.slipIssued': {
    key: string;
    about: number;
    templateId: string;
    fileId: string;
    sha256: string;
  };
}

export type CaseEventType = keyof CasePayloads;
export type EventOf<T extends CaseEventType> = { type: T; at: Instant; by: By } & CasePayloads[T];
export type CaseEvent = { [T in CaseEventType]: EventOf<T> }[CaseEventType];
export type { StepRole };
