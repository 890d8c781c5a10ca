/**
 * One case: the words of its life. Instants are ISO 8601 text in UTC, so that a state is the same before and after it
 * has been stored; days and working time are counted in Asia/Ho_Chi_Minh by the calendar.
 */
import type { Day } from '../../../kit/day.ts';
import type { PauseReason, TimeLimit } from '../../calendar/contract.ts';
import type { gapReasons, StepRole } from '../../mandates/contract.ts';

export type Instant = string;

export const handlings = [
  'draft',
  'submitted',
  'received',
  'refused',
  'handling',
  'supplementAsked',
  'awaitingDuty',
  'stopped',
  'withdrawn',
  'finished',
  'returned',
  'closedNoSupplement',
] as const;
export type Handling = (typeof handlings)[number];
export const payments = ['none', 'due', 'paid', 'wrongSum', 'refunded'] as const;
export type Payment = (typeof payments)[number];
export const deliveries = ['none', 'ready', 'handedOver', 'sent'] as const;
export type Delivery = (typeof deliveries)[number];
export const syncs = ['notSent', 'waiting', 'acknowledged', 'refused'] as const;
export type Sync = (typeof syncs)[number];

export const caseChannels = ['online', 'desk', 'post', 'helper'] as const;
export type CaseChannel = (typeof caseChannels)[number];

/** Place of help, of reception, of decision, of return; `calendar` is the unit whose working time counts, once and for all. */
export interface Places {
  help?: string;
  /** Residence, land or business: what the competence was asked for. */
  place?: string;
  reception: string;
  decision?: string;
  returnTo: string;
  calendar?: string;
}

/** One fact that made somebody a holder of the step, with the number of its paper. */
export interface MandateLink {
  kind: 'competence' | 'delegation' | 'assignment' | 'absence';
  id: string;
  paper: string;
}

/** Who did it: an official with the mandate he acted on, the applicant, or the rule itself when a time ran out. */
export interface By {
  as: 'official' | 'applicant' | 'system';
  person?: string;
  /** The unit for which the person acted. */
  unitId?: string;
  standsInFor?: string;
  mandate?: readonly MandateLink[];
}

/** The step at which a case stands, and where and by when it is to be done. */
export interface StepTarget {
  key: string;
  role: StepRole;
  unitId: string;
  dueAt?: Instant;
  waitsFor?: 'financialDuty' | 'otherAgency' | 'applicantAnswer';
  /** Silence until then means consent. */
  silentAt?: Instant;
}
export interface CurrentStep extends StepTarget {
  since: Instant;
}

export interface CasePause {
  from: Instant;
  to?: Instant;
  reason: PauseReason;
  basis: string;
}
export interface Addition {
  limit: TimeLimit;
  reasonVi: string;
  reasonEn: string;
  basis: string;
}
export interface Supplement {
  askedAt: Instant;
  answeredAt?: Instant;
  points: number;
  warnAt: Instant;
  closesAt: Instant;
  warned?: true;
  /** Where the case returns to when it is answered. */
  from: 'submitted' | 'received' | 'handling';
  /** Papers that the applicant brings to the desk: the wait ends with the last of them. */
  awaits?: string[];
}
export interface Consultation {
  id: string;
  unitId: string;
  askedAt: Instant;
  dueAt: Instant;
  answeredAt?: Instant;
  silenceConsents: boolean;
}
export const receiptResults = ['full', 'partial', 'wrongSum', 'duplicate', 'extra', 'late'] as const;
export type ReceiptResult = (typeof receiptResults)[number];
export interface Receipt {
  id: string;
  /** Integer đồng. */
  amount: number;
  at: Instant;
  result: ReceiptResult;
  /** The sum it was paid for, by the moment at which that was asked. */
  dutyAt?: Instant;
}
/** What is to be paid: the fee at the desk or a financial duty for which the clock stands. */
export interface Duty {
  amount: number;
  askedAt: Instant;
  payBy?: Instant;
  pauses: boolean;
  reference?: string;
}
export const outcomes = ['granted', 'denied'] as const;
export interface Decision {
  outcome: (typeof outcomes)[number];
  proposedAt: Instant;
  approvedAt?: Instant;
  signedAt?: Instant;
  number?: string;
  /** Since when the result no longer holds, by which decision. */
  revoked?: { from: Day; at: Instant; decision?: string };
  /** Numbers of results that a later one replaced, the oldest first. */
  replaced?: { number: string; from: Day; at: Instant; decision: string }[];
}

/** A draft of the result with the applicant: he has until `silentAt` to object; silence means consent. */
export interface DraftShown {
  sentAt: Instant;
  silentAt: Instant;
  answeredAt?: Instant;
  /** False when he objected; true by his word or by his silence. */
  agrees?: boolean;
  silence?: true;
}

/** How the handling ended, before the result was handed over. */
export interface Ended {
  how: 'finished' | 'refused' | 'stopped' | 'withdrawn' | 'closedNoSupplement';
  at: Instant;
}

/** The due date as promised now; `first` is what the receipt slip said, `appointment` what it says but for waiting. */
export interface DueNow {
  startAt?: Instant;
  at?: Instant;
  legalAt?: Instant;
  first?: Instant;
  appointment?: Instant;
}

export type GapReason = (typeof gapReasons)[number];

/** What the events of a case say it is. Four states that never stand for each other, and the facts behind them. */
export interface CaseState {
  procedureCode: string;
  field: string;
  versionId: string;
  overlayId?: string;
  caseKind?: string;
  channel: CaseChannel;
  code?: string;
  handling: Handling;
  payment: Payment;
  delivery: Delivery;
  sync: Sync;
  places: Places;
  /** The unit that has to act now. */
  atUnitId: string;
  gap?: GapReason;
  submittedAt?: Instant;
  receivedAt?: Instant;
  due: DueNow;
  step?: CurrentStep;
  personId?: string;
  pauses: CasePause[];
  additions: Addition[];
  supplements: Supplement[];
  apologies: Instant[];
  consultations: Consultation[];
  duty?: Duty;
  receipts: Receipt[];
  stopAskedAt?: Instant;
  decision?: Decision;
  draft?: DraftShown;
  ended?: Ended;
  returnedAt?: Instant;
  rating?: number;
  /** Components that the applicant brings to the desk and that are not there yet. */
  promised?: string[];
  /** What a person filled in lies beside the events; each version of it is named here by its hash. */
  content: { version: number; hash: string };
  /** What the last step replaced, until a slip goes out. */
  undo?: Undo;
  lastAt: Instant;
}

/** The part of a state that one step replaces. */
export interface Undo {
  what: 'stepDone' | 'assigned' | 'claimed' | 'proposed' | 'approved';
  by?: string;
  handling: Handling;
  atUnitId: string;
  step?: CurrentStep;
  personId?: string;
  decision?: Decision;
}

export const openHandlings: readonly Handling[] = [
  'submitted',
  'received',
  'handling',
  'supplementAsked',
  'awaitingDuty',
];
export const isOpen = (handling: Handling): boolean => openHandlings.includes(handling);
