import type { z } from 'zod';

import type { Context } from '../../../kit/context.ts';
import { namesFor } from '../actions/view.ts';
import type { certificateReply } from './contract.ts';
import { type Certificate, standingAt } from './rules.ts';

export type CertificateView = z.output<typeof certificateReply>;

/** Certificates as replies show them, with names of today and how they stand now. */
export async function certificateViews(
  ctx: Context,
  certificates: readonly Certificate[],
): Promise<CertificateView[]> {
  const names = await namesFor(
    ctx,
    certificates.flatMap((one) => one.personId ?? []),
    ctx.today,
  );
  return certificates.map((one) => {
    const { unitId, personId, from, to, ...rest } = one;
    return {
      ...rest,
      unit: names.unit(unitId),
      ...(personId && { person: names.person(personId) }),
      validFrom: from,
      validTo: to,
      standing: standingAt(one, ctx.now),
    };
  });
}
