import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import type { Day } from '../../../kit/day.ts';
import { loadSnapshot, type Snapshot, unitAround, unitsOn } from '../../organisations/index.ts';
import type { listScopes } from '../contract/figures.ts';
import { listDirectiveNames, listFields, listSectionNames, type SectionName } from '../store/names.ts';
import { byAgency } from './groups.ts';

const agencyLevels = new Set(['ministry', 'party', 'massBody', 'province']);

const agencies = (snapshot: Snapshot, on: Day): string[] =>
  unitsOn(snapshot, on)
    .filter((u) => agencyLevels.has(u.level))
    .map((u) => u.id);

/** Units for which the actor may freeze: those of his grants, or bodies of the centre and agencies where he reaches all. */
function signersOf(ctx: Context, snapshot: Snapshot, on: Day): string[] {
  const grants = ctx.actor.grants.filter((g) => g.permissions.has('figure.freeze') || g.permissions.has('*'));
  const centre = unitsOn(snapshot, on).filter((u) => u.level === 'centre');
  const ids = grants.some((g) => g.units === 'all')
    ? [...centre.map((u) => u.id), ...agencies(snapshot, on)]
    : grants.map((g) => g.unitId).filter((id) => snapshot.units.has(id));
  const order = byAgency(snapshot, on);
  const first = (id: string): number => Number(id === 'government');
  return [...new Set(ids)].toSorted((a, b) => first(b) - first(a) || order(a, b));
}

const sectionShown = (s: SectionName) => ({
  code: s.code,
  name: { vi: `${s.number} ${s.titleVi}`.trim(), en: `${s.number} ${s.titleEn || s.titleVi}`.trim() },
});

/** What the filters of figures offer: directives, sections of the chosen one, fields, who may sign. */
export async function listScopesAction(
  ctx: Context,
  { asOf = ctx.today, directiveId }: ParsedOf<typeof listScopes>,
): Promise<ReplyOf<typeof listScopes>> {
  const snapshot = await loadSnapshot(ctx.tx);
  const name = (id: string): string => unitAround(snapshot, id, asOf)?.nameVi ?? id;
  const directives = await listDirectiveNames(ctx.tx, ctx.actor);
  const sections = directiveId === undefined ? [] : await listSectionNames(ctx.tx, ctx.actor, directiveId);
  return {
    directives: directives.map(({ id, number, titleVi }) => ({ id, number, titleVi })),
    sections: sections.map(sectionShown),
    fields: await listFields(ctx.tx, ctx.actor),
    signers: signersOf(ctx, snapshot, asOf).map((id) => ({ id, name: name(id) })),
  };
}
