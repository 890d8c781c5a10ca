import type { FastifyInstance } from 'fastify';

import { may } from './kit/actor.ts';
import type { App } from './kit/app.ts';
import { createHttp } from './kit/http.ts';
import { registry } from './kit/metrics.ts';
import { addPages } from './kit/pages.ts';
import { missing } from './kit/problems.ts';
import { addAssets, pageKit } from './web/shell.tsx';

/** The whole program behind one port: API, pages and assets. */
export async function createServer(app: App): Promise<FastifyInstance> {
  const http = await createHttp(app);
  await addAssets(http);
  // For Prometheus on the same machine, or with a token of somebody who may read the audit.
  http.get('/metrics', async (request, reply) => {
    if (!['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.ip) && !may(request.actor, 'audit.read'))
      missing();
    return reply.type(registry.contentType).send(await registry.metrics());
  });
  addPages(app, http, pageKit);
  return http;
}
