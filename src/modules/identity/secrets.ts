import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

import { hash, verify } from '@node-rs/argon2';

import type { Keys } from '../../kit/keys.ts';

/** OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Passwords are compared in composed form: the same Vietnamese letters typed on two keyboards are the same password. */
const composed = (password: string): string => password.normalize('NFC');

export const hashPassword = (password: string): Promise<string> => hash(composed(password), COST);

let decoy: Promise<string> | undefined;

/** Checks a password; takes as long when there is none to check against, so that the time tells nothing. */
export async function passwordFits(stored: string | null | undefined, password: string): Promise<boolean> {
  const against = stored ?? (await (decoy ??= hashPassword(randomBytes(16).toString('hex'))));
  const fits = await verify(against, composed(password));
  return fits && stored !== null && stored !== undefined;
}

/** Session and access tokens carry 256 random bits, so one round of SHA-256 is enough to store them. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

const keyOf = (keys: Keys): Buffer => Buffer.from(keys.mac('identity.totp'), 'base64url');

/** Encrypts a one-time-password secret with a key of this installation (AES-256-GCM: nonce, tag, text). */
export function sealSecret(keys: Keys, text: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(keys), nonce);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** @throws Error when the bytes were sealed by another installation or changed. */
export function openSecret(keys: Keys, sealed: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(keys), sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8');
}

/** The address in the form in which it is compared: without case and compatibility forms. */
export const emailKey = (email: string): string => email.normalize('NFKC').trim().toLowerCase();

/** How wrong sign-ins are counted: people type passwords into the address field, so the text itself is not kept. */
export const attemptKey = (keys: Keys, email: string): string =>
  keys.mac(`identity.attempt:${emailKey(email)}`);
