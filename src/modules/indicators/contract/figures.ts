import { z } from 'zod';

import { cursor, day, endpoint, id, limit, pageOf } from '../../../kit/contract.ts';
import {
  byClass,
  code,
  figure,
  frame,
  groupBy,
  recordClass,
  scopeInput,
  text,
  unknownFigure,
} from './words.ts';

const definition = z.object({
  code: z.string(),
  version: z.string(),
  validFrom: day,
  validTo: day.optional(),
  name: text,
  /** What is divided by what, in words. */
  rule: text,
  source: text,
  rounding: z.object({ mode: z.enum(['halfUp', 'cut']), decimals: z.number().int() }),
  /** readingOnly: kept to explain figures printed by others, not offered for own reports. */
  use: z.enum(['offered', 'readingOnly']),
  /** One of the three forms of "on time"; the default one is marked. */
  onTimeForm: z.enum(['default', 'other']).optional(),
});

export const listFigures = endpoint({
  name: 'indicators.figures',
  method: 'GET',
  path: '/figures',
  summary: {
    vi: 'Danh mục chỉ số với định nghĩa và phiên bản',
    en: 'Figures with their definitions and versions',
  },
  permission: 'public',
  input: { asOf: day.optional() },
  reply: z.object({ items: z.array(definition) }),
});

export const computeFigure = endpoint({
  name: 'indicators.figure',
  method: 'GET',
  path: '/figures/:code',
  summary: {
    vi: 'Một chỉ số: giá trị, tử số, mẫu số, quy tắc, phần không tính',
    en: 'One figure: value, both counts, rule, and what is left out',
  },
  permission: 'public',
  input: { code, ...scopeInput },
  reply: z.object({
    ...frame,
    definition,
    figure,
    /** Records in the scope that the denominator leaves out, by reason. */
    excluded: z.array(z.object({ reason: recordClass, words: text, n: z.number().int() })),
    excludedTotal: z.number().int(),
    /** All records of the scope by how they stand; each in exactly one class. */
    byClass,
    /** The three forms of "on time" over the same records. */
    onTime: z.array(figure),
  }),
  problems: [unknownFigure],
});

export const record = z.object({
  id: z.string(),
  taskId: z.string(),
  directiveNumber: z.string(),
  ref: z.string(),
  kind: z.enum(['task', 'target']),
  titleVi: z.string(),
  titleEn: z.string(),
  unit: z.object({ id: z.string(), name: z.string(), nameEn: z.string() }).optional(),
  deadlineText: z.string(),
  due: day.optional(),
  doneOn: day.optional(),
  work: z.string(),
  class: recordClass,
  /** How it stands, and in the excluded part: why it is not counted. */
  words: text,
});

const part = z.enum(['numerator', 'denominator', 'excluded']);

export const listFigureRecords = endpoint({
  name: 'indicators.figure.records',
  method: 'GET',
  path: '/figures/:code/records',
  summary: {
    vi: 'Các bản ghi của tử số, mẫu số, hoặc không tính kèm lý do',
    en: 'The records of the numerator, the denominator, or those left out with the reason',
  },
  permission: 'public',
  input: {
    code,
    ...scopeInput,
    part: part.default('denominator'),
    class: recordClass.optional(),
    cursor,
    limit,
  },
  reply: pageOf(record),
  problems: [unknownFigure],
});

export const exportFigureRecords = endpoint({
  name: 'indicators.figure.export',
  method: 'GET',
  path: '/figures/:code/export',
  summary: {
    vi: 'Tải danh sách bản ghi (CSV, XLSX) hoặc chỉ số của từng cơ quan (JSON, SDMX-JSON)',
    en: 'Download the records of a figure (CSV, XLSX), or the figure by agency (JSON, SDMX-JSON)',
  },
  permission: 'public',
  input: {
    code,
    ...scopeInput,
    part: part.default('denominator'),
    class: recordClass.optional(),
    /** Records come as CSV or XLSX, the figure of the unit and of each below it as JSON or SDMX-JSON. */
    format: z.enum(['csv', 'xlsx', 'json', 'sdmx']).default('csv'),
    /** Without the two counts only by wish. */
    includeNumDen: z.boolean().default(true),
    language: z.enum(['vi', 'en']).default('vi'),
  },
  reply: z.any(),
  file: true,
  problems: [unknownFigure],
});

const boardRow = z.object({
  /** Code of the directive, section, unit, quarter or field; absent for records without one. */
  key: z.string().optional(),
  name: text,
  byClass,
  total: z.number().int(),
  figures: z.array(figure),
});

export const board = endpoint({
  name: 'indicators.board',
  method: 'GET',
  path: '/figures-board',
  summary: {
    vi: 'Bảng tổng hợp: mọi chỉ số, chia theo văn bản, nhóm, đơn vị, kỳ, lĩnh vực',
    en: 'Board: all figures, by directive, section, unit, period or field',
  },
  permission: 'public',
  snapshot: true,
  input: {
    ...scopeInput,
    by: groupBy.optional(),
    /** Also counts what a rule calls at risk; dearer than the rest. */
    withRisk: z.boolean().default(false),
  },
  reply: z.object({
    ...frame,
    total: boardRow,
    /** Open, in term, but called at risk by a rule; only for today. */
    atRisk: z.number().int().optional(),
    onTime: z.array(figure),
    by: groupBy.optional(),
    rows: z.array(boardRow),
    /** Why the rows add up to more than the total, where they do. */
    note: text.optional(),
  }),
});

export const listScopes = endpoint({
  name: 'indicators.scopes',
  method: 'GET',
  path: '/figures-scopes',
  summary: {
    vi: 'Phạm vi có thể chọn: văn bản, nhóm, lĩnh vực',
    en: 'Scopes to choose from: directives, sections, fields',
  },
  permission: 'public',
  input: { asOf: day.optional(), directiveId: id.optional() },
  reply: z.object({
    directives: z.array(z.object({ id: z.string(), number: z.string(), titleVi: z.string() })),
    sections: z.array(z.object({ code: z.string(), name: text })),
    fields: z.array(z.string()),
    /** Units for which the one who asks may freeze a report. */
    signers: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
});
