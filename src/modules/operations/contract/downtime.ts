import { z } from 'zod';

import { cursor, endpoint, id, instant, limit, pageOf } from '../../../kit/contract.ts';
import { problemKind } from '../../../kit/problems.ts';
import { text } from './board.ts';

export const alreadyWithdrawn = problemKind(
  'operations.alreadyWithdrawn',
  409,
  { vi: 'Thông báo tạm ngừng này đã được rút', en: 'This announcement has already been withdrawn' },
  {
    vi: 'Không cần làm gì thêm; cần báo lại thì lập thông báo mới.',
    en: 'Nothing more is needed; to announce again, write a new announcement.',
  },
);
export const downtimeIsOver = problemKind(
  'operations.downtimeIsOver',
  409,
  { vi: 'Đợt tạm ngừng này đã qua', en: 'This downtime is over' },
  {
    vi: 'Thông báo đã tự hết hiển thị; không cần rút.',
    en: 'It is no longer shown; there is nothing to withdraw.',
  },
);

/** An instant as typed by people: what is wrong with it is said with an example. */
const moment = z
  .string()
  .refine((value) => instant.safeParse(value).success, {
    params: {
      vi: 'Không phải thời điểm hợp lệ; nhập ngày như 20/11/2025 và giờ như 22:00.',
      en: 'Not a valid moment; write the day as 20/11/2025 and the hour as 22:00 (in JSON 2025-11-20T22:00:00+07:00).',
    },
  })
  .meta({ format: 'date-time' });

export const downtime = z.object({
  id,
  begins: instant,
  ends: instant,
  /** In English the Vietnamese one where no other was given. */
  reason: text,
  state: z.enum(['toCome', 'running', 'over', 'withdrawn']),
  announcedAt: instant,
  withdrawnAt: instant.optional(),
  /** Names of people, for those who may announce. */
  by: z.string().optional(),
  withdrawnBy: z.string().optional(),
});

const announce = 'operations.announce';

export const announceDowntime = endpoint({
  name: 'operations.downtime.announce',
  method: 'POST',
  path: '/downtimes',
  summary: {
    vi: 'Báo trước một đợt tạm ngừng; sau đó không sửa được, chỉ rút được',
    en: 'Announce a downtime; afterwards it can be withdrawn but not changed',
  },
  permission: announce,
  input: {
    begins: moment,
    ends: moment,
    reason: z.string().trim().min(1).max(500),
    reasonEn: z.string().trim().max(500).default(''),
  },
  reply: z.object({ id }),
});

export const withdrawDowntime = endpoint({
  name: 'operations.downtime.withdraw',
  method: 'POST',
  path: '/downtimes/:id/withdraw',
  summary: { vi: 'Rút thông báo tạm ngừng', en: 'Withdraw the announcement of a downtime' },
  permission: announce,
  input: { id },
  reply: z.object({ id }),
  problems: [alreadyWithdrawn, downtimeIsOver],
});

export const listDowntimes = endpoint({
  name: 'operations.downtime.list',
  method: 'GET',
  path: '/downtimes',
  summary: {
    vi: 'Các đợt tạm ngừng đang diễn ra và sắp tới, hoặc đã qua và đã rút',
    en: 'Downtimes running and to come, or those past and withdrawn',
  },
  permission: 'public',
  input: { time: z.enum(['standing', 'past']).default('standing'), cursor, limit },
  reply: pageOf(downtime),
});

export const getNextDowntime = endpoint({
  name: 'operations.downtime.next',
  method: 'GET',
  path: '/downtimes/next',
  summary: {
    vi: 'Đợt tạm ngừng gần nhất; `shown`: các trang đang báo',
    en: 'The nearest downtime; `shown`: pages speak of it',
  },
  permission: 'public',
  input: {},
  reply: z.object({ downtime: downtime.optional(), shown: z.boolean() }),
});
