import type { ComponentChildren } from 'preact';

import { type Actor, may } from './actor.ts';
import type { App } from './app.ts';
import type { Client } from './context.ts';
import type { Endpoint, FileReply, InputOf, Permission, ReplyOf } from './contract.ts';
import type { Day } from './day.ts';
import { type Lang, type Text } from './i18n.ts';
import { typedFields } from './parse.ts';
import { Problem, notFound } from './problems.ts';

/** A file that came with a form. */
export interface Upload {
  filename: string;
  type: string;
  bytes: Buffer;
}

/** Form fields as sent: text, several texts of one name, or files. */
export type Fields = Record<string, string | string[] | Upload>;

/** What a form looked like when it was refused: everything typed is kept. */
export interface FormState {
  form: string;
  values: Record<string, string | string[]>;
  /** Message by field path, in the reader's language. */
  errors: Record<string, string>;
  problem: { code: string; title: string; detail?: string; remedy: string };
}

export interface PageContext {
  app: App;
  actor: Actor;
  requestId: string;
  client: Client;
  lang: Lang;
  now: Date;
  today: Day;
  params: Record<string, string>;
  query: Record<string, string>;
  /** Path with query, for links back. */
  url: string;
  theme: 'auto' | 'light' | 'dark';
  csrf: string;
  flash?: string;
  /** What of the address was refused and left out: as it was typed, and what is wrong with it. */
  leftOut?: readonly { typed: string; message: string }[];
  form?: FormState;
  call<E extends Endpoint>(endpoint: E, input: InputOf<E>): Promise<ReplyOf<E>>;
  /** The same, undefined where the answer is 404. */
  maybe<E extends Endpoint>(endpoint: E, input: InputOf<E>): Promise<ReplyOf<E> | undefined>;
  /** Calls with texts from the query string, typed by the contract. */
  callWithQuery<E extends Endpoint>(endpoint: E, extra?: Record<string, unknown>): Promise<ReplyOf<E>>;
  can(permission: string, unitId?: string): boolean;
  setSession(token: string | undefined): void;
  /** What a page kept in this browser under a name, while it lasts. */
  kept(name: string): string | undefined;
  /** Keeps a text in this browser alone for so many seconds, sealed: for secrets, which no address may hold. */
  keep(name: string, value: string, seconds: number): void;
}

export interface View {
  title: string;
  body: ComponentChildren;
  /** Which entry of the navigation is the current one. */
  nav?: string;
  crumbs?: { href: string; text: string }[];
  /** One line for search engines and link previews. */
  description?: string;
  wide?: boolean;
  /** Nothing around the matter: for screens on a wall. */
  bare?: boolean;
  status?: number;
}

export interface Redirect {
  redirect: string;
  flash?: Text | undefined;
  /** The address moved for good. */
  permanent?: boolean;
}

export type PageReply = View | Redirect | { file: FileReply };
/** Answers a form: usually a redirect; a view where a secret is shown once and must not be found again. */
export type FormHandler = (p: PageContext, fields: Fields) => Promise<PageReply>;

/** A screen: a client of the contracts like any other. A refused form shows the page again with what was typed. */
export interface Page {
  path: string;
  permission: Permission;
  area: 'portal' | 'workbench';
  get: (p: PageContext) => Promise<PageReply>;
  /** Handlers of POST to the same path; the hidden field `form` picks one. */
  forms?: Record<string, FormHandler>;
}

export const page = (definition: Page): Page => definition;

/** The text of a field; blank for one that is missing, sent several times, or a file. */
export const textOf = (fields: Fields, name: string): string => {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
};

const texts = (fields: Fields): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'csrf' && name !== 'form'));

/** A form that sends its fields to an endpoint: `input` may rearrange them, `then` says where to go. */
export function submits<E extends Endpoint>(
  endpoint: E,
  options: {
    input?: (fields: Record<string, unknown>, p: PageContext) => Record<string, unknown>;
    then: (reply: ReplyOf<E>, p: PageContext) => Redirect;
  },
): FormHandler {
  return async (p, fields) => {
    const plain = texts(fields);
    const input = typedFields(endpoint, options.input ? options.input(plain, p) : plain);
    return options.then(await p.call(endpoint, input as InputOf<E>), p);
  };
}

/** Runs a call and turns its 404 into undefined. */
export async function maybeFound<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Problem && error.kind === notFound) return undefined;
    throw error;
  }
}

export const canOf =
  (actor: Actor) =>
  (permission: string, unitId?: string): boolean =>
    may(actor, permission, unitId);
