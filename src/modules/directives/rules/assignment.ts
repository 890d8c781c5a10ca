/**
 * One assignment (a unit's duty under a task): what happened to it, as events, and the state they make.
 * `evolve` only folds; what is allowed is decided in `steps.ts`. The replay of a stream with `evolve` is the truth.
 */
import { diffDays, type Day } from '../../../kit/day.ts';
import type { WorkState } from './axes.ts';
import type { Deadline } from './deadline.ts';
import type { TimeFacts } from './states.ts';

export type AssignmentStatus =
  | 'notStarted'
  | 'inProgress'
  | 'claimed'
  | 'confirmed'
  | 'completed'
  | 'cancelled'
  | 'recurring';

/** Evidence of completion: a document with number and date, or a file or link; `date` is the date of completion. */
export interface Product {
  date: Day;
  number?: string;
  title?: string;
  fileId?: string;
  link?: string;
}

/** What each event carries beside `on`, the day it counts from (the day of the paper, or of the entry). */
export interface AssignmentPayloads {
  'assignment.created': {
    taskId: string;
    unitId: string;
    role: 'lead' | 'coordinating';
    part?: string;
    deadline: Deadline;
    document?: string;
  };
  'assignment.started': object;
  /** `progress` in per cent 0–100. */
  'assignment.reported': { progress: number; period?: string; forecast?: Day };
  'assignment.claimed': { product: Product };
  'assignment.confirmed': { automatic?: boolean };
  'assignment.accepted': { automatic?: boolean };
  /** `progress`: what it falls back to; absent in old streams, where it stayed. */
  'assignment.returned': { reason: string; progress?: number };
  'assignment.reopened': { reason: string; progress?: number };
  /** A report of progress was returned: what the newest one says that was not. */
  'assignment.progressTakenBack': { progress: number };
  'assignment.cancelled': { reason: string; document?: string };
  'assignment.redirected': { toUnitId: string; reason: string; document?: string };
  'assignment.markedUncheckable': { reason: string };
  'assignment.extensionAsked': { until: Day; reason: string; document?: string };
  'assignment.extensionGranted': { until: Day; document: string };
  'assignment.extensionRefused': { reason: string };
  'assignment.dueChanged': { from?: Day; to: Deadline; document: string; reason?: string };
}

export type AssignmentEventType = keyof AssignmentPayloads;
export type AssignmentEvent = {
  [T in AssignmentEventType]: { type: T; on: Day } & AssignmentPayloads[T];
}[AssignmentEventType];

export interface AssignmentState {
  taskId: string;
  unitId: string;
  role: 'lead' | 'coordinating';
  part?: string;
  status: AssignmentStatus;
  createdOn: Day;
  deadline: Deadline;
  /** Last day in force and last day first set (never changed again once set). */
  due?: Day;
  firstDue?: Day;
  dueChanges: { on: Day; from?: Day; to?: Day; document: string; reason?: string }[];
  startedOn?: Day;
  progress: number;
  /** Progress as it stood before the product was claimed, while it is claimed or accepted. */
  progressBefore?: number;
  lastReportOn?: Day;
  forecast?: Day;
  /** The product claimed or accepted. */
  product?: Product;
  /** Date of the product, once accepted. */
  doneOn?: Day;
  acceptedOn?: Day;
  extension?: { askedOn: Day; until: Day; reason: string; document?: string };
  returned: { on: Day; reason: string }[];
  reopened: { on: Day; reason: string; doneOn?: Day; daysLate: number }[];
  redirected: { on: Day; from: string; to: string; reason: string; document?: string }[];
  cancelled?: { on: Day; reason: string; document?: string };
  uncheckable?: { on: Day; reason: string };
  /** Every closing with its lateness in days (0 = on time); kept through re-opening. */
  closings: { on: Day; doneOn: Day; due?: Day; daysLate: number }[];
}

type Created = Extract<AssignmentEvent, { type: 'assignment.created' }>;

function create(event: Created): AssignmentState {
  const { taskId, unitId, role, part, deadline, on } = event;
  return {
    taskId,
    unitId,
    role,
    ...(part !== undefined && { part }),
    deadline,
    createdOn: on,
    progress: 0,
    status: deadline.precision === 'recurring' ? 'recurring' : 'notStarted',
    ...(deadline.lastDay && { due: deadline.lastDay, firstDue: deadline.lastDay }),
    dueChanges: [],
    returned: [],
    reopened: [],
    redirected: [],
    closings: [],
  };
}

const daysLate = (due: Day | undefined, doneOn: Day) =>
  due === undefined ? 0 : Math.max(0, diffDays(due, doneOn));

/** A recurring duty that gets a date becomes one to complete, and the other way round. */
function statusUnder(state: AssignmentState, to: Deadline): AssignmentStatus {
  const { status } = state;
  if (to.precision === 'recurring')
    return status === 'notStarted' || status === 'inProgress' ? 'recurring' : status;
  if (status !== 'recurring') return status;
  return state.startedOn === undefined ? 'notStarted' : 'inProgress';
}

type Folds = {
  [T in AssignmentEventType]: (
    state: AssignmentState,
    event: Extract<AssignmentEvent, { type: T }>,
  ) => AssignmentState;
};

const ended = { status: 'cancelled', extension: undefined } as const;

const folds: Omit<Folds, 'assignment.created'> = {
  'assignment.started': (s, e) => ({
    ...s,
    startedOn: s.startedOn ?? e.on,
    status: s.status === 'notStarted' ? 'inProgress' : s.status,
  }),
  'assignment.reported': (s, e) => ({
    ...s,
    progress: e.progress,
    lastReportOn: e.on,
    ...(e.forecast !== undefined && { forecast: e.forecast }),
  }),
  'assignment.claimed': (s, e) => ({
    ...s,
    status: 'claimed',
    product: e.product,
    startedOn: s.startedOn ?? e.on,
    lastReportOn: e.on,
    progress: 100,
    progressBefore: s.progress,
  }),
  'assignment.progressTakenBack': (s, e) =>
    s.progressBefore === undefined ? { ...s, progress: e.progress } : { ...s, progressBefore: e.progress },
  'assignment.confirmed': (s) => ({ ...s, status: 'confirmed' }),
  'assignment.accepted': (s, e) => {
    const doneOn = s.product?.date ?? e.on;
    const closing = { on: e.on, doneOn, ...(s.due && { due: s.due }), daysLate: daysLate(s.due, doneOn) };
    return {
      ...s,
      status: 'completed',
      doneOn,
      acceptedOn: e.on,
      closings: [...s.closings, closing],
      extension: undefined,
    };
  },
  'assignment.returned': (s, e) => ({
    ...s,
    status: 'inProgress',
    product: undefined,
    progress: e.progress ?? s.progress,
    progressBefore: undefined,
    returned: [...s.returned, { on: e.on, reason: e.reason }],
  }),
  'assignment.reopened': (s, e) => ({
    ...s,
    status: s.deadline.precision === 'recurring' ? 'recurring' : 'inProgress',
    doneOn: undefined,
    acceptedOn: undefined,
    product: undefined,
    cancelled: undefined,
    uncheckable: undefined,
    progress: e.progress ?? s.progress,
    progressBefore: undefined,
    reopened: [
      ...s.reopened,
      {
        on: e.on,
        reason: e.reason,
        ...(s.doneOn && { doneOn: s.doneOn }),
        daysLate: s.doneOn ? daysLate(s.due, s.doneOn) : 0,
      },
    ],
  }),
  'assignment.cancelled': (s, e) => ({
    ...s,
    ...ended,
    cancelled: { on: e.on, reason: e.reason, ...(e.document !== undefined && { document: e.document }) },
  }),
  // A transfer is a new assignment of the other unit; this one ends and remembers where it went.
  'assignment.redirected': (s, e) => ({
    ...s,
    ...ended,
    redirected: [
      ...s.redirected,
      {
        on: e.on,
        from: s.unitId,
        to: e.toUnitId,
        reason: e.reason,
        ...(e.document !== undefined && { document: e.document }),
      },
    ],
  }),
  // Nobody could ever say whether it was done: it is no work to do, and would be overdue for ever.
  'assignment.markedUncheckable': (s, e) => ({ ...s, ...ended, uncheckable: { on: e.on, reason: e.reason } }),
  'assignment.extensionAsked': (s, e) => ({
    ...s,
    extension: {
      askedOn: e.on,
      until: e.until,
      reason: e.reason,
      ...(e.document !== undefined && { document: e.document }),
    },
  }),
  'assignment.extensionGranted': (s) => ({ ...s, extension: undefined }),
  'assignment.extensionRefused': (s) => ({ ...s, extension: undefined }),
  'assignment.dueChanged': (s, e) => {
    const to = e.to.lastDay;
    const change = {
      on: e.on,
      ...(s.due && { from: s.due }),
      ...(to && { to }),
      document: e.document,
      ...(e.reason !== undefined && { reason: e.reason }),
    };
    const firstDue = s.firstDue ?? to;
    const status = statusUnder(s, e.to);
    return {
      ...s,
      status,
      deadline: e.to,
      due: to,
      ...(firstDue && { firstDue }),
      dueChanges: [...s.dueChanges, change],
    };
  },
};

/**
 * The state after an event. Pure; never refuses what `steps.ts` would refuse, so that old streams always replay.
 * @throws Error when the stream does not begin with created, or is created twice: such a stream is broken
 */
export function evolve(state: AssignmentState | undefined, event: AssignmentEvent): AssignmentState {
  if (event.type === 'assignment.created') {
    if (state) throw new Error('an assignment is created once');
    return create(event);
  }
  if (!state) throw new Error(`${event.type} before assignment.created`);
  const fold = folds[event.type] as (s: AssignmentState, e: AssignmentEvent) => AssignmentState;
  return fold(state, event);
}

/** The state after all events, in order; undefined for none. */
export function fold(events: readonly AssignmentEvent[]): AssignmentState | undefined {
  return events.reduce<AssignmentState | undefined>(evolve, undefined);
}

const WORK: Record<AssignmentStatus, WorkState> = {
  notStarted: 'notStarted',
  inProgress: 'inProgress',
  claimed: 'submitted',
  confirmed: 'submitted',
  completed: 'completed',
  cancelled: 'cancelled',
  recurring: 'recurring',
};

/** What `timeState` needs to know of an assignment. */
export function timeFactsOf(state: AssignmentState): TimeFacts {
  const { due, firstDue, doneOn, product } = state;
  const work = WORK[state.status];
  return {
    work,
    ...(due !== undefined && { due }),
    ...(firstDue !== undefined && { firstDue }),
    ...(work === 'completed' && doneOn !== undefined && { doneOn }),
    ...(work === 'submitted' && product && { claimedOn: product.date }),
  };
}
