import { newId } from '../../kit/ids.ts';
import type { StepRole } from '../../modules/mandates/contract.ts';
import { stateMany } from '../../modules/mandates/contract/facts.ts';
import { sampleName } from '../../modules/mandates/samples.ts';
import { appoint, createPerson, createPosition } from '../../modules/organisations/contract/people.ts';
import type { Rank } from '../../modules/organisations/index.ts';
import type { Former } from './country.ts';
import { beganAt, FIRST_DAY, lawPaper, staffPaper } from './days.ts';
import { type By, type Exam, inBatches, type Perform } from './run.ts';

interface Post {
  titleVi: string;
  titleEn: string;
  rank: Rank;
  roles: readonly StepRole[];
}

const desk: Post = {
  titleVi: 'Công chức một cửa',
  titleEn: 'One-stop officer',
  rank: 'official',
  roles: ['receive', 'return', 'collect'],
};
const official: Post = {
  titleVi: 'Lãnh đạo, chuyên viên',
  titleEn: 'Leader and specialist',
  rank: 'head',
  roles: ['assign', 'appraise', 'check', 'sign', 'issue', 'consult'],
};
const ofDistrict: Post = {
  titleVi: 'Chuyên viên cấp huyện',
  titleEn: 'District official',
  rank: 'official',
  roles: [],
};

/** An invented official: where he serves and what he does there. */
export interface Officer {
  personId: string;
  fullName: string;
  unitId: string;
  post: Post;
}
export type Staff = Map<string, { desk?: Officer; official?: Officer; other?: Officer }>;

/** Appoints a person to a new position of a unit. */
export async function employ(
  perform: Perform,
  { post, ...officer }: Officer,
  on: string,
  by: By,
): Promise<void> {
  const { titleVi, titleEn, rank } = post;
  const position = await perform(
    createPosition,
    { unitId: officer.unitId, titleVi, titleEn, rank, validFrom: on },
    by,
  );
  const paper = `Quyết định ${staffPaper.number}`;
  await perform(appoint, { positionId: position.id, personId: officer.personId, validFrom: on, paper }, by);
}

function postsOf(former: Former): { unitId: string; post: Post }[] {
  const islands = new Set(former.islands);
  const handling = [...former.provinces, ...former.communes, ...former.islands];
  return [
    ...handling.flatMap((unitId) => [desk, official].map((post) => ({ unitId, post }))),
    ...former.districts.filter((id) => !islands.has(id)).map((unitId) => ({ unitId, post: ofDistrict })),
  ];
}

const most = 5000;

/** Assigns officers to their kinds of step in the units they serve in, many in one statement. */
export async function assignAll(
  exam: Exam,
  officers: readonly Officer[],
  { from, now, paper }: { from: string; now: Date; paper: typeof staffPaper },
): Promise<void> {
  const assignments = officers
    .filter(({ post }) => post.roles.length > 0)
    .map(({ personId, unitId, post }) => ({
      personId,
      unitId,
      roles: [...post.roles],
      scope: 'all' as const,
      from,
      paper,
    }));
  const parts = Array.from({ length: Math.ceil(assignments.length / most) }, (_, i) =>
    assignments.slice(i * most, (i + 1) * most),
  );
  await inBatches(exam, parts, { size: 1 }, (perform, part) =>
    perform(stateMany, { assignments: part }, { now }),
  );
}

/** Competence by law of every commune and province; islands without communes have it by name. */
const stateCompetences = (exam: Exam, former: Former) => {
  const byLaw = { ground: 'law' as const, scope: 'all' as const, from: FIRST_DAY, paper: lawPaper };
  const competences = [
    { ...byLaw, holder: { level: 'commune' as const, within: 'centre' } },
    { ...byLaw, holder: { level: 'province' as const, within: 'centre' } },
    ...former.islands.map((unitId) => ({ ...byLaw, holder: { unitId } })),
  ];
  return inBatches(exam, [competences], { size: 1 }, (perform, all) =>
    perform(stateMany, { competences: all }, { now: beganAt }),
  );
};

/** A desk officer and an official for every unit that handles cases, one official for each district: appointed and assigned. */
export async function staffFormerCountry(exam: Exam, former: Former): Promise<Staff> {
  const by = { now: beganAt };
  const officers = await inBatches(
    exam,
    postsOf(former),
    { size: 200 },
    async (perform, { unitId, post }) => {
      const personId = newId(beganAt);
      const fullName = sampleName(personId.charCodeAt(30) * 7 + personId.charCodeAt(31));
      const officer = { personId, fullName, unitId, post };
      await perform(createPerson, { id: personId, fullName }, by);
      await employ(perform, officer, FIRST_DAY, by);
      return officer;
    },
  );
  await stateCompetences(exam, former);
  await assignAll(exam, officers, { from: FIRST_DAY, now: beganAt, paper: staffPaper });
  const staff: Staff = new Map();
  for (const officer of officers) {
    const place = officer.post === desk ? 'desk' : officer.post === official ? 'official' : 'other';
    staff.set(officer.unitId, { ...staff.get(officer.unitId), [place]: officer });
  }
  return staff;
}
