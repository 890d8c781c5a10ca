import { timingSafeEqual } from 'node:crypto';

import type { Context } from '../../../kit/context.ts';

const LENGTH = 16;

const proof = (ctx: Pick<Context, 'app'>, caseCode: string): string =>
  ctx.app.keys.mac(`printed-result:${caseCode}`).slice(0, LENGTH);

/** What the QR code of a result leads to: the code of the case with a proof that cannot be counted up to others. */
export const checkCode = (ctx: Pick<Context, 'app'>, caseCode: string): string =>
  `${caseCode}.${proof(ctx, caseCode)}`;

/** The case code of a check code that is genuine; undefined for any other text. */
export function readCheckCode(ctx: Pick<Context, 'app'>, text: string): string | undefined {
  const at = text.lastIndexOf('.');
  const [caseCode, given] = [text.slice(0, at).toUpperCase(), Buffer.from(text.slice(at + 1))];
  const wanted = Buffer.from(proof(ctx, caseCode));
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? caseCode : undefined;
}
