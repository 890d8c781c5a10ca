import { may } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import type { Text } from '../../../kit/i18n.ts';
import { Problem } from '../../../kit/problems.ts';
import { ancestorsOn, loadSnapshot, ROOT, type Snapshot, unitAsOf } from '../../organisations/index.ts';
import { unknownUnit } from '../contract.ts';

/** The unit that is watched, with everything below it. */
export interface Place {
  snapshot: Snapshot;
  unitId: string;
  name: Text;
  level: string;
  above: { id: string; name: Text }[];
  /** Everything there is: nothing has to be asked by units. */
  isWhole: boolean;
}

const VIEW = 'operations.view';

const nameOf = (unit: { nameVi: string; nameEn: string }): Text => ({
  vi: unit.nameVi,
  en: unit.nameEn || unit.nameVi,
});

/** The unit asked for, else the first one for which this actor holds the right; the whole country where it is all. */
function chosen(ctx: Context, unitId: string | undefined): string {
  if (unitId) return unitId;
  const own = ctx.actor.grants.find((g) => g.permissions.has(VIEW) && g.unitId !== '' && g.unitId !== '*');
  return own?.unitId ?? ROOT;
}

/** @throws unknownUnit for a unit that does not exist today or lies outside the actor's reach */
export async function placeOf(ctx: Context, unitId: string | undefined, permission = VIEW): Promise<Place> {
  const snapshot = await loadSnapshot(ctx.tx);
  const id = chosen(ctx, unitId);
  const unit = unitAsOf(snapshot, id, ctx.today);
  if (!unit || !may(ctx.actor, permission, id)) throw new Problem(unknownUnit);
  const above = ancestorsOn(snapshot, id, ctx.today)
    .toReversed()
    .filter((one) => may(ctx.actor, VIEW, one.id));
  return {
    snapshot,
    unitId: id,
    name: nameOf(unit),
    level: unit.level,
    above: above.map((one) => ({ id: one.id, name: nameOf(one) })),
    isWhole: id === ROOT,
  };
}
