import { randomInt, timingSafeEqual } from 'node:crypto';

import type { Context } from '../../kit/context.ts';

/** Letters and digits that nobody mistakes for one another when reading them from a slip. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 10;

/** What opens a case without an account: 10 signs, about 49 bits, guessed at no faster than `allowTry` lets. */
export const newCaseSecret = (): string =>
  Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');

/** Small letters, spaces and hyphens of whoever copies it from a slip are no difference. */
export const secretHash = (ctx: Context, secret: string): string =>
  ctx.app.keys.mac(`case-secret:${secret.replaceAll(/[\s-]/g, '').toUpperCase()}`);

export function isSecret(ctx: Context, given: string | undefined, hash: string | null): boolean {
  if (!given || !hash) return false;
  const [a, b] = [Buffer.from(secretHash(ctx, given)), Buffer.from(hash)];
  const fits = a.length === b.length && timingSafeEqual(a, b);
  if (!fits) count(ctx);
  return fits;
}

/** Whether whoever asks is the person to whom a case, a draft or an offer belongs: by secret or by account. */
export const isOwner = (
  ctx: Context,
  row: { accountId: string | null; secretHash: string | null },
  secret: string | undefined,
): boolean =>
  isSecret(ctx, secret, row.secretHash) || (ctx.actor.kind === 'account' && row.accountId === ctx.actor.id);

/** What a page drawn for a draft carries to save what is typed there: it opens nothing and reads nothing. */
export const ticketOf = (app: Context['app'], draftId: string): string =>
  app.keys.mac(`draft-ticket:${draftId}`);

/** Finds a person's cases again without keeping his number in the clear beside them. */
export const applicantKey = (ctx: Context, personalId: string | undefined): string | null =>
  personalId ? ctx.app.keys.mac(`applicant:${personalId.replaceAll(/\s/g, '').toUpperCase()}`) : null;

const WINDOW_MS = 60_000;
const MOST = 30;
const REMEMBERED = 10_000;
const tries = new Map<string, { since: number; count: number }>();

function current(ctx: Context, ip: string): { since: number; count: number } {
  const now = ctx.app.clock.wall().getTime();
  const known = tries.get(ip);
  return known && now - known.since < WINDOW_MS ? known : { since: now, count: 0 };
}

function count(ctx: Context): void {
  const ip = ctx.client?.ip;
  if (!ip) return;
  const { since, count: before } = current(ctx, ip);
  if (tries.size >= REMEMBERED) tries.clear();
  tries.set(ip, { since, count: before + 1 });
}

/**
 * Whether one more secret may be tried from this address of the network in this minute. Only wrong ones count: a hall
 * full of people with their own secrets shares one address.
 */
export function allowTry(ctx: Context): boolean {
  const ip = ctx.client?.ip;
  return !ip || current(ctx, ip).count < MOST;
}
