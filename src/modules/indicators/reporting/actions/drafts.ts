import { classifications, may } from '../../../../kit/actor.ts';
import type { Context } from '../../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../../kit/contract.ts';
import { newId } from '../../../../kit/ids.ts';
import { fieldProblem, missing, notAllowed, Problem } from '../../../../kit/problems.ts';
import { loadSnapshot, type Snapshot, unitAround } from '../../../organisations/index.ts';
import { listDefinitions } from '../../store/definitions.ts';
import {
  alreadyFrozen,
  type arrangeDraft,
  type Draft,
  type dropDraft,
  type getDraft,
  type listDrafts,
  type openDraft,
  periodWrong,
  type previewDraft,
  type saveDraft,
} from '../contract/drafts.ts';
import { type Arrange, arranged, type Content, partsWith } from '../rules/fields.ts';
import { partsIn } from '../rules/languages.ts';
import { countingDay, periodOf, periodsUpTo } from '../rules/period.ts';
import {
  deleteDraft,
  type DraftRow,
  findDraft,
  insertDraft,
  listDraftRows,
  lockDraft,
  saveDraftRow,
} from '../store/drafts.ts';
import { findMeasures } from '../store/measures.ts';
import { findTemplate } from '../store/templates.ts';
import { composePaper, type Plan } from './compose.ts';
import { placeOf } from './place.ts';

const named = (snapshot: Snapshot, id: string, on: string) => ({
  id,
  name: unitAround(snapshot, id, on)?.nameVi ?? id,
});

function shown(ctx: Context, snapshot: Snapshot, r: DraftRow): Draft {
  const period = periodOf(r.kind, r.period)!;
  return {
    id: r.id,
    unit: named(snapshot, r.unitId, ctx.today),
    ...(r.aboutUnitId ? { about: named(snapshot, r.aboutUnitId, ctx.today) } : {}),
    kind: r.kind,
    period: r.period,
    periodWords: period.words,
    day: countingDay(period, ctx.today),
    classification: r.classification,
    ...r.head,
    parts: r.parts,
    template: { code: r.templateCode, version: r.templateVersion },
    ...(r.frozenId ? { frozenId: r.frozenId } : {}),
    createdBy: r.createdByName,
    changedBy: r.changedByName,
    changedAt: r.changedAt.toISOString(),
    mayFreeze: may(ctx.actor, 'figure.freeze', r.unitId),
  };
}

/** A draft that is still open, locked for a change. */
async function lockOpen(ctx: Context, id: string): Promise<DraftRow> {
  const row = (await lockDraft(ctx.tx, ctx.actor, id)) ?? missing();
  if (row.frozenId) throw new Problem(alreadyFrozen);
  return row;
}
const touched = (ctx: Context) => ({ changedByName: ctx.actor.name, changedAt: ctx.now });

/** The row of a new draft; whoever sees the figures of a unit may prepare a report for it, signing is another matter. */
export async function openDraftAction(
  ctx: Context,
  input: ParsedOf<typeof openDraft>,
): Promise<ReplyOf<typeof openDraft>> {
  const { unitId, aboutUnitId, templateCode, language, classification, title, number } = input;
  if (!may(ctx.actor, 'figure.view', unitId)) throw new Problem(notAllowed);
  const snapshot = await loadSnapshot(ctx.tx);
  for (const [path, unit] of Object.entries({ unitId, aboutUnitId }))
    if (unit !== undefined && !snapshot.units.has(unit))
      throw fieldProblem(path, 'Không có đơn vị này.', 'There is no such unit.');
  const template = await findTemplate(ctx.tx, templateCode);
  if (!template) throw fieldProblem('templateCode', 'Không có mẫu này.', 'There is no such template.');
  const code = input.period ?? periodsUpTo(template.kind, ctx.today, 1)[0]!.code;
  const period = periodOf(template.kind, code);
  if (!period || period.from > ctx.today) throw new Problem(periodWrong, { fields: [periodField] });
  const id = newId(ctx.now);
  const place = input.place || placeOf(snapshot, unitId, ctx.today);
  await insertDraft(ctx.tx, {
    id,
    unitId,
    aboutUnitId: aboutUnitId ?? null,
    directiveId: input.directiveId ?? null,
    kind: template.kind,
    period: code,
    templateCode: template.code,
    templateVersion: template.version,
    head: { title, number, place, language },
    parts: partsIn(template.parts, language),
    classification,
    frozenId: null,
    createdBy: ctx.actor.id,
    createdByName: ctx.actor.name,
    createdAt: ctx.now,
    ...touched(ctx),
  });
  return { id };
}

const periodField = {
  path: 'period',
  message: { vi: 'Kỳ này không có, hoặc chưa bắt đầu.', en: 'There is no such period, or it has not begun.' },
};

export async function listDraftsAction(ctx: Context): Promise<ReplyOf<typeof listDrafts>> {
  const snapshot = await loadSnapshot(ctx.tx);
  const rows = await listDraftRows(ctx.tx, ctx.actor);
  return { items: rows.map((row) => shown(ctx, snapshot, row)) };
}

export async function getDraftAction(
  ctx: Context,
  { id }: ParsedOf<typeof getDraft>,
): Promise<ReplyOf<typeof getDraft>> {
  const row = (await findDraft(ctx.tx, ctx.actor, id)) ?? missing();
  const draft = shown(ctx, await loadSnapshot(ctx.tx), row);
  const definitions = await listDefinitions(ctx.tx, draft.day);
  const measures = await findMeasures(ctx.tx, draft.day);
  const states = definitions.filter((d) => d.use === 'offered').map(({ code, name }) => ({ code, name }));
  const facts = [...measures.values()].map(({ code, name }) => ({ code, name }));
  return {
    ...draft,
    choices: [
      ...states.map((one) => ({ ...one, by: 'states' as const })),
      ...facts.map((one) => ({ ...one, by: 'facts' as const })),
    ],
  };
}

const headFields = ['title', 'number', 'place'] as const;

function withHead(row: DraftRow, content: Content): Pick<DraftRow, 'head' | 'classification'> {
  const head = { ...row.head };
  for (const name of headFields) {
    const value = content[name];
    if (typeof value === 'string') head[name] = value.trim().slice(0, 300);
  }
  const asked = classifications.find((one) => one === content['classification']);
  return { head, classification: asked ?? row.classification };
}

export async function saveDraftAction(
  ctx: Context,
  { id, content }: ParsedOf<typeof saveDraft>,
): Promise<ReplyOf<typeof saveDraft>> {
  const row = await lockOpen(ctx, id);
  const made = { ...row, ...withHead(row, content), parts: partsWith(row.parts, content), ...touched(ctx) };
  await saveDraftRow(ctx.tx, made);
  return { changedAt: ctx.now.toISOString() };
}

export async function arrangeDraftAction(
  ctx: Context,
  { id, act, part, kind }: ParsedOf<typeof arrangeDraft>,
): Promise<ReplyOf<typeof arrangeDraft>> {
  const row = await lockOpen(ctx, id);
  const how = (act === 'add' ? { act, kind: kind ?? 'text' } : { act, part: part ?? '' }) as Arrange;
  const made = arranged(row.parts, how);
  await saveDraftRow(ctx.tx, { ...row, parts: made.parts, ...touched(ctx) });
  return made.part ? { part: made.part } : {};
}

export async function dropDraftAction(
  ctx: Context,
  { id }: ParsedOf<typeof dropDraft>,
): Promise<Record<string, never>> {
  await deleteDraft(ctx.tx, (await lockOpen(ctx, id)).id);
  return {};
}

export const planOf = (r: DraftRow): Plan => ({
  unitId: r.unitId,
  aboutUnitId: r.aboutUnitId ?? undefined,
  directiveId: r.directiveId ?? undefined,
  kind: r.kind,
  period: r.period,
  ...r.head,
  classification: r.classification,
  parts: r.parts,
  templateCode: r.templateCode,
  templateVersion: r.templateVersion,
});

export async function previewDraftAction(
  ctx: Context,
  { id }: ParsedOf<typeof previewDraft>,
): Promise<ReplyOf<typeof previewDraft>> {
  return composePaper(ctx, planOf((await findDraft(ctx.tx, ctx.actor, id)) ?? missing()));
}
