import { type Actor, systemActor } from '../../kit/actor.ts';
import type { App } from '../../kit/app.ts';
import type { InputOf } from '../../kit/contract.ts';
import type { Role } from '../identity/index.ts';
import { actorOf, sampleAccount } from '../identity/samples.ts';
import type { StepRole } from '../mandates/contract.ts';
import { sampleCompetence, sampleStaff } from '../mandates/samples.ts';
import { sampleOfficeHolder, sampleUnit, stateDemoOrganisations } from '../organisations/samples.ts';
import { receiveCase, submitCase } from './contract.ts';

interface By {
  actor?: Actor;
  now?: Date;
}

/** The people through whose hands a case goes in one commune, each with account, role and assignment. */
export interface SampleDesk {
  unitId: string;
  desk: Actor;
  specialist: Actor;
  head: Actor;
}

const posts: readonly {
  key: 'desk' | 'specialist' | 'head';
  role: Role;
  title: string;
  steps: StepRole[];
}[] = [
  { key: 'desk', role: 'desk', title: 'Công chức một cửa', steps: ['receive', 'return', 'collect'] },
  {
    key: 'specialist',
    role: 'specialist',
    title: 'Chuyên viên',
    steps: ['appraise', 'issue', 'check', 'consult'],
  },
  { key: 'head', role: 'head', title: 'Chủ tịch', steps: ['assign', 'sign', 'check', 'consult'] },
];

/** Staffs a unit with a desk officer, a specialist and a head, appointed and assigned for everything; their actors. */
export async function sampleDesk(
  app: App,
  unitId: string,
  by: By & { from?: string } = {},
): Promise<SampleDesk> {
  const who = { ...(by.actor && { actor: by.actor }), ...(by.now && { now: by.now }) };
  const staff: { personId: string; roles: StepRole[] }[] = [];
  const emails: Record<string, string> = {};
  for (const { key, role, title, steps } of posts) {
    const email = `${key}.${unitId}@cases.test.vn`;
    const rank = key === 'head' ? ('head' as const) : ('official' as const);
    const fullName = `${title} ${unitId}`;
    const made = await sampleOfficeHolder(
      app,
      { unitId, fullName, email, titleVi: title, titleEn: title, rank, ...(by.from && { from: by.from }) },
      who,
    );
    await sampleAccount(app, {
      email,
      personId: made.personId,
      name: fullName,
      roles: [{ role, unitId, clearance: 'internal' }],
      ...(by.now && { now: by.now }),
    });
    staff.push({ personId: made.personId, roles: steps });
    emails[key] = email;
  }
  await sampleStaff(app, new Map([[unitId, staff]]), { ...who, ...(by.from && { from: by.from }) });
  const [desk, specialist, head] = await Promise.all(
    posts.map(({ key }) => actorOf(app, emails[key]!, by.now ?? app.clock.now())),
  );
  return { unitId, desk: desk!, specialist: specialist!, head: head! };
}

/**
 * Where cases can run: units and competences of the demonstration, and new communes of Huế with these names, each with
 * its desk. Procedures are published by the test.
 */
export async function sampleDesks<const N extends readonly string[]>(
  app: App,
  names: N,
): Promise<{ [K in keyof N]: SampleDesk }> {
  await stateDemoOrganisations(app);
  await sampleCompetence(app);
  const desks: SampleDesk[] = [];
  for (const nameVi of names) desks.push(await sampleDesk(app, await sampleCommune(app, nameVi)));
  return desks as { [K in keyof N]: SampleDesk };
}

/** A commune of Huế, founded with the two-tier model. */
export const sampleCommune = (app: App, nameVi: string): Promise<string> =>
  sampleUnit(app, {
    nameVi,
    level: 'commune',
    kind: 'commune',
    parentId: 'province-46',
    validFrom: '2025-07-01',
  });

let count = 0;
const applicant = () => {
  count += 1;
  return {
    kind: 'citizen' as const,
    fullName: `Nguyễn Văn Mẫu ${count}`,
    personalId: String(46_000_000_000 + count).padStart(12, '0'),
  };
};

/** Receives a case at a desk through its endpoint. */
export const sampleReceived = (
  app: App,
  at: SampleDesk,
  over: Partial<InputOf<typeof receiveCase>> = {},
  now?: Date,
) =>
  app.call(
    receiveCase,
    { procedureCode: '1.000001', receptionUnitId: at.unitId, applicant: applicant(), ...over },
    { actor: at.desk, ...(now && { now }) },
  );

/** Hands a case in online through its endpoint. */
export const sampleSubmitted = (
  app: App,
  over: Partial<InputOf<typeof submitCase>> & { placeUnitId: string },
  { actor = systemActor, now }: By = {},
) =>
  app.call(
    submitCase,
    { procedureCode: '1.000001', applicant: applicant(), ...over },
    { actor, ...(now && { now }) },
  );
