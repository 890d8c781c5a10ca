import type { OrganisationFacts, Succession } from './model.ts';
import { endsUnit } from './model.ts';
import { ancestorsOn, buildSnapshot, existsOn, lifeOf } from './snapshot.ts';
import type { Snapshot } from './snapshot.ts';

/** What is wrong with a set of facts: which fact, and why. `subject` is a unit id or a succession id. */
export type FactFault = {
  subject: string;
  fault:
    | 'unknownUnit'
    | 'unknownParent'
    | 'parentNotLiving'
    | 'cycle'
    | 'endedTwice'
    | 'heirNotLiving'
    | 'notLiving';
};

/** Checks facts as a whole: references, parents that live, no circles, heirs that live on the day they inherit. */
export function faultsOf(facts: OrganisationFacts): FactFault[] {
  const snapshot = buildSnapshot(facts);
  return [
    ...parentFaults(snapshot),
    ...facts.successions.flatMap((fact) => successionFaults(snapshot, fact)),
  ];
}

function parentFaults(snapshot: Snapshot): FactFault[] {
  const faults: FactFault[] = [];
  for (const [unitId, versions] of snapshot.versions) {
    if (!snapshot.units.has(unitId)) faults.push({ subject: unitId, fault: 'unknownUnit' });
    for (const { parentId, validFrom } of versions) {
      if (parentId === null) continue;
      if (!snapshot.units.has(parentId)) faults.push({ subject: unitId, fault: 'unknownParent' });
      else if (!existsOn(snapshot, parentId, validFrom))
        faults.push({ subject: unitId, fault: 'parentNotLiving' });
      else if (isCircle(snapshot, unitId, validFrom)) faults.push({ subject: unitId, fault: 'cycle' });
    }
  }
  return faults;
}

/** True where going up from the unit on `day` comes back to a unit already passed. */
export function isCircle(snapshot: Snapshot, unitId: string, day: string): boolean {
  const top = ancestorsOn(snapshot, unitId, day).at(-1);
  if (!top) return snapshot.versions.get(unitId)?.some((version) => version.parentId === unitId) ?? false;
  return top.parentId !== null && existsOn(snapshot, top.parentId, day);
}

function successionFaults(snapshot: Snapshot, fact: Succession): FactFault[] {
  const faults: FactFault[] = [];
  const heirs = [...fact.to, ...(fact.rule?.bySubject ?? []).map((entry) => entry.toUnitId)];
  if (fact.rule?.default) heirs.push(fact.rule.default);
  const life = lifeOf(snapshot, fact.from);
  if (!life) faults.push({ subject: fact.id, fault: 'unknownUnit' });
  else if (life.from >= fact.on && endsUnit(fact.kind)) faults.push({ subject: fact.id, fault: 'notLiving' });
  else if (life.to !== null && life.to < fact.on) {
    faults.push({ subject: fact.id, fault: endsUnit(fact.kind) ? 'endedTwice' : 'notLiving' });
  }
  for (const heir of new Set(heirs)) {
    if (!snapshot.units.has(heir)) faults.push({ subject: fact.id, fault: 'unknownUnit' });
    else if (!existsOn(snapshot, heir, fact.on)) faults.push({ subject: fact.id, fault: 'heirNotLiving' });
  }
  return faults;
}
