import { z } from 'zod';

import { cursor, endpoint, id, instant, limit, pageOf } from '../../../kit/contract.ts';
import { alreadyDecided, notConnected } from '../problems.ts';
import { manage, named, reason, status, view } from './words.ts';

export const conflict = z.object({
  id,
  caseId: id,
  code: z.string(),
  procedureCode: z.string(),
  unitId: z.string(),
  unitName: named,
  /** Status code 1–10 of this installation, which owns it from reception on. */
  ours: z.number().int(),
  /** What the portal says, as it says it. */
  theirs: z.string(),
  via: z.enum(['reconciliation', 'call']),
  words: z.string().optional(),
  foundAt: instant,
  settled: z
    .object({
      how: z.enum(['sendOurs', 'noted', 'agrees']),
      at: instant,
      by: z.string().optional(),
      reason: z.string().optional(),
    })
    .optional(),
  mayDecide: z.boolean(),
});

export const listConflicts = endpoint({
  name: 'exchange.listConflicts',
  method: 'GET',
  path: '/exchange/conflicts',
  summary: {
    vi: 'Hồ sơ có trạng thái khác nhau giữa hệ thống và Cổng',
    en: 'Cases whose status differs between this installation and the portal',
  },
  permission: view,
  input: { state: z.enum(['open', 'settled']).default('open'), cursor, limit },
  reply: pageOf(conflict),
});

export const decideConflict = endpoint({
  name: 'exchange.decideConflict',
  method: 'POST',
  path: '/exchange/conflicts/:id/decision',
  summary: {
    vi: 'Quyết định về một khác biệt: gửi lại trạng thái của hệ thống, hoặc ghi nhận',
    en: 'Decide about a conflict: send our status again, or note it',
  },
  permission: manage,
  input: { id, how: z.enum(['sendOurs', 'noted']), reason },
  reply: conflict,
  problems: [alreadyDecided, notConnected],
});

export const reportStatus = endpoint({
  name: 'exchange.reportStatus',
  method: 'POST',
  path: '/exchange/portal-status',
  summary: {
    vi: 'Cổng báo trạng thái của một hồ sơ; không bao giờ ghi đè trạng thái đang có',
    en: 'The portal tells the status of a case; it never overwrites the one that stands',
  },
  permission: manage,
  input: { code: z.string().trim().min(1).max(60), status, words: z.string().trim().max(500).optional() },
  reply: z.object({
    result: z.enum(['same', 'onTheWay', 'noted', 'conflict']),
    /** The status of this installation. */
    ours: z.number().int(),
    conflictId: id.optional(),
  }),
});
