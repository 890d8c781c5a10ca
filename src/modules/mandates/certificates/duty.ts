import { may } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { newId } from '../../../kit/ids.ts';
import { fieldProblem, missing, notAllowed, Problem } from '../../../kit/problems.ts';
import { existsOn, loadSnapshot } from '../../organisations/index.ts';
import { alreadyEnded, dutyStands, unitNotThere } from '../problems.ts';
import { plain } from '../rules/plain.ts';
import { lockRevision } from '../store/facts.ts';
import type * as contract from './contract.ts';
import { type CertificateDuty, evolveDuty } from './rules.ts';
import { insertDuty, listDuties, lockDuty, saveDuty } from './store.ts';

/** From its first day on nobody signs for the unit without a certificate; never for days that have passed. */
export async function stateCertificateDutyAction(
  ctx: Context,
  input: ParsedOf<typeof contract.stateCertificateDuty>,
): Promise<ReplyOf<typeof contract.stateCertificateDuty>> {
  const { unitId, from, id = newId(ctx.now) } = input;
  if (!may(ctx.actor, 'mandate.edit', unitId)) throw new Problem(notAllowed);
  await lockRevision(ctx.tx);
  const snapshot = await loadSnapshot(ctx.tx);
  if (!snapshot.units.has(unitId)) missing();
  if (!existsOn(snapshot, unitId, from)) throw new Problem(unitNotThere);
  if (from < ctx.today)
    throw fieldProblem(
      'from',
      'Quy định không có hiệu lực trở về trước.',
      'It cannot begin on a day that has passed.',
    );
  const standing = await listDuties(ctx.tx, unitId);
  if (standing.some((one) => one.to === undefined || one.to > from)) throw new Problem(dutyStands);
  const duty: CertificateDuty = { id, unitId, from, paper: plain(input.paper) };
  await insertDuty(ctx.tx, duty);
  ctx.emit({
    unitId,
    stream: `certificateDuty:${id}`,
    kind: 'certificateDuty.stated',
    payload: { duty },
  });
  return { id };
}

export async function endCertificateDutyAction(
  ctx: Context,
  { id, on, ...input }: ParsedOf<typeof contract.endCertificateDuty>,
): Promise<ReplyOf<typeof contract.endCertificateDuty>> {
  const duty = (await lockDuty(ctx.tx, id)) ?? missing();
  if (!may(ctx.actor, 'mandate.edit', duty.unitId)) throw new Problem(notAllowed);
  if (on <= duty.from)
    throw fieldProblem(
      'on',
      'Ngày kết thúc phải sau ngày bắt đầu.',
      'The first day without effect must come after the first day.',
    );
  if (duty.to !== undefined && duty.to <= on) throw new Problem(alreadyEnded);
  const paper = plain(input.paper);
  await saveDuty(ctx.tx, evolveDuty(duty, { what: 'ended', on, paper })!);
  ctx.emit({
    unitId: duty.unitId,
    stream: `certificateDuty:${id}`,
    kind: 'certificateDuty.ended',
    payload: { on, paper },
  });
  return { id, unitId: duty.unitId };
}
