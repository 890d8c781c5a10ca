import { z } from 'zod';

import { day, endpoint, limit } from '../../../../kit/contract.ts';
import { problemKind } from '../../../../kit/problems.ts';
import { indexCode, nodeCode, scope, text, unit, unitId } from './words.ts';

const words = (max: number) =>
  z.object({ vi: z.string().trim().min(1).max(max), en: z.string().trim().min(1).max(max) });
const points = z.number().min(0).max(100_000);

const zero = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('unknown') }),
  z.strictObject({ rule: z.literal('notApplicable') }),
  z.strictObject({ rule: z.literal('previousYear') }),
  z.strictObject({ rule: z.literal('ratio'), value: z.number().min(0).max(1) }),
  z.strictObject({ rule: z.literal('points'), value: points }),
]);

const source = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('group') }),
  z.strictObject({ kind: z.literal('figure'), figure: z.string().trim().min(1).max(60) }),
  z.strictObject({ kind: z.literal('reported'), evidence: words(500) }),
]);

const node = z.strictObject({
  code: nodeCode,
  parent: nodeCode.optional(),
  name: words(300),
  max: points,
  source,
  /** FEEL over ratio, numerator, denominator and max; max * ratio unless given. */
  points: z.string().trim().min(1).max(500).optional(),
  zero: zero.default({ rule: 'unknown' }),
  scopes: z.array(scope).min(1).default(['province', 'ministry', 'commune']),
  alternativeOf: nodeCode.optional(),
  beside: z.array(z.string().max(60)).max(10).optional(),
  note: text.optional(),
  conflict: text.optional(),
});

const band = z.strictObject({
  code: nodeCode,
  name: words(100),
  from: points,
  /** First value that is no longer in the class; absent for the highest. */
  to: points.optional(),
});

const body = {
  name: words(300),
  explanation: words(2000),
  source: words(1000),
  maximum: z.number().positive().max(100_000),
  levels: z.array(scope).min(1),
  outOfScope: z.enum(['fullPoints', 'leftOut']),
  merged: z.enum(['counts', 'meanOfPredecessors']),
  nodes: z.array(node).min(1).max(300),
  bands: z.array(band).max(20).default([]),
  ranking: z.strictObject({ basis: nodeCode, floor: z.number().int().min(1).max(100_000) }).optional(),
  stated: z.strictObject({ main: z.number().int(), components: z.number().int().optional() }).optional(),
  conflicts: z.array(text).max(30).default([]),
};

const tree = z.object({
  code: z.string(),
  version: z.string(),
  validFrom: day,
  validTo: day.optional(),
  ...body,
});

export const indexRefused = problemKind(
  'indicators.indexRefused',
  422,
  { vi: 'Bộ chỉ số chưa khớp', en: 'The index does not add up' },
  {
    vi: 'Sửa các chỗ được nêu: tổng điểm, khoảng xếp loại, công thức.',
    en: 'Correct the places named: sums, classes, formulas.',
  },
);

export const getIndexTree = endpoint({
  name: 'indicators.getIndexTree',
  method: 'GET',
  path: '/indices/:code',
  summary: {
    vi: 'Cây chỉ số, công thức, xếp loại của một phiên bản',
    en: 'Tree, formulas and classes of a version',
  },
  permission: 'public',
  input: { code: indexCode, version: z.string().max(40).optional(), asOf: day.optional() },
  reply: z.object({
    tree,
    versions: z.array(z.object({ version: z.string(), validFrom: day, validTo: day.optional() })),
    /** How many indicators there are, beside how many the source names. */
    counts: z.object({
      groups: z.number(),
      indicators: z.number(),
      figures: z.number(),
      reported: z.number(),
      /** Indicators that can be told of one procedure. */
      byProcedure: z.number(),
    }),
    published: z.array(
      z.object({
        unit: z.string(),
        period: text,
        rank: text.optional(),
        total: z.number(),
        parts: z.array(z.object({ name: text, points: z.number(), derived: z.boolean() })),
        sum: z.number(),
        difference: z.number(),
        ok: z.boolean(),
      }),
    ),
  }),
});

export const stateIndexTree = endpoint({
  name: 'indicators.stateIndexTree',
  method: 'POST',
  path: '/indices',
  summary: { vi: 'Ban hành phiên bản mới của bộ chỉ số', en: 'State a new version of an index' },
  permission: 'figure.define',
  input: {
    code: indexCode,
    version: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$/),
    validFrom: day,
    ...body,
  },
  reply: z.object({ code: z.string(), version: z.string() }),
  problems: [indexRefused],
});

const value = z.object({
  indexCode: z.string(),
  indexName: text,
  node: z.string(),
  nodeName: text,
  evidenceWanted: text.optional(),
  unit,
  period: z.string(),
  state: z.enum(['claimed', 'verified', 'returned']),
  numerator: z.number(),
  denominator: z.number(),
  evidence: z.string(),
  evidenceUrl: z.string().optional(),
  claimedByName: z.string(),
  claimedAt: z.string(),
  decidedByName: z.string().optional(),
  decidedAt: z.string().optional(),
  reason: z.string().optional(),
});

const valueKey = { code: indexCode, node: nodeCode, unitId, period: z.string().regex(/^\d{4}$/) };

export const valueRefused = problemKind(
  'indicators.valueRefused',
  409,
  { vi: 'Chưa ghi nhận được giá trị', en: 'The value cannot be taken' },
  { vi: 'Xem lý do nêu bên dưới.', en: 'See the reason given below.' },
);

export const listIndexValues = endpoint({
  name: 'indicators.listIndexValues',
  method: 'GET',
  path: '/index-values',
  summary: { vi: 'Giá trị đơn vị tự khai và chứng cứ', en: 'Values that units stated, with evidence' },
  permission: 'figure.view',
  input: {
    code: indexCode.optional(),
    unitId: unitId.optional(),
    period: z
      .string()
      .regex(/^\d{4}$/)
      .optional(),
    limit,
  },
  reply: z.object({ items: z.array(value) }),
});

export const claimIndexValue = endpoint({
  name: 'indicators.claimIndexValue',
  method: 'POST',
  path: '/index-values',
  summary: { vi: 'Khai giá trị của đơn vị, kèm chứng cứ', en: 'State a value of a unit with evidence' },
  permission: 'index.claim',
  input: {
    ...valueKey,
    numerator: z.number().min(0),
    denominator: z.number().positive(),
    evidence: z.string().trim().min(5).max(2000),
    evidenceUrl: z
      .url({ protocol: /^https?$/ })
      .max(1000)
      .optional(),
  },
  reply: z.object({ state: z.literal('claimed') }),
  problems: [valueRefused],
});

export const decideIndexValue = endpoint({
  name: 'indicators.decideIndexValue',
  method: 'POST',
  path: '/index-values/decision',
  summary: { vi: 'Xác minh hoặc trả lại giá trị đã khai', en: 'Verify or return a stated value' },
  permission: 'index.verify',
  input: {
    ...valueKey,
    decision: z.enum(['verify', 'return']),
    reason: z.string().trim().min(3).max(1000).optional(),
  },
  reply: z.object({ state: z.enum(['verified', 'returned']) }),
  problems: [valueRefused],
});
