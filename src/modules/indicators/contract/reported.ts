import { z } from 'zod';

import { classification, day, endpoint, id } from '../../../kit/contract.ts';
import { problemKind } from '../../../kit/problems.ts';
import { totalCheck } from './lists.ts';
import { text } from './words.ts';

const n = z.number().int();
const label = z.object({ vi: z.string().trim().min(1).max(300), en: z.string().trim().min(1).max(300) });
/** The counts that definitions know by name. */
export const countName = z.enum([
  'total',
  'done',
  'doneOnTime',
  'doneLate',
  'doneNoTerm',
  'doneOnTimeFellDue',
  'inTerm',
  'atRisk',
  'overdue',
  'openNoTerm',
  'recurring',
  'cancelled',
  'withTerm',
]);

const printedCount = z.object({
  label,
  count: z.number().int().min(0),
  /** Which named count it is, where that is known. */
  as: countName.optional(),
  /** The percentage printed beside it, as printed: '16,47 %'. */
  percent: z.string().max(20).optional(),
  /** part: said to add up to the total; ofWhich: contained in another; derived: worked out here from the printed ones. */
  role: z.enum(['total', 'part', 'ofWhich', 'derived']),
});

const reportedFields = {
  code: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/)
    .optional(),
  /** The body that published it. */
  bodyName: z.string().trim().min(1).max(300),
  source: z.string().trim().min(1).max(500),
  sourceUrl: z
    .url({ protocol: /^https?$/ })
    .max(1000)
    .optional(),
  asOf: day,
  scope: label,
  counts: z.array(printedCount).min(1).max(40),
  /** Percentages printed without saying of what. */
  percents: z
    .array(z.object({ label, printed: z.string().max(20) }))
    .max(20)
    .default([]),
  classification: classification.default('public'),
};

const reported = z.object({ id, ...reportedFields, enteredAt: z.string() });

export const codeTaken = problemKind(
  'indicators.codeTaken',
  409,
  { vi: 'Mã này đã có', en: 'This code is taken' },
  {
    vi: 'Chọn mã khác; số liệu đã ghi không sửa được, chỉ ghi thêm.',
    en: 'Choose another code; recorded figures are not changed, only added to.',
  },
);

export const enterReported = endpoint({
  name: 'indicators.reported.enter',
  method: 'POST',
  path: '/reported-figures',
  summary: {
    vi: 'Ghi số liệu do cơ quan khác công bố, kèm nguồn',
    en: 'Record figures that another body published, with the source',
  },
  permission: 'figure.freeze',
  input: { unitId: z.string().max(100).default('centre'), ...reportedFields },
  reply: z.object({ id }),
  problems: [codeTaken],
});

export const listReported = endpoint({
  name: 'indicators.reported.list',
  method: 'GET',
  path: '/reported-figures',
  summary: { vi: 'Số liệu do cơ quan khác công bố', en: 'Figures published by other bodies' },
  permission: 'public',
  input: {},
  reply: z.object({ items: z.array(reported.extend({ title: text, ok: z.boolean().optional() })) }),
});

const reading = z.object({
  code: z.string(),
  name: text,
  rule: text,
  mode: z.enum(['halfUp', 'cut']),
  numerator: n,
  denominator: n,
  exact: z.string(),
  offered: z.boolean(),
});

export const readReported = endpoint({
  name: 'indicators.reported.read',
  method: 'GET',
  path: '/reported-figures/:code',
  summary: {
    vi: 'Đọc một số liệu đã công bố: mỗi tỷ lệ in ra ứng với định nghĩa nào, các phần có cộng đúng không',
    en: 'Read a published figure: which definition gives each printed percentage, and whether the parts add up',
  },
  permission: 'public',
  input: { code: z.string().max(60) },
  reply: z.object({
    reported,
    title: text,
    question: text.optional(),
    answer: z.array(text),
    percents: z.array(
      z.object({
        label: text,
        printed: z.string(),
        readings: z.array(reading),
        /**
         * Where no count is printed with it and no reading is known: what could stand behind it, by count printed. As
         * `base` the count is divided by, as `numerator` it is divided.
         */
        behind: z.array(
          z.object({
            label: text,
            count: n,
            as: z.enum(['base', 'numerator']),
            halfUp: z.object({ from: n, to: n }).optional(),
            cut: z.object({ from: n, to: n }).optional(),
            /** It would have to be part of a smaller count, so this reading is out. */
            impossible: z.object({ label: text, count: n }).optional(),
          }),
        ),
      }),
    ),
    /** Ways to read the counts, each with both of them; `system` is how this system would report it. */
    shares: z.array(
      z.object({
        name: text,
        numerator: n,
        denominator: n,
        /** Per cent, one decimal, rounded half up. */
        rounded: z.string(),
        /** Interval of Wilson, per cent: how far a share of so few may be from the true one. */
        low: z.number(),
        high: z.number(),
        use: z.enum(['system', 'printed', 'other']),
      }),
    ),
    check: totalCheck.optional(),
    /** Other puzzles that speak of the same thing. */
    related: z.array(z.object({ code: z.string(), title: text })),
  }),
});
