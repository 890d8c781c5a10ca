import { z } from 'zod';

import { day, endpoint, instant } from '../../../kit/contract.ts';
import { shortText } from './words.ts';

const percent = z.number().min(0).max(100);
const days = z.number().int().min(0).max(3650);
const code = z.string().trim().min(1).max(40);

/** One rule of risk; see `rules/risk.ts` for what each kind means. */
const rule = z.discriminatedUnion('kind', [
  z.object({ code, kind: z.literal('timeUsedVsProgress'), used: percent, progress: percent }),
  z.object({ code, kind: z.literal('silence'), days }),
  z.object({ code, kind: z.literal('dependencyLate') }),
  z.object({ code, kind: z.literal('dueWithin'), days, progress: percent }),
]);

export const getRiskRules = endpoint({
  name: 'directives.riskRules',
  method: 'GET',
  path: '/risk-rules',
  summary: { vi: 'Quy tắc xác định nguy cơ chậm đang áp dụng', en: 'The rules of risk in force' },
  permission: 'public',
  input: { on: day.optional() },
  reply: z.object({ version: z.string(), validFrom: day, rules: z.array(rule), mayState: z.boolean() }),
});

export const listRiskRules = endpoint({
  name: 'directives.riskRules.list',
  method: 'GET',
  path: '/risk-rules/versions',
  summary: {
    vi: 'Các bộ quy tắc nguy cơ chậm từ trước đến nay, mới nhất trước',
    en: 'All sets of rules of risk, the latest first',
  },
  permission: 'public',
  input: {},
  reply: z.object({
    items: z.array(
      z.object({
        version: z.string(),
        validFrom: day,
        /** The last day; absent for a set that nothing replaces, and for one that never was in force. */
        validTo: day.optional(),
        state: z.enum(['inForce', 'coming', 'past', 'never']),
        rules: z.array(rule),
        /** Absent for the set that comes with the product. Who stated it is told to signed-in people. */
        stated: z.object({ by: z.string().optional(), at: instant, reason: z.string() }).optional(),
      }),
    ),
    mayState: z.boolean(),
  }),
});

export const stateRiskRules = endpoint({
  name: 'directives.riskRules.state',
  method: 'POST',
  path: '/risk-rules',
  summary: {
    vi: 'Ban hành bộ quy tắc nguy cơ mới từ một ngày',
    en: 'State a new set of rules of risk from a day on',
  },
  permission: 'directive.edit',
  input: { validFrom: day, rules: z.array(rule).max(20), reason: shortText },
  reply: z.object({ version: z.string() }),
});
