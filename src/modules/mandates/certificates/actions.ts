import { may } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { dayOf } from '../../../kit/day.ts';
import { newId } from '../../../kit/ids.ts';
import { fieldProblem, missing, notAllowed, Problem } from '../../../kit/problems.ts';
import { existsOn, loadSnapshot, unitAround } from '../../organisations/index.ts';
import { namesFor } from '../actions/view.ts';
import { loadMandates } from '../current.ts';
import { certificateRevoked, certificateTaken, unitNotThere } from '../problems.ts';
import { staffOn } from '../proof/listing.ts';
import { placesOf } from '../proof/places.ts';
import { listPositionsHeld } from '../store/people.ts';
import type * as contract from './contract.ts';
import { readCertificate } from './read.ts';
import { type Certificate, evolveCertificate } from './rules.ts';
import * as store from './store.ts';
import { certificateViews } from './view.ts';

const isOwn = (ctx: Context, personId: string | undefined): boolean =>
  personId !== undefined && ctx.actor.personId === personId && ctx.actor.tokenScope !== 'read';

/** Everybody keeps his own certificate; those of others and of the unit are kept by who assigns there. */
function assertMayKeep(ctx: Context, of: { unitId: string; personId?: string | undefined }): void {
  if (!isOwn(ctx, of.personId) && !may(ctx.actor, 'mandate.assign', of.unitId)) throw new Problem(notAllowed);
}

export async function registerCertificateAction(
  ctx: Context,
  input: ParsedOf<typeof contract.registerCertificate>,
): Promise<ReplyOf<typeof contract.registerCertificate>> {
  const { unitId, personId, id = newId(ctx.now) } = input;
  assertMayKeep(ctx, { unitId, personId });
  const snapshot = await loadSnapshot(ctx.tx);
  if (!snapshot.units.has(unitId)) missing();
  if (!existsOn(snapshot, unitId, ctx.today)) throw new Problem(unitNotThere);
  const staff = personId && staffOn(await loadMandates(ctx.tx), placesOf(snapshot), unitId, ctx.today);
  if (staff && !staff.some((one) => one.personId === personId))
    throw fieldProblem(
      'personId',
      'Hôm nay người này không giữ chức vụ nào tại cơ quan.',
      'This person holds no position in the unit today.',
    );
  const { der, ...read } = readCertificate(input.content, ctx.now);
  const recordedAt = ctx.now.toISOString();
  const certificate: Certificate = { id, unitId, ...(personId && { personId }), ...read, recordedAt };
  if (!(await store.insertCertificate(ctx.tx, certificate))) {
    const [before] = await store.listCertificatesOf(ctx.tx, { serial: read.serial });
    const name = before && unitAround(snapshot, before.unitId, ctx.today);
    throw new Problem(certificateTaken, {
      detail: {
        vi: `Số hiệu ${read.serial} đã đăng ký tại ${name?.nameVi ?? '–'}.`,
        en: `Serial number ${read.serial} is registered with ${name?.nameEn ?? '–'}.`,
      },
    });
  }
  ctx.emit({
    unitId,
    stream: `certificate:${id}`,
    kind: 'certificate.registered',
    payload: { certificate, file: der },
  });
  return { id };
}

export async function revokeCertificateAction(
  ctx: Context,
  input: ParsedOf<typeof contract.revokeCertificate>,
): Promise<ReplyOf<typeof contract.revokeCertificate>> {
  const { id, on, reason } = input;
  const certificate = (await store.lockCertificate(ctx.tx, id)) ?? missing();
  assertMayKeep(ctx, certificate);
  if (certificate.revoked) throw new Problem(certificateRevoked);
  if (on < dayOf(new Date(certificate.from)) || on > dayOf(new Date(certificate.to)))
    throw fieldProblem(
      'on',
      'Ngày thu hồi phải nằm trong thời hạn của chứng thư.',
      'The day must lie within the time of the certificate.',
    );
  const revoked = { on, reason, recordedAt: ctx.now.toISOString() };
  await store.saveCertificate(ctx.tx, evolveCertificate(certificate, { what: 'revoked', revoked })!);
  ctx.emit({
    unitId: certificate.unitId,
    stream: `certificate:${id}`,
    kind: 'certificate.revoked',
    payload: { revoked },
  });
  return { id };
}

export async function getCertificateAction(
  ctx: Context,
  { id }: ParsedOf<typeof contract.getCertificate>,
): Promise<ReplyOf<typeof contract.getCertificate>> {
  const certificate = (await store.findCertificate(ctx.tx, id)) ?? missing();
  return (await certificateViews(ctx, [certificate]))[0]!;
}

export async function listCertificatesAction(
  ctx: Context,
  { unitId }: ParsedOf<typeof contract.listCertificates>,
): Promise<ReplyOf<typeof contract.listCertificates>> {
  if (!(await loadSnapshot(ctx.tx)).units.has(unitId)) missing();
  const [found, duties, names] = [
    await store.listCertificatesOf(ctx.tx, { unitId }),
    await store.listDuties(ctx.tx, unitId),
    await namesFor(ctx, [], ctx.today),
  ];
  const unit = names.unit(unitId);
  return {
    unit,
    items: await certificateViews(ctx, found),
    duties: duties.map(({ id, from, to, paper, endPaper }) => ({
      id,
      unit,
      from,
      ...(to !== undefined && { to }),
      paper,
      ...(endPaper && { endPaper }),
    })),
  };
}

export async function listMyCertificatesAction(
  ctx: Context,
): Promise<ReplyOf<typeof contract.listMyCertificates>> {
  const { personId } = ctx.actor;
  if (personId === undefined) return { items: [], units: [], isDuty: false };
  const names = await namesFor(ctx, [], ctx.today);
  const held = await listPositionsHeld(ctx.tx, personId, ctx.today);
  const unitIds = [...new Set(held.map((one) => one.unitId))];
  const { isDuty } = await store.getSigning(ctx.tx, { unitIds, day: ctx.today, serial: '' });
  return {
    items: await certificateViews(ctx, await store.listCertificatesOf(ctx.tx, { personId })),
    units: unitIds.map(names.unit),
    isDuty,
  };
}
