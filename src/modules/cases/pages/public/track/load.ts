import type { ReplyOf } from '../../../../../kit/contract.ts';
import type { PageContext } from '../../../../../kit/page.ts';
import { openOwnCase, trackCase } from '../../../contract.ts';
import { proofOf } from '../access.tsx';

export type Tracked = ReplyOf<typeof trackCase>;
export type Own = ReplyOf<typeof openOwnCase>;

export const codeOf = (p: PageContext): string => p.params['code']!;

const isCode = (text: string): boolean => text.length >= 6 && text.length <= 80;

/** Whether a secret (or the account) opens the case of the address. */
export const opensCase = async (p: PageContext, secret: string | undefined): Promise<boolean> => {
  const code = codeOf(p);
  if (!isCode(code) || (!secret && p.actor.kind !== 'account')) return false;
  return (await p.maybe(trackCase, { code, ...(secret && { secret }) })) !== undefined;
};

export async function findTracked(p: PageContext): Promise<Tracked | undefined> {
  const code = codeOf(p);
  const proof = proofOf(p, code);
  if (!isCode(code) || (!proof.secret && p.actor.kind !== 'account')) return undefined;
  return p.maybe(trackCase, { code, ...proof });
}

/** The case of the address with what proves the right to it, for the endpoints of the applicant. */
export async function proven(p: PageContext): Promise<{ id: string; secret?: string }> {
  const { id } = (await findTracked(p))!;
  return { id, ...proofOf(p, codeOf(p)) };
}

export const addressOf = (p: PageContext): string => `/track/${encodeURIComponent(codeOf(p))}`;
