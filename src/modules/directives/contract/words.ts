import { z } from 'zod';

import { day, id } from '../../../kit/contract.ts';
import { problemKind } from '../../../kit/problems.ts';

/** Schemas that several endpoints of directives share. */
export const directiveKind = z.enum([
  'resolution',
  'decree',
  'directive',
  'decision',
  'plan',
  'notice',
  'telegram',
  'conclusion',
  'regulation',
  'programme',
  'meeting',
  'letter',
  'other',
]);
export const work = z.enum(['notStarted', 'inProgress', 'submitted', 'completed', 'cancelled', 'recurring']);
export const time = z.enum(['inTerm', 'atRisk', 'overdue', 'doneOnTime', 'doneLate', 'noTerm']);
export const role = z.enum(['lead', 'coordinating']);
export const text = z.string().trim().min(1).max(4000);
export const shortText = z.string().trim().min(1).max(1000);
export const unitId = z.string().min(1).max(100);

export const cycle = z.object({
  period: z.enum(['month', 'quarter', 'halfYear', 'nineMonths', 'year']),
  cutoffDay: z.number().int().min(1).max(31),
  cutoffHour: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .default('23:30'),
  cutoffMonthOffset: z.literal([0, 1]).default(1),
  remindDaysBefore: z.number().int().min(0).max(60).default(3),
  lockHoursAfter: z.number().int().min(0).max(720).default(0),
  /** Fixed cut-offs of the year instead, one per period, as MM-DD. */
  fixedCutoffs: z
    .array(z.string().regex(/^\d{2}-\d{2}$/))
    .max(12)
    .optional(),
});
export const settings = z.object({
  /** Does the head of the unit confirm before the standing office sees it. */
  confirm: z.boolean().default(true),
  /** Does the standing office accept; without it a confirmed claim completes. */
  accept: z.boolean().default(true),
  cycle: cycle.optional(),
});

export const deadline = z.looseObject({
  text: z.string(),
  precision: z.enum([
    'day',
    'month',
    'quarter',
    'halfYear',
    'year',
    'range',
    'recurring',
    'openEnded',
    'relative',
    'none',
  ]),
  lastDay: day.optional(),
});

export const product = z.object({
  /** Date of the document: this, not the day of entry, is the date of completion. */
  date: day,
  number: z.string().trim().max(200).optional(),
  title: z.string().trim().max(1000).optional(),
  fileId: id.optional(),
  link: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional(),
});
export const evidence = z.array(product.partial({ date: true })).max(20);

/** Where something stands: both axes, with days. */
export const standing = z.object({
  work,
  time,
  due: day.optional(),
  firstDue: day.optional(),
  doneOn: day.optional(),
  daysLate: z.number().int().optional(),
  daysLeft: z.number().int().optional(),
  daysLateAgainstFirst: z.number().int().optional(),
  risks: z.array(z.object({ code: z.string(), vi: z.string(), en: z.string() })).optional(),
});
export const unitRef = z.object({
  id: z.string(),
  name: z.string(),
  nameEn: z.string().optional(),
  shortName: z.string().optional(),
  /** Set where another unit holds this unit's duties on the day asked for. */
  holder: z.object({ id: z.string(), name: z.string(), nameEn: z.string().optional() }).optional(),
});

export const stepRefused = problemKind(
  'directives.stepRefused',
  409,
  { vi: 'Bước này chưa thực hiện được', en: 'This step cannot be taken now' },
  {
    vi: 'Xem trạng thái hiện tại của nhiệm vụ; chỉ các bước đang hiện trên trang mới thực hiện được.',
    en: 'Look at the present state of the task; only the steps shown on its page can be taken.',
  },
);
export const periodLocked = problemKind(
  'directives.periodLocked',
  409,
  { vi: 'Kỳ báo cáo đã khóa', en: 'The reporting period is locked' },
  {
    vi: 'Đề nghị cơ quan thường trực mở khóa kỳ này kèm lý do, rồi gửi lại.',
    en: 'Ask the standing office to unlock this period, with a reason, then send again.',
  },
);
export const alreadyThere = problemKind(
  'directives.alreadyThere',
  409,
  { vi: 'Đã có mục này', en: 'This is already there' },
  { vi: 'Mở mục đã có để bổ sung thay vì nhập lại.', en: 'Open the existing one and add to it instead.' },
);
export const leadUnknown = problemKind(
  'directives.leadUnknown',
  422,
  { vi: 'Không nhận ra cơ quan chủ trì', en: 'The lead agency is not recognised' },
  {
    vi: 'Chọn cơ quan từ danh mục, hoặc sửa tên theo danh mục vào ngày ban hành.',
    en: 'Choose the agency from the register, or use its name on the day of issue.',
  },
);
