import type { Context } from '../../../kit/context.ts';
import { certificateFor } from '../../mandates/index.ts';
import type { By } from '../rules/model.ts';
import { servingFor } from './placing.ts';
import type { Held } from './steps.ts';

/**
 * The registered certificate a signature stands on; undefined where neither the deciding unit nor the signer's signs with
 * certificates. Refused before anything is written, so the case stays approved and waits (R25).
 */
export async function signingCertificate(
  ctx: Context,
  { row: { state }, ground }: Held,
  by: By,
  serial: string | undefined,
): Promise<string | undefined> {
  if (by.as !== 'official') return undefined;
  const deciding = state.places.decision ?? state.places.reception;
  const unitIds = [
    ...new Set([by.unitId ?? deciding, deciding, servingFor(ground.snapshot, deciding, ctx.today)]),
  ];
  return certificateFor(ctx, { serial, personId: by.person ?? '', unitIds });
}
