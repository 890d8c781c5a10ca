import { z } from 'zod';

import { day, instant } from '../../../../kit/contract.ts';
import { actorRoles, figurePeriods, severities, silences, subjectKinds } from '../rules/rule.ts';

/** Shapes that the endpoints of rules share. */
const text = z.object({ vi: z.string(), en: z.string() });
const words = z.object({ vi: z.string().trim().min(3).max(300), en: z.string().trim().max(300).default('') });
const long = z.object({
  vi: z.string().trim().max(2000).default(''),
  en: z.string().trim().max(2000).default(''),
});
const percent = z.number().min(0).max(1000);
const floor = z.number().int().min(1).max(1_000_000);
const figure = z.object({
  of: z.enum(['tasks', 'assignments', 'records']),
  code: z.string().trim().min(1).max(60),
  period: z.enum(figurePeriods).optional(),
});

const watch = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('threshold'),
    figure,
    comparison: z.enum(['above', 'below']),
    limit: percent,
    endAt: percent,
    minDenominator: floor,
  }),
  z.object({
    kind: z.literal('trend'),
    figure,
    direction: z.enum(['falling', 'rising']),
    steps: z.number().int().min(2).max(12),
    stepDays: z.number().int().min(1).max(92),
    by: percent,
    endBy: percent,
    minDenominator: floor,
  }),
  z.object({ kind: z.literal('silence'), of: z.enum(silences), days: z.number().int().min(1).max(730) }),
  z.object({
    kind: z.literal('prediction'),
    of: z.enum(['assignment', 'case']),
    bound: z.enum(['p50', 'p80']),
    lateBy: z.number().min(-730).max(730),
    endAt: z.number().min(-730).max(730),
    floor: z.number().int().min(5).max(10_000),
  }),
]);

export const ruleBody = {
  code: z
    .string()
    .trim()
    .refine((code) => /^[a-z][a-zA-Z0-9-]{1,59}$/.test(code), {
      params: {
        vi: 'Chỉ dùng chữ cái không dấu, chữ số và gạch nối; bắt đầu bằng chữ thường.',
        en: 'Only letters without accents, digits and hyphens; it begins with a small letter.',
      },
    }),
  name: words,
  explanation: long.prefault({}),
  source: long.prefault({}),
  severity: z.enum(severities),
  watch,
  units: z.object({
    levels: z.array(z.string().max(40)).min(1).max(9),
    under: z.string().max(100).optional(),
  }),
  actor: z.object({ role: z.enum(actorRoles), at: z.enum(['unit', 'above']).default('unit') }),
  escalateAfterDays: z.number().int().min(1).max(365),
  active: z.boolean().default(true),
};

export const rulesShort = z.object({
  code: z.string(),
  version: z.number().int(),
  name: text,
  kind: z.enum(['threshold', 'trend', 'silence', 'prediction']),
  severity: z.enum(severities),
  active: z.boolean(),
  /** What it watches and when it warns, as a sentence. */
  sentence: text,
  open: z.number().int(),
});

export const ruleShown = z.object({
  code: z.string(),
  version: z.number().int(),
  validFrom: day,
  name: text,
  explanation: text,
  source: text,
  severity: z.enum(severities),
  watch,
  units: z.object({
    levels: z.array(z.string()),
    under: z.object({ id: z.string(), name: text }).optional(),
  }),
  actor: z.object({ role: z.enum(actorRoles), at: z.enum(['unit', 'above']) }),
  escalateAfterDays: z.number().int(),
  active: z.boolean(),
  sentence: text,
  statedBy: z.string().optional(),
  statedAt: instant,
  reason: z.string(),
});

export const previewRow = z.object({
  subject: z.object({ kind: z.enum(subjectKinds), id: z.string(), title: text }),
  unit: z.object({ id: z.string(), name: text }),
  valueText: text,
  numerator: z.number().int().optional(),
  denominator: z.number().int().optional(),
  responsible: z.string().optional(),
});
