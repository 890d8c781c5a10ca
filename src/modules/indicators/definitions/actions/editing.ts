import type { Context } from '../../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../../kit/contract.ts';
import { invalidInput, missing, Problem } from '../../../../kit/problems.ts';
import { existsOn, loadSnapshot, ROOT } from '../../../organisations/index.ts';
import { checkExpression, inWords } from '../../language/index.ts';
import { factKinds } from '../../measures/index.ts';
import { unknownDefinition } from '../contract/catalogue.ts';
import {
  type checkRule,
  type dropDefinitionDraft,
  type endDefinition,
  type getDefinitionDraft,
  noDraft,
  notHolding,
  type publishDefinition,
  type saveDefinitionDraft,
} from '../contract/editing.ts';
import { type Candidate, faultsOf, placed } from '../rules/checks.ts';
import { type DefinitionEvent, nextVersion, overlapping, type Version } from '../rules/life.ts';
import * as store from '../store/definition.ts';

export async function checkRuleAction(
  _ctx: Context,
  { fact, text, wanted }: ParsedOf<typeof checkRule>,
): Promise<ReplyOf<typeof checkRule>> {
  const kind = factKinds.get(fact);
  if (!kind)
    return {
      ok: false,
      problem: { vi: 'Chọn loại dữ kiện trước.', en: 'Choose the kind of facts first.' },
    };
  const checked = checkExpression(text, kind, wanted);
  if (checked.ok) return { ok: true, words: inWords(checked.tree, kind) };
  return { ok: false, problem: placed(checked.problem, text, checked.at), at: checked.at };
}

/** Refuses a definition with everything that stands in its way, field by field. */
async function check(ctx: Context, candidate: Candidate): Promise<void> {
  const snapshot = await loadSnapshot(ctx.tx);
  const fields = faultsOf(candidate, {
    kinds: factKinds,
    versions: await store.versionsOf(ctx.tx, candidate.code),
    taken: await store.taskCodes(ctx.tx),
    isUnit: existsOn(snapshot, candidate.body.owner, ctx.today),
    today: ctx.today,
  });
  if (fields.length > 0) throw new Problem(invalidInput, { fields });
}

export async function saveDraftAction(
  ctx: Context,
  { code, validFrom, validTo, body }: ParsedOf<typeof saveDefinitionDraft>,
): Promise<ReplyOf<typeof saveDefinitionDraft>> {
  await check(ctx, { code, validFrom, validTo, body });
  await store.saveDefinitionDraft(ctx.tx, {
    code,
    validFrom,
    validTo: validTo ?? null,
    body,
    savedAt: ctx.now,
    savedBy: ctx.actor.name,
  });
  return { code };
}

const openBefore = (versions: readonly Version[], day: string): Version | undefined =>
  versions.findLast((one) => one.validTo === null && one.validFrom < day);

export async function getDefinitionDraftAction(
  ctx: Context,
  { code }: ParsedOf<typeof getDefinitionDraft>,
): Promise<ReplyOf<typeof getDefinitionDraft>> {
  const draft = await store.findDraft(ctx.tx, code);
  if (!draft) missing();
  const versions = await store.versionsOf(ctx.tx, code);
  const open = openBefore(versions, draft.validFrom);
  return {
    code,
    validFrom: draft.validFrom,
    ...(draft.validTo && { validTo: draft.validTo }),
    body: draft.body,
    savedAt: draft.savedAt.toISOString(),
    savedBy: draft.savedBy,
    version: nextVersion(versions),
    ...(open && { ends: { version: open.version, on: draft.validFrom } }),
  };
}

export async function dropDraftAction(
  ctx: Context,
  { code }: ParsedOf<typeof dropDefinitionDraft>,
): Promise<ReplyOf<typeof dropDefinitionDraft>> {
  await store.deleteDraft(ctx.tx, code);
  return { code };
}

function emit(ctx: Context, code: string, { kind, ...payload }: DefinitionEvent): void {
  ctx.emit({ unitId: ROOT, stream: `definition:${code}`, kind, payload: { code, ...payload } });
}

async function endVersion(
  ctx: Context,
  code: string,
  event: { version: number; on: string; reason: string },
) {
  await store.setEnd(ctx.tx, code, event.version, event.on);
  emit(ctx, code, { kind: 'definition.ended', ...event });
}

export async function publishDefinitionAction(
  ctx: Context,
  { code, endPrevious }: ParsedOf<typeof publishDefinition>,
): Promise<ReplyOf<typeof publishDefinition>> {
  await store.lockDefinitions(ctx.tx);
  const draft = await store.findDraft(ctx.tx, code);
  if (!draft) throw new Problem(noDraft);
  await check(ctx, { ...draft, validTo: draft.validTo ?? undefined });
  const versions = await store.versionsOf(ctx.tx, code);
  const version = nextVersion(versions);
  const open = openBefore(versions, draft.validFrom);
  if (open && endPrevious) {
    const reason = `→ ${version}`;
    await endVersion(ctx, code, { version: open.version, on: draft.validFrom, reason });
  } else if (overlapping(versions, draft).length > 0)
    throw new Problem(invalidInput, { fields: [overlap(open ?? versions.at(-1)!)] });
  const made = { version, validFrom: draft.validFrom, validTo: draft.validTo, body: draft.body };
  await store.insertVersion(ctx.tx, code, made, { at: ctx.now, name: ctx.actor.name });
  emit(ctx, code, { kind: 'definition.published', ...made });
  await store.deleteDraft(ctx.tx, code);
  return { code, version: String(version) };
}

const overlap = ({ version }: Version) => ({
  path: 'endPrevious',
  message: {
    vi: `Phiên bản ${version} chưa có ngày hết hiệu lực; đánh dấu ô này để kết thúc nó khi phiên bản mới bắt đầu.`,
    en: `Version ${version} has no last day; tick this box to end it when the new one begins.`,
  },
});

export async function endDefinitionAction(
  ctx: Context,
  { code, version, on, reason }: ParsedOf<typeof endDefinition>,
): Promise<ReplyOf<typeof endDefinition>> {
  await store.lockDefinitions(ctx.tx);
  const found = (await store.versionsOf(ctx.tx, code)).find((one) => one.version === version);
  if (!found) throw new Problem(unknownDefinition);
  if (found.validTo !== null) throw new Problem(notHolding);
  if (on < ctx.today || on <= found.validFrom)
    throw new Problem(invalidInput, {
      fields: [
        {
          path: 'on',
          message: {
            vi: 'Ngày hết hiệu lực từ hôm nay trở đi và sau ngày bắt đầu, để số liệu đã công bố không đổi.',
            en: 'The version ends today or later, and after its first day, so that published figures stay as they are.',
          },
        },
      ],
    });
  await endVersion(ctx, code, { version, on, reason });
  return { code };
}
