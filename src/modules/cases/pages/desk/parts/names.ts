import type { PageContext } from '../../../../../kit/page.ts';
import { listStaff } from '../../../../mandates/contract.ts';
import { getUnit } from '../../../../organisations/contract/units.ts';
import { getProcedure } from '../../../../procedures/contract.ts';

/** Names as the reader sees them, each asked for once while a page is made. */
export interface NameBook {
  unit: (id: string | undefined) => string;
  procedure: (code: string) => string;
}

const asked = new WeakMap<PageContext, Map<string, Promise<string>>>();

function once(p: PageContext, key: string, ask: () => Promise<string>): Promise<string> {
  const known = asked.get(p) ?? new Map<string, Promise<string>>();
  asked.set(p, known);
  const found = known.get(key) ?? ask();
  known.set(key, found);
  return found;
}

/** The name of a unit today, or its identifier. */
export const unitName = (p: PageContext, id: string): Promise<string> =>
  once(p, `unit ${id}`, async () => {
    const unit = await p.maybe(getUnit, { id });
    return (p.lang === 'en' && unit?.nameEn) || unit?.nameVi || id;
  });

const procedureName = (p: PageContext, code: string): Promise<string> =>
  once(p, `procedure ${code}`, async () => {
    const name = (await p.maybe(getProcedure, { code }))?.version?.content.name;
    return (p.lang === 'en' && name?.en) || name?.vi || code;
  });

/** Looks up the names of units and procedures that a page is going to show. */
export async function namesFor(
  p: PageContext,
  ids: { units?: readonly (string | undefined)[]; procedures?: readonly string[] },
): Promise<NameBook> {
  const units = new Map<string, string>();
  for (const id of new Set(ids.units ?? [])) if (id) units.set(id, await unitName(p, id));
  const procedures = new Map<string, string>();
  for (const code of new Set(ids.procedures ?? [])) procedures.set(code, await procedureName(p, code));
  return {
    unit: (id) => (id ? (units.get(id) ?? id) : ''),
    procedure: (code) => procedures.get(code) ?? code,
  };
}

/** The units for which this person holds one of the permissions. */
export const unitsOf = (p: PageContext, ...permissions: string[]): string[] => [
  ...new Set(
    p.actor.grants
      .filter((g) => permissions.some((one) => g.permissions.has(one)) && g.unitId !== '' && g.unitId !== '*')
      .map((g) => g.unitId),
  ),
];

/** The unit of a page: the one in the address, else the first of the person's own. */
export const unitIn = (p: PageContext, ...permissions: string[]): string | undefined =>
  p.query['unitId'] || unitsOf(p, ...permissions)[0];

export interface Person {
  id: string;
  name: string;
}
/** People of a unit and its departments who are assigned to steps today. */
export async function staffOf(p: PageContext, unitId: string | undefined): Promise<Person[]> {
  if (!unitId || !p.can('mandate.view')) return [];
  const staff = await p.maybe(listStaff, { unitId });
  return (staff?.items ?? []).filter((one) => one.roles.length > 0).map((one) => one.person);
}
