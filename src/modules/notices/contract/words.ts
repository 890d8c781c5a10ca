import { z } from 'zod';

import { day } from '../../../kit/contract.ts';
import { problemKind } from '../../../kit/problems.ts';
import { addressees, channels, rungKinds } from '../rules/ladder.ts';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const rung = z.object({
  code: z.string().regex(/^[a-z0-9-]{1,40}$/),
  when: z.object({ kind: z.enum(rungKinds), days: z.number().int().min(-365).max(365).optional() }),
  to: z.enum(addressees),
  channels: z.array(z.enum(channels)).min(1).max(2),
});
export const hours = z.object({
  start: clock,
  end: clock,
  weekdays: z.array(z.number().int().min(1).max(7)).min(1).max(7),
  holidays: z.array(day).max(400),
  extraWorkdays: z.array(day).max(400).default([]),
});
export const ladderBody = {
  validFrom: day,
  rungs: z.array(rung).min(1).max(60),
  hours,
  catchUpDays: z.number().int().min(1).max(60).default(14),
  quietDays: z.number().int().min(0).max(60).default(3),
  note: z.string().trim().max(1000).default(''),
};
export const bilingual = z.object({ vi: z.string(), en: z.string() });

export const notFailed = problemKind(
  'notices.notFailed',
  409,
  { vi: 'Thư này không cần gửi lại', en: 'This mail need not be sent again' },
  {
    vi: 'Chỉ gửi lại được thư đã gửi hỏng; xem trạng thái mới nhất.',
    en: 'Only a mail that failed can be sent again; look at its latest state.',
  },
);
