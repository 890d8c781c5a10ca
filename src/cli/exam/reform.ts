import { systemActor } from '../../kit/actor.ts';
import { applyImport, startImport } from '../../modules/organisations/contract/imports.ts';
import { holdersOf, type Snapshot, unitsOn } from '../../modules/organisations/index.ts';
import { type Files, readSnapshot } from './country.ts';
import { eve, FIRST_DAY, legalBasis, REFORM, reformPaper } from './days.ts';
import { assignAll, employ, type Officer, type Staff } from './people.ts';
import { type Exam, inBatches } from './run.ts';

/** Applies the lists through the product's own import. */
export async function applyReform({ app }: Exam, files: Files) {
  const who = { actor: systemActor, now: eve };
  const encoded = Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')]),
  );
  const preview = await app.call(startImport, { files: encoded, formerFrom: FIRST_DAY, legalBasis }, who);
  return (await app.call(applyImport, { id: preview.id }, who)).report;
}

/** Where the officers of former units serve from the day of the reform on. */
export interface Moved {
  /** Officers that were appointed in a successor, with it. */
  moved: Officer[];
  /** Of these, those whose unit was split: they are assigned anew, since no rule says whose their papers are. */
  fromSplits: Officer[];
  stayed: number;
  /** Living communes and provinces in which nobody serves. */
  withoutPeople: string[];
}

/**
 * The exam's rule: officers follow their unit to its one successor; of a unit that was split they go to the successor
 * that has nobody yet, else to the first by its code. Islands' and districts' officers go the same way.
 */
function heirFor(snapshot: Snapshot, officer: Officer, served: ReadonlySet<string>): string | undefined {
  const holding = holdersOf(snapshot, officer.unitId, REFORM);
  if ('holder' in holding) return holding.holder;
  const communes = holding.candidates.filter((id) => snapshot.units.get(id)?.level === 'commune').sort();
  return communes.find((id) => !served.has(id)) ?? communes[0] ?? holding.candidates[0];
}

function distribute(
  snapshot: Snapshot,
  staff: Staff,
): Omit<Moved, 'withoutPeople'> & { served: Set<string> } {
  const officers = [...staff.values()].flatMap(({ desk, official, other }) =>
    [desk, official, other].filter((one) => one !== undefined),
  );
  const isSplit = ({ unitId }: Officer) => 'needsRule' in holdersOf(snapshot, unitId, REFORM);
  const served = new Set<string>();
  const result = { moved: [] as Officer[], fromSplits: [] as Officer[], stayed: 0, served };
  const whole = officers.filter((one) => !isSplit(one));
  for (const officer of whole) {
    const unitId = heirFor(snapshot, officer, served)!;
    served.add(unitId);
    if (unitId === officer.unitId) result.stayed += 1;
    else result.moved.push({ ...officer, unitId });
  }
  const chosen = new Map<string, string>();
  for (const officer of officers.filter(isSplit)) {
    const unitId = chosen.get(officer.unitId) ?? heirFor(snapshot, officer, served)!;
    chosen.set(officer.unitId, unitId);
    if (officer.post.roles.length > 0) served.add(unitId);
    const next = { ...officer, unitId };
    result.moved.push(next);
    result.fromSplits.push(next);
  }
  return result;
}

/** Appoints the officers of units that ended in their successors, under papers of the reform. */
export async function movePeople(exam: Exam, staff: Staff): Promise<Moved> {
  const snapshot = await readSnapshot(exam);
  const { served, ...plan } = distribute(snapshot, staff);
  await inBatches(exam, plan.moved, { size: 200 }, (perform, officer) =>
    employ(perform, officer, REFORM, { now: eve }),
  );
  await assignAll(exam, plan.fromSplits, { from: REFORM, now: eve, paper: reformPaper });
  const withoutPeople = unitsOn(snapshot, REFORM)
    .filter((unit) => unit.level === 'commune' || unit.level === 'province')
    .filter((unit) => !served.has(unit.id))
    .map((unit) => unit.id);
  return { ...plan, withoutPeople };
}
