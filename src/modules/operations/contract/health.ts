import { z } from 'zod';

import { endpoint } from '../../../kit/contract.ts';
import { downtime } from './downtime.ts';

export const getHealth = endpoint({
  name: 'operations.health',
  method: 'GET',
  path: '/health',
  summary: { vi: 'Tình trạng hệ thống', en: 'Health' },
  permission: 'public',
  input: {},
  reply: z.object({
    status: z.enum(['ok', 'degraded']),
    version: z.string(),
    database: z.object({ version: z.string() }),
    /** Events that a listener has not handled yet, by listener. */
    listeners: z.array(z.object({ name: z.string(), backlog: z.number().int(), failing: z.boolean() })),
    jobs: z.object({ waiting: z.number().int(), failed: z.number().int() }),
    /** The nearest announced downtime, running or to come. */
    downtime: downtime.optional(),
  }),
});

export const getOpenApi = endpoint({
  name: 'operations.openapi',
  method: 'GET',
  path: '/openapi.json',
  summary: { vi: 'Mô tả OpenAPI 3.1', en: 'OpenAPI 3.1 description' },
  permission: 'public',
  input: {},
  reply: z.record(z.string(), z.unknown()),
});
