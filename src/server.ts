import type { FastifyInstance } from 'fastify';
import type { App } from './kit/app.ts';
import { createHttp } from './kit/http.ts';
import { addPages } from './kit/pages.ts';
import { addAssets, pageKit } from './web/shell.tsx';

/** The whole program behind one port: API, pages and assets. */
export async function createServer(app: App): Promise<FastifyInstance> {
  const http = await createHttp(app);
  await addAssets(http);
  addPages(app, http, pageKit);
  return http;
}
