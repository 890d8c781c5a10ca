import { z } from 'zod';

import { endpoint } from '../../../kit/contract.ts';
import { checkResult } from '../contract/procedure.ts';

const n = z.number().int();
const ministry = z.object({ id: z.string(), vi: z.string(), en: z.string() });

/** Findings added up for a ministry; without one those whose decision tells none. */
export const ministryCount = z.object({
  ministry: ministry.optional(),
  procedures: n,
  /** Procedures that cannot be published as they stand, and those with nothing but warnings. */
  blocked: n,
  warned: n,
  checks: z.array(z.object({ check: z.string(), vi: z.string(), en: z.string(), procedures: n })),
});

export const listFindings = endpoint({
  name: 'procedures.findings',
  method: 'GET',
  path: '/procedures/findings',
  summary: {
    vi: 'Kết quả kiểm tra danh mục theo bộ, ngành công bố',
    en: 'What the checks find in the catalogue, by the ministry that announced',
  },
  permission: 'procedure.view',
  input: {
    /** A ministry, or `none` for procedures whose decision tells no ministry. */
    ministryId: z.string().max(100).optional(),
    check: z.string().max(60).optional(),
    severity: z.enum(['block', 'warn']).optional(),
    /** How many findings are named; all of them are counted. */
    limit: z.coerce.number().int().min(1).max(50_000).default(300),
  },
  reply: z.object({
    /** Of the whole catalogue, whatever is asked for. */
    ministries: z.array(ministryCount),
    total: n,
    items: z.array(
      checkResult.extend({
        code: z.string(),
        nameVi: z.string(),
        decision: z.string(),
        state: z.enum(['draft', 'published']),
        ministry: ministry.optional(),
      }),
    ),
  }),
});
