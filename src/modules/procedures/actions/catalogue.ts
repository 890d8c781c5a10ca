import { may } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import { packCursor, type ParsedOf, type ReplyOf, unpackCursor } from '../../../kit/contract.ts';
import { missing, notAllowed, Problem } from '../../../kit/problems.ts';
import { competentUnit, loadMandates } from '../../mandates/index.ts';
import { loadSnapshot, pathOn, type Snapshot, unitAround } from '../../organisations/index.ts';
import type * as contract from '../contract.ts';
import { loadEffective } from '../effective.ts';
import { checklist } from '../rules/checklist.ts';
import { blocksIn } from '../rules/checks/run.ts';
import type { EffectiveVersion, Overlay, ProcedureVersion } from '../rules/model.ts';
import { countCatalogue, listCatalogue } from '../store/catalogue.ts';
import { findPinned, loadProcedure } from '../store/procedure.ts';
import { checksOf } from './checking.ts';

const isEditor = (ctx: Context): boolean => may(ctx.actor, 'procedure.edit');
/** What the public may look for: what holds, what comes, what has ended; drafts are of those who edit. */
const isOpen = (state: string): boolean => state !== 'draft' && state !== 'all';

const place = (after: unknown[] | undefined): [string, string] | undefined =>
  typeof after?.[0] === 'string' && typeof after[1] === 'string' ? [after[0], after[1]] : undefined;

export async function listProceduresAction(
  ctx: Context,
  input: ParsedOf<typeof contract.listProcedures>,
): Promise<ReplyOf<typeof contract.listProcedures>> {
  if (!isOpen(input.state) && !isEditor(ctx)) throw new Problem(notAllowed);
  const day = input.asOf ?? ctx.today;
  const { limit, cursor } = input;
  const rows = await listCatalogue(ctx.tx, {
    ...input,
    day,
    after: place(unpackCursor(cursor)),
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  const items = [];
  for (const { sortName: _, nameEn, serviceLevel, ...row } of shown)
    items.push({
      ...row,
      nameEn: nameEn ?? undefined,
      serviceLevel: serviceLevel ?? undefined,
      blocks: row.state === 'draft' ? await blocksOf(ctx, row.versionId) : 0,
    });
  return { items, ...(last ? { next: packCursor([last.sortName, last.code]) } : {}) };
}

async function blocksOf(ctx: Context, versionId: string): Promise<number> {
  const found = await findPinned(ctx.tx, versionId, null);
  if (!found) return 0;
  const { code, content, validFrom } = found.version;
  return blocksIn(await checksOf(ctx.tx, code, content, validFrom)).length;
}

export const countProceduresAction = (
  ctx: Context,
  { asOf }: ParsedOf<typeof contract.countProcedures>,
): Promise<ReplyOf<typeof contract.countProcedures>> => countCatalogue(ctx.tx, asOf ?? ctx.today);

const lineOf = ({ id, number, state, validFrom, validTo, content }: ProcedureVersion | Overlay) => ({
  id,
  number,
  state,
  validFrom,
  validTo,
  decision: content.decision,
});

const overlayLineOf = (snapshot: Snapshot, day: string) => (overlay: Overlay) => {
  const province = unitAround(snapshot, overlay.provinceId, day);
  return {
    ...lineOf(overlay),
    provinceId: overlay.provinceId,
    provinceVi: province?.nameVi ?? overlay.provinceId,
    provinceEn: province?.nameEn ?? overlay.provinceId,
  };
};

/** The checklist without any answers: what depends on an answer is listed and marked. */
const listed = (version: EffectiveVersion, day: string) => {
  const unconditional = version.content.components.map((component) => ({ ...component, when: undefined }));
  const all = checklist({ ...version, content: { ...version.content, components: unconditional } }, {}, day);
  const conditional = new Set(
    version.content.components.filter((c) => c.when !== undefined).map((c) => c.key),
  );
  return all.map(({ component: { key, name, kind, originals, copies, required }, replacedBy }) => ({
    key,
    vi: name.vi,
    en: name.en,
    kind,
    originals,
    copies,
    required,
    conditional: conditional.has(key),
    replacedBy,
  }));
};

const nameOf = ({ id, nameVi, nameEn }: { id: string; nameVi: string; nameEn: string }) => ({
  id,
  vi: nameVi,
  en: nameEn,
});

/** Who decides for a place, in words. */
async function competentFor(
  ctx: Context,
  { code, content }: EffectiveVersion,
  placeUnitId: string,
  day: string,
) {
  const [book, snapshot] = [await loadMandates(ctx.tx), await loadSnapshot(ctx.tx)];
  const { level, field = content.fieldVi } = content.competence;
  const found = competentUnit(book, snapshot, { procedureCode: code, field, level, placeUnitId }, day);
  const unit = 'unitId' in found ? unitAround(snapshot, found.unitId, day) : undefined;
  return unit ? { competent: nameOf(unit) } : {};
}

export async function getProcedureAction(
  ctx: Context,
  { code, asOf, placeId, ...input }: ParsedOf<typeof contract.getProcedure>,
): Promise<ReplyOf<typeof contract.getProcedure>> {
  const day = asOf ?? ctx.today;
  const state = await loadProcedure(ctx.tx, code);
  const seen = <T extends { state: string }>(list: readonly T[]) =>
    isEditor(ctx) ? list : list.filter((one) => one.state === 'published');
  const versions = seen(state.versions);
  if (versions.length === 0) missing();
  const snapshot = await loadSnapshot(ctx.tx);
  const way = placeId === undefined ? [] : pathOn(snapshot, placeId, day);
  const provinceId = input.provinceId ?? way.find((unit) => unit.level === 'province')?.id;
  const version = await loadEffective(ctx.tx, { code, provinceId, day });
  const place = way.at(-1);
  return {
    code,
    asOf: day,
    ...(place ? { place: nameOf(place) } : {}),
    ...(place && version ? await competentFor(ctx, version, place.id, day) : {}),
    version,
    checklist: version ? listed(version, day) : [],
    versions: versions.map(lineOf).toReversed(),
    overlays: seen(state.overlays).map(overlayLineOf(snapshot, day)).toReversed(),
  };
}
