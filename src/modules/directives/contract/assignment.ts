import { z } from 'zod';

import { classification, cursor, day, endpoint, id, instant, limit, pageOf } from '../../../kit/contract.ts';
import {
  deadline,
  product,
  role,
  shortText,
  standing,
  stepRefused,
  time,
  unitId,
  unitRef,
  work,
} from './words.ts';

export const step = z.enum([
  'report',
  'claim',
  'confirm',
  'accept',
  'return',
  'reopen',
  'cancel',
  'redirect',
  'markUncheckable',
  'changeDue',
  'askExtension',
  'grantExtension',
  'refuseExtension',
  'unlock',
  'raise',
]);

export const assignmentItem = z.object({
  id,
  taskId: id,
  directiveId: id,
  directiveNumber: z.string(),
  ref: z.string(),
  kind: z.enum(['task', 'target']),
  titleVi: z.string(),
  titleEn: z.string(),
  productVi: z.string(),
  part: z.string(),
  role,
  /** The unit named in the document, and who holds it today where that is another. */
  unit: unitRef,
  via: z.string().optional(),
  standing,
  progress: z.number().int(),
  lastReportOn: day.optional(),
  deadlineText: z.string(),
});

export const listAssignments = endpoint({
  name: 'directives.assignments',
  method: 'GET',
  path: '/assignments',
  summary: {
    vi: 'Danh sách giao việc: việc phải làm, việc quá hạn',
    en: 'Assignments: what is owed, what is late',
  },
  permission: 'public',
  input: {
    q: z.string().max(200).optional(),
    /** Assignments that this unit holds on the day, those of its predecessors included. */
    unitId: unitId.optional(),
    /** The unit alone, or with all below it. */
    subtree: z.boolean().default(false),
    directiveId: id.optional(),
    taskId: id.optional(),
    role: role.optional(),
    work: z.union([work, z.literal('open')]).optional(),
    time: time.optional(),
    kind: z.enum(['task', 'target']).optional(),
    dueFrom: day.optional(),
    dueTo: day.optional(),
    cursor,
    limit,
  },
  reply: pageOf(assignmentItem),
});

const historyLine = z.object({
  at: instant,
  kind: z.string(),
  /** The person's name; blank for what the system entered. */
  by: z.string(),
  on: day.optional(),
  detail: z.record(z.string(), z.unknown()),
});

export const getAssignment = endpoint({
  name: 'directives.assignment',
  method: 'GET',
  path: '/assignments/:id',
  summary: { vi: 'Một giao việc với lịch sử', en: 'One assignment with its history' },
  permission: 'public',
  input: { id },
  reply: assignmentItem.extend({
    classification,
    assignedOn: day,
    deadline,
    dueChanges: z.array(
      z.object({
        on: day,
        from: day.optional(),
        to: day.optional(),
        document: z.string(),
        reason: z.string().optional(),
      }),
    ),
    product: product.partial().optional(),
    extension: z
      .object({ askedOn: day, until: day, reason: z.string(), document: z.string().optional() })
      .optional(),
    closings: z.array(z.object({ on: day, doneOn: day, due: day.optional(), daysLate: z.number().int() })),
    explanation: z.array(z.object({ vi: z.string(), en: z.string() })),
    history: z.array(historyLine),
    /** The steps open to the one who asks: the buttons of the screen. */
    steps: z.array(step),
    holders: z.array(z.object({ id: z.string(), name: z.string() })),
    /** Set when the duties of the unit were divided and no rule says who has this one. */
    holderUnsettled: z.boolean(),
  }),
});

export const assignUnits = endpoint({
  name: 'directives.assignments.add',
  method: 'POST',
  path: '/tasks/:taskId/assignments',
  summary: { vi: 'Giao thêm cho đơn vị', en: 'Assign a task to further units' },
  permission: 'task.assign',
  input: {
    taskId: id,
    unitIds: z.array(unitId).min(1).max(4000),
    role: role.default('lead'),
    part: z.string().max(1000).default(''),
    deadlineText: z.string().max(300).optional(),
  },
  reply: z.object({ assignments: z.number().int() }),
});

const stepEndpoint = <S extends Record<string, z.ZodType>>(
  name: string,
  permission: string,
  summary: { vi: string; en: string },
  input: S,
) =>
  endpoint({
    name: `directives.assignments.${name}`,
    method: 'POST',
    path: `/assignments/:id/${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`,
    summary,
    permission,
    input: { id, ...input },
    reply: z.object({ standing, steps: z.array(step) }),
    problems: [stepRefused],
  });

const document = z.string().trim().max(300).optional();
export const confirmClaim = stepEndpoint(
  'confirm',
  'report.confirm',
  { vi: 'Lãnh đạo đơn vị xác nhận', en: 'The head of the unit confirms' },
  {},
);
export const acceptClaim = stepEndpoint(
  'accept',
  'report.accept',
  { vi: 'Cơ quan thường trực chấp nhận', en: 'The standing office accepts' },
  {},
);
export const returnClaim = stepEndpoint(
  'return',
  'report.accept',
  { vi: 'Trả lại kèm lý do', en: 'Return with the reason' },
  { reason: shortText },
);
export const reopen = stepEndpoint(
  'reopen',
  'report.accept',
  { vi: 'Mở lại', en: 'Re-open' },
  { reason: shortText },
);
export const cancelAssignment = stepEndpoint(
  'cancel',
  'task.cancel',
  { vi: 'Thôi giao', en: 'Cancel the assignment' },
  { reason: shortText, document },
);
export const redirectAssignment = stepEndpoint(
  'redirect',
  'task.assign',
  { vi: 'Chuyển cho đơn vị khác', en: 'Redirect to another unit' },
  { toUnitId: unitId, reason: shortText, document },
);
export const changeDue = stepEndpoint(
  'changeDue',
  'task.assign',
  { vi: 'Thay đổi thời hạn theo văn bản', en: 'Change the deadline by a document' },
  {
    deadlineText: z.string().trim().min(1).max(300),
    document: shortText,
    reason: z.string().max(1000).optional(),
  },
);
export const askExtension = stepEndpoint(
  'askExtension',
  'extension.ask',
  { vi: 'Xin gia hạn', en: 'Ask for an extension' },
  { until: day, reason: shortText, document },
);
export const grantExtension = stepEndpoint(
  'grantExtension',
  'extension.decide',
  { vi: 'Cho gia hạn theo văn bản', en: 'Grant the extension by a document' },
  { until: day.optional(), document: shortText },
);
export const refuseExtension = stepEndpoint(
  'refuseExtension',
  'extension.decide',
  { vi: 'Không cho gia hạn', en: 'Refuse the extension' },
  { reason: shortText },
);
export const markUncheckable = stepEndpoint(
  'markUncheckable',
  'task.cancel',
  { vi: 'Ghi nhận không kiểm đếm được', en: 'Mark as not checkable' },
  { reason: shortText },
);
