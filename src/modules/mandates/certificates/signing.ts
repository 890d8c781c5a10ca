import type { Context } from '../../../kit/context.ts';
import { Problem } from '../../../kit/problems.ts';
import { badCertificate } from '../problems.ts';
import { certificateMessages } from './messages.ts';
import { type CertificateFault, judgeSerial, serialOf } from './rules.ts';
import { getSigning } from './store.ts';

const said = (lang: 'vi' | 'en', fault: CertificateFault) => certificateMessages[lang].faults[fault];

/**
 * The certificate a signature stands on, or undefined where none of the units signs with certificates today.
 * @throws badCertificate, at the field `serial`, where one does and the serial number is none, unknown, somebody else's,
 *   not yet valid, expired or revoked
 */
export async function certificateFor(
  ctx: Context,
  by: { serial: string | undefined; personId: string; unitIds: readonly string[] },
): Promise<string | undefined> {
  const serial = serialOf(by.serial ?? '');
  const { isDuty, found } = await getSigning(ctx.tx, { unitIds: by.unitIds, day: ctx.today, serial });
  if (!isDuty) return undefined;
  const judged = judgeSerial(found, { ...by, at: ctx.now });
  if (!('fault' in judged)) return judged.certificate.id;
  const message = { vi: said('vi', judged.fault), en: said('en', judged.fault) };
  throw new Problem(badCertificate, { detail: message, fields: [{ path: 'serial', message }] });
}
