import type { StepRole } from '../../mandates/contract.ts';
import type { CaseState, Handling } from './model.ts';

/** Everything that can be done to a case. The buttons of a person are the ones open to him. */
export const caseSteps = [
  'accept',
  'refuse',
  'askSupplement',
  'answerSupplement',
  'receivePaper',
  'advance',
  'assign',
  'claim',
  'release',
  'transfer',
  'consult',
  'answerConsultation',
  'askDuty',
  'pay',
  'refund',
  'resume',
  'apologise',
  'askStop',
  'stop',
  'withdraw',
  'propose',
  'approve',
  'sign',
  'number',
  'return',
  'revoke',
  'replace',
  'rate',
  'note',
  'message',
  'correct',
  'undo',
] as const;
export type CaseStep = (typeof caseSteps)[number];

const working: readonly Handling[] = ['received', 'handling'];
const before: readonly Handling[] = ['submitted', 'received', 'handling'];
const running: readonly Handling[] = ['received', 'handling', 'supplementAsked', 'awaitingDuty'];
const open: readonly Handling[] = ['submitted', ...running];
const any: readonly Handling[] = [
  ...open,
  'refused',
  'stopped',
  'withdrawn',
  'finished',
  'returned',
  'closedNoSupplement',
];

/** State × step: where a step is open at all. */
const table: Record<CaseStep, readonly Handling[]> = {
  accept: ['submitted'],
  refuse: before,
  askSupplement: before,
  answerSupplement: ['supplementAsked'],
  receivePaper: open,
  advance: working,
  assign: open,
  claim: running,
  release: running,
  transfer: running,
  consult: working,
  answerConsultation: running,
  askDuty: [...working, 'awaitingDuty'],
  pay: any,
  refund: any,
  resume: ['handling', 'awaitingDuty'],
  apologise: working,
  askStop: open,
  stop: running,
  withdraw: open,
  propose: working,
  approve: working,
  sign: working,
  number: ['handling', 'finished'],
  return: ['finished'],
  revoke: ['finished', 'returned'],
  replace: ['finished', 'returned'],
  rate: ['refused', 'stopped', 'finished', 'returned', 'closedNoSupplement'],
  note: any,
  message: any,
  correct: open,
  undo: [...working, 'awaitingDuty', 'finished'],
};

/** The roles of a plan's step in which each step is taken; the others follow from the state alone. */
const atRole: Partial<Record<CaseStep, readonly StepRole[]>> = {
  advance: ['receive', 'assign', 'appraise', 'check', 'consult', 'collect'],
  propose: ['appraise', 'check'],
  approve: ['sign'],
  sign: ['sign'],
};

/** A draft lies with the applicant: nothing is decided before he or silence has answered. */
const withApplicant = (state: CaseState): boolean =>
  state.draft !== undefined && state.draft.answeredAt === undefined;

/** The step itself is the applicant's answer: it is finished by that, by silence, or by an official who says it is over. */
const awaitsAnswer = (state: CaseState): boolean =>
  state.step?.waitsFor === 'applicantAnswer' &&
  state.pauses.some((p) => !p.to && p.reason === 'applicantAnswer');

const decided = (state: CaseState): boolean =>
  state.decision?.approvedAt !== undefined || state.decision?.signedAt !== undefined;

/** A result is out and holds: its number was given, and no decision has ended it. */
const holdsResult = ({ decision }: CaseState): boolean =>
  decision?.number !== undefined && decision.signedAt !== undefined && !decision.revoked;

/** What a state asks for beyond the table: a decision, a wait, somebody who works on it. */
const also: Partial<Record<CaseStep, (state: CaseState) => boolean>> = {
  receivePaper: (s) => s.promised !== undefined,
  advance: (s) => !awaitsAnswer(s),
  claim: (s) => s.personId === undefined,
  release: (s) => s.personId !== undefined,
  answerConsultation: (s) => s.consultations.some((c) => !c.answeredAt),
  stop: (s) => !decided(s),
  withdraw: (s) => !decided(s),
  askStop: (s) => !decided(s) && !s.stopAskedAt,
  refuse: (s) => !decided(s),
  refund: (s) => s.receipts.some((r) => r.result !== 'duplicate') && s.payment !== 'refunded',
  resume: (s) => s.pauses.some((p) => !p.to && p.reason !== 'supplement' && p.reason !== 'financialDuty'),
  // A step of the plan may wait for a duty whose sum is not known yet.
  askDuty: (s) => s.handling !== 'awaitingDuty' || !s.duty?.pauses,
  propose: (s) => !withApplicant(s),
  approve: (s) => !decided(s) && !withApplicant(s),
  sign: (s) => !withApplicant(s),
  number: (s) => s.decision?.signedAt !== undefined && s.decision.number === undefined,
  return: (s) => !s.decision?.revoked,
  revoke: holdsResult,
  replace: holdsResult,
  rate: (s) => s.rating === undefined,
  undo: (s) => s.undo !== undefined,
};

/** Whether a step is open to anybody; rights and mandates are asked apart. */
export function isStepOpen(state: CaseState, step: CaseStep): boolean {
  if (!table[step].includes(state.handling)) return false;
  const roles = atRole[step];
  if (roles && !(state.step && roles.includes(state.step.role))) return false;
  return also[step]?.(state) ?? true;
}

/** The steps open in a state, in the order of the list. */
export const openSteps = (state: CaseState): CaseStep[] => caseSteps.filter((s) => isStepOpen(state, s));

/** Who takes a step, and for which unit: `at` has to act now; `seen` is any unit for which one may see the case. */
export interface Need {
  who: 'official' | 'applicant' | 'anybody';
  permission: string;
  unit: 'at' | 'reception' | 'consulted' | 'decision' | 'seen';
  /** The role for which a mandate is proved; `ofStep` is that of the plan's step. */
  role?: StepRole | 'ofStep';
}

const permissionOfRole: Record<StepRole, string> = {
  receive: 'case.receive',
  assign: 'case.assign',
  appraise: 'case.handle',
  check: 'case.handle',
  sign: 'case.sign',
  issue: 'case.handle',
  return: 'case.return',
  collect: 'case.receive',
  consult: 'case.handle',
};

const needs: Record<CaseStep, Need> = {
  accept: { who: 'official', permission: 'case.receive', unit: 'reception', role: 'receive' },
  refuse: { who: 'official', permission: '', unit: 'at', role: 'ofStep' },
  askSupplement: { who: 'official', permission: '', unit: 'at', role: 'ofStep' },
  answerSupplement: { who: 'anybody', permission: 'case.receive', unit: 'reception', role: 'receive' },
  receivePaper: { who: 'official', permission: 'case.receive', unit: 'reception', role: 'receive' },
  advance: { who: 'official', permission: '', unit: 'at', role: 'ofStep' },
  assign: { who: 'official', permission: 'case.assign', unit: 'at' },
  claim: { who: 'official', permission: '', unit: 'at', role: 'ofStep' },
  release: { who: 'official', permission: '', unit: 'at' },
  transfer: { who: 'official', permission: '', unit: 'at', role: 'ofStep' },
  consult: { who: 'official', permission: '', unit: 'at', role: 'ofStep' },
  answerConsultation: { who: 'official', permission: 'case.handle', unit: 'consulted', role: 'consult' },
  askDuty: { who: 'official', permission: '', unit: 'at', role: 'ofStep' },
  pay: { who: 'official', permission: 'case.receive', unit: 'reception' },
  refund: { who: 'official', permission: 'case.receive', unit: 'reception' },
  resume: { who: 'official', permission: '', unit: 'at', role: 'ofStep' },
  apologise: { who: 'official', permission: '', unit: 'at', role: 'ofStep' },
  askStop: { who: 'anybody', permission: 'case.receive', unit: 'reception', role: 'receive' },
  stop: { who: 'official', permission: '', unit: 'at', role: 'ofStep' },
  withdraw: { who: 'anybody', permission: 'case.receive', unit: 'reception', role: 'receive' },
  propose: { who: 'official', permission: '', unit: 'at', role: 'ofStep' },
  approve: { who: 'official', permission: 'case.sign', unit: 'at', role: 'sign' },
  sign: { who: 'official', permission: 'case.sign', unit: 'at', role: 'sign' },
  number: { who: 'official', permission: '', unit: 'at', role: 'issue' },
  return: { who: 'official', permission: 'case.return', unit: 'at', role: 'return' },
  revoke: { who: 'official', permission: 'case.sign', unit: 'decision', role: 'sign' },
  replace: { who: 'official', permission: 'case.sign', unit: 'decision', role: 'sign' },
  rate: { who: 'applicant', permission: '', unit: 'reception' },
  note: { who: 'official', permission: 'case.view', unit: 'seen' },
  message: { who: 'anybody', permission: 'case.view', unit: 'seen' },
  correct: { who: 'official', permission: '', unit: 'at', role: 'ofStep' },
  undo: { who: 'official', permission: 'case.view', unit: 'seen' },
};

/** What a step asks of the person in this state: permission, unit and role, with the plan's step filled in. */
export function needOf(step: CaseStep, state: CaseState): Need & { role?: StepRole } {
  const need = needs[step];
  const role = need.role === 'ofStep' ? (state.step?.role ?? 'receive') : need.role;
  const permission =
    need.permission || permissionOfRole[state.step?.role ?? (state.receivedAt ? 'return' : 'receive')];
  return { who: need.who, unit: need.unit, permission, ...(role && { role }) };
}
