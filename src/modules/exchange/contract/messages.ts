import { z } from 'zod';

import { cursor, endpoint, id, instant, limit, pageOf } from '../../../kit/contract.ts';
import { notConnected, notOpen } from '../problems.ts';
import { messageStates } from '../rules/queue.ts';
import { manage, message, reason, unitId, view } from './words.ts';

export const listMessages = endpoint({
  name: 'exchange.listMessages',
  method: 'GET',
  path: '/exchange/messages',
  summary: { vi: 'Hàng đợi gửi Cổng Dịch vụ công quốc gia', en: 'The queue to the national portal' },
  permission: view,
  input: {
    /** `open`: for which somebody or something still has to do something. */
    state: z.enum(['open', 'late', 'all', ...messageStates]).default('open'),
    /** With the units below it. */
    unitId: unitId.optional(),
    code: z.string().trim().max(60).optional(),
    caseId: id.optional(),
    /** Only those that lack a field that the index reads. */
    missing: z.boolean().optional(),
    cursor,
    limit,
  },
  reply: pageOf(message),
});

export const getMessage = endpoint({
  name: 'exchange.getMessage',
  method: 'GET',
  path: '/exchange/messages/:caseId/:seq',
  summary: { vi: 'Một thông điệp và nội dung của nó', en: 'One message and what it says' },
  permission: view,
  input: { caseId: id, seq: z.coerce.number().int().min(1) },
  reply: message.extend({
    /** For those who may see the case. */
    body: z.record(z.string(), z.unknown()).optional(),
    /** Whether what it would say now is what it said when it left. */
    unchanged: z.boolean().optional(),
  }),
  personal: true,
});

export const exchangeSummary = endpoint({
  name: 'exchange.summary',
  method: 'GET',
  path: '/exchange/summary',
  summary: { vi: 'Tình trạng kết nối và hàng đợi', en: 'State of the connection and the queue' },
  permission: view,
  input: {},
  reply: z.object({
    connected: z.boolean(),
    /** Where the portal is; no account, no secret. */
    address: z.string().optional(),
    from: z.string().optional(),
    open: z.number().int(),
    late: z.number().int(),
    refused: z.number().int(),
    conflicts: z.number().int(),
    lastAnswerAt: instant.optional(),
  }),
});

const one = { caseId: id, seq: z.coerce.number().int().min(1) };

export const retryMessage = endpoint({
  name: 'exchange.retryMessage',
  method: 'POST',
  path: '/exchange/messages/:caseId/:seq/retry',
  summary: { vi: 'Gửi lại một thông điệp', en: 'Send a message again' },
  permission: manage,
  input: one,
  reply: message,
  problems: [notOpen, notConnected],
});

export const setMessageAside = endpoint({
  name: 'exchange.setMessageAside',
  method: 'POST',
  path: '/exchange/messages/:caseId/:seq/set-aside',
  summary: {
    vi: 'Bỏ qua một thông điệp để các thông điệp sau của hồ sơ được gửi',
    en: 'Set a message aside so that later ones of the case can leave',
  },
  permission: manage,
  input: { ...one, reason },
  reply: message,
  problems: [notOpen],
});

export const sendCase = endpoint({
  name: 'exchange.sendCase',
  method: 'POST',
  path: '/exchange/cases/:caseId/send',
  summary: {
    vi: 'Gửi lại toàn bộ hồ sơ như đang có',
    en: 'Send the whole case again as it stands',
  },
  permission: manage,
  input: { caseId: id },
  reply: z.object({ caseId: id, seq: z.number().int() }),
  problems: [notConnected],
});

export const caseExchange = endpoint({
  name: 'exchange.ofCase',
  method: 'GET',
  path: '/exchange/cases/:caseId',
  summary: { vi: 'Đồng bộ của một hồ sơ', en: 'Synchronisation of a case' },
  permission: 'case.view',
  input: { caseId: id },
  reply: z.object({
    connected: z.boolean(),
    messages: z.array(message),
    conflict: z.object({ id, ours: z.number().int(), theirs: z.string() }).optional(),
  }),
});
