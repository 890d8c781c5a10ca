import { z } from 'zod';

import { day, endpoint, instant } from '../../../kit/contract.ts';
import { hours, ladderBody, rung, bilingual } from './words.ts';

export const ladder = z.object({
  version: z.number().int(),
  validFrom: day,
  rungs: z.array(rung),
  hours,
  catchUpDays: z.number().int(),
  quietDays: z.number().int(),
  note: z.string(),
  setBy: z.string().optional(),
  setAt: instant.optional(),
});

export const listLadders = endpoint({
  name: 'notices.ladders',
  method: 'GET',
  path: '/notices/ladders',
  summary: {
    vi: 'Bậc thang nhắc việc: bản đang áp dụng và các phiên bản',
    en: 'The reminder ladder in force, and all versions',
  },
  permission: 'notice.settings',
  input: {},
  reply: z.object({ inForce: ladder, versions: z.array(ladder) }),
});

export const setLadder = endpoint({
  name: 'notices.ladders.set',
  method: 'POST',
  path: '/notices/ladders',
  summary: {
    vi: 'Đặt phiên bản mới của bậc thang nhắc việc',
    en: 'Set a new version of the reminder ladder',
  },
  permission: 'notice.settings',
  input: ladderBody,
  reply: z.object({ version: z.number().int() }),
});

export const previewLadder = endpoint({
  name: 'notices.ladders.preview',
  method: 'GET',
  path: '/notices/ladders/preview',
  summary: {
    vi: 'Ai sẽ được nhắc việc gì vào ngày làm việc tới',
    en: 'Who would be reminded of what on the next working day',
  },
  permission: 'notice.settings',
  input: { on: day.optional() },
  reply: z.object({
    on: day,
    rungs: z.array(
      z.object({
        rung,
        count: z.number().int(),
        stopped: z.number().int(),
        nobody: z.number().int(),
        more: z.boolean(),
        recipients: z.array(z.object({ name: z.string(), unitName: bilingual, count: z.number().int() })),
      }),
    ),
  }),
});
