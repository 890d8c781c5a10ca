import type { Context } from '../../../kit/context.ts';
import type { ReplyOf } from '../../../kit/contract.ts';
import { dayOf } from '../../../kit/day.ts';
import type { checkAct } from '../contract/proof.ts';
import { type Certificate, serialOf, standingAt, stoodAt } from './rules.ts';
import { getSigning, listCertificatesOf } from './store.ts';
import { certificateViews } from './view.ts';

interface Asked {
  personId: string;
  unitId: string;
  day: string;
  at?: string | undefined;
  serial?: string | undefined;
}
type Answer = Pick<ReplyOf<typeof checkAct>, 'mustBear' | 'serialUnknown' | 'certificates'>;

/** The certificates a signature names, or those of the signer, as each stood at the moment of the signature. */
export async function certificatesAt(
  ctx: Context,
  { personId, unitId, day, at, serial }: Asked,
  signedFor: string | undefined,
): Promise<Answer> {
  const moment = new Date(at ?? `${day}T12:00:00+07:00`);
  const unitIds = [...new Set([unitId, signedFor ?? unitId])];
  const number = serial ? serialOf(serial) : '';
  const { isDuty, found } = await getSigning(ctx.tx, { unitIds, day: dayOf(moment), serial: number });
  const shown: Certificate[] = number === '' ? await listCertificatesOf(ctx.tx, { personId }) : found;
  const views = await certificateViews(ctx, shown);
  return {
    mustBear: isDuty,
    serialUnknown: number !== '' && found.length === 0,
    certificates: shown.map((one, i) => ({
      certificate: views[i]!,
      stood: stoodAt(one, moment),
      standsNow: standingAt(one, moment),
      isOwn: one.personId === undefined ? unitIds.includes(one.unitId) : one.personId === personId,
    })),
  };
}
