import { z } from 'zod';

import { cursor, day, endpoint, limit } from '../../../../kit/contract.ts';
import { period } from '../../contract/words.ts';
import { definitionBody } from './body.ts';
import { definitionCode, side, unknownDefinition } from './catalogue.ts';

const text = z.object({ vi: z.string(), en: z.string() });
const count = z.number().nullable();

/** What a figure over facts is asked for. */
export const measureScope = {
  unitId: z.string().max(100).default('centre'),
  /** `2025-11`, `2025-Q4`, `2025-H2` or `2025`; the running year unless given. */
  period: period.optional(),
  /** As known at the end of this day; today unless given. */
  asOf: day.optional(),
  /** Units as they stood on that day, or as they stand now with the past of those they came after. */
  tree: z.enum(['now', 'then']).default('now'),
  /** The version of the rule of the period, or the one that holds today. */
  rules: z.enum(['then', 'now']).default('then'),
  procedure: z.string().trim().max(60).optional(),
  field: z.string().trim().max(200).optional(),
};

export const measureValue = z.object({
  numerator: count,
  denominator: count,
  /** Unrounded; per cent where the unit is percent. */
  value: count,
  /** As published: a point, no sign of unit. */
  rounded: z.string().nullable(),
  status: z.enum(['ok', 'noRecords', 'sourceMissing', 'computing', 'notApplicable']),
});

/** A procedure by its code and the name that it last bore. */
const procedure = z.object({ code: z.string(), name: text });

const frame = {
  code: z.string(),
  name: text,
  version: z.string(),
  unit: z.object({ id: z.string(), name: text }),
  period: z.object({ period: z.string(), from: z.string(), to: z.string(), words: text }),
  asOf: day,
  tree: z.enum(['now', 'then']),
  rules: z.enum(['then', 'now']),
  /** What it is narrowed to. */
  procedure: procedure.optional(),
  field: z.string().optional(),
};

export const getMeasure = endpoint({
  name: 'indicators.measure',
  method: 'GET',
  path: '/measures/:code',
  summary: {
    vi: 'Một chỉ số: giá trị, hai số đếm, quy tắc, phiên bản, phần không tính',
    en: 'One figure: value, both counts, rule, version, and what is left out',
  },
  permission: 'public',
  snapshot: true,
  input: { code: definitionCode, ...measureScope },
  reply: z.object({
    ...frame,
    figure: measureValue,
    definition: z.object({
      validFrom: day,
      validTo: day.optional(),
      words: text,
      numerator: side,
      denominator: side,
      body: definitionBody,
    }),
    /** How many records of the denominator's kind, units and period it leaves out, by the condition not met. */
    excluded: z.array(z.object({ condition: z.string(), words: text, n: z.number().int() })),
    excludedTotal: z.number().int(),
  }),
  problems: [unknownDefinition],
});

const record = z.object({
  /** record, procedure or unit: what is counted. */
  of: z.enum(['records', 'procedures', 'units']),
  kind: z.string(),
  id: z.string().optional(),
  code: z.string().optional(),
  /** What this reader may not know is withheld; the line is counted all the same. */
  withheld: z.boolean(),
  unit: z.object({ id: z.string(), name: text }).optional(),
  procedure: procedure.optional(),
  values: z.array(z.object({ name: z.string(), label: text, value: text })),
  worth: z.number(),
  reason: z.object({ condition: z.string(), words: text, said: text }).optional(),
});
const part = z.enum(['numerator', 'denominator', 'excluded']);

export const listMeasureRecords = endpoint({
  name: 'indicators.measure.records',
  method: 'GET',
  path: '/measures/:code/records',
  summary: {
    vi: 'Các bản ghi của tử số, mẫu số, hoặc không tính kèm lý do',
    en: 'The records of the numerator, the denominator, or those left out with the reason',
  },
  permission: 'public',
  input: { code: definitionCode, ...measureScope, part: part.default('denominator'), cursor, limit },
  reply: z.object({ items: z.array(record), next: z.string().optional() }),
  problems: [unknownDefinition],
});

export const measureLog = endpoint({
  name: 'indicators.measure.log',
  method: 'GET',
  path: '/measures/:code/log',
  summary: {
    vi: 'Nhật ký mẫu số: mỗi ngày tử số, mẫu số đổi bao nhiêu và do bản ghi nào',
    en: 'Log of the denominator: what each day changed, and which records did it',
  },
  permission: 'public',
  snapshot: true,
  input: {
    code: definitionCode,
    ...measureScope,
    /** Changes after this day; the last day of the month before unless given. */
    before: day.optional(),
    cursor,
    limit,
  },
  reply: z.object({
    ...frame,
    before: day,
    start: measureValue,
    end: measureValue,
    days: z.array(z.object({ day, numerator: z.number(), denominator: z.number() })),
    moves: z.array(
      z.object({
        id: z.string().optional(),
        code: z.string().optional(),
        withheld: z.boolean(),
        unit: z.object({ id: z.string(), name: text }),
        procedure,
        numerator: z.number().int(),
        denominator: z.number().int(),
      }),
    ),
    next: z.string().optional(),
  }),
  problems: [unknownDefinition],
});

const by = z.enum(['month', 'quarter', 'year', 'unit']);

export const measureSeries = endpoint({
  name: 'indicators.measure.series',
  method: 'GET',
  path: '/measures/:code/series',
  summary: {
    vi: 'Một chỉ số theo tháng, quý, năm hoặc theo đơn vị trực thuộc',
    en: 'A figure by month, quarter, year, or by the units below',
  },
  permission: 'public',
  snapshot: true,
  input: {
    code: definitionCode,
    ...measureScope,
    by: by.default('month'),
    /** Without the two counts only by wish. */
    includeNumDen: z.boolean().default(true),
  },
  reply: z.object({
    ...frame,
    by,
    unitOfMeasure: z.string(),
    rule: text,
    rows: z.array(
      z.object({
        key: z.string(),
        name: text,
        version: z.string(),
        value: count,
        rounded: z.string().nullable(),
        status: measureValue.shape.status,
        numerator: count.optional(),
        denominator: count.optional(),
      }),
    ),
  }),
  problems: [unknownDefinition],
});

export const exportMeasure = endpoint({
  name: 'indicators.measure.export',
  method: 'GET',
  path: '/measures/:code/export',
  summary: {
    vi: 'Tải chỉ số hoặc danh sách bản ghi: CSV, XLSX, JSON, SDMX-JSON',
    en: 'Download a figure or its records: CSV, XLSX, JSON, SDMX-JSON',
  },
  permission: 'public',
  input: {
    code: definitionCode,
    ...measureScope,
    what: z.enum(['records', 'series']).default('series'),
    part: part.default('denominator'),
    by: by.default('month'),
    includeNumDen: z.boolean().default(true),
    /** Records come as CSV or XLSX, series in all four. */
    format: z.enum(['csv', 'xlsx', 'json', 'sdmx']).default('csv'),
    language: z.enum(['vi', 'en']).default('vi'),
  },
  reply: z.any(),
  file: true,
  problems: [unknownDefinition],
});
