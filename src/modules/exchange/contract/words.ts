import { z } from 'zod';

import { id, instant } from '../../../kit/contract.ts';
import { messageStates } from '../rules/queue.ts';
import { services } from '../rules/wire.ts';

export const view = 'exchange.view';
export const manage = 'exchange.manage';
export const unitId = z.string().min(1).max(80);
export const named = z.object({ vi: z.string(), en: z.string() });
export const reason = z.string().trim().min(1).max(1000);
/** Status codes 1–10 as they are exchanged. */
export const status = z.coerce.number().int().min(1).max(10);

/** One message of the outbox. */
export const message = z.object({
  caseId: id,
  seq: z.number().int(),
  code: z.string().optional(),
  procedureCode: z.string(),
  unitId: z.string(),
  unitName: named,
  service: z.enum(services),
  eventKind: z.string(),
  eventAt: instant,
  state: z.enum(messageStates),
  tries: z.number().int(),
  queuedAt: instant,
  /** By when it is to be acknowledged. */
  dueAt: instant,
  late: z.boolean(),
  nextTryAt: instant.optional(),
  sentAt: instant.optional(),
  answeredAt: instant.optional(),
  /** What the portal said, in its own words, or why there was no answer. */
  answer: z.string().optional(),
  status: z.number().int().optional(),
  /** Fields that the index reads and the message lacks. */
  missing: z.array(z.string()),
  setAside: z.object({ by: z.string(), reason: z.string(), at: instant }).optional(),
  /** What this person may do with it now. */
  steps: z.array(z.enum(['retry', 'setAside'])),
});
