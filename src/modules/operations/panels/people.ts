import type { Context } from '../../../kit/context.ts';
import type { Text } from '../../../kit/i18n.ts';
import { type Role, roleNames } from '../../identity/index.ts';
import { listOfficeHolders } from '../../organisations/index.ts';
import type { Board } from '../contract.ts';
import { listRoleHolders } from '../store/people.ts';

interface Late {
  unitId: string;
  name: Text;
  late: number;
}

const MOST_UNITS = 10;
const MOST_PEOPLE = 3;

/** The units with most that is late, and who stands there to act: heads and coordinators by name. */
export async function whoMustAct(
  ctx: Context,
  tasks: readonly Late[],
  cases: readonly Late[],
): Promise<Board['act']> {
  const units = new Map<string, { name: Text; tasks: number; cases: number }>();
  for (const { unitId, name, late } of tasks) units.set(unitId, { name, tasks: late, cases: 0 });
  for (const { unitId, name, late } of cases)
    units.set(unitId, { name, tasks: units.get(unitId)?.tasks ?? 0, cases: late });
  const first = [...units]
    .filter(([, one]) => one.tasks + one.cases > 0)
    .toSorted(([, a], [, b]) => b.tasks + b.cases - a.tasks - a.cases)
    .slice(0, MOST_UNITS);
  const ids = first.map(([id]) => id);
  const accounts = await listRoleHolders(ctx.tx, ids, ctx.today);
  const offices = await listOfficeHolders(ctx.tx, ids, ctx.today);
  const peopleOf = (unitId: string) => {
    const named = offices
      .filter((one) => one.unitId === unitId && one.rank === 'head' && one.personName)
      .map((one) => ({ name: one.personName!, as: { vi: one.titleVi, en: one.titleEn || one.titleVi } }));
    const others = accounts
      .filter((one) => one.unitId === unitId)
      .map((one) => ({ name: one.name, as: roleNames[one.role as Role] }));
    // Accounts are often named "name, position": the same person once.
    const seen = new Set<string>();
    const once = ({ name }: { name: string }): boolean => {
      const own = name.split(',')[0]!.trim();
      return !seen.has(own) && Boolean(seen.add(own));
    };
    return [...named, ...others].filter(once).slice(0, MOST_PEOPLE);
  };
  return first.map(([id, { name, ...counts }]) => ({ unit: { id, name }, ...counts, people: peopleOf(id) }));
}
