/** Which steps an assignment can take, by whom, and the events a step makes or the reason it is refused. */
import { type Day, isDay } from '../../../kit/day.ts';
import type { AssignmentEvent, AssignmentState, AssignmentStatus, Product } from './assignment.ts';
import { type Deadline, parseDeadline } from './deadline.ts';

export type Step =
  | 'report'
  | 'claim'
  | 'confirm'
  | 'accept'
  | 'return'
  | 'reopen'
  | 'cancel'
  | 'redirect'
  | 'markUncheckable'
  | 'changeDue'
  | 'askExtension'
  | 'grantExtension'
  | 'refuseExtension';

/** Per directive: does the unit's leader confirm, does the standing office accept. Neither: a claim completes at once. */
export interface StepConfig {
  confirm: boolean;
  accept: boolean;
}

const OPEN_CARE = {
  cancel: 'cancelled',
  redirect: 'cancelled',
  markUncheckable: 'cancelled',
  changeDue: 'same',
  askExtension: 'same',
  grantExtension: 'same',
  refuseExtension: 'same',
} as const;

/** status × step → status ('same' stays); what is not there is refused. `confirm` and `accept` also obey the config. */
export const steps: Record<AssignmentStatus, Partial<Record<Step, AssignmentStatus | 'same'>>> = {
  notStarted: { report: 'inProgress', claim: 'claimed', ...OPEN_CARE },
  inProgress: { report: 'inProgress', claim: 'claimed', ...OPEN_CARE },
  claimed: { confirm: 'confirmed', accept: 'completed', return: 'inProgress', ...OPEN_CARE },
  confirmed: { accept: 'completed', return: 'inProgress', ...OPEN_CARE },
  completed: { reopen: 'inProgress' },
  cancelled: { reopen: 'inProgress' },
  recurring: {
    report: 'recurring',
    cancel: 'cancelled',
    redirect: 'cancelled',
    markUncheckable: 'cancelled',
    changeDue: 'same',
  },
};

/** The steps open in a state, in the order of the table. */
export function stepsOpen(state: AssignmentState, config: StepConfig): Step[] {
  const open = Object.keys(steps[state.status]) as Step[];
  return open.filter((step) => {
    if (step === 'confirm') return config.confirm;
    if (step === 'accept') return config.accept && (state.status === 'confirmed' || !config.confirm);
    if (step === 'askExtension') return state.due !== undefined && !state.extension;
    if (step === 'grantExtension' || step === 'refuseExtension') return state.extension !== undefined;
    return true;
  });
}

export type Command =
  | { step: 'report'; progress: number; period?: string; forecast?: Day }
  | { step: 'claim'; product: Product }
  | { step: 'confirm' }
  | { step: 'accept' }
  | { step: 'return'; reason: string }
  | { step: 'reopen'; reason: string }
  | { step: 'markUncheckable'; reason: string }
  | { step: 'cancel'; reason: string; document?: string }
  | { step: 'redirect'; toUnitId: string; reason: string; document?: string }
  | { step: 'changeDue'; to: Deadline; document: string; reason?: string }
  | { step: 'askExtension'; until: Day; reason: string; document?: string }
  | { step: 'grantExtension'; until?: Day; document: string }
  | { step: 'refuseExtension'; reason: string };

export type Refusal =
  | 'stepNotOpen'
  | 'reasonMissing'
  | 'documentMissing'
  | 'productMissing'
  | 'productDateBad'
  | 'productDateInFuture'
  | 'progressOutOfRange'
  | 'dayBad'
  | 'extensionNotLater'
  | 'sameUnit'
  | 'deadlineNotUnderstood';

export type Decision = { events: AssignmentEvent[] } | { refused: Refusal };

const empty = (text: string | undefined) => !text || text.trim() === '';

/**
 * The events a command makes, or why it is refused. Apply the events with `evolve`, in order.
 * @param on the day of the step, in Việt Nam
 */
export function decide(state: AssignmentState, command: Command, config: StepConfig, on: Day): Decision {
  if (!stepsOpen(state, config).includes(command.step)) return { refused: 'stepNotOpen' };
  const refused = fault(state, command, on);
  return refused ? { refused } : { events: eventsOf(state, command, config, on) };
}

function fault(state: AssignmentState, command: Command, on: Day): Refusal | undefined {
  if ('reason' in command && command.step !== 'changeDue' && empty(command.reason)) return 'reasonMissing';
  switch (command.step) {
    case 'report':
      if (command.forecast !== undefined && !isDay(command.forecast)) return 'dayBad';
      return command.progress >= 0 && command.progress <= 100 ? undefined : 'progressOutOfRange';
    case 'claim':
      return productFault(command.product, on);
    case 'redirect':
      return command.toUnitId === state.unitId ? 'sameUnit' : undefined;
    case 'changeDue':
      if (empty(command.document)) return 'documentMissing';
      return command.to.understood ? undefined : 'deadlineNotUnderstood';
    case 'askExtension':
      return untilFault(state, command.until);
    case 'grantExtension':
      if (empty(command.document)) return 'documentMissing';
      return command.until === undefined ? undefined : untilFault(state, command.until);
    default:
      return undefined;
  }
}

function productFault(product: Product, on: Day): Refusal | undefined {
  if (empty(product.number) && empty(product.fileId) && empty(product.link)) return 'productMissing';
  if (!isDay(product.date)) return 'productDateBad';
  return product.date > on ? 'productDateInFuture' : undefined;
}

function untilFault(state: AssignmentState, until: Day): Refusal | undefined {
  if (!isDay(until)) return 'dayBad';
  return state.due !== undefined && until <= state.due ? 'extensionNotLater' : undefined;
}

/** The progress that stands again once the claim does not. */
const before = ({ progressBefore }: AssignmentState): { progress?: number } =>
  progressBefore === undefined ? {} : { progress: progressBefore };

function eventsOf(state: AssignmentState, command: Command, config: StepConfig, on: Day): AssignmentEvent[] {
  switch (command.step) {
    case 'report': {
      const { step: _, ...payload } = command;
      const reported: AssignmentEvent = { type: 'assignment.reported', on, ...payload };
      return state.startedOn === undefined ? [{ type: 'assignment.started', on }, reported] : [reported];
    }
    case 'claim': {
      const claimed: AssignmentEvent = { type: 'assignment.claimed', on, product: command.product };
      return config.confirm || config.accept
        ? [claimed]
        : [claimed, { type: 'assignment.accepted', on, automatic: true }];
    }
    case 'confirm': {
      const confirmed: AssignmentEvent = { type: 'assignment.confirmed', on };
      return config.accept ? [confirmed] : [confirmed, { type: 'assignment.accepted', on, automatic: true }];
    }
    case 'accept':
      return [{ type: 'assignment.accepted', on }];
    case 'return':
      return [{ type: 'assignment.returned', on, reason: command.reason, ...before(state) }];
    case 'reopen':
      return [{ type: 'assignment.reopened', on, reason: command.reason, ...before(state) }];
    case 'markUncheckable':
      return [{ type: 'assignment.markedUncheckable', on, reason: command.reason }];
    default:
      return paperEvents(state, command, on);
  }
}

type PaperCommand = Extract<
  Command,
  { step: 'cancel' | 'redirect' | 'changeDue' | 'askExtension' | 'grantExtension' | 'refuseExtension' }
>;

function paperEvents(state: AssignmentState, command: PaperCommand, on: Day): AssignmentEvent[] {
  switch (command.step) {
    case 'cancel': {
      const { step: _, ...payload } = command;
      return [{ type: 'assignment.cancelled', on, ...payload }];
    }
    case 'redirect': {
      const { step: _, ...payload } = command;
      return [{ type: 'assignment.redirected', on, ...payload }];
    }
    case 'askExtension': {
      const { step: _, ...payload } = command;
      return [{ type: 'assignment.extensionAsked', on, ...payload }];
    }
    case 'refuseExtension':
      return [{ type: 'assignment.extensionRefused', on, reason: command.reason }];
    case 'changeDue':
      return [changed(state, command.to, command.document, on, command.reason)];
    case 'grantExtension': {
      const until = command.until ?? state.extension?.until ?? on;
      const to = parseDeadline(until);
      return [
        { type: 'assignment.extensionGranted', on, until, document: command.document },
        changed(state, to, command.document, on, state.extension?.reason),
      ];
    }
  }
}

function changed(
  state: AssignmentState,
  to: Deadline,
  document: string,
  on: Day,
  reason?: string,
): AssignmentEvent {
  return {
    type: 'assignment.dueChanged',
    on,
    ...(state.due && { from: state.due }),
    to,
    document,
    ...(reason && { reason }),
  };
}
