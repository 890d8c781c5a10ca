import { may } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import { packCursor, type ParsedOf, type ReplyOf, unpackCursor } from '../../../kit/contract.ts';
import { missing, notAllowed, Problem } from '../../../kit/problems.ts';
import { dueOf, loadCalendar, loadCommonCalendar } from '../../calendar/index.ts';
import { competentUnit, loadMandates } from '../../mandates/index.ts';
import { loadSnapshot, pathOn, type Snapshot, unitAround } from '../../organisations/index.ts';
import type * as contract from '../contract.ts';
import { loadEffective } from '../effective.ts';
import { checklist } from '../rules/checklist.ts';
import type { CheckResult } from '../rules/checks/model.ts';
import { blocksIn } from '../rules/checks/run.ts';
import type { EffectiveVersion, Overlay, ProcedureVersion } from '../rules/model.ts';
import { type CatalogueRow, countCatalogue, listCatalogue } from '../store/catalogue.ts';
import { findPinned, loadProcedure } from '../store/procedure.ts';
import { checksOf } from './checking.ts';

const isEditor = (ctx: Context): boolean => may(ctx.actor, 'procedure.edit');
/** What the public may look for: what holds, what comes, what has ended; drafts are of those who edit. */
const isOpen = (state: string): boolean => state !== 'draft' && state !== 'all';

const place = (after: unknown[] | undefined): [string, string] | undefined =>
  typeof after?.[0] === 'string' && typeof after[1] === 'string' ? [after[0], after[1]] : undefined;

type ListInput = ParsedOf<typeof contract.listProcedures>;
type ListItem = ReplyOf<typeof contract.listProcedures>['items'][number];

export async function listProceduresAction(
  ctx: Context,
  input: ListInput,
): Promise<ReplyOf<typeof contract.listProcedures>> {
  const state = input.check ? 'draft' : input.state;
  if (!isOpen(state) && !isEditor(ctx)) throw new Problem(notAllowed);
  const items: { item: ListItem; at: [string, string] }[] = [];
  let after = place(unpackCursor(input.cursor));
  // What the checks say is not stored, so that it never lies: pages are filled from as many rows as it takes.
  for (let more = true; more && items.length <= input.limit;) {
    const limit = input.limit + 1;
    const rows = await listCatalogue(ctx.tx, { ...input, state, day: input.asOf ?? ctx.today, after, limit });
    for (const row of rows) {
      const item = await itemOf(ctx, row);
      if (isBlocked(item, input.check)) items.push({ item, at: [row.sortName, row.code] });
    }
    more = rows.length === limit;
    after = more ? [rows.at(-1)!.sortName, rows.at(-1)!.code] : after;
  }
  const shown = items.slice(0, input.limit);
  const last = items.length > input.limit ? shown.at(-1) : undefined;
  return { items: shown.map(({ item }) => item), ...(last ? { next: packCursor(last.at) } : {}) };
}

const isBlocked = ({ blockedBy }: ListItem, check: string | undefined): boolean =>
  !check || (check === 'any' ? blockedBy.length > 0 : blockedBy.includes(check));

async function itemOf(ctx: Context, row: CatalogueRow): Promise<ListItem> {
  const { sortName: _, nameEn, serviceLevel, ...rest } = row;
  const found = row.state === 'draft' ? await blocksOf(ctx, row.versionId) : [];
  return {
    ...rest,
    nameEn: nameEn ?? undefined,
    serviceLevel: serviceLevel ?? undefined,
    blocks: found.length,
    blockedBy: [...new Set(found.map(({ check }) => check))],
  };
}

async function blocksOf(ctx: Context, versionId: string): Promise<CheckResult[]> {
  const found = await findPinned(ctx.tx, versionId, null);
  if (!found) return [];
  const { code, content, validFrom } = found.version;
  return blocksIn(await checksOf(ctx.tx, code, content, validFrom));
}

const vietnamese = new Intl.Collator('vi');

/** Fields stand in the order of the Vietnamese alphabet, which the database does not know: Đ after D, not after X. */
export async function countProceduresAction(
  ctx: Context,
  { asOf }: ParsedOf<typeof contract.countProcedures>,
): Promise<ReplyOf<typeof contract.countProcedures>> {
  const counts = await countCatalogue(ctx.tx, asOf ?? ctx.today);
  return { ...counts, fields: counts.fields.toSorted((a, b) => vietnamese.compare(a.field, b.field)) };
}

const lineOf = ({ content, ...one }: ProcedureVersion | Overlay) => ({
  id: one.id,
  number: one.number,
  state: one.state,
  validFrom: one.validFrom,
  validTo: one.validTo,
  decision: content.decision,
  announcement: one.announcement,
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

type Competent = Pick<ReplyOf<typeof contract.getProcedure>, 'competent'>;

/** Who decides for a place, in words. */
async function competentFor(
  ctx: Context,
  { code, content }: EffectiveVersion,
  placeUnitId: string,
  day: string,
): Promise<Competent> {
  const [book, snapshot] = [await loadMandates(ctx.tx), await loadSnapshot(ctx.tx)];
  const { level, field = content.fieldVi } = content.competence;
  const found = competentUnit(book, snapshot, { procedureCode: code, field, level, placeUnitId }, day);
  const unit = 'unitId' in found ? unitAround(snapshot, found.unitId, day) : undefined;
  return unit ? { competent: nameOf(unit) } : {};
}

/** What “filed now” means for each row that has a time, in the calendar of who decides. */
async function examplesOf(ctx: Context, version: EffectiveVersion, unitId: string | undefined) {
  const calendar = unitId ? await loadCalendar(ctx.tx, unitId) : await loadCommonCalendar(ctx.tx);
  return version.content.channels.flatMap((row, index) => {
    if (!row.limit) return [];
    const { time, decision } = version.content;
    const rule = { pause: 'subtract' as const, legalBasis: decision, ...time, limit: row.limit };
    const facts = { receivedAt: ctx.now, channel: row.channel, pauses: [], additions: [] };
    const { dueAt } = dueOf(rule, facts, calendar);
    return dueAt ? [{ row: index, dueAt: dueAt.toISOString() }] : [];
  });
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
  const who: Competent = place && version ? await competentFor(ctx, version, place.id, day) : {};
  return {
    code,
    asOf: day,
    ...(place ? { place: nameOf(place) } : {}),
    ...who,
    version,
    checklist: version ? listed(version, day) : [],
    examples: version ? await examplesOf(ctx, version, who.competent?.id) : [],
    versions: versions.map(lineOf).toReversed(),
    overlays: seen(state.overlays).map(overlayLineOf(snapshot, day)).toReversed(),
  };
}
