import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';

import { type Actor, publicActor } from './actor.ts';
import { type App, Outdated } from './app.ts';
import type { Client } from './context.ts';
import type { Endpoint, FileReply } from './contract.ts';
import { isLang, type Lang } from './i18n.ts';
import { type Credentials, type Gate, type Identity, openGate } from './identify.ts';
import { newId } from './ids.ts';
import { observe } from './metrics.ts';
import { typedFields } from './parse.ts';
import { Problem, badCsrf, defect, notFound, tooMany } from './problems.ts';

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor;
    /** There when the actor is told from memory and has to be confirmed. */
    confirm: Identity['confirm'];
    lang: Lang;
  }
}

export const SESSION_COOKIE = 'lt_session';
const SECURITY_HEADERS: Record<string, string> = {
  'content-security-policy':
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};

/** From where a request came. */
export const clientOf = (request: FastifyRequest): Client => ({
  ip: request.ip,
  device: (request.headers['user-agent'] ?? '').slice(0, 200),
});

const bearerOf = (request: FastifyRequest): string | undefined =>
  /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];

/** The form token of a browser: bound to its session, or to its anonymous cookie. */
export const csrfOf = (app: App, request: FastifyRequest): string =>
  app.keys.mac(`csrf:${request.cookies[SESSION_COOKIE] ?? request.cookies['lt_anon'] ?? ''}`);

function langOf(request: FastifyRequest): Lang {
  const asked =
    (request.query as Record<string, unknown> | undefined)?.['lang'] ?? request.cookies['lt_lang'];
  if (isLang(asked)) return asked;
  return request.url.startsWith('/api/') && /^en\b/.test(request.headers['accept-language'] ?? '')
    ? 'en'
    : 'vi';
}

const shownBy = (request: FastifyRequest): Credentials => ({
  session: request.cookies[SESSION_COOKIE],
  bearer: bearerOf(request),
});

/** RFC 9457: `type` opens a page that says what to do. */
export function problemBody(problem: Problem, lang: Lang, requestId: string): Record<string, unknown> {
  return {
    type: `/help/problems/${problem.kind.code}`,
    title: problem.kind.title[lang],
    status: problem.kind.status,
    detail: problem.detail?.[lang] ?? problem.kind.remedy[lang],
    remedy: problem.kind.remedy[lang],
    code: problem.kind.code,
    instance: requestId,
    ...(problem.fields.length > 0
      ? {
          errors: problem.fields.map((f) => ({
            field: f.path,
            message: f.message[lang],
            vi: f.message.vi,
            en: f.message.en,
          })),
        }
      : {}),
  };
}

/** What one file of a form may hold, in MB. */
export const MOST_FILE_MB = 20;

/** Turns anything thrown into a Problem; what was not meant is logged in full and told without detail. */
export function problemOf(app: App, error: unknown, requestId: string): Problem {
  if (error instanceof Problem) return error;
  const status = (error as { statusCode?: number }).statusCode;
  if (status === 429) return new Problem(tooMany);
  if (status && status >= 400 && status < 500)
    return new Problem(
      {
        ...defect,
        status,
        code: 'kit.badRequest',
        title: { vi: 'Yêu cầu không đọc được', en: 'The request could not be read' },
      },
      { detail: { vi: (error as Error).message, en: (error as Error).message } },
    );
  app.log.error({ requestId, err: error }, 'request failed');
  return new Problem(defect, { detail: { vi: `Mã yêu cầu: ${requestId}`, en: `Request id: ${requestId}` } });
}

export function sendFile(reply: FastifyReply, file: FileReply): FastifyReply {
  const { headers = {} } = file;
  reply.headers(headers);
  if (headers['etag'] && reply.request.headers['if-none-match'] === headers['etag'])
    return reply.status(304).send();
  const name = file.name.replace(/["\\\r\n]/g, '_');
  return reply
    .header('content-type', file.type)
    .header(
      'content-disposition',
      `${file.inline ? 'inline' : 'attachment'}; filename="${name.replace(/[^\x20-\x7e]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    )
    .send(file.body);
}

const fastifyPath = (path: string): string => `/api${path}`;

function inputOf(endpoint: Endpoint, request: FastifyRequest): Record<string, unknown> {
  const query = typedFields(endpoint, {
    ...(request.query as object),
    lang: undefined,
    ...(request.params as object),
  });
  const body =
    request.body && typeof request.body === 'object' && !Array.isArray(request.body) ? request.body : {};
  return { ...query, ...body, ...typedFields(endpoint, request.params as Record<string, unknown>) };
}

/** A cookie alone must not be enough to change something: browsers also have to show the form token. */
function assertSameSite(app: App, request: FastifyRequest): void {
  if (bearerOf(request) || !request.cookies[SESSION_COOKIE]) return;
  if (request.headers['x-csrf-token'] !== csrfOf(app, request)) throw new Problem(badCsrf);
}

/** Calls as whom the request comes; once more when he is not whom he was taken for from memory. */
async function callAs(app: App, gate: Gate, endpoint: Endpoint, request: FastifyRequest): Promise<unknown> {
  const input = inputOf(endpoint, request);
  const who = { requestId: request.id, client: clientOf(request) };
  // What is sent bit by bit goes on after its transaction: it is not begun for somebody to be confirmed.
  const first = endpoint.file && request.confirm ? await gate.identify(shownBy(request)) : request;
  const { actor, confirm } = first;
  try {
    return await app.call(endpoint, input, { ...who, actor, ...(confirm && { confirm }) });
  } catch (error) {
    if (!(error instanceof Outdated)) throw error;
    request.actor = (await gate.identify(shownBy(request))).actor;
    return app.call(endpoint, input, { ...who, actor: request.actor });
  }
}

function addApi(app: App, gate: Gate, http: FastifyInstance): void {
  for (const { endpoint } of app.routes.values()) {
    http.route({
      method: endpoint.method,
      url: fastifyPath(endpoint.path),
      handler: async (request, reply) => {
        if (endpoint.effect === 'write') assertSameSite(app, request);
        const made = await callAs(app, gate, endpoint, request);
        reply.header('cache-control', 'no-store');
        return endpoint.file ? sendFile(reply, made as FileReply) : reply.send(made ?? {});
      },
    });
  }
}

async function addPlugins(http: FastifyInstance): Promise<void> {
  await http.register(cookie);
  await http.register(formbody, { bodyLimit: 5 * 1024 * 1024 });
  // Whoever reads the parts tells a file that was cut off at its field.
  await http.register(multipart, {
    limits: { fileSize: MOST_FILE_MB * 1024 * 1024, files: 10, fields: 500 },
    throwFileSizeLimit: false,
  });
  const brotliOptions = { params: { 1: 4 } };
  await http.register(compress, { global: true, threshold: 1024, encodings: ['br', 'gzip'], brotliOptions });
}

async function addLimits(app: App, http: FastifyInstance): Promise<void> {
  const { rateLimit: most } = app.config;
  if (most === 0) return;
  await http.register(rateLimit, {
    max: (request) => (request.actor.kind === 'account' ? most * 20 : most),
    timeWindow: 60_000,
    hook: 'preHandler',
    keyGenerator: (request) => (request.actor.kind === 'account' ? request.actor.id : request.ip),
  });
}

function addHooks(app: App, http: FastifyInstance): void {
  http.addHook('onSend', async (request, reply) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS))
      if (!reply.hasHeader(name)) reply.header(name, value);
    // Older words for the same: they must not refuse what a policy of its own lets others frame.
    const policy = String(reply.getHeader('content-security-policy'));
    if (policy.includes('frame-ancestors *')) reply.removeHeader('x-frame-options');
    reply.header('x-request-id', request.id);
  });
  http.addHook('onResponse', async (request, reply) => {
    const { method, url, actor, id: requestId } = request;
    observe(method, request.routeOptions.url ?? 'none', reply.statusCode, reply.elapsedTime);
    const ms = Math.round(reply.elapsedTime);
    app.log.debug({ requestId, method, url, status: reply.statusCode, ms, actor: actor.id }, 'request');
  });
  http.setErrorHandler((error, request, reply) => {
    const problem = problemOf(app, error, request.id);
    const body = JSON.stringify(problemBody(problem, request.lang, request.id));
    return reply
      .status(problem.kind.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(body);
  });
}

/** Builds the HTTP server: identification, limits, headers, errors and the API. Pages are added by `addPages`. */
export async function createHttp(app: App): Promise<FastifyInstance> {
  const http = Fastify({
    genReqId: () => newId(app.clock.wall()),
    bodyLimit: 30 * 1024 * 1024,
    routerOptions: { maxParamLength: 500 },
    trustProxy: app.config.trustProxy,
  });
  await addPlugins(http);
  http.decorateRequest('actor', null as unknown as Actor); // fastify takes no object here; the hook below sets it
  http.decorateRequest('confirm', undefined);
  http.decorateRequest('lang', 'vi');
  const gate = openGate(app);
  http.addHook('onRequest', async (request) => {
    request.lang = langOf(request);
    if (request.url.startsWith('/assets/')) request.actor = publicActor;
    else if (request.url.startsWith('/api/')) Object.assign(request, await gate.recognise(shownBy(request)));
    else Object.assign(request, await gate.identify(shownBy(request)));
  });
  await addLimits(app, http);
  addHooks(app, http);
  http.get('/api/*', async () => {
    throw new Problem(notFound);
  });
  addApi(app, gate, http);
  return http;
}
