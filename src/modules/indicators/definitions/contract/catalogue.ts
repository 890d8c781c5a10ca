import { z } from 'zod';

import { day, endpoint } from '../../../../kit/contract.ts';
import { problemKind } from '../../../../kit/problems.ts';
import { definitionBody } from './body.ts';

const text = z.object({ vi: z.string(), en: z.string() });
export const definitionCode = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9.]{0,59}$/);

export const unknownDefinition = problemKind(
  'indicators.unknownDefinition',
  404,
  { vi: 'Không có định nghĩa này', en: 'There is no such definition' },
  { vi: 'Chọn một định nghĩa trong danh mục.', en: 'Choose a definition of the catalogue.' },
);

/** One side of a figure as a reader sees it: the rule as written, read aloud, and whether it can be counted here. */
export const side = z.object({
  fact: z.string(),
  factName: text,
  /** Nothing in this installation publishes such facts: the figure says so. */
  sourceMissing: z.boolean(),
  where: z.string(),
  words: text,
  /** The day by which records belong to a month, in words; absent: the state at the moment asked. */
  period: z.object({ field: z.string(), words: text }).optional(),
  of: z.enum(['records', 'procedures', 'units']),
  sum: z.object({ text: z.string(), words: text }).optional(),
});

const entry = z.object({
  code: z.string(),
  /** measure: over published facts. task: over tasks of directives, by the classes of their records. */
  family: z.enum(['measure', 'task']),
  version: z.string(),
  versions: z.number().int(),
  name: text,
  facts: z.array(z.object({ code: z.string(), name: text })),
  validFrom: day,
  validTo: day.optional(),
  /** Whether this version holds on the day asked. */
  holds: z.boolean(),
  numerator: z.string(),
  denominator: z.string(),
  words: text,
  source: text,
  unit: z.string(),
  direction: z.enum(['higher', 'lower']),
  status: z.string(),
  conflict: z.boolean(),
  sourceMissing: z.boolean(),
  draft: z.boolean(),
});

export const listDefinitions = endpoint({
  name: 'indicators.definitions',
  method: 'GET',
  path: '/definitions',
  summary: {
    vi: 'Danh mục định nghĩa chỉ số: quy tắc, căn cứ, hiệu lực',
    en: 'Catalogue of definitions of figures: rule, legal base, validity',
  },
  permission: 'public',
  input: {
    /** Words of the name, the code or the legal base, with or without diacritics. */
    q: z.string().trim().max(100).optional(),
    fact: z.string().trim().max(60).optional(),
    /** Only what holds on this day. */
    on: day.optional(),
  },
  reply: z.object({
    items: z.array(entry),
    facts: z.array(z.object({ code: z.string(), name: text })),
    /** What is being written, for those who may define figures. */
    drafts: z.array(
      z.object({
        code: z.string(),
        name: text,
        validFrom: day,
        savedBy: z.string(),
        savedAt: z.iso.datetime(),
      }),
    ),
  }),
});

const version = z.object({
  version: z.string(),
  validFrom: day,
  validTo: day.optional(),
  /** Absent for those that came with the programme. */
  publishedAt: z.iso.datetime().optional(),
  publishedBy: z.string().optional(),
  body: definitionBody,
  numerator: side,
  denominator: side,
});

export const getDefinition = endpoint({
  name: 'indicators.definition',
  method: 'GET',
  path: '/definitions/:code',
  summary: {
    vi: 'Một định nghĩa với mọi phiên bản, quy tắc bằng lời và bằng biểu thức',
    en: 'One definition with all its versions, its rule in words and as an expression',
  },
  permission: 'public',
  input: { code: definitionCode },
  reply: z.object({
    code: z.string(),
    ownerName: text,
    versions: z.array(version).min(1),
    /** The one that holds today, or the nearest to it. */
    current: z.string(),
    draft: z.object({ validFrom: day, savedAt: z.iso.datetime(), savedBy: z.string() }).optional(),
  }),
  problems: [unknownDefinition],
});

export const diffDefinition = endpoint({
  name: 'indicators.definition.diff',
  method: 'GET',
  path: '/definitions/:code/diff',
  summary: { vi: 'Hai phiên bản khác nhau ở đâu', en: 'What differs between two versions' },
  permission: 'public',
  input: {
    code: definitionCode,
    from: z.string().regex(/^\d+$/),
    /** A version, or `draft` for those who may see it. */
    to: z.string().regex(/^(\d+|draft)$/),
  },
  reply: z.object({
    differences: z.array(
      z.object({
        path: z.string(),
        label: text,
        before: z.string().optional(),
        after: z.string().optional(),
      }),
    ),
  }),
  problems: [unknownDefinition],
});

export const listFactKinds = endpoint({
  name: 'indicators.factKinds',
  method: 'GET',
  path: '/fact-kinds',
  summary: {
    vi: 'Các loại dữ kiện và trường mà biểu thức được dùng',
    en: 'Kinds of facts and the fields that expressions may use',
  },
  permission: 'public',
  input: {},
  reply: z.object({
    items: z.array(
      z.object({
        code: z.string(),
        name: text,
        periods: z.array(z.string()),
        fields: z.array(
          z.object({
            name: z.string(),
            type: z.enum(['boolean', 'number', 'text', 'day']),
            text,
            values: z.array(z.object({ code: z.string(), text })).optional(),
          }),
        ),
      }),
    ),
  }),
});
