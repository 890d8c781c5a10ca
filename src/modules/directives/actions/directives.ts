import { may } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import { packCursor, type ParsedOf, type ReplyOf, unpackCursor } from '../../../kit/contract.ts';
import { newId } from '../../../kit/ids.ts';
import { Problem } from '../../../kit/problems.ts';
import { loadSnapshot, type Snapshot } from '../../organisations/index.ts';
import type {
  amendDirective,
  enterDirective,
  getDirective,
  listDirectives,
  listIssuers,
  relateDirective,
} from '../contract/directive.ts';
import { alreadyThere } from '../contract/words.ts';
import { assertOwner } from '../rights.ts';
import { countDirectives, type DirectiveCounts } from '../store/counts.ts';
import {
  type DirectiveRow,
  findDirectiveByNumber,
  getDirectiveRow,
  listDirectiveRows,
  listIssuerRows,
  listRelations,
  listSections,
  lockDirective,
  saveDirective,
  saveRelation,
  saveSections,
} from '../store/directive.ts';
import { unitRefOf } from '../view.ts';

const none: DirectiveCounts = { tasks: 0, targets: 0, assignments: 0, completed: 0, overdue: 0 };

function itemOf(row: DirectiveRow, counts: DirectiveCounts | undefined, snapshot: Snapshot, today: string) {
  const { id, number, kind, titleVi, titleEn, issuerText, issuedOn, classification, state } = row;
  return {
    id,
    number,
    kind: kind as never,
    titleVi,
    titleEn,
    issuerText,
    issuedOn,
    classification,
    state,
    owner: unitRefOf(snapshot, row.ownerUnitId, issuedOn, today),
    counts: counts ?? none,
  };
}

export async function listDirectivesAction(
  ctx: Context,
  input: ParsedOf<typeof listDirectives>,
): Promise<ReplyOf<typeof listDirectives>> {
  const rows = await listDirectiveRows(ctx.tx, ctx.actor, {
    ...input,
    after: unpackCursor(input.cursor),
    limit: input.limit + 1,
  });
  const page = rows.slice(0, input.limit);
  const snapshot = await loadSnapshot(ctx.tx);
  const counts = await countDirectives(
    ctx.tx,
    ctx.actor,
    page.map((r) => r.id),
    ctx.today,
  );
  const last = page.at(-1);
  return {
    items: page.map((row) => itemOf(row, counts.get(row.id), snapshot, ctx.today)),
    ...(rows.length > page.length && last ? { next: packCursor([last.issuedOn, last.id]) } : {}),
  };
}

export async function listIssuersAction(
  ctx: Context,
  { limit, ...filter }: ParsedOf<typeof listIssuers>,
): Promise<ReplyOf<typeof listIssuers>> {
  return { items: await listIssuerRows(ctx.tx, ctx.actor, filter, limit) };
}

export async function getDirectiveAction(
  ctx: Context,
  { id }: ParsedOf<typeof getDirective>,
): Promise<ReplyOf<typeof getDirective>> {
  const row = await getDirectiveRow(ctx.tx, ctx.actor, id);
  const snapshot = await loadSnapshot(ctx.tx);
  const counts = await countDirectives(ctx.tx, ctx.actor, [id], ctx.today);
  const parent = row.parentId
    ? await getDirectiveRow(ctx.tx, ctx.actor, row.parentId).catch(() => undefined)
    : undefined;
  const sections = await listSections(ctx.tx, id);
  return {
    ...itemOf(row, counts.get(id), snapshot, ctx.today),
    summaryVi: row.summaryVi,
    ...(row.link ? { link: row.link } : {}),
    ...(row.fileId ? { fileId: row.fileId } : {}),
    settings: row.settings,
    ...(parent ? { parent: { id: parent.id, number: parent.number, titleVi: parent.titleVi } } : {}),
    relations: await listRelations(ctx.tx, ctx.actor, id, 'from'),
    relatedBy: await listRelations(ctx.tx, ctx.actor, id, 'to'),
    sections: sections.map(({ parentCode, ...s }) => ({ ...s, ...(parentCode ? { parentCode } : {}) })),
    mayEdit: may(ctx.actor, 'directive.edit', row.ownerUnitId),
    version: row.version,
  };
}

const eventFor = (
  row: { id: string; ownerUnitId: string },
  kind: string,
  payload: Record<string, unknown>,
) => ({ unitId: row.ownerUnitId, stream: `directive:${row.id}`, kind, payload });

export async function enterDirectiveAction(
  ctx: Context,
  input: ParsedOf<typeof enterDirective>,
): Promise<ReplyOf<typeof enterDirective>> {
  assertOwner(ctx.actor, 'directive.edit', input.ownerUnitId);
  const there = await findDirectiveByNumber(ctx.tx, input.ownerUnitId, input.number, input.issuedOn);
  if (there)
    throw new Problem(alreadyThere, {
      fields: [
        {
          path: 'number',
          message: { vi: `Văn bản ${input.number} đã có.`, en: `${input.number} is already there.` },
        },
      ],
    });
  if (input.parentId) await getDirectiveRow(ctx.tx, ctx.actor, input.parentId);
  const { sections, link, fileId, parentId, issuerUnitId, ...rest } = input;
  const row: DirectiveRow = {
    ...rest,
    id: newId(ctx.now),
    link: link ?? null,
    fileId: fileId ?? null,
    parentId: parentId ?? null,
    issuerUnitId: issuerUnitId ?? null,
    state: 'active',
    version: 1,
  };
  await saveDirective(ctx.tx, row, ctx.now);
  await saveSections(
    ctx.tx,
    row.id,
    sections.map((s) => ({ ...s, parentCode: s.parentCode ?? null })),
  );
  ctx.emit(eventFor(row, 'directive.entered', { ...row, sections }));
  return { id: row.id };
}

export async function amendDirectiveAction(
  ctx: Context,
  input: ParsedOf<typeof amendDirective>,
): Promise<Record<string, never>> {
  const { id, sections, ...changes } = input;
  const row = await lockDirective(ctx.tx, ctx.actor, id);
  assertOwner(ctx.actor, 'directive.edit', row.ownerUnitId);
  const patch = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  await saveDirective(ctx.tx, { ...row, ...patch, version: row.version + 1 }, ctx.now);
  if (sections)
    await saveSections(
      ctx.tx,
      id,
      sections.map((s) => ({ ...s, parentCode: s.parentCode ?? null })),
    );
  ctx.emit(eventFor(row, 'directive.amended', { ...patch, ...(sections ? { sections } : {}) }));
  return {};
}

export async function relateDirectiveAction(
  ctx: Context,
  input: ParsedOf<typeof relateDirective>,
): Promise<Record<string, never>> {
  const row = await lockDirective(ctx.tx, ctx.actor, input.id);
  assertOwner(ctx.actor, 'directive.edit', row.ownerUnitId);
  const other = await getDirectiveRow(ctx.tx, ctx.actor, input.toId);
  await saveRelation(ctx.tx, { fromId: row.id, toId: other.id, kind: input.kind, note: input.note });
  ctx.emit(eventFor(row, 'directive.related', { toId: other.id, kind: input.kind, note: input.note }));
  return {};
}
