import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Context } from '../../../kit/context.ts';
import type { ReplyOf } from '../../../kit/contract.ts';
import { backlog } from '../../../kit/metrics.ts';
import { openApi } from '../../../kit/openapi.ts';
import { getNextDowntime } from '../contract/downtime.ts';
import type { getHealth } from '../contract/health.ts';
import { countJobs, getServerVersion, listBacklogs } from '../store/health.ts';

const { version } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../../package.json'), 'utf8'),
) as {
  version: string;
};

export async function getHealthAction(ctx: Context): Promise<ReplyOf<typeof getHealth>> {
  const listeners = await listBacklogs(ctx.tx);
  const { downtime } = await ctx.call(getNextDowntime, {});
  for (const l of listeners) backlog.set({ listener: l.name }, l.backlog);
  return {
    status: listeners.some((l) => l.failing) ? 'degraded' : 'ok',
    version,
    database: { version: await getServerVersion(ctx.tx) },
    listeners,
    jobs: await countJobs(ctx.tx),
    ...(downtime && { downtime }),
  };
}

export const getOpenApiAction = async (ctx: Context): Promise<Record<string, unknown>> =>
  openApi(
    [...ctx.app.routes.values()].map((r) => r.endpoint),
    version,
  );
