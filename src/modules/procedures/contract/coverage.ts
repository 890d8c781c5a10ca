import { z } from 'zod';

import { cursor, day, endpoint, instant, limit, pageOf } from '../../../kit/contract.ts';

const owner = z.object({
  unitId: z.string(),
  unitVi: z.string(),
  unitEn: z.string(),
  /** The head who has to act; absent where the position is vacant. */
  person: z.string().optional(),
});

export const openGap = z.object({
  unitId: z.string(),
  unitVi: z.string(),
  unitEn: z.string(),
  code: z.string(),
  nameVi: z.string(),
  stepKey: z.string(),
  role: z.string(),
  reason: z.string(),
  since: day,
  noticedAt: instant,
  owner,
});

export const proveCoverageNow = endpoint({
  name: 'procedures.coverage.prove',
  method: 'POST',
  path: '/procedures/coverage',
  summary: {
    vi: 'Kiểm tra: mọi thủ tục đã công bố, mọi bước, mọi đơn vị đều có người; chỗ trống mới thành báo động',
    en: 'Prove that every published procedure has somebody at every step in every unit; new gaps become alarms',
  },
  permission: 'procedure.publish',
  input: { days: z.number().int().min(1).max(366).default(30) },
  reply: z.object({
    checked: z.number().int(),
    gaps: z.number().int(),
    opened: z.number().int(),
    closed: z.number().int(),
  }),
});

export const listGaps = endpoint({
  name: 'procedures.coverage.list',
  method: 'GET',
  path: '/procedures/coverage',
  summary: {
    vi: 'Các bước chưa có người, theo đơn vị, từ ngày nào, ai phải xử lý',
    en: 'Steps at which nobody stands: unit, since when, who must act',
  },
  permission: 'mandate.view',
  input: { unitId: z.string().max(80).optional(), cursor, limit },
  reply: pageOf(openGap),
});

export const countGaps = endpoint({
  name: 'procedures.coverage.count',
  method: 'GET',
  path: '/procedures/coverage/count',
  summary: { vi: 'Số bước chưa có người theo đơn vị', en: 'How many steps each unit leaves open' },
  permission: 'mandate.view',
  input: {},
  reply: z.object({
    items: z.array(
      z.object({
        unitId: z.string(),
        unitVi: z.string(),
        unitEn: z.string(),
        gaps: z.number().int(),
        procedures: z.number().int(),
        since: day,
      }),
    ),
  }),
});
