import type { StepDemand, StepRole } from '../rules/model.ts';
import type { Compiled } from '../rules/scope.ts';

/** Steps of one kind that no scope of a unit tells apart: who does one of them does all of them. */
export interface StepClass {
  /** The scopes that cover it, as a text. */
  name: string;
  covering: ReadonlySet<number>;
  steps: readonly StepDemand[];
}

interface Known {
  byRole: ReadonlyMap<StepRole, readonly StepDemand[]>;
  classes: Map<string, readonly StepClass[]>;
}

const known = new WeakMap<readonly StepDemand[], Known>();
const most = 20_000;

function knownOf(demands: readonly StepDemand[]): Known {
  let found = known.get(demands);
  if (!found) {
    const byRole = new Map<StepRole, StepDemand[]>();
    for (const demand of demands) {
      const steps = byRole.get(demand.role);
      if (steps) steps.push(demand);
      else byRole.set(demand.role, [demand]);
    }
    known.set(demands, (found = { byRole, classes: new Map() }));
  }
  return found;
}

export const rolesOf = (demands: readonly StepDemand[]): Iterable<StepRole> => knownOf(demands).byRole.keys();

/** What parts steps into classes: a scope, or a subject of succession. */
export type Divider = Pick<Compiled, 'covers'> & { id: number; key: string };

function divided(classes: readonly StepClass[], { id, key, covers }: Divider): StepClass[] {
  const result: StepClass[] = [];
  for (const one of classes) {
    const inside: StepDemand[] = [];
    const outside: StepDemand[] = [];
    for (const step of one.steps) (covers(step.procedureCode, step.field) ? inside : outside).push(step);
    if (outside.length > 0) result.push(inside.length > 0 ? { ...one, steps: outside } : one);
    if (inside.length > 0)
      result.push({
        name: `${one.name} ${key}`,
        covering: new Set([...one.covering, id]),
        steps: inside,
      });
  }
  return result;
}

/** The steps of a kind in classes; remembered for a list of demands, and shared where lists of dividers begin alike. */
export function classesOf(
  demands: readonly StepDemand[],
  role: StepRole,
  dividers: readonly Divider[],
): readonly StepClass[] {
  const { byRole, classes } = knownOf(demands);
  if (classes.size > most) classes.clear();
  let name: string = role;
  let now: readonly StepClass[] = [{ name, covering: new Set(), steps: byRole.get(role) ?? [] }];
  for (const divider of dividers) {
    name += ` ${divider.key}`;
    let next = classes.get(name);
    if (!next) classes.set(name, (next = divided(now, divider)));
    now = next;
  }
  return now;
}
