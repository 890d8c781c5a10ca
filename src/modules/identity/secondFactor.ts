import { randomBytes } from 'node:crypto';

import { Secret, TOTP } from 'otpauth';

import type { Context } from '../../kit/context.ts';
import type { Keys } from '../../kit/keys.ts';
import { openSecret } from './secrets.ts';
import { type AccountRow, saveTotp, useRecoveryCode } from './store/accounts.ts';

const PERIOD_S = 30;

/** RFC 6238 as authenticators understand it: SHA-1, six digits, 30 seconds. */
export const totpOf = (secret: string, label: string): TOTP =>
  new TOTP({
    issuer: 'Lienthong',
    label,
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_S,
  });

export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/**
 * The time step a code belongs to, one step early or late allowed for clocks that differ; undefined when it is wrong or
 * its step is not later than the last one used.
 */
export function stepOf(
  secret: string,
  code: string,
  wall: Date,
  lastStep: number | null,
): number | undefined {
  const delta = totpOf(secret, '').validate({
    token: code.replace(/\s/g, ''),
    timestamp: wall.getTime(),
    window: 1,
  });
  if (delta === null) return undefined;
  const step = Math.floor(wall.getTime() / 1000 / PERIOD_S) + delta;
  return lastStep === null || step > lastStep ? step : undefined;
}

const RECOVERY_LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const bare = (code: string): string => code.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** Ten codes of 60 bits, for the day the telephone is lost. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: 10 }, () => {
    const text = [...randomBytes(12)].map((b) => RECOVERY_LETTERS[b % RECOVERY_LETTERS.length]).join('');
    return `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`;
  });

/** How a recovery code is stored: a keyed hash bound to its account. */
export const recoveryMac = (keys: Keys, accountId: string, code: string): string =>
  keys.mac(`identity.recovery:${accountId}:${bare(code)}`);

/** Uses up a code of the authenticator or a recovery code; says which it was, undefined when it is neither. */
export async function codeFits(
  ctx: Context,
  account: AccountRow,
  code: string,
): Promise<'code' | 'recovery' | undefined> {
  if (!account.totpSecret) return undefined;
  if (/^[\d\s]{6,8}$/.test(code)) {
    const step = stepOf(
      openSecret(ctx.app.keys, account.totpSecret),
      code,
      ctx.app.clock.wall(),
      account.totpStep,
    );
    if (step === undefined) return undefined;
    await saveTotp(ctx.tx, account.id, { secret: account.totpSecret, step, pending: account.totpPending });
    return 'code';
  }
  const used = await useRecoveryCode(
    ctx.tx,
    account.id,
    recoveryMac(ctx.app.keys, account.id, code),
    ctx.now,
  );
  return used ? 'recovery' : undefined;
}
