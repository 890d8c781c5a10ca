import { z } from 'zod';

import { day, id } from '../../../kit/contract.ts';
import { problemKind } from '../../../kit/problems.ts';
import { periodShape } from '../definitions/rules/period.ts';
import { recordClasses } from '../rules/classes.ts';

/** Schemas that the endpoints of figures share. */
export const text = z.object({ vi: z.string(), en: z.string() });
export const code = z.string().trim().min(1).max(60);
export const recordClass = z.enum(recordClasses);
export const counted = z.enum(['tasks', 'assignments']);
export const groupBy = z.enum(['directive', 'section', 'unit', 'period', 'field']);

/** What a figure is over. Without any field: everything the one who asks may see. */
export const scopeInput = {
  directiveId: id.optional(),
  /** Directives issued by, or kept for, this unit: a province's own beside the centre's. */
  ownerUnitId: z.string().max(100).optional(),
  sectionCode: z.string().max(60).optional(),
  /** What this unit leads on the day, duties of its predecessors included. */
  unitId: z.string().max(100).optional(),
  /** With all units below it on that day. */
  subtree: z.boolean().default(true),
  field: z.string().max(60).optional(),
  kind: z.enum(['task', 'target', 'all']).default('task'),
  role: z.enum(['lead', 'coordinating', 'all']).default('lead'),
  /** tasks: each once, by the state of all its leads. assignments: one per unit. */
  count: counted.default('tasks'),
  /** Today unless given; a past day shows what was known at its end. */
  asOf: day.optional(),
  /** Units as they stood on that day, or as they stand today with the past of those they came after. */
  tree: z.enum(['then', 'now']).default('then'),
  /** The rules in force on that day, or those of today. */
  rules: z.enum(['then', 'now']).default('then'),
};

export const figure = z.object({
  code: z.string(),
  version: z.string(),
  name: text,
  /** Per cent with a point, rounded by the rule; absent where nothing is in the denominator. */
  rounded: z.string().optional(),
  value: z.number().optional(),
  numerator: z.number().int(),
  denominator: z.number().int(),
  rounding: z.object({ mode: z.enum(['halfUp', 'cut']), decimals: z.number().int() }),
});
export type FigureValue = z.output<typeof figure>;

export const byClass = z.partialRecord(recordClass, z.number().int());

/** What a reader needs to judge a figure: over what, counted how, as of when. */
export const frame = {
  scope: text,
  count: counted,
  counts: text,
  asOf: day,
  /** As of today: changes with each event. */
  live: z.boolean(),
  tree: z.enum(['then', 'now']),
  rules: z.enum(['then', 'now']),
};

export const unknownFigure = problemKind(
  'indicators.unknownFigure',
  404,
  { vi: 'Không có chỉ số này vào ngày được hỏi', en: 'There is no such figure on that day' },
  {
    vi: 'Chọn một chỉ số trong danh mục, hoặc một ngày sau khi định nghĩa có hiệu lực.',
    en: 'Choose a figure of the list, or a day on which its definition was in force.',
  },
);

/** A period as people write it; what is none is told with examples. */
export const period = z
  .string()
  .trim()
  .refine((written) => periodShape.test(written), {
    params: {
      vi: 'Không phải kỳ; viết năm 2025, quý 2025-Q4, tháng 2025-11, nửa năm 2025-H1 hoặc chín tháng 2025-9M.',
      en: 'Not a period; write a year 2025, a quarter 2025-Q4, a month 2025-11, a half-year 2025-H1 or nine months 2025-9M.',
    },
  })
  .meta({ pattern: periodShape.source });
