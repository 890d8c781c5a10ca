import type { Context } from '../../../../kit/context.ts';
import type { Rule } from '../rules/rule.ts';
import { EVERYWHERE, type Holder, type Responsible, whoMustAct } from '../rules/who.ts';
import { listHolders } from '../store/people.ts';
import type { Scope } from './scope.ts';
import { chainOf } from './units.ts';

/** Everybody who might have to act in some units or above them, read at once. */
export async function holdersAround(ctx: Context, chains: readonly (readonly string[])[]): Promise<Holder[]> {
  if (chains.length === 0) return [];
  return listHolders(ctx.tx, [...new Set([...chains.flat(), EVERYWHERE])], ctx.today);
}

/** Who must act for each of some units, by unit; a unit for which there is nobody is missing. */
export async function responsibleFor(
  ctx: Context,
  scope: Scope,
  actor: Rule['actor'],
  unitIds: readonly string[],
): Promise<Map<string, Responsible>> {
  const chains = new Map(unitIds.map((id) => [id, chainOf(scope.snapshot, id, actor.at, scope.on)]));
  const holders = await holdersAround(ctx, [...chains.values()]);
  return new Map(
    [...chains].flatMap(([id, chain]) => {
      const who = whoMustAct(holders, actor.role, chain);
      return who ? [[id, who] as const] : [];
    }),
  );
}
