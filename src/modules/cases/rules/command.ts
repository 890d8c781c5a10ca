import type { Day } from '../../../kit/day.ts';
import type { TimeLimit } from '../../calendar/contract.ts';
import type { CaseEvent, CasePayloads, EventOf } from './events.ts';
import type { By, Instant, StepTarget } from './model.ts';
import type { CaseStep } from './steps.ts';
import type { LegalTime } from './time.ts';

type Reception = Omit<CasePayloads['case.received'], 'due' | 'receivedAt' | 'opened'>;

/** What somebody wants to do, already checked for shape; where a plan's next step matters it is already resolved. */
export type Command =
  | { do: 'accept'; reception: Reception; receivedAt?: Instant }
  | { do: 'refuse'; reason: string; legalBasis: string }
  | { do: 'askSupplement'; points: EventOf<'case.supplementAsked'>['points']; decisionNumber?: string }
  | {
      do: 'answerSupplement';
      content: { version: number; hash: string };
      fields: readonly string[];
      promised?: readonly string[];
      awaits?: readonly string[];
    }
  | { do: 'receivePaper'; paper: Omit<CasePayloads['case.paperReceived'], 'promised'> }
  | { do: 'advance'; step: string; to?: StepTarget; takerId?: string; remarks?: string }
  | { do: 'assign'; personId: string; remarks?: string }
  | { do: 'claim'; personId: string }
  | { do: 'release'; reason?: string }
  | { do: 'transfer'; toUnitId: string; reason: string; legalBasis: string }
  | {
      do: 'consult';
      id: string;
      unitId: string;
      question: string;
      limit: TimeLimit;
      pauses: boolean;
      silenceConsents: boolean;
      basis?: string;
    }
  | { do: 'answerConsultation'; id: string; answer: string; agrees?: boolean }
  | { do: 'resume'; reason: 'otherAgency' | 'applicantAnswer' | 'forceMajeure'; agrees?: boolean }
  | { do: 'askDuty'; amount: number; payBy?: Instant; pauses: boolean; reference?: string; basis: string }
  | { do: 'pay'; receiptId: string; amount: number; paidAt: Instant; gateway: string }
  | { do: 'refund'; amount: number; reason: string }
  | { do: 'apologise'; reason: string; limit: TimeLimit; basis: string; decisionNumber?: string }
  | { do: 'askStop'; reason: string }
  | { do: 'stop'; reason: string; legalBasis: string }
  | { do: 'withdraw'; reason: string }
  | { do: 'propose'; outcome: 'granted' | 'denied'; text: string; answerWithin?: TimeLimit }
  | { do: 'approve'; outcome: 'granted' | 'denied'; text: string }
  | { do: 'sign'; step: string; to?: StepTarget; remarks?: string; serial?: string; certificateId?: string }
  | { do: 'number'; number: string; to?: StepTarget }
  | { do: 'return'; how: 'handedOver' | 'sent'; taker: string; document?: string }
  | { do: 'revoke'; number: string; reason: string; legalBasis: string; from: Day }
  | ({ do: 'replace' } & CasePayloads['case.resultReplaced'])
  | { do: 'rate'; stars: number; text?: string }
  | { do: 'note'; text: string }
  | { do: 'message'; from: 'applicant' | 'official'; text: string }
  | { do: 'correct'; content: { version: number; hash: string }; fields: readonly string[]; reason: string }
  | { do: 'undo'; reason?: string };

export const refusals = [
  'stepNotOpen',
  'stepPassed',
  'secondSupplement',
  'secondApology',
  'apologyTooLate',
  'noDue',
  'undoOthers',
  'sameUnit',
  'notConsulted',
  'decisionMissing',
  'notPromised',
] as const;
export type Refusal = (typeof refusals)[number];
export type Decided = { events: CaseEvent[] } | { refused: Refusal };

export interface Facts {
  now: Instant;
  by: By;
  time: LegalTime;
}
export type CommandOf<D extends CaseStep> = Extract<Command, { do: D }>;

/** Builds events of one moment and one person. */
export const say =
  ({ now, by }: Facts) =>
  <T extends CaseEvent['type']>(type: T, payload: CasePayloads[T]): CaseEvent =>
    ({ type, at: now, by, ...payload }) as unknown as CaseEvent;
