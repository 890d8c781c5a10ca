import type { Tx } from '../../kit/db.ts';
import type { StepDemand } from '../mandates/contract.ts';
import { effectiveOf } from './rules/effective.ts';
import type { Day, EffectiveVersion, Substitution } from './rules/model.ts';
import { getRevision } from './store/plan.ts';
import { findOverlayOn, findPinned, listPublished, listStanding, type Standing } from './store/procedure.ts';
import { listSubstitutions } from './store/substitution.ts';

/**
 * What was published never changes, so its content is kept in memory by the ids that pin it. Drafts are read anew: they
 * change. A version's own end is no part of what is kept.
 */
const kept = new Map<string, EffectiveVersion>();
const most = 8000;

async function pinned(tx: Tx, versionId: string, overlayId: string | undefined): Promise<EffectiveVersion> {
  const key = `${versionId} ${overlayId ?? ''}`;
  const known = kept.get(key);
  if (known) return known;
  const found = await findPinned(tx, versionId, overlayId ?? null);
  if (!found) throw new Error(`no version ${key}`);
  const { validTo: _, ...version } = effectiveOf(found.version, found.overlay);
  const states = [found.version.state, found.overlay?.state ?? 'published'];
  if (!states.includes('draft')) {
    if (kept.size >= most) kept.delete(kept.keys().next().value!);
    kept.set(key, version);
  }
  return version;
}

/**
 * The version and overlay a case pinned at its reception, whatever became of them since. Its `validTo` is left out.
 * @throws for ids that are unknown, or an overlay of another procedure.
 */
export async function getPinned(
  tx: Tx,
  { versionId, overlayId }: { versionId: string; overlayId?: string | undefined },
): Promise<EffectiveVersion> {
  const version = await pinned(tx, versionId, overlayId);
  return { ...version, substitutions: await listSubstitutions(tx, version.code) };
}

/** What is published on a day: for a province, or without one what holds nationally. */
export type Offered = (provinceId: string | undefined) => Promise<EffectiveVersion | undefined>;

interface OnDay {
  standing: Standing[];
  substitutions: Substitution[];
}

/** What was found of procedures on days, in the newest state of what is published that was seen. */
let found = { token: '', byDay: new Map<string, OnDay>() };

/** Which versions hold on a day and which papers databases replace: one look says whether what was found before still holds. */
async function onDay(tx: Tx, code: string, day: Day): Promise<OnDay> {
  const token = await getRevision(tx);
  const key = `${code} ${day}`;
  const known = found.token === token ? found.byDay.get(key) : undefined;
  if (known) return known;
  const [standing, substitutions] = await Promise.all([
    listStanding(tx, { code, day }),
    listSubstitutions(tx, code),
  ]);
  const made = { standing, substitutions };
  // Something may have been published in between: then it is not known to which state this belongs.
  if ((await getRevision(tx)) !== token) return made;
  if (found.token !== token || found.byDay.size >= most) found = { token, byDay: new Map() };
  found.byDay.set(key, made);
  return made;
}

/** What is published of a procedure on a day, to be told for a province as soon as somebody knows for which. */
export async function loadOffered(tx: Tx, { code, day }: { code: string; day: Day }): Promise<Offered> {
  const { standing, substitutions } = await onDay(tx, code, day);
  return async (provinceId) => {
    const [first] = standing;
    if (!first) return undefined;
    const { versionId, validTo } = first;
    const own = provinceId && standing.find((one) => one.provinceId === provinceId)?.overlayId;
    const version = await pinned(tx, versionId, own || undefined);
    return { ...version, substitutions, ...(validTo === null ? {} : { validTo }) };
  };
}

/** What is published for a province on a day; without a province what holds nationally. */
export const loadEffective = async (
  tx: Tx,
  { provinceId, ...of }: { code: string; provinceId?: string | undefined; day: Day },
): Promise<EffectiveVersion | undefined> => (await loadOffered(tx, of))(provinceId);

/** A version as it will hold in a province on a day to come, published or still a draft: with that day's overlay. */
export async function laidOn(
  tx: Tx,
  version: EffectiveVersion,
  at: { provinceId: string; day: Day },
): Promise<EffectiveVersion> {
  const overlay = await findOverlayOn(tx, { code: version.code, ...at });
  return overlay ? { ...version, ...effectiveOf(version, overlay) } : version;
}

/** What every step of every procedure in force on a day asks of the people of its units. */
export async function stepDemands(tx: Tx, day: Day): Promise<StepDemand[]> {
  const published = await listPublished(tx, day);
  return published.flatMap(({ code, content }) => demandsOf(code, content));
}

/** The demands of one version's steps. */
export const demandsOf = (
  procedureCode: string,
  { competence, fieldVi, steps }: EffectiveVersion['content'],
): StepDemand[] =>
  steps.map(({ key: stepKey, role }) => ({
    procedureCode,
    field: competence.field ?? fieldVi,
    stepKey,
    role,
  }));
