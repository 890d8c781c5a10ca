import { enterReported } from '../modules/indicators/contract/reported.ts';
import { reportedFacts } from '../modules/indicators/facts/reported.ts';
import { appoint, createPerson, createPosition } from '../modules/organisations/contract/people.ts';
import { demoFacts } from '../modules/organisations/facts/demo.ts';
import { buildSnapshot, type UnitOnDay, unitsOn } from '../modules/organisations/index.ts';
import type { Happening } from './stage.ts';
import { marked } from './wording.ts';

/** Day on which the invented heads take office: the first working day of the new provinces. */
const FROM = '2025-07-01';

const headOf = (unit: UnitOnDay): Happening => ({
  at: new Date(`${FROM}T08:30:00+07:00`),
  key: `organisations head of ${unit.id}`,
  run: async (stage) => {
    const person = await stage.call(createPerson, { fullName: marked(`Thủ trưởng ${unit.nameVi}`) });
    const title = { titleVi: 'Thủ trưởng cơ quan', titleEn: 'Head of the unit', rank: 'head' as const };
    const position = await stage.call(createPosition, { unitId: unit.id, ...title, validFrom: FROM });
    const paper = marked('Quyết định bổ nhiệm');
    await stage.call(appoint, { positionId: position.id, personId: person.id, validFrom: FROM, paper });
  },
});

/** Somebody who must act in each ministry and province: invented persons, marked as such. */
export function headHappenings(): Happening[] {
  const units = unitsOn(buildSnapshot(demoFacts), FROM);
  return units
    .filter((unit) => ['ministry', 'province', 'party', 'massBody'].includes(unit.level))
    .map(headOf);
}

/** The figures others published, with their sources, whose counts the puzzle pages take apart. */
export const reportedHappenings = (): Happening[] =>
  reportedFacts.map((fact) => ({
    at: new Date('2025-11-16T07:30:00+07:00'),
    key: `reported figure ${fact.code}`,
    run: async (stage) => void (await stage.call(enterReported, fact)),
  }));
