import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { fieldProblem, missing, Problem } from '../../../kit/problems.ts';
import { loadSnapshot, unitAround } from '../../organisations/index.ts';
import type * as contract from '../contract.ts';
import { checksBlock, coverageGap, notOpen, versionsOverlap } from '../contract/publish.ts';
import { type GapLine, proveVersion } from '../coverage.ts';
import { assertMay } from '../rights.ts';
import type { CheckResult } from '../rules/checks/model.ts';
import { blocksIn } from '../rules/checks/run.ts';
import { diffOf } from '../rules/diff.ts';
import { effectiveOf, laidOver } from '../rules/effective.ts';
import {
  decideEnd,
  decideOverlay,
  decideOverlayEnd,
  decidePublish,
  holdsOn,
  type ProcedureEvent,
  type ProcedureState,
  type Refusal,
  versionOn,
} from '../rules/life.ts';
import type { Announcement, Day, EffectiveVersion } from '../rules/model.ts';
import { findCodeOf, loadProcedure, lockProcedure } from '../store/procedure.ts';
import { checksOf } from './checking.ts';
import { record } from './editing.ts';

async function codeOf(ctx: Context, id: string): Promise<string> {
  return (await findCodeOf(ctx.tx, id)) ?? missing();
}

function accepted(decided: ProcedureEvent[] | Refusal): ProcedureEvent[] {
  if (Array.isArray(decided)) return decided;
  if (!('with' in decided)) throw new Problem(notOpen, { detail: refusalText[decided.refused] });
  const { number, validFrom } = decided.with;
  throw new Problem(versionsOverlap, {
    detail: {
      vi: `Phiên bản ${number} có hiệu lực từ ${validFrom}${decided.refused === 'startInPast' ? '; không đổi được những ngày đã qua' : ''}.`,
      en: `Version ${number} holds from ${validFrom}${decided.refused === 'startInPast' ? '; days that have passed cannot be changed' : ''}.`,
    },
  });
}

const refusalText = {
  notDraft: { vi: 'Đây không phải là dự thảo.', en: 'This is not a draft.' },
  notPublished: { vi: 'Phiên bản này chưa được công bố.', en: 'This version is not published.' },
  endBeforeStart: { vi: 'Ngày chấm dứt sớm hơn ngày bắt đầu.', en: 'The end lies before the beginning.' },
  endLater: {
    vi: 'Đã chấm dứt sớm hơn; không kéo dài được.',
    en: 'It ends earlier already and cannot be prolonged.',
  },
  endInPast: { vi: 'Ngày chấm dứt đã qua.', en: 'The day of the end has passed.' },
} as const;

function assertSound(checks: readonly CheckResult[]): void {
  const blocks = blocksIn(checks);
  if (blocks.length === 0) return;
  throw new Problem(checksBlock, {
    detail: {
      vi: blocks.map((one) => one.vi).join(' '),
      en: blocks.map((one) => one.en).join(' '),
    },
    fields: blocks.map(({ path, vi, en }) => ({ path: `content.${path}`, message: { vi, en } })),
  });
}

const named = 200;
function assertCovered(gaps: readonly GapLine[]): void {
  if (gaps.length === 0) return;
  throw new Problem(coverageGap, {
    detail: { vi: `${gaps.length} chỗ trống.`, en: `${gaps.length} gaps.` },
    fields: gaps.slice(0, named).map((gap) => ({
      path: `${gap.unitId}.${gap.stepKey}`,
      message: {
        vi: `${gap.unitVi}: bước “${gap.stepVi}” từ ${gap.from}`,
        en: `${gap.unitEn}: step “${gap.stepVi}” from ${gap.from}`,
      },
    })),
  });
}

/** Nobody announces by a decision that is still to come. */
function assertDecided(announcement: Announcement | undefined, today: Day): void {
  if (announcement && announcement.day > today)
    throw fieldProblem(
      'announcement.day',
      'Ngày quyết định còn ở phía trước; chỉ công bố theo quyết định đã ban hành.',
      'The day of the decision is still to come; only what was decided can be announced.',
    );
}

const endedBy = (events: readonly ProcedureEvent[]): string | undefined => {
  const [first] = events;
  if (first?.kind === 'procedure.ended') return first.versionId;
  return first?.kind === 'procedure.overlayEnded' ? first.overlayId : undefined;
};

export async function publishVersionAction(
  ctx: Context,
  { id, announcement }: ParsedOf<typeof contract.publishVersion>,
): Promise<ReplyOf<typeof contract.publishVersion>> {
  assertMay(ctx, 'procedure.publish');
  assertDecided(announcement, ctx.today);
  const code = await codeOf(ctx, id);
  const state = await lockProcedure(ctx.tx, code, ctx.now);
  const draft = state.versions.find((one) => one.id === id) ?? missing();
  if (draft.state !== 'draft') throw new Problem(notOpen, { detail: refusalText.notDraft });
  assertSound(await checksOf(ctx.tx, code, draft.content, draft.validFrom));
  const { checked, gaps } = await proveVersion(ctx.tx, draft, ctx.today);
  assertCovered(gaps);
  const events = accepted(decidePublish(state, id, { today: ctx.today, checked, announcement }));
  await record(ctx, state, events);
  return { code, validFrom: draft.validFrom, endedId: endedBy(events), covered: checked };
}

/** The draft laid over the national version that holds on its first day. */
function laid(state: ProcedureState, overlayId: string): EffectiveVersion {
  const overlay = state.overlays.find((one) => one.id === overlayId) ?? missing();
  const national = versionOn(state, overlay.validFrom);
  if (!national) throw new Problem(notOpen, { detail: refusalText.notPublished });
  return effectiveOf(national, overlay);
}

export async function publishOverlayAction(
  ctx: Context,
  { id, announcement }: ParsedOf<typeof contract.publishOverlay>,
): Promise<ReplyOf<typeof contract.publishOverlay>> {
  const code = await codeOf(ctx, id);
  const state = await lockProcedure(ctx.tx, code, ctx.now);
  const overlay = state.overlays.find((one) => one.id === id) ?? missing();
  assertMay(ctx, 'procedure.publish', overlay.provinceId);
  assertDecided(announcement, ctx.today);
  if (overlay.state !== 'draft') throw new Problem(notOpen, { detail: refusalText.notDraft });
  const version = laid(state, id);
  assertSound(await checksOf(ctx.tx, code, version.content, overlay.validFrom));
  const { checked, gaps } = await proveVersion(
    ctx.tx,
    { ...version, validFrom: overlay.validFrom },
    ctx.today,
  );
  assertCovered(gaps);
  const events = accepted(decideOverlay(state, id, { today: ctx.today, checked, announcement }));
  await record(ctx, state, events);
  return { code, validFrom: overlay.validFrom, endedId: endedBy(events), covered: checked };
}

export async function endVersionAction(
  ctx: Context,
  { id, validTo, paper }: ParsedOf<typeof contract.endVersion>,
): Promise<ReplyOf<typeof contract.endVersion>> {
  assertMay(ctx, 'procedure.publish');
  const code = await codeOf(ctx, id);
  const state = await lockProcedure(ctx.tx, code, ctx.now);
  await record(ctx, state, accepted(decideEnd(state, id, { validTo, paper, today: ctx.today })));
  return { code, validTo };
}

export async function endOverlayAction(
  ctx: Context,
  { id, validTo, paper }: ParsedOf<typeof contract.endOverlay>,
): Promise<ReplyOf<typeof contract.endOverlay>> {
  const code = await codeOf(ctx, id);
  const state = await lockProcedure(ctx.tx, code, ctx.now);
  assertMay(ctx, 'procedure.publish', state.overlays.find((one) => one.id === id)?.provinceId);
  await record(ctx, state, accepted(decideOverlayEnd(state, id, { validTo, paper, today: ctx.today })));
  return { code, validTo };
}

export async function previewPublishAction(
  ctx: Context,
  { id }: ParsedOf<typeof contract.previewPublish>,
): Promise<ReplyOf<typeof contract.previewPublish>> {
  const code = await codeOf(ctx, id);
  const state = await loadProcedure(ctx.tx, code);
  const draft = state.versions.find((one) => one.id === id) ?? missing();
  const { validFrom, content } = draft;
  const before = versionOn({ ...state, versions: state.versions.filter((one) => one.id !== id) }, validFrom);
  const [checks, { checked, gaps }] = [
    await checksOf(ctx.tx, code, content, validFrom),
    await proveVersion(ctx.tx, draft, ctx.today),
  ];
  return {
    replaces: before && { id: before.id, number: before.number, validFrom: before.validFrom },
    changes: before ? diffOf(before.content, content) : [],
    checks,
    gaps,
    covered: checked,
    overlays: await overlayChecks(ctx, state, draft),
  };
}

/** Provinces whose own rules would stand on the draft with something that blocks. */
async function overlayChecks(ctx: Context, state: ProcedureState, draft: ProcedureState['versions'][number]) {
  const snapshot = await loadSnapshot(ctx.tx);
  const { validFrom, code, content } = draft;
  const standing = state.overlays.filter((one) => one.state === 'published' && holdsOn(one, validFrom));
  const found = [];
  for (const { provinceId, content: own } of standing) {
    const checks = blocksIn(await checksOf(ctx.tx, code, laidOver(content, own), validFrom));
    const provinceVi = unitAround(snapshot, provinceId, validFrom)?.nameVi ?? provinceId;
    if (checks.length > 0) found.push({ provinceId, provinceVi, checks });
  }
  return found;
}
