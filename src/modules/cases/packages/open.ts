import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import type { Text } from '../../../kit/i18n.ts';
import { newId } from '../../../kit/ids.ts';
import { fieldProblem, Problem } from '../../../kit/problems.ts';
import { storeFile } from '../../documents/index.ts';
import { loadSnapshot, provinceOf, type Snapshot, unitAround } from '../../organisations/index.ts';
import type { EffectiveVersion } from '../../procedures/contract.ts';
import { competentPlace } from '../../procedures/index.ts';
import { applyEvents, standingOf } from '../actions/apply.ts';
import { receiveCaseAction } from '../actions/intake.ts';
import { offeredToday } from '../actions/placing.ts';
import { receiveCase } from '../contract/intake.ts';
import { notPublished } from '../contract/problems.ts';
import type { Provenance } from '../rules/content.ts';
import { findById, lockCase } from '../store/caseFile.ts';
import { type Unpacked, unpackCase } from './archive.ts';
import { brokenPackage, type lookAtPackage, type openPackage, packageUnfit } from './contract.ts';
import { type Fit, fitPackage, isLoss } from './fit.ts';

interface Looked {
  of: Unpacked;
  version: EffectiveVersion;
  snapshot: Snapshot;
  fit: Fit;
}

function opened(content: string): Unpacked {
  if (/[^A-Za-z0-9+/_\-=\s]/.test(content))
    throw fieldProblem('content', 'Nội dung phải ở dạng base64.', 'The content must be base64.');
  const of = unpackCase(Buffer.from(content, 'base64'));
  if ('fault' in of)
    throw new Problem(brokenPackage, { detail: of.fault, fields: [{ path: 'content', message: of.fault }] });
  return of;
}

/** Opens the package and lays it against the version in force where it is to be received. */
async function look(
  ctx: Context,
  { content, receptionUnitId }: { content: string; receptionUnitId: string },
): Promise<Looked> {
  const of = opened(content);
  const { code } = of.content.procedure;
  const [snapshot, offered] = await Promise.all([
    loadSnapshot(ctx.tx),
    offeredToday(ctx, { procedureCode: code }),
  ]);
  const version = await offered(provinceOf(snapshot, receptionUnitId, ctx.today)?.id);
  if (!version) {
    const named: Text = { vi: `Thủ tục ${code} của gói.`, en: `Procedure ${code} of the package.` };
    throw new Problem(notPublished, { detail: named, fields: [{ path: 'content', message: named }] });
  }
  const hasUnit = (id: string): boolean => unitAround(snapshot, id, ctx.today) !== undefined;
  return { of, version, snapshot, fit: fitPackage(of, version, { today: ctx.today, hasUnit }) };
}

export async function lookAtPackageAction(
  ctx: Context,
  input: ParsedOf<typeof lookAtPackage>,
): Promise<ReplyOf<typeof lookAtPackage>> {
  const { of, version, fit } = await look(ctx, input);
  const { content, digest } = of;
  const { vi, en = vi } = version.content.name;
  return {
    digest,
    exportedAt: content.exportedAt,
    fromName: content.from.name,
    ...(content.case.code && { code: content.case.code }),
    procedureCode: version.code,
    procedureName: { vi, en },
    applicantName: content.applicant.fullName,
    events: content.events.length,
    lines: fit.lines.map((line) => ({ ...line })),
    losses: fit.lines.filter(isLoss).length,
  };
}

/** Where every value of the new case comes from: the package, and who opened it. */
function originOf(ctx: Context, { content }: Unpacked): Provenance {
  const { code, id } = content.case;
  return {
    source: 'earlierCase',
    at: content.exportedAt,
    database: `Gói hồ sơ ${code ?? id} – ${content.from.name}`.slice(0, 200),
    ...(ctx.actor.personId && { by: ctx.actor.personId }),
  };
}

/** Keeps the files that are taken, each once, for the unit of the desk; their ids by digest. */
async function keepFiles(ctx: Context, unitId: string, { of, fit }: Looked): Promise<Map<string, string>> {
  const wanted = new Set(fit.components.flatMap(({ files }) => files));
  const ids = new Map<string, string>();
  for (const { name, sha256 } of of.content.files) {
    const bytes = of.files.get(sha256);
    if (!bytes || !wanted.has(sha256) || ids.has(sha256)) continue;
    ids.set(sha256, (await storeFile(ctx, { unitId, name, classification: 'internal', bytes })).id);
  }
  return ids;
}

function intakeOf(
  ctx: Context,
  looked: Looked,
  to: { id: string; unitId: string; files: Map<string, string> },
) {
  const { of, version, snapshot, fit } = looked;
  const { applicant, representative, coApplicants, delivery, places, procedure } = of.content;
  const { place } = places;
  const known = place && unitAround(snapshot, place.id, ctx.today) ? place.id : undefined;
  const origin = originOf(ctx, of);
  return receiveCase.input.parse({
    id: to.id,
    procedureCode: procedure.code,
    receptionUnitId: to.unitId,
    placeUnitId: competentPlace(version.content, fit.values) ?? known,
    applicant,
    representative,
    coApplicants,
    delivery,
    values: fit.values,
    provenance: Object.fromEntries(Object.keys(fit.values).map((key) => [key, origin])),
    components: fit.components.map(({ component, form, count, files }) => ({
      component,
      form,
      count,
      fileIds: files.flatMap((one) => to.files.get(one) ?? []),
    })),
  });
}

/** Says in the new case which package it was opened from, by its digest. */
async function noteOrigin(ctx: Context, id: string, { of, fit }: Looked) {
  const { content, digest } = of;
  const left = fit.lines.filter(isLoss).map(({ label }) => label.vi);
  const text = [
    `Mở từ gói hồ sơ ${content.case.code ?? content.case.id} của ${content.from.name}, bản kê SHA-256 ${digest}.`,
    ...(left.length > 0 ? [`Không nhận: ${left.join('; ')}.`] : []),
  ].join(' ');
  const row = await lockCase(ctx.tx, ctx.actor, id);
  const { personId } = ctx.actor;
  const by = { as: 'official' as const, ...(personId && { person: personId }), unitId: row.unitId };
  return applyEvents(ctx, row, [
    { type: 'case.noted', at: ctx.now.toISOString(), by, text: text.slice(0, 2000) },
  ]);
}

/** Opens a new case of a package in one transaction: whatever is refused on the way leaves nothing behind. */
export async function openPackageAction(
  ctx: Context,
  input: ParsedOf<typeof openPackage>,
): Promise<ReplyOf<typeof openPackage>> {
  const looked = await look(ctx, input);
  const losses = looked.fit.lines.filter(isLoss);
  if (losses.length > 0 && !input.leaveOut)
    throw new Problem(packageUnfit, {
      fields: losses.map(({ label, reason }) => ({
        path: 'content',
        message: { vi: `${label.vi}: ${reason!.vi}`, en: `${label.en}: ${reason!.en}` },
      })),
    });
  const id = input.id ?? newId(ctx.now);
  const unitId = input.receptionUnitId;
  const isThere = (await findById(ctx.tx, id)) !== undefined;
  const files = isThere ? new Map<string, string>() : await keepFiles(ctx, unitId, looked);
  const made = await receiveCaseAction(ctx, intakeOf(ctx, looked, { id, unitId, files }));
  const row = isThere ? await lockCase(ctx.tx, ctx.actor, made.id) : await noteOrigin(ctx, made.id, looked);
  return { ...standingOf(row), leftOut: losses.length };
}
