import { z } from 'zod';

import { classification, cursor, day, endpoint, id, limit, pageOf } from '../../../kit/contract.ts';
import {
  alreadyThere,
  deadline,
  leadUnknown,
  role,
  shortText,
  standing,
  text,
  time,
  unitId,
  unitRef,
  work,
} from './words.ts';

export const target = z.looseObject({
  value: z.string().optional(),
  valueTo: z.string().optional(),
  unit: z.string().default(''),
  comparator: z.enum([
    'atLeast',
    'moreThan',
    'atMost',
    'lessThan',
    'equal',
    'rank',
    'range',
    'growthPerYear',
    'qualitative',
  ]),
  direction: z.enum(['higher', 'lower']).default('higher'),
  base: z.object({ year: z.number().int(), value: z.string() }).optional(),
  trajectory: z.array(z.object({ period: z.string(), expected: z.string() })).default([]),
  measure: z.enum(['cumulative', 'inPeriod']).default('cumulative'),
  hasRatio: z.boolean().default(false),
});

const assignmentBrief = z.object({
  id,
  unit: unitRef,
  role,
  via: z.string().optional(),
  part: z.string(),
  standing,
  progress: z.number().int(),
});

export const taskItem = z.object({
  id,
  directiveId: id,
  directiveNumber: z.string(),
  ref: z.string(),
  kind: z.enum(['task', 'target']),
  number: z.string(),
  sectionCode: z.string().optional(),
  titleVi: z.string(),
  titleEn: z.string(),
  productVi: z.string(),
  leadText: z.string(),
  deadlineText: z.string(),
  standing,
  /** Assignments to leading units, and how many of them are completed. */
  leads: z.number().int(),
  leadsDone: z.number().int(),
  /** How many directives assign it (1 is usual). */
  duties: z.number().int(),
});

export const listTasks = endpoint({
  name: 'directives.tasks',
  method: 'GET',
  path: '/tasks',
  summary: { vi: 'Tìm nhiệm vụ, chỉ tiêu', en: 'Search tasks and targets' },
  permission: 'public',
  input: {
    q: z.string().max(200).optional(),
    directiveId: id.optional(),
    kind: z.enum(['task', 'target']).optional(),
    work: work.optional(),
    time: time.optional(),
    /** Tasks with an assignment that this unit holds today (successors included). */
    unitId: unitId.optional(),
    /** document: in the order of the appendix; due: first due first. */
    sort: z.enum(['document', 'due']).default('document'),
    cursor,
    limit,
  },
  reply: pageOf(taskItem),
});

export const getTask = endpoint({
  name: 'directives.task',
  method: 'GET',
  path: '/tasks/:id',
  summary: { vi: 'Một nhiệm vụ hoặc chỉ tiêu', en: 'One task or target' },
  permission: 'public',
  input: { id, asOf: day.optional() },
  reply: taskItem.extend({
    asOf: day,
    field: z.string().optional(),
    classification,
    coordinatingText: z.string(),
    deadline,
    target: target.optional(),
    note: z.string(),
    sourceUrl: z.string().optional(),
    sameAs: z.object({ id, ref: z.string(), titleVi: z.string() }).optional(),
    duplicates: z.array(z.object({ id, ref: z.string(), titleVi: z.string(), directiveNumber: z.string() })),
    parents: z.array(z.object({ id, ref: z.string(), titleVi: z.string(), directiveNumber: z.string() })),
    children: z.array(
      z.object({ id, ref: z.string(), titleVi: z.string(), directiveNumber: z.string(), work }),
    ),
    dutyList: z.array(
      z.object({
        directiveId: id,
        number: z.string(),
        ref: z.string(),
        assignedOn: day,
        deadlineText: z.string(),
        due: day.optional(),
        note: z.string(),
      }),
    ),
    assignments: z.array(assignmentBrief),
    /** The deadline explained line by line, the same words for everybody. */
    explanation: z.array(z.object({ vi: z.string(), en: z.string() })),
    observations: z.array(
      z.object({
        period: z.string(),
        unitName: z.string(),
        value: z.string().optional(),
        numerator: z.number().optional(),
        denominator: z.number().optional(),
        judged: z.string(),
      }),
    ),
    mayEdit: z.boolean(),
  }),
});

const newTask = {
  ref: z.string().trim().min(1).max(60),
  kind: z.enum(['task', 'target']).default('task'),
  number: z.string().trim().max(20).default(''),
  sectionCode: z.string().max(60).optional(),
  titleVi: text,
  titleEn: z.string().trim().max(4000).default(''),
  productVi: z.string().trim().max(2000).default(''),
  field: z.string().trim().max(60).optional(),
  classification: classification.optional(),
  /** Lead and coordinating agencies as printed: names, several names, or a collective such as “các bộ, ngành, địa phương”. */
  leadText: z.string().trim().max(2000).default(''),
  coordinatingText: z.string().trim().max(2000).default(''),
  /** Units chosen by hand instead of, or in addition to, the printed text. */
  leadUnitIds: z.array(unitId).max(4000).default([]),
  coordinatingUnitIds: z.array(unitId).max(4000).default([]),
  deadlineText: z.string().trim().max(300).default(''),
  /** The deadline already read, where a file says more than its printed text; otherwise it is read from the text. */
  deadline: deadline.extend({ understood: z.literal(true) }).optional(),
  target: target.optional(),
  parentIds: z.array(id).max(20).default([]),
  sourceUrl: z.string().max(2000).optional(),
  note: z.string().max(4000).default(''),
  /** When true, names that no unit bears stay as printed text and the task has no assignment for them. */
  keepUnknown: z.boolean().default(false),
};

const fanOut = z.object({
  id,
  assignments: z.number().int(),
  /** Parts of the printed text that no unit of that day bears. */
  unknown: z.array(z.string()),
});

export const addTask = endpoint({
  name: 'directives.tasks.add',
  method: 'POST',
  path: '/directives/:directiveId/tasks',
  summary: { vi: 'Thêm nhiệm vụ hoặc chỉ tiêu vào văn bản', en: 'Add a task or target to a directive' },
  permission: 'task.assign',
  input: { directiveId: id, ...newTask },
  reply: fanOut,
  problems: [alreadyThere, leadUnknown],
});

export const previewFanOut = endpoint({
  name: 'directives.fanOut',
  method: 'GET',
  path: '/fan-out',
  summary: {
    vi: 'Xem một tên cơ quan in trong văn bản ứng với những đơn vị nào vào một ngày',
    en: 'See which units a printed agency text means on a day',
  },
  permission: 'directive.view',
  input: { text: z.string().trim().min(1).max(2000), on: day },
  reply: z.object({
    units: z.array(unitRef.extend({ via: z.string().optional() })),
    unknown: z.array(z.string()),
  }),
});

export const assignAgain = endpoint({
  name: 'directives.tasks.assignAgain',
  method: 'POST',
  path: '/tasks/:id/duties',
  summary: {
    vi: 'Ghi nhận văn bản khác giao lại nhiệm vụ này',
    en: 'Record that another directive assigns this task again',
  },
  permission: 'task.assign',
  input: {
    id,
    directiveId: id,
    ref: z.string().max(60).default(''),
    deadlineText: z.string().max(300).default(''),
    note: z.string().max(1000).default(''),
    movesDeadline: z.boolean().default(false),
  },
  reply: z.object({}),
});

export const markSame = endpoint({
  name: 'directives.tasks.markSame',
  method: 'POST',
  path: '/tasks/:id/same-as',
  summary: {
    vi: 'Gộp với nhiệm vụ trùng (giữ lịch sử cả hai)',
    en: 'Merge with a duplicate (both histories stay)',
  },
  permission: 'task.assign',
  input: { id, sameAs: id.nullable(), reason: shortText },
  reply: z.object({}),
});

export const addParent = endpoint({
  name: 'directives.tasks.addParent',
  method: 'POST',
  path: '/tasks/:id/parents',
  summary: { vi: 'Gắn nhiệm vụ cha', en: 'Link a parent task' },
  permission: 'task.assign',
  input: { id, parentId: id },
  reply: z.object({}),
});

export const closeTask = endpoint({
  name: 'directives.tasks.close',
  method: 'POST',
  path: '/tasks/:id/close',
  summary: {
    vi: 'Thôi thực hiện hoặc ghi nhận không kiểm đếm được, có lý do',
    en: 'Cancel a task or mark it uncheckable, with the reason',
  },
  permission: 'task.cancel',
  input: {
    id,
    how: z.enum(['cancelled', 'uncheckable']),
    reason: shortText,
    document: z.string().max(300).optional(),
  },
  reply: z.object({ assignments: z.number().int() }),
});
