import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { may } from './actor.ts';
import type { App } from './app.ts';
import { browserMemory } from './browser-memory.ts';
import type { Endpoint } from './contract.ts';
import { dayOf } from './day.ts';
import { clientOf, csrfOf, MOST_FILE_MB, problemOf, sendFile, SESSION_COOKIE } from './http.ts';
import { isLang, type Text } from './i18n.ts';
import { newSecret } from './ids.ts';
import {
  canOf,
  type Fields,
  type FormState,
  maybeFound,
  type Page,
  type PageContext,
  type PageReply,
  type Upload,
  type View,
} from './page.ts';
import { typedFields } from './parse.ts';
import { badCsrf, type FieldFault, invalidInput, notFound, Problem, signInNeeded } from './problems.ts';

/** Draws a view as a whole HTML document; given by the web part, so that the kit has no look of its own. */
export type Shell = (view: View, p: PageContext, page: Page) => Promise<string>;
/** Draws a refusal as a view. */
export type ProblemView = (problem: Problem, p: PageContext) => View;

export interface PageKit {
  shell: Shell;
  problemView: ProblemView;
  /** Pages of the program itself, beside those of the modules: preferences, help. */
  pages: readonly Page[];
}

const COOKIE = { path: '/', httpOnly: true, sameSite: 'lax' } as const;

function assertMayOpen(p: PageContext, page: Page): void {
  if (page.permission === 'public') return;
  if (p.actor.kind === 'public') throw new Problem(signInNeeded);
  if (page.permission !== 'signedIn' && !may(p.actor, page.permission)) throw new Problem(notFound);
}

/** Gives a browser without a session a cookie before its first form is drawn, so that the form's token fits it. */
function ensureAnonymous(request: FastifyRequest, reply: FastifyReply): void {
  if (request.cookies[SESSION_COOKIE] || request.cookies['lt_anon']) return;
  const secret = newSecret(18);
  request.cookies['lt_anon'] = secret;
  void reply.setCookie('lt_anon', secret, COOKIE);
}

const memoryOf = (app: App, request: FastifyRequest, reply: FastifyReply, now: Date) =>
  browserMemory(app.keys, now, {
    find: (name) => request.cookies[name],
    set: (name, value, maxAge) =>
      void reply.setCookie(name, value, { ...COOKIE, secure: app.config.url.startsWith('https:'), maxAge }),
  });

function contextOf(app: App, request: FastifyRequest, reply: FastifyReply): PageContext {
  const now = app.clock.now();
  const secure = app.config.url.startsWith('https:');
  const who = { actor: request.actor, requestId: request.id, client: clientOf(request) };
  const query = request.query as Record<string, string>;
  const flash = request.method === 'GET' ? request.cookies['lt_flash'] : undefined;
  if (flash) void reply.clearCookie('lt_flash', COOKIE);
  return {
    app,
    actor: request.actor,
    requestId: request.id,
    client: who.client,
    lang: request.lang,
    now,
    today: dayOf(now),
    params: request.params as Record<string, string>,
    query,
    url: request.url,
    theme:
      request.cookies['lt_theme'] === 'light' || request.cookies['lt_theme'] === 'dark'
        ? request.cookies['lt_theme']
        : 'auto',
    csrf: csrfOf(app, request),
    ...(flash ? { flash: Buffer.from(flash, 'base64url').toString('utf8') } : {}),
    call: (endpoint, input) => app.call(endpoint, input, who),
    maybe: (endpoint, input) => maybeFound(app.call(endpoint, input, who)),
    callWithQuery: <E extends Endpoint>(endpoint: E, extra: Record<string, unknown> = {}) => {
      const known = Object.keys((endpoint.input as unknown as { shape: object }).shape);
      const picked = Object.fromEntries(Object.entries(query).filter(([name]) => known.includes(name)));
      return app.call(endpoint, { ...typedFields(endpoint, picked), ...extra } as never, who);
    },
    can: canOf(request.actor),
    setSession: (token) =>
      void (token
        ? reply.setCookie(SESSION_COOKIE, token, { ...COOKIE, secure })
        : reply.clearCookie(SESSION_COOKIE, { ...COOKIE, secure })),
    ...memoryOf(app, request, reply, now),
  };
}

const tooLarge = (name: string): Text => ({
  vi: `${name}: tệp lớn hơn ${MOST_FILE_MB} MB. Chọn tệp nhỏ hơn, hoặc giảm độ phân giải khi quét, khi chụp.`,
  en: `${name}: the file is larger than ${MOST_FILE_MB} MB. Choose a smaller one, or scan or photograph at a lower resolution.`,
});

/** What was sent; a file above the limit is left out and told as a fault of its field, so that the rest is not lost. */
async function sentIn(request: FastifyRequest): Promise<{ fields: Fields; faults: FieldFault[] }> {
  if (!request.isMultipart()) return { fields: (request.body ?? {}) as Fields, faults: [] };
  const fields: Fields = {};
  const faults: FieldFault[] = [];
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer();
      if (part.file.truncated) faults.push({ path: part.fieldname, message: tooLarge(part.filename) });
      else if (bytes.length > 0 || part.filename)
        fields[part.fieldname] = { filename: part.filename, type: part.mimetype, bytes } satisfies Upload;
    } else {
      const value = String(part.value);
      const before = fields[part.fieldname];
      fields[part.fieldname] =
        before === undefined ? value : Array.isArray(before) ? [...before, value] : [before as string, value];
    }
  }
  return { fields, faults };
}

async function answer(
  app: App,
  request: FastifyRequest,
  reply: FastifyReply,
  made: PageReply,
  draw: (view: View) => Promise<string>,
): Promise<FastifyReply> {
  reply.header('cache-control', request.actor.kind === 'public' ? 'no-cache' : 'no-store');
  if ('file' in made) return sendFile(reply, made.file);
  if ('redirect' in made) {
    if (made.flash)
      void reply.setCookie('lt_flash', Buffer.from(made.flash[request.lang]).toString('base64url'), COOKIE);
    return reply.redirect(made.redirect, made.permanent ? 308 : 303);
  }
  return reply
    .status(made.status ?? 200)
    .header('content-type', 'text/html; charset=utf-8')
    .send(await draw(made));
}

function refused(problem: Problem, form: string, fields: Fields, p: PageContext): FormState {
  const values = Object.entries(fields).filter(
    (e): e is [string, string | string[]] => typeof e[1] === 'string' || Array.isArray(e[1]),
  );
  return {
    form,
    values: Object.fromEntries(values),
    errors: Object.fromEntries(problem.fields.map((f) => [f.path, f.message[p.lang]])),
    problem: {
      code: problem.kind.code,
      title: problem.kind.title[p.lang],
      ...(problem.detail ? { detail: problem.detail[p.lang] } : {}),
      remedy: problem.kind.remedy[p.lang],
    },
  };
}

async function post(page: Page, p: PageContext, request: FastifyRequest): Promise<PageReply> {
  const { fields, faults } = await sentIn(request);
  const form = typeof fields['form'] === 'string' ? fields['form'] : 'default';
  const handler = page.forms?.[form];
  if (!handler) throw new Problem(badCsrf);
  try {
    if (fields['csrf'] !== p.csrf) throw new Problem(badCsrf);
    if (faults.length > 0) throw new Problem(invalidInput, { fields: faults });
    return await handler(p, fields);
  } catch (error) {
    if (!(error instanceof Problem) || error.kind.status === 404 || error.kind.status === 401) throw error;
    p.form = refused(error, form, fields, p);
    const again = await page.get(p);
    return 'body' in again ? { ...again, status: error.kind.status } : again;
  }
}

/** The name in the address of what a fault is about: of `handling.0` it is `handling`. */
const nameIn = (path: string): string => path.split('.', 1)[0]!;

/** A page with a filter that is refused is drawn without it, and says so: who mistyped a day keeps the page and the rest. */
async function get(page: Page, p: PageContext): Promise<PageReply> {
  try {
    return await page.get(p);
  } catch (error) {
    if (!(error instanceof Problem) || error.kind !== invalidInput) throw error;
    const at = error.fields.map(({ path, message }) => ({ name: nameIn(path), message: message[p.lang] }));
    // What the path of the page names cannot exist: nobody can correct a box there.
    if (at.some(({ name }) => p.params[name] !== undefined)) throw new Problem(notFound);
    if (at.length === 0 || !at.every(({ name }) => p.query[name] !== undefined)) throw error;
    p.leftOut = at.map(({ name, message }) => ({ typed: p.query[name]!, message }));
    for (const { name } of at) delete p.query[name];
    const again = await page.get(p);
    return 'body' in again ? { ...again, status: error.kind.status } : again;
  }
}

/** Links with ?lang= and ?theme= change a preference for good, also without a script. */
function keepPreferences(p: PageContext, reply: FastifyReply): void {
  const { lang, theme } = p.query;
  if (isLang(lang)) void reply.setCookie('lt_lang', lang, { ...COOKIE, maxAge: 31_536_000 });
  if (theme === 'light' || theme === 'dark' || theme === 'auto') {
    void reply.setCookie('lt_theme', theme, { ...COOKIE, maxAge: 31_536_000 });
    p.theme = theme;
  }
}

function open(
  app: App,
  kit: PageKit,
  page: Page,
  run: (p: PageContext, request: FastifyRequest) => Promise<PageReply>,
) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    ensureAnonymous(request, reply);
    const p = contextOf(app, request, reply);
    keepPreferences(p, reply);
    const draw = (view: View): Promise<string> => kit.shell(view, p, page);
    try {
      assertMayOpen(p, page);
      return await answer(app, request, reply, await run(p, request), draw);
    } catch (error) {
      const problem = problemOf(app, error, request.id);
      if (problem.kind === signInNeeded)
        return reply.redirect(`/sign-in?next=${encodeURIComponent(request.url)}`, 303);
      return answer(
        app,
        request,
        reply,
        { ...kit.problemView(problem, p), status: problem.kind.status },
        draw,
      );
    }
  };
}

/** Adds every module's pages to the server. */
export function addPages(app: App, http: FastifyInstance, kit: PageKit): void {
  const missingPage: Page = {
    path: '*',
    permission: 'public',
    area: 'portal',
    get: () => Promise.reject(new Problem(signInNeeded)),
  };
  for (const page of [...kit.pages, ...app.modules.flatMap((m) => m.pages ?? [])]) {
    http.get(
      page.path,
      open(app, kit, page, (p) => get(page, p)),
    );
    if (page.forms)
      http.post(
        page.path,
        open(app, kit, page, (p, request) => post(page, p, request)),
      );
  }
  http.setNotFoundHandler(
    open(app, kit, missingPage, () =>
      Promise.reject(
        new Problem({
          ...signInNeeded,
          status: 404,
          code: 'kit.notFound',
          title: { vi: 'Không tìm thấy trang', en: 'Page not found' },
          remedy: {
            vi: 'Kiểm tra lại địa chỉ hoặc về trang đầu.',
            en: 'Check the address or go to the start page.',
          },
        }),
      ),
    ),
  );
}
