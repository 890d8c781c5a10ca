import type { Endpoint } from '../../../../kit/contract.ts';
import type { PageContext } from '../../../../kit/page.ts';
import * as contract from '../../contract.ts';

/** The steps that are forms of the case page, those of the daily work first. */
export const mainSteps = [
  'accept',
  'claim',
  'advance',
  'propose',
  'approve',
  'sign',
  'number',
  'return',
  'answerSupplement',
  'answerConsultation',
  'askSupplement',
] as const;
export const moreSteps = [
  'assign',
  'release',
  'consult',
  'resume',
  'askDuty',
  'pay',
  'refund',
  'apologise',
  'refuse',
  'stop',
  'askStop',
  'withdraw',
  'transfer',
  'correct',
  'replace',
  'revoke',
  'message',
  'note',
  'undo',
] as const;
export const formSteps = [...mainSteps, ...moreSteps];
export type FormStep = (typeof formSteps)[number];

export const endpoints: Record<FormStep, Endpoint> = {
  accept: contract.acceptCase,
  claim: contract.claimCase,
  advance: contract.advanceCase,
  propose: contract.proposeResult,
  approve: contract.approveResult,
  sign: contract.signResult,
  number: contract.numberResult,
  return: contract.returnResult,
  answerSupplement: contract.answerSupplement,
  answerConsultation: contract.answerConsultation,
  askSupplement: contract.askSupplement,
  assign: contract.assignCase,
  release: contract.releaseCase,
  consult: contract.consultUnit,
  resume: contract.resumeCase,
  askDuty: contract.askDuty,
  pay: contract.receivePayment,
  refund: contract.refundCase,
  apologise: contract.apologise,
  refuse: contract.refuseCase,
  stop: contract.stopCase,
  askStop: contract.askStop,
  withdraw: contract.withdrawCase,
  transfer: contract.transferCase,
  correct: contract.correctCase,
  replace: contract.replaceResult,
  revoke: contract.revokeResult,
  message: contract.sendMessage,
  note: contract.noteCase,
  undo: contract.undoStep,
};

/** The controls of a form; each name has one look (`step-fields.tsx`). */
export type Ask =
  | 'to'
  | 'takerPerson'
  | 'toUnitId'
  | 'coordinator'
  | 'unitId'
  | 'remarks'
  | 'outcome'
  | 'outcomeOptional'
  | 'text'
  | 'textOptional'
  | 'serial'
  | 'number'
  | 'how'
  | 'taker'
  | 'document'
  | 'reason'
  | 'reasonOptional'
  | 'legalBasis'
  | 'decisionNumber'
  | 'ruling'
  | 'points'
  | 'papers'
  | 'personId'
  | 'question'
  | 'answer'
  | 'agrees'
  | 'consultationId'
  | 'limit'
  | 'pauses'
  | 'silence'
  | 'basis'
  | 'basisOptional'
  | 'pauseReason'
  | 'amount'
  | 'reference'
  | 'receiptId'
  | 'gateway'
  | 'correction';

/** What each step asks for, in the order of the form. */
export const asks: Record<FormStep, readonly Ask[]> = {
  accept: [],
  claim: [],
  advance: ['to', 'takerPerson', 'coordinator', 'remarks'],
  propose: ['outcome', 'text'],
  approve: ['outcomeOptional', 'textOptional'],
  sign: ['outcomeOptional', 'to', 'remarks', 'serial'],
  number: ['number', 'to'],
  return: ['how', 'taker', 'document'],
  answerSupplement: ['papers'],
  answerConsultation: ['consultationId', 'answer', 'agrees'],
  askSupplement: ['points', 'decisionNumber'],
  assign: ['personId', 'remarks'],
  release: ['reasonOptional'],
  consult: ['unitId', 'question', 'limit', 'pauses', 'silence', 'basisOptional'],
  resume: ['pauseReason'],
  askDuty: ['amount', 'basis', 'reference', 'pauses'],
  pay: ['amount', 'receiptId', 'gateway'],
  refund: ['amount', 'reason'],
  apologise: ['reason', 'limit', 'basis', 'decisionNumber'],
  refuse: ['reason', 'legalBasis'],
  stop: ['reason', 'legalBasis'],
  askStop: ['reason'],
  withdraw: ['reason'],
  transfer: ['toUnitId', 'reason', 'legalBasis'],
  correct: ['correction', 'reason'],
  replace: ['ruling', 'reason', 'legalBasis', 'correction', 'textOptional'],
  revoke: ['ruling', 'reason', 'legalBasis'],
  message: ['text'],
  note: ['text'],
  undo: ['reasonOptional'],
};
export const danger: ReadonlySet<FormStep> = new Set(['refuse', 'stop', 'withdraw', 'revoke', 'undo']);

type Sent = Record<string, unknown>;
const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Rows of points: those without a text were not meant; what a point is about comes as `field:x` or `component:x`. */
function pointsOf(fields: Sent): Sent[] {
  const rows: Sent[] = [];
  for (let i = 0; typeof fields[`points.${i}.text`] === 'string'; i++) {
    const text = textIn(fields[`points.${i}.text`]).trim();
    if (text === '' && i > 0) continue;
    const [what, key] = textIn(fields[`points.${i}.about`]).split(':');
    rows.push({
      text,
      reason: fields[`points.${i}.reason`],
      ...(key && { [what === 'field' ? 'field' : 'component']: key }),
      ...(fields[`points.${i}.dataFault`] === 'true' && { dataFault: 'true' }),
    });
  }
  return rows;
}

/** Papers of a supplement that were ticked. */
function papersOf(fields: Sent): Sent[] {
  return Object.keys(fields).flatMap((name) => {
    const key = /^got\.(.+)$/.exec(name)?.[1];
    return key
      ? [{ component: key, form: fields[`as.${key}`] ?? 'original', count: fields[`count.${key}`] ?? '1' }]
      : [];
  });
}

/** What the fields of a step's form say to its endpoint. */
export function inputOf(step: FormStep, fields: Sent, p: PageContext): Sent {
  const id = p.params['id'];
  const ticked = (name: string) => (fields[name] === 'true' ? 'true' : 'false');
  switch (step) {
    case 'pay':
      return { ...fields, paidAt: p.now.toISOString() };
    case 'askSupplement':
      return { id, decisionNumber: fields['decisionNumber'], points: pointsOf(fields) };
    case 'answerSupplement':
      return { id, components: papersOf(fields) };
    case 'askDuty':
      return { ...fields, id, pauses: ticked('pauses') };
    case 'correct':
      return { id, reason: fields['reason'], values: { [textIn(fields['field'])]: fields['value'] } };
    case 'replace': {
      const { field, value, ...rest } = fields;
      const values = textIn(field) && textIn(value) ? { [textIn(field)]: value } : {};
      return { ...rest, id, values };
    }
    default:
      return { ...fields, id };
  }
}
