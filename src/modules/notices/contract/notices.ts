import { z } from 'zod';

import { cursor, day, endpoint, id, instant, limit, pageOf } from '../../../kit/contract.ts';
import { notFailed, bilingual } from './words.ts';

const said = {
  id,
  kind: z.string(),
  rung: z.string(),
  title: bilingual,
  body: bilingual,
  about: day,
  href: z.string(),
  assignmentId: id.optional(),
  taskId: id.optional(),
  unitId: z.string(),
  createdAt: instant,
  readAt: instant.optional(),
  actedAt: instant.optional(),
};

export const listNotices = endpoint({
  name: 'notices.list',
  method: 'GET',
  path: '/notices',
  summary: { vi: 'Nhắc việc của tôi', en: 'My notices' },
  permission: 'signedIn',
  input: { state: z.enum(['open', 'all']).default('open'), cursor, limit },
  reply: pageOf(z.object(said)).extend({ unread: z.number().int() }),
});

export const countNotices = endpoint({
  name: 'notices.count',
  method: 'GET',
  path: '/notices/count',
  summary: { vi: 'Số nhắc việc chưa đọc', en: 'How many notices are unread' },
  permission: 'signedIn',
  input: {},
  reply: z.object({ unread: z.number().int() }),
});

export const markNoticesRead = endpoint({
  name: 'notices.markRead',
  method: 'POST',
  path: '/notices/read',
  summary: {
    vi: 'Đánh dấu đã đọc: các nhắc việc nêu ra, hoặc tất cả',
    en: 'Mark notices as read: those named, or all',
  },
  permission: 'signedIn',
  input: { ids: z.array(id).max(500).default([]), all: z.boolean().default(false) },
  reply: z.object({ marked: z.number().int() }),
});

export const listSentNotices = endpoint({
  name: 'notices.sent',
  method: 'GET',
  path: '/notices/sent',
  summary: { vi: 'Nhắc việc đã gửi, kèm biên nhận', en: 'Reminders sent, with receipts' },
  permission: 'notice.view',
  input: {
    unitId: z.string().max(100).optional(),
    rung: z.string().max(60).optional(),
    state: z.enum(['queued', 'sent', 'failed', 'dropped', 'read', 'acted', 'nobody']).optional(),
    assignmentId: id.optional(),
    cursor,
    limit,
  },
  reply: pageOf(
    z.object({
      ...said,
      unitName: bilingual,
      recipient: z.string(),
      asRole: z.string(),
      nobody: z.boolean(),
      mail: z
        .object({
          state: z.enum(['queued', 'sent', 'failed', 'dropped']),
          to: z.string(),
          attempts: z.number().int(),
          notBefore: instant,
          sentAt: instant.optional(),
          messageId: z.string().optional(),
          receipt: z.string().optional(),
          error: z.string().optional(),
        })
        .optional(),
    }),
  ).extend({ rungs: z.array(z.string()) }),
});

export const getMailHealth = endpoint({
  name: 'notices.health',
  method: 'GET',
  path: '/notices/health',
  summary: {
    vi: 'Thư nhắc việc: đang chờ, gửi hỏng, lần gửi được gần nhất',
    en: 'Mail of notices: waiting, failed, last that left',
  },
  permission: 'notice.view',
  input: {},
  reply: z.object({
    /** May leave now, and does not; what waits for a working morning is not meant. Counted up to 1,000. */
    waiting: z.number().int(),
    /** Since when the oldest of them waits. */
    oldest: instant.optional(),
    /** Waits for its hour. Counted up to 1,000. */
    later: z.number().int(),
    /** Given up after the last try. Counted up to 1,000. */
    failed: z.number().int(),
    lastSentAt: instant.optional(),
  }),
});

export const resendNotice = endpoint({
  name: 'notices.resend',
  method: 'POST',
  path: '/notices/:id/resend',
  summary: { vi: 'Gửi lại một thư đã gửi hỏng', en: 'Send a failed mail again' },
  permission: 'notice.settings',
  input: { id },
  reply: z.object({}),
  problems: [notFailed],
});
