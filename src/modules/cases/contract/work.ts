import { z } from 'zod';

import { endpoint, id, instant } from '../../../kit/contract.ts';
import type { Text } from '../../../kit/i18n.ts';
import { badCertificate } from '../../mandates/contract.ts';
import * as problems from './problems.ts';
import { dong, outcome, shortWords, standing, unitId, values, words } from './words.ts';

const { noMandate, noPerson, notYours, stepNotOpen, stepPassed } = problems;
const usual = [stepNotOpen, noPerson, noMandate];
const timeLimit = z.object({
  value: z.number().positive().max(10_000),
  unit: z.enum(['workingHour', 'workingDay', 'hour', 'day', 'month']),
});
const optional = words.optional();

/** A step an official takes on one case: `POST /cases/:id/<path>`. */
const act = <S extends Record<string, z.ZodType>>(
  name: string,
  path: string,
  summary: Text,
  input: S,
  more: { permission?: string; problems?: (typeof stepNotOpen)[] } = {},
) =>
  endpoint({
    name: `cases.${name}`,
    method: 'POST',
    path: `/cases/:id/${path}`,
    summary,
    permission: more.permission ?? 'signedIn',
    input: { id, ...input },
    reply: standing,
    problems: [...usual, ...(more.problems ?? [])],
  });

export const point = z.object({
  field: z.string().max(100).optional(),
  component: z.string().max(100).optional(),
  reason: z.enum(['missing', 'wrong', 'incomplete', 'outOfDate', 'unreadable']),
  text: words,
  /** The database that replaces this paper lacks the datum or has it wrong: only then may the paper be asked for. */
  dataFault: z.boolean().optional(),
});

export const refuseCase = act(
  'refuse',
  'refuse',
  { vi: 'Từ chối hồ sơ', en: 'Refuse a case' },
  { reason: words, legalBasis: shortWords },
);
export const askSupplement = act(
  'askSupplement',
  'supplement-request',
  { vi: 'Yêu cầu bổ sung', en: 'Ask for a supplement' },
  { points: z.array(point).min(1).max(100), decisionNumber: shortWords.optional() },
  { problems: [problems.secondSupplement] },
);
export const advanceCase = act(
  'advance',
  'advance',
  { vi: 'Hoàn thành bước, chuyển bước sau', en: 'Finish the step and hand on' },
  {
    /** The step that is finished; if somebody was faster nothing happens twice. */
    step: shortWords,
    to: shortWords.optional(),
    toUnitId: unitId.optional(),
    personId: z.string().max(80).optional(),
    remarks: optional,
  },
  { problems: [stepPassed, notYours] },
);
export const assignCase = act(
  'assign',
  'assign',
  { vi: 'Giao hồ sơ', en: 'Assign a case' },
  { personId: z.string().min(1).max(80), remarks: optional },
  { permission: 'case.assign' },
);
export const claimCase = act('claim', 'claim', { vi: 'Nhận việc', en: 'Claim a case' }, {});
export const releaseCase = act(
  'release',
  'release',
  { vi: 'Trả lại việc', en: 'Release a case' },
  { reason: optional },
  { problems: [notYours] },
);
export const transferCase = act(
  'transfer',
  'transfer',
  { vi: 'Chuyển cơ quan giải quyết', en: 'Transfer to another unit' },
  { toUnitId: unitId, reason: words, legalBasis: shortWords },
  { problems: [problems.sameUnit] },
);
export const consultUnit = act(
  'consult',
  'consultations',
  { vi: 'Lấy ý kiến cơ quan khác', en: 'Consult another unit' },
  {
    unitId,
    question: words,
    limit: timeLimit,
    pauses: z.boolean().default(false),
    silenceConsents: z.boolean().default(false),
    basis: shortWords.optional(),
  },
  { problems: [problems.sameUnit] },
);
export const answerConsultation = act(
  'answerConsultation',
  'consultations/answer',
  { vi: 'Trả lời ý kiến', en: 'Answer a consultation' },
  { consultationId: id, answer: words, agrees: z.boolean().optional() },
  { permission: 'case.handle', problems: [problems.notConsulted] },
);
export const resumeCase = act(
  'resume',
  'resume',
  { vi: 'Kết thúc tạm dừng', en: 'End a pause' },
  { reason: z.enum(['otherAgency', 'applicantAnswer', 'forceMajeure']) },
);
export const askDuty = act(
  'askDuty',
  'duty',
  { vi: 'Yêu cầu nghĩa vụ tài chính', en: 'Ask for a financial duty' },
  {
    amount: dong,
    payBy: instant.optional(),
    pauses: z.boolean().default(true),
    reference: shortWords.optional(),
    basis: shortWords,
  },
);
export const refundCase = act(
  'refund',
  'refund',
  { vi: 'Hoàn tiền', en: 'Refund' },
  { amount: dong, reason: words },
  { permission: 'case.receive' },
);
export const apologise = act(
  'apologise',
  'apology',
  { vi: 'Xin lỗi và hẹn lại', en: 'Apologise and give a new appointment' },
  { reason: words, limit: timeLimit, basis: shortWords, decisionNumber: shortWords.optional() },
  { problems: [problems.secondApology, problems.apologyTooLate, problems.noDue] },
);
export const stopCase = act(
  'stop',
  'stop',
  { vi: 'Dừng giải quyết theo đề nghị', en: 'Stop on request' },
  { reason: words, legalBasis: shortWords },
);
export const proposeResult = act(
  'propose',
  'proposal',
  { vi: 'Trình dự thảo kết quả', en: 'Propose a result' },
  { outcome, text: words },
);
export const approveResult = act(
  'approve',
  'approval',
  { vi: 'Duyệt kết quả', en: 'Approve the result' },
  { outcome: outcome.optional(), text: optional },
  { permission: 'case.sign' },
);
export const signResult = act(
  'sign',
  'signature',
  { vi: 'Ký kết quả', en: 'Sign the result' },
  {
    step: shortWords,
    to: shortWords.optional(),
    /** Where the next step is done by a unit that works along. */
    toUnitId: unitId.optional(),
    outcome: outcome.optional(),
    remarks: optional,
    serial: shortWords.optional(),
  },
  { permission: 'case.sign', problems: [stepPassed, problems.decisionMissing, badCertificate] },
);
export const numberResult = act(
  'number',
  'number',
  { vi: 'Vào sổ, lấy số, đóng dấu', en: 'Number and seal' },
  { number: shortWords.optional(), to: shortWords.optional() },
);
export const returnResult = act(
  'return',
  'return',
  { vi: 'Trả kết quả', en: 'Hand the result over' },
  {
    how: z.enum(['handedOver', 'sent']).default('handedOver'),
    taker: shortWords,
    document: shortWords.optional(),
  },
  { permission: 'case.return' },
);
export const noteCase = act('note', 'notes', { vi: 'Ghi chú nội bộ', en: 'Internal note' }, { text: words });
export const correctCase = act(
  'correct',
  'correction',
  { vi: 'Sửa dữ liệu hồ sơ', en: 'Correct values of the case' },
  { values, reason: words },
);
export const undoStep = act(
  'undo',
  'undo',
  { vi: 'Thu hồi bước vừa làm', en: 'Take back the last step' },
  { reason: optional },
  { problems: [problems.undoOthers] },
);

const item = z.object({
  id,
  done: z.boolean(),
  handling: z.string().optional(),
  problem: z.string().optional(),
  detail: z.object({ vi: z.string(), en: z.string() }).optional(),
});
/** The same step on up to 500 cases; each is answered by itself, and one that is refused holds up no other. */
export const batchCases = endpoint({
  name: 'cases.batch',
  method: 'POST',
  path: '/cases/batch',
  summary: { vi: 'Làm một bước cho nhiều hồ sơ', en: 'Take one step on many cases' },
  permission: 'signedIn',
  input: {
    ids: z.array(id).min(1).max(500),
    do: z.enum(['assign', 'claim', 'sign', 'return', 'number']),
    personId: z.string().max(80).optional(),
    outcome: outcome.optional(),
    taker: shortWords.optional(),
    /** The certificate of the signatures, where the unit signs with certificates. */
    serial: shortWords.optional(),
  },
  reply: z.object({ items: z.array(item) }),
});

export const receivePayment = endpoint({
  name: 'cases.receivePayment',
  method: 'POST',
  path: '/cases/payments',
  summary: { vi: 'Ghi nhận chứng từ nộp tiền', en: 'Record a payment receipt' },
  permission: 'case.receive',
  input: {
    code: z.string().min(6).max(80),
    receiptId: z.string().min(1).max(100),
    amount: dong,
    paidAt: instant,
    gateway: z.string().min(1).max(60),
  },
  reply: z.object({
    result: z.enum(['full', 'partial', 'wrongSum', 'duplicate', 'extra', 'late']),
    payment: z.string(),
    handling: z.string(),
    rest: dong,
  }),
});
