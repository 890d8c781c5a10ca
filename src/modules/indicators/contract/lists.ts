import { z } from 'zod';

import { cursor, day, endpoint, id, limit } from '../../../kit/contract.ts';
import { code, figure, frame, recordClass, scopeInput, text, unknownFigure } from './words.ts';

const n = z.number().int();
const { count: _count, role: _role, ...lateScope } = scopeInput;

/** Reports frozen before units were named in English have only the one name. */
const named = z.object({ id: z.string(), name: z.string(), nameEn: z.string().optional() });

export const lateItem = z.object({
  id,
  ref: z.string(),
  directiveNumber: z.string(),
  titleVi: z.string(),
  titleEn: z.string(),
  productVi: z.string(),
  deadlineText: z.string(),
  due: day,
  firstDue: day.optional(),
  doneOn: day.optional(),
  /** Days past the due day: up to the day asked for, or to the date of the product. */
  days: n,
  class: recordClass,
  /** The first hundred of them. */
  agencies: z.array(named),
  agenciesTotal: n,
});

export const lateGroup = z.object({
  ...named.shape,
  kind: z.enum(['ministry', 'province', 'other']),
  overdue: n,
  doneLate: n,
  count: n,
});

export const listLate = endpoint({
  name: 'indicators.late',
  method: 'GET',
  path: '/late',
  summary: {
    vi: 'Danh sách nhiệm vụ chậm theo cơ quan: bộ, ngành trước, địa phương sau',
    en: 'Late tasks by agency: ministries first, then provinces',
  },
  permission: 'public',
  snapshot: true,
  input: {
    ...lateScope,
    /** Only the tasks of this agency; the counts stay those of all. */
    agencyId: z.string().max(100).optional(),
    /** Also names the people who hold an office in each agency and must act. */
    withPeople: z.boolean().default(false),
    /** How many tasks are named; the groups always count all. */
    limit: z.coerce.number().int().min(0).max(10_000).default(500),
  },
  reply: z.object({
    ...frame,
    groups: z.array(
      lateGroup.extend({
        people: z.array(z.object({ name: z.string(), title: text, rank: z.string() })).optional(),
      }),
    ),
    total: n,
    overdue: n,
    doneLate: n,
    /** Sum of the counts by agency; more than the total by `excess` where tasks are shared. */
    sum: n,
    excess: n,
    withoutAgency: n,
    statement: text.optional(),
    items: z.array(lateItem),
    /** Tasks of the list that `limit` leaves out. */
    unnamed: n,
  }),
});

export const logItem = z.object({
  id: z.string(),
  taskId: z.string(),
  ref: z.string(),
  directiveNumber: z.string(),
  titleVi: z.string(),
  titleEn: z.string(),
  unit: z.object({ id: z.string(), name: z.string(), nameEn: z.string() }).optional(),
  cause: z.enum(['result', 'base']),
  event: z.string(),
  words: text,
  document: z.string().optional(),
  before: z.object({ numerator: z.boolean(), denominator: z.boolean() }),
  after: z.object({ numerator: z.boolean(), denominator: z.boolean() }),
});

const { asOf: _asOf, ...logScope } = scopeInput;
const points = z.number().nullable();

export const explainChange = endpoint({
  name: 'indicators.changes',
  method: 'GET',
  path: '/figures/:code/changes',
  summary: {
    vi: 'Vì sao một tỷ lệ thay đổi giữa hai ngày: do kết quả, do thay đổi danh mục',
    en: 'Why a rate changed between two days: by results, by a changed base',
  },
  permission: 'public',
  snapshot: true,
  input: { code, ...logScope, from: day, to: day.optional(), cursor, limit },
  reply: z.object({
    ...frame,
    from: day,
    to: day,
    before: figure,
    after: figure,
    /** In percentage points; null where a rate has no denominator. results + changedBase + unexplained = change. */
    change: points,
    results: points,
    changedBase: points,
    unexplained: points,
    missing: z.object({ numerator: n, denominator: n }),
    entered: n,
    left: n,
    events: z.array(
      z.object({
        cause: z.enum(['result', 'base']),
        event: z.string(),
        words: text,
        n,
        numerator: n,
        denominator: n,
      }),
    ),
    items: z.array(logItem),
    total: n,
    next: z.string().optional(),
  }),
  problems: [unknownFigure],
});

const part = z.object({
  name: z.string().trim().min(1).max(200),
  count: z.number().int().min(0),
  printedPercent: z.string().max(20).optional(),
});

export const totalCheck = z.object({
  ok: z.boolean(),
  total: n,
  sum: n,
  /** total − sum: positive when records are missing from the parts. */
  missing: n,
  suggestions: z.array(
    z.object({
      name: z.string(),
      from: n,
      to: n,
      why: z.enum(['adjacentDigitsSwapped', 'percentFits']),
      supportedByPercent: z.boolean(),
      words: text,
    }),
  ),
  words: text,
});

export const checkTotal = endpoint({
  name: 'indicators.totalCheck',
  method: 'POST',
  path: '/figures-total-check',
  summary: { vi: 'Kiểm tra các phần có cộng đúng tổng số', en: 'Check whether parts add up to their total' },
  permission: 'public',
  input: { total: z.number().int().min(0), parts: z.array(part).min(1).max(50) },
  reply: totalCheck,
});
