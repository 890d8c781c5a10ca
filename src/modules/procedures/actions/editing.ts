import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { newId } from '../../../kit/ids.ts';
import { fieldProblem, missing, Problem } from '../../../kit/problems.ts';
import { loadSnapshot, ROOT, unitAsOf } from '../../organisations/index.ts';
import type * as contract from '../contract.ts';
import { notOpen } from '../contract/publish.ts';
import { assertMay } from '../rights.ts';
import { effectiveOf, laidOver } from '../rules/effective.ts';
import { evolve, type ProcedureEvent, type ProcedureState, versionOn } from '../rules/life.ts';
import { findPinned, lockProcedure, saveProcedure } from '../store/procedure.ts';
import { checksOf } from './checking.ts';

/** Saves what the events make of a procedure, and remembers them. */
export async function record(
  ctx: Context,
  was: ProcedureState,
  events: readonly ProcedureEvent[],
): Promise<ProcedureState> {
  const becomes = events.reduce(evolve, was);
  await saveProcedure(ctx.tx, was, becomes, ctx.now);
  for (const { kind, ...payload } of events)
    ctx.emit({ unitId: ROOT, stream: `procedure:${was.code}`, kind, payload });
  return becomes;
}

const nextNumber = (list: readonly { number: number }[]): number =>
  1 + Math.max(0, ...list.map((one) => one.number));

/** The draft to be changed, or the number and id of a new one. */
function draftOf(
  list: readonly { id: string; number: number; state: string }[],
  id: string | undefined,
  ctx: Context,
): { id: string; number: number } {
  if (id === undefined) return { id: newId(ctx.now), number: nextNumber(list) };
  const draft = list.find((one) => one.id === id);
  if (!draft) missing();
  if (draft.state !== 'draft') throw new Problem(notOpen);
  return draft;
}

export async function saveDraftAction(
  ctx: Context,
  { code, versionId, validFrom, content, transition, announcement }: ParsedOf<typeof contract.saveDraft>,
): Promise<ReplyOf<typeof contract.saveDraft>> {
  assertMay(ctx, 'procedure.edit');
  const state = await lockProcedure(ctx.tx, code, ctx.now);
  const { id, number } = draftOf(state.versions, versionId, ctx);
  const known = announcement ?? state.versions.find((one) => one.id === id)?.announcement;
  const saved = {
    versionId: id,
    number,
    validFrom,
    content,
    ...(transition && { transition }),
    ...(known && { announcement: known }),
  };
  await record(ctx, state, [{ kind: 'procedure.draftSaved', ...saved }]);
  return { id, number, checks: await checksOf(ctx.tx, code, content, validFrom) };
}

export async function saveOverlayAction(
  ctx: Context,
  { code, provinceId, overlayId, validFrom, content }: ParsedOf<typeof contract.saveOverlay>,
): Promise<ReplyOf<typeof contract.saveOverlay>> {
  assertMay(ctx, 'procedure.edit', provinceId);
  const province = unitAsOf(await loadSnapshot(ctx.tx), provinceId, validFrom);
  if (province?.level !== 'province')
    throw fieldProblem(
      'provinceId',
      'Không phải là tỉnh, thành phố vào ngày đó.',
      'Not a province on that day.',
    );
  const state = await lockProcedure(ctx.tx, code, ctx.now);
  if (state.versions.length === 0) missing();
  const own = state.overlays.filter((one) => one.provinceId === provinceId);
  const { id, number } = draftOf(own, overlayId, ctx);
  const saved = { overlayId: id, provinceId, number, validFrom, content };
  const becomes = await record(ctx, state, [{ kind: 'procedure.overlaySaved', ...saved }]);
  const national = versionOn(becomes, validFrom) ?? becomes.versions.at(-1)!;
  const checks = await checksOf(ctx.tx, code, laidOver(national.content, content), validFrom);
  return { id, number, checks };
}

export async function getVersionAction(
  ctx: Context,
  { id, overlayId }: ParsedOf<typeof contract.getVersion>,
): Promise<ReplyOf<typeof contract.getVersion>> {
  const found = await findPinned(ctx.tx, id, overlayId ?? null);
  if (!found) missing();
  const version = effectiveOf(found.version, found.overlay);
  const day = found.overlay?.validFrom ?? version.validFrom;
  return {
    version,
    overlay: found.overlay?.content,
    checks: await checksOf(ctx.tx, version.code, version.content, day),
  };
}
