import { may } from '../../../../kit/actor.ts';
import type { Context } from '../../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../../kit/contract.ts';
import { fieldProblem, notAllowed, Problem } from '../../../../kit/problems.ts';
import { loadSnapshot, ROOT, type Snapshot, unitAround } from '../../../organisations/index.ts';
import type { listTemplates, saveTemplate, Template } from '../contract/drafts.ts';
import { partsKept } from '../rules/languages.ts';
import { findTemplate, insertTemplate, listTemplateRows, type TemplateRow } from '../store/templates.ts';

/** A template of the installation is changed by those who sign for the centre, one of a unit by those who sign for it. */
const mayEdit = (ctx: Context, unitId: string | null): boolean =>
  may(ctx.actor, 'figure.freeze', unitId ?? ROOT);

const shown = (ctx: Context, snapshot: Snapshot, r: TemplateRow): Template => ({
  code: r.code,
  version: r.version,
  kind: r.kind,
  ...(r.unitId
    ? { unit: { id: r.unitId, name: unitAround(snapshot, r.unitId, ctx.today)?.nameVi ?? r.unitId } }
    : {}),
  name: r.name,
  parts: r.parts,
  changedAt: r.changedAt.toISOString(),
  changedBy: r.changedByName,
  mayEdit: mayEdit(ctx, r.unitId),
});

export async function listTemplatesAction(
  ctx: Context,
  { kind }: ParsedOf<typeof listTemplates>,
): Promise<ReplyOf<typeof listTemplates>> {
  const snapshot = await loadSnapshot(ctx.tx);
  const rows = (await listTemplateRows(ctx.tx)).filter((r) => kind === undefined || r.kind === kind);
  return { items: rows.map((row) => shown(ctx, snapshot, row)) };
}

/** Keeps what was, adds a version; a code that is new makes a template of a unit. */
export async function saveTemplateAction(
  ctx: Context,
  { code, kind, unitId, name, parts }: ParsedOf<typeof saveTemplate>,
): Promise<ReplyOf<typeof saveTemplate>> {
  const before = await findTemplate(ctx.tx, code);
  const owner = before ? before.unitId : (unitId ?? null);
  if (owner !== null && !(await loadSnapshot(ctx.tx)).units.has(owner))
    throw fieldProblem('unitId', 'Không có đơn vị này.', 'There is no such unit.');
  if (!mayEdit(ctx, owner)) throw new Problem(notAllowed);
  const version = (before?.version ?? 0) + 1;
  const made = {
    code,
    version,
    kind: before?.kind ?? kind,
    unitId: owner,
    name,
    parts: partsKept(before?.parts ?? [], parts),
  };
  await insertTemplate(ctx.tx, {
    ...made,
    changedBy: ctx.actor.id,
    changedByName: ctx.actor.name,
    changedAt: ctx.now,
  });
  ctx.emit({
    unitId: owner ?? ROOT,
    stream: `reportTemplate:${code}`,
    kind: 'reportTemplate.changed',
    payload: { ...made, by: { id: ctx.actor.id, name: ctx.actor.name } },
  });
  return { code, version };
}
