import type { z } from 'zod';

import type { successionInfo, unitRef, unitSummary } from '../contract/shapes.ts';
import type { ChartNode } from '../contract/units.ts';
import { endsUnit, kinds, levels } from '../rules/model.ts';
import type { Day, Succession, UnitId } from '../rules/model.ts';
import { childrenOn, unitAround } from '../rules/snapshot.ts';
import type { Snapshot, UnitOnDay } from '../rules/snapshot.ts';

export function refOf(snapshot: Snapshot, unitId: UnitId, day: Day): z.infer<typeof unitRef> {
  const unit = unitAround(snapshot, unitId, day);
  return { id: unitId, nameVi: unit?.nameVi ?? unitId, nameEn: unit?.nameEn ?? unitId };
}

export function summaryOf(unit: UnitOnDay): z.infer<typeof unitSummary> {
  const { id, level, kind, nameVi, nameEn, shortName, parentId, code, codeSystem, validFrom, validTo } = unit;
  return { id, level, kind, nameVi, nameEn, shortName, parentId, code, codeSystem, validFrom, validTo };
}

/** A succession with the names as they were around its day: the old one the day before, the new ones that day. */
export function successionOf(snapshot: Snapshot, succession: Succession): z.infer<typeof successionInfo> {
  const { id, on, kind, from, to, rule, legalBasis } = succession;
  const before = snapshot.versions.get(from)?.findLast((version) => version.validFrom < on)?.validFrom ?? on;
  return {
    id,
    on,
    kind,
    from: refOf(snapshot, from, before),
    to: to.map((heir) => refOf(snapshot, heir, on)),
    ...(rule && { rule }),
    legalBasis,
  };
}

/** The unit to which a unit that ended went as a whole; undefined where no rule says so. */
function mainHeir(step: Succession): UnitId | undefined {
  if (!endsUnit(step.kind)) return undefined;
  return step.rule?.default ?? (step.to.length === 1 ? step.to[0] : undefined);
}

/** Sorts by level, then by kind (ministries before agencies), places by their code; what was stated first stays first. */
function placeInChart(unit: UnitOnDay): string {
  const rank = (list: readonly string[], value: string) => String(list.indexOf(value)).padStart(2, '0');
  const place = unit.level === 'province' || unit.level === 'district' || unit.level === 'commune';
  return [rank(levels, unit.level), place ? (unit.code ?? '~') : rank(kinds, unit.kind)].join(' ');
}

/** The units below `unitId` to `depth` levels, with the names of the units each took over from by `day`. */
export function chartBelow(snapshot: Snapshot, unitId: UnitId, day: Day, depth: number): ChartNode[] {
  const below = childrenOn(snapshot, unitId, day).sort((a, b) =>
    placeInChart(a).localeCompare(placeInChart(b), 'en'),
  );
  return below.map((unit) => chartNodeOf(snapshot, unit, day, depth));
}

export function chartNodeOf(snapshot: Snapshot, unit: UnitOnDay, day: Day, depth: number): ChartNode {
  const steps = (snapshot.to.get(unit.unitId) ?? []).filter(
    (step) => step.on <= day && mainHeir(step) === unit.unitId,
  );
  return {
    ...summaryOf(unit),
    childCount: childrenOn(snapshot, unit.unitId, day).length,
    predecessors: steps.map((step) => refOf(snapshot, step.from, step.on).nameVi),
    children: depth > 1 ? chartBelow(snapshot, unit.unitId, day, depth - 1) : [],
  };
}
