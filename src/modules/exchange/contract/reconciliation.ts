import { z } from 'zod';

import { cursor, day, endpoint, id, instant, limit, pageOf } from '../../../kit/contract.ts';
import { notConnected } from '../problems.ts';
import { causes } from '../rules/compare.ts';
import { manage, named, unitId, view } from './words.ts';

const cause = z.enum(causes);
const n = z.number().int();

export const reconciliation = z.object({
  id,
  at: instant,
  from: z.string(),
  to: z.string(),
  by: z.string(),
  /** The portal could not be asked; nothing was compared. */
  error: z.string().optional(),
  ours: n,
  theirs: n,
  same: n,
  differences: n,
});

export const startReconciliation = endpoint({
  name: 'exchange.reconcile',
  method: 'POST',
  path: '/exchange/reconciliations',
  summary: {
    vi: 'Đối soát các hồ sơ tiếp nhận trong một khoảng ngày với Cổng',
    en: 'Compare the cases received on some days with the portal',
  },
  permission: manage,
  /** Days of reception, both counted; at most 92. */
  input: { from: day, to: day },
  reply: z.object({ queued: z.literal(true) }),
  problems: [notConnected],
});

export const listReconciliations = endpoint({
  name: 'exchange.listReconciliations',
  method: 'GET',
  path: '/exchange/reconciliations',
  summary: { vi: 'Các lần đối soát', en: 'Reconciliations' },
  permission: view,
  input: { cursor, limit },
  reply: pageOf(reconciliation),
});

const difference = z.object({
  n,
  cause,
  code: z.string(),
  caseId: id.optional(),
  unitId: z.string().optional(),
  unitName: named.optional(),
  day: z.string().optional(),
  ours: n.optional(),
  theirs: z.string().optional(),
  detail: z.string().optional(),
});

export const getReconciliation = endpoint({
  name: 'exchange.getReconciliation',
  method: 'GET',
  path: '/exchange/reconciliations/:id',
  summary: {
    vi: 'Một lần đối soát: số lượng theo ngày và đơn vị, khác biệt theo hồ sơ',
    en: 'One reconciliation: counts by day and unit, differences by case',
  },
  permission: view,
  input: { id, cause: cause.optional(), unitId: unitId.optional(), cursor, limit },
  reply: reconciliation.extend({
    days: z.array(
      z.object({ day: z.string(), unitId: z.string(), unitName: named, ours: n, theirs: n, same: n }),
    ),
    causes: z.array(z.object({ cause, count: n })),
    items: z.array(difference),
    next: z.string().optional(),
  }),
});

export const exportReconciliation = endpoint({
  name: 'exchange.exportReconciliation',
  method: 'GET',
  path: '/exchange/reconciliations/:id/differences.csv',
  summary: { vi: 'Khác biệt của một lần đối soát, dạng CSV', en: 'Differences of a reconciliation as CSV' },
  permission: view,
  input: { id, lang: z.enum(['vi', 'en']).default('vi') },
  reply: z.any(),
  file: true,
});

export const sendMissing = endpoint({
  name: 'exchange.sendMissing',
  method: 'POST',
  path: '/exchange/reconciliations/:id/send',
  summary: {
    vi: 'Gửi mọi hồ sơ mà lần đối soát cho thấy Cổng chưa có',
    en: 'Send all cases that a reconciliation found missing at the portal',
  },
  permission: manage,
  input: { id },
  reply: z.object({ sent: n }),
  problems: [notConnected],
});
