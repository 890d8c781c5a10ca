import type { Actor } from './actor.ts';
import type { App } from './app.ts';
import type { Block } from './blocks.ts';
import type { Context } from './context.ts';
import type { Endpoint, ParsedOf, Permission, ReplyOf } from './contract.ts';
import type { Tx } from './db.ts';
import type { Text } from './i18n.ts';
import type { Credentials } from './identify.ts';
import type { Listener } from './outbox.ts';
import type { Page, PageContext } from './page.ts';

/** An endpoint with its action. */
export interface Route {
  endpoint: Endpoint;
  handle: (ctx: Context, input: never) => Promise<unknown>;
}

/** Binds an action to its endpoint, with the types of the contract. */
export function route<E extends Endpoint>(
  endpoint: E,
  handle: (ctx: Context, input: ParsedOf<E>) => Promise<ReplyOf<E>>,
): Route {
  return { endpoint, handle: handle };
}

/** Work that happens outside a request: mail, other systems. Retried by the queue; must be idempotent. */
export interface Job {
  name: string;
  run: (app: App, payload: never) => Promise<void>;
}

/** Work that returns at intervals; takes a lock, so of two processes one does it. */
export interface Schedule {
  name: string;
  everySeconds: number;
  run: (app: App) => Promise<void>;
}

export interface CommandResult {
  /** Printed with --json. */
  value: unknown;
  /** Printed without it. */
  lines: string[];
  /** 0 done, 1 found something wrong. Wrong use (2) is thrown as `WrongUse`. */
  exit?: 0 | 1;
}

/** A command was called with arguments it cannot use (exit code 2); the message says how it is used. */
export class WrongUse extends Error {}

/** A command of `npx lienthong`: `words` as typed, arguments after them. */
export interface Command {
  words: string;
  usage: string;
  summary: { vi: string; en: string };
  /** Answers without opening the installation; undefined where it takes one. Asked first. */
  apart?: (args: string[], options: Record<string, string>) => Promise<CommandResult | undefined>;
  run: (app: App, args: string[], options: Record<string, string>) => Promise<CommandResult>;
}

/** Recomputes this module's live tables from its events; each difference is named. */
export interface Replay {
  name: string;
  verify: (tx: Tx) => Promise<{ checked: number; differences: string[] }>;
}

/** Who stands behind session cookies or bearer tokens, one after another; undefined where neither is alive. */
export type Authenticate = (
  tx: Tx,
  credentials: readonly Credentials[],
  now: Date,
) => Promise<(Actor | undefined)[]>;

/** An entry of the navigation, shown to those who hold its permission. */
export interface NavEntry {
  key: string;
  area: 'portal' | 'workbench';
  /** Heading in the workbench's side navigation. */
  group?: 'work' | 'steer' | 'manage';
  /** Word behind which entries of the portal stand together; an entry without one stands in the line itself. */
  menu?: 'directing' | 'published' | 'support';
  order: number;
  href: string;
  text: Text;
  permission: Permission;
  /** The unit for which the permission is needed, where having it somewhere is not enough. */
  unitId?: string;
  /** How many things wait there for this person. */
  count?: (p: PageContext) => Promise<number>;
}

/** The manifest of a module. */
export interface Module {
  name: string;
  /** The module's folder (`import.meta.dirname`): its migrations lie in `migrations/`. */
  folder: string;
  routes?: readonly Route[];
  pages?: readonly Page[];
  nav?: readonly NavEntry[];
  /** A line over every page that everybody should read, while there is one; asked once for each page. */
  banner?: (p: PageContext) => Promise<string | undefined>;
  /** Parts of pages of earlier modules. */
  blocks?: readonly Block[];
  listeners?: readonly Listener[];
  jobs?: readonly Job[];
  schedules?: readonly Schedule[];
  commands?: readonly Command[];
  replays?: readonly Replay[];
}
