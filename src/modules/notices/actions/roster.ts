import type { Classification } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import {
  ancestorsOn,
  holdersOf,
  loadSnapshot,
  type Snapshot,
  unitAround,
} from '../../organisations/index.ts';
import type { Addressee } from '../rules/ladder.ts';
import { type Holder, type Recipient, recipientsOf } from '../rules/recipients.ts';
import { listByKeys, listHolders } from '../store/roster.ts';

/** The whole installation, as grants write it. */
const EVERYWHERE = '*';

export interface Place {
  unitId: string;
  ownerUnitId: string;
  classification: Classification;
  /** Who must act, by name, where that is known; they stand for the owner. */
  responsible?: readonly string[] | undefined;
}

export interface Roster {
  find(to: Addressee, place: Place): Recipient[];
  unitName(unitId: string): { vi: string; en: string };
  /** Those who can do something about nobody being there. */
  office(place: Place): Recipient[];
}

/** Who holds a unit's duties today; where a split has no rule, each of the heirs may be the one. */
function actingUnits(snapshot: Snapshot, unitId: string, today: string): string[] {
  const holding = holdersOf(snapshot, unitId, today);
  return 'holder' in holding ? [holding.holder] : holding.candidates;
}

/** The standing office of a unit, then those above it, then that of the whole installation. */
const offices = (snapshot: Snapshot, unitId: string, today: string): string[] => {
  const acting = actingUnits(snapshot, unitId, today);
  return [
    ...acting,
    ...acting.flatMap((id) => ancestorsOn(snapshot, id, today).map((u) => u.id)),
    EVERYWHERE,
  ];
};

/** Reads, in one look, everybody who may have to be written to about these places. */
export async function loadRoster(ctx: Context, places: readonly Place[]): Promise<Roster> {
  const { today } = ctx;
  const snapshot = await loadSnapshot(ctx.tx);
  const acting = new Map(places.map((p) => [p.unitId, actingUnits(snapshot, p.unitId, today)]));
  const above = new Map(places.map((p) => [p.ownerUnitId, offices(snapshot, p.ownerUnitId, today)]));
  const holders = await listHolders(
    ctx.tx,
    [...new Set([...acting.values(), ...above.values()].flat())],
    today,
  );
  const named = await listByKeys(ctx.tx, [...new Set(places.flatMap((p) => p.responsible ?? []))], today);
  const byUnit = Map.groupBy(holders, (h) => h.unitId);
  const among = (units: readonly string[]): Holder[] => units.flatMap((id) => byUnit.get(id) ?? []);
  const office = (place: Place): Recipient[] => {
    const units = above.get(place.ownerUnitId) ?? [EVERYWHERE];
    return recipientsOf(among(units), 'office', units, place.classification);
  };
  return {
    office,
    find: (to, place) => {
      if (to === 'office') return office(place);
      if (to === 'owner' && place.responsible)
        return named.filter((one) => place.responsible!.includes(one.key));
      const units = acting.get(place.unitId) ?? [];
      return units.flatMap((unitId) => recipientsOf(among([unitId]), to, [unitId], place.classification));
    },
    unitName: (unitId) => {
      const unit = unitAround(snapshot, unitId, today);
      return { vi: unit?.nameVi ?? unitId, en: unit?.nameEn ?? unitId };
    },
  };
}
