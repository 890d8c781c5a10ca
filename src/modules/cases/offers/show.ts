import type { Context } from '../../../kit/context.ts';
import { loadSnapshot, type Snapshot, unitAround } from '../../organisations/index.ts';
import type { EffectiveVersion, FormField } from '../../procedures/contract.ts';
import { loadEffective, shownValue } from '../../procedures/index.ts';
import { pinnedVersion } from '../actions/grounds.ts';
import { findById } from '../store/caseFile.ts';
import { findDraft } from '../store/content.ts';
import { openOfferSteps } from './rules.ts';
import type { OfferRow } from './store.ts';

const nameOf = async (ctx: Context, code: string): Promise<{ vi: string; en?: string } | undefined> =>
  (await loadEffective(ctx.tx, { code, day: ctx.today }))?.content.name;

/** What became of what was accepted: a draft not sent yet, or a case with its code. */
async function takenOf(ctx: Context, caseId: string | undefined) {
  if (!caseId) return {};
  const row = await findById(ctx.tx, caseId);
  if (row) return { caseId, ...(row.state.code && { caseCode: row.state.code }), isDraft: false };
  return (await findDraft(ctx.tx, caseId)) ? { caseId, isDraft: true } : {};
}

/** An offer as everybody who may read it sees it. */
export async function shownOffer(ctx: Context, row: OfferRow) {
  const { state } = row;
  const version = await pinnedVersion(ctx.tx, state);
  const { occasion, level, status, factDay, source, legalBasis, until, undoDays, ready } = state;
  const occasionName = occasion.kind === 'granted' ? await nameOf(ctx, occasion.procedureCode) : undefined;
  return {
    id: row.id,
    procedureCode: state.procedureCode,
    procedure: version.content.name,
    level,
    status,
    occasion,
    factDay,
    source,
    legalBasis,
    until,
    undoDays,
    ready,
    ...(occasionName && { occasionName }),
    madeAt: row.madeAt.toISOString(),
    ...(state.startsOn && status === 'open' && { startsOn: state.startsOn }),
    ...(await takenOf(ctx, state.caseId)),
    ...(state.undoUntil && { undoUntil: state.undoUntil }),
    steps: openOfferSteps(state, ctx.today),
  };
}

const unitWords = (snapshot: Snapshot, id: string, today: string): { vi: string; en: string } => {
  const unit = unitAround(snapshot, id, today);
  return { vi: unit?.nameVi ?? id, en: unit?.nameEn ?? id };
};

function valueWords(field: FormField, value: unknown, unit: (id: string) => { vi: string; en: string }) {
  if ((field.type === 'place' || field.type === 'unit') && typeof value === 'string') return unit(value);
  return { vi: shownValue(field, value, 'vi'), en: shownValue(field, value, 'en') };
}

/** Everything that is filled in, in the order of the form, with where each answer comes from. */
export async function filledOf(ctx: Context, row: OfferRow, version: EffectiveVersion) {
  const snapshot = await loadSnapshot(ctx.tx);
  const unit = (id: string) => unitWords(snapshot, id, ctx.today);
  const { values, provenance, placeUnitId } = row.prepared;
  const fields = version.content.form?.sections.flatMap((section) => section.fields) ?? [];
  return {
    place: { id: placeUnitId, name: unit(placeUnitId) },
    fields: fields.flatMap((field) => {
      const from = provenance[field.key];
      if (values[field.key] === undefined || !from) return [];
      const { source, database, caseCode, at } = from;
      const origin = { source, at, ...(database && { database }), ...(caseCode && { caseCode }) };
      const { key, label } = field;
      return [{ key, label, shown: valueWords(field, values[key], unit), from: origin }];
    }),
  };
}
