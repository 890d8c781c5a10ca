import type { Logger } from 'pino';

import type { Config } from '../config.ts';
import { type Actor, may } from './actor.ts';
import type { Clock } from './clock.ts';
import { type Client, type Context, openContext, type Who } from './context.ts';
import { cursorText, type Endpoint, type InputOf, type ReplyOf } from './contract.ts';
import type { Database } from './db.ts';
import type { FileStore } from './files.ts';
import type { Identity } from './identify.ts';
import { newId } from './ids.ts';
import type { Keys } from './keys.ts';
import type { Authenticate, Module, Route } from './module.ts';
import type { Listener } from './outbox.ts';
import { parseInput } from './parse.ts';
import { fieldProblem, Problem, notAllowed, signInNeeded } from './problems.ts';
import { shareLook } from './revisions.ts';

/** One running installation: what the modules and the ways in (HTTP, pages, commands, tests) share. */
export interface App {
  config: Config;
  db: Database;
  clock: Clock;
  log: Logger;
  files: FileStore;
  keys: Keys;
  modules: readonly Module[];
  listeners: readonly Listener[];
  routes: ReadonlyMap<string, Route>;
  authenticate: Authenticate;
  /** Calls an endpoint in a transaction of its own. `input` is checked like any outside input. */
  call<E extends Endpoint>(
    endpoint: E,
    input: InputOf<E>,
    who: { actor: Actor; requestId?: string; now?: Date; client?: Client; confirm?: Identity['confirm'] },
  ): Promise<ReplyOf<E>>;
  /** The same inside an open context. */
  perform(ctx: Context, endpoint: Endpoint, input: unknown): Promise<unknown>;
}

type Parts = Pick<App, 'config' | 'db' | 'clock' | 'log' | 'files' | 'keys' | 'modules' | 'authenticate'>;

function assertMay(actor: Actor, endpoint: Endpoint): void {
  if (endpoint.permission === 'public') return;
  if (actor.kind === 'public') throw new Problem(signInNeeded);
  if (actor.tokenScope === 'read' && endpoint.effect === 'write') throw new Problem(notAllowed);
  if (endpoint.permission !== 'signedIn' && !may(actor, endpoint.permission)) throw new Problem(notAllowed);
}

async function perform(ctx: Context, endpoint: Endpoint, input: unknown): Promise<unknown> {
  assertMay(ctx.actor, endpoint);
  const route = ctx.app.routes.get(endpoint.name);
  if (!route) throw new Error(`no handler for endpoint ${endpoint.name}`);
  const parsed = parseInput(endpoint, input);
  const reply = await route.handle(ctx, parsed);
  if (endpoint.personal) ctx.emit(personalRead(ctx, endpoint, parsed));
  return reply;
}

/** A refusal that leaves a trace becomes a value until its transaction has been committed. */
function keptProblem(error: unknown): Problem {
  if (error instanceof Problem && error.keep) return error;
  throw error;
}

function personalRead(ctx: Context, endpoint: Endpoint, input: unknown) {
  return {
    unitId: 'audit',
    stream: `audit:${ctx.actor.id}`,
    kind: 'audit.personalRead',
    payload: { endpoint: endpoint.name, input },
  };
}

/** The actor is not whom he was taken for any more; nothing was done, and the caller has to identify him anew. */
export class Outdated extends Error {}

/** What was done for an actor counts only if he is still whom he was taken for, and so does a refusal. */
async function confirmed<T>(work: Promise<T>, still: Promise<boolean> | undefined): Promise<T> {
  if (!still) return work;
  const [done, sure] = await Promise.allSettled([work, still]);
  if (sure.status === 'rejected') throw sure.reason;
  if (!sure.value) throw new Outdated();
  if (done.status === 'rejected') throw done.reason;
  return done.value;
}

/** The place of a text with a sign that no database keeps. */
function pathOfNul(value: unknown, path: readonly string[] = []): string | undefined {
  if (typeof value === 'string') return value.includes('\0') ? path.join('.') : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value)
    .map(([key, inner]) => pathOfNul(inner, [...path, key]))
    .find((found) => found !== undefined);
}

/** What the database could not read though the contract lets it pass is told at its field: a cursor of another list, a NUL in a text. */
function unreadable(error: unknown, input: unknown): unknown {
  if (!(error as { code?: string } | undefined)?.code?.startsWith('22')) return error;
  const path = pathOfNul(input);
  if (path !== undefined)
    return fieldProblem(
      path,
      'Có ký tự không in được (NUL); hãy xóa và nhập lại.',
      'There is a sign that cannot be printed (NUL); delete it and type the text again.',
    );
  const hasCursor = typeof (input as { cursor?: unknown } | undefined)?.cursor === 'string';
  return hasCursor ? fieldProblem('cursor', cursorText.vi, cursorText.en) : error;
}

/** Assembles an installation from its parts. Throws when two endpoints share a name. */
export function createApp(parts: Parts): App {
  const routes = new Map<string, Route>();
  for (const route of parts.modules.flatMap((m) => m.routes ?? [])) {
    if (routes.has(route.endpoint.name)) throw new Error(`endpoint ${route.endpoint.name} is declared twice`);
    routes.set(route.endpoint.name, route);
  }
  const app: App = {
    ...parts,
    routes,
    listeners: parts.modules.flatMap((m) => m.listeners ?? []),
    perform,
    call: async (endpoint, input, { actor, requestId, client, confirm, now = parts.clock.now() }) => {
      const who: Who = { actor, now, requestId: requestId ?? newId(now), ...(client ? { client } : {}) };
      const within =
        endpoint.effect === 'write' || endpoint.personal
          ? endpoint.snapshot
            ? parts.db.writeSnapshot
            : parts.db.write
          : endpoint.snapshot
            ? parts.db.snapshot
            : parts.db.read;
      const reply = await within(async (tx) => {
        const seen = confirm?.();
        // Who wants all to be of one moment looks for himself.
        if (seen && !endpoint.snapshot) shareLook(tx, seen.revisions);
        const ctx = openContext(app, tx, who);
        const made = await confirmed(perform(ctx, endpoint, input), seen?.isSame).catch(keptProblem);
        await ctx.flush();
        return made;
      }).catch((error: unknown) => {
        throw unreadable(error, input);
      });
      if (reply instanceof Problem) throw reply;
      return reply as never;
    },
  };
  return app;
}
