import { type Actor, systemActor } from '../../kit/actor.ts';
import type { App } from '../../kit/app.ts';
import type { InputOf } from '../../kit/contract.ts';
import type { Rank } from '../organisations/index.ts';
import { sampleOfficeHolder } from '../organisations/samples.ts';
import { registerCertificate } from './certificates/contract.ts';
import { sampleCertificates } from './certificates/sampleCertificates.ts';
import {
  stateAbsence,
  stateAssignment,
  stateCompetence,
  stateDelegation,
  stateMany,
} from './contract/facts.ts';
import type { Paper, StepRole } from './rules/model.ts';
import { stepRoles } from './rules/model.ts';

type Who = { actor?: Actor; now?: Date };
const who = ({ actor = systemActor, now }: Who) => ({ actor, ...(now && { now }) });

export { sampleCertificates } from './certificates/sampleCertificates.ts';

export const samplePaper: Paper = { number: '01/QĐ-UBND', issuedOn: '2025-06-30' };
const dated = { from: '2025-07-01', paper: samplePaper };

type Given<E> = Partial<InputOf<E>>;

/** Every commune of the country decides everything, unless something else is said; its id. */
export async function sampleCompetence(
  app: App,
  given: Given<typeof stateCompetence> = {},
  options: Who = {},
): Promise<string> {
  const holder = { level: 'commune' as const, within: 'centre' };
  const input = { ...dated, holder, ground: 'law' as const, scope: 'all' as const, ...given };
  return (await app.call(stateCompetence, input, who(options))).id;
}

/** A delegation of everything with all its steps until somebody ends it, unless something else is said; its id. */
export async function sampleDelegation(
  app: App,
  given: Pick<InputOf<typeof stateDelegation>, 'giverUnitId' | 'taker'> & Given<typeof stateDelegation>,
  options: Who = {},
): Promise<string> {
  const input = { ...dated, scope: 'all' as const, roles: [...stepRoles], ...given };
  return (await app.call(stateDelegation, input, who(options))).id;
}

/** A person does the given kinds of step in a unit, all of them unless something else is said; its id. */
export async function sampleAssignment(
  app: App,
  given: Pick<InputOf<typeof stateAssignment>, 'personId' | 'unitId'> & Given<typeof stateAssignment>,
  options: Who = {},
): Promise<string> {
  const input = { ...dated, scope: 'all' as const, roles: [...stepRoles], ...given };
  return (await app.call(stateAssignment, input, who(options))).id;
}

/** A person is away; its id. */
export async function sampleAbsence(
  app: App,
  given: Pick<InputOf<typeof stateAbsence>, 'personId' | 'unitId'> & Given<typeof stateAbsence>,
  options: Who = {},
): Promise<string> {
  return (await app.call(stateAbsence, { ...dated, ...given }, who(options))).id;
}

/** Registers a certificate of a person, or of the unit where no person is named; its id. */
export async function sampleCertificate(
  app: App,
  given: Pick<InputOf<typeof registerCertificate>, 'unitId' | 'personId'>,
  which: keyof typeof sampleCertificates = 'valid',
  options: Who = {},
): Promise<string> {
  const input = { ...given, content: sampleCertificates[which] };
  return (await app.call(registerCertificate, input, who(options))).id;
}

export interface SampleStaff {
  personId: string;
  roles: readonly StepRole[];
}

/** Assigns many people to their kinds of step in one call, for everything their units do; for the demo and benchmarks. */
export async function sampleStaff(
  app: App,
  units: ReadonlyMap<string, readonly SampleStaff[]>,
  options: Who & { paper?: Paper; from?: string } = {},
): Promise<string[]> {
  const { paper = samplePaper, from = dated.from } = options;
  const assignments = [...units].flatMap(([unitId, staff]) =>
    staff.map(({ personId, roles }) => ({
      personId,
      roles: [...roles],
      unitId,
      scope: 'all' as const,
      from,
      paper,
    })),
  );
  return (await app.call(stateMany, { assignments }, who(options))).ids;
}

const posts: readonly { titleVi: string; titleEn: string; rank: Rank; roles: readonly StepRole[] }[] = [
  { titleVi: 'Chủ tịch Ủy ban nhân dân', titleEn: 'Chair', rank: 'head', roles: ['sign', 'assign'] },
  { titleVi: 'Phó Chủ tịch', titleEn: 'Deputy chair', rank: 'deputy', roles: ['sign', 'check'] },
  {
    titleVi: 'Cán bộ một cửa',
    titleEn: 'One-stop officer',
    rank: 'official',
    roles: ['receive', 'return', 'collect'],
  },
  { titleVi: 'Chuyên viên thụ lý', titleEn: 'Specialist', rank: 'official', roles: ['appraise', 'consult'] },
  { titleVi: 'Chuyên viên tư pháp', titleEn: 'Justice specialist', rank: 'official', roles: ['appraise'] },
  { titleVi: 'Văn thư', titleEn: 'Clerk', rank: 'official', roles: ['issue'] },
];
const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Phan', 'Võ', 'Đặng'];
const middles = ['Văn', 'Thị', 'Minh', 'Thu', 'Quang'];
const givens = [
  'An',
  'Bình',
  'Châu',
  'Dũng',
  'Hà',
  'Khánh',
  'Lan',
  'Mai',
  'Nam',
  'Phúc',
  'Quỳnh',
  'Sơn',
  'Trang',
];

/** An invented name, another one for each number below 520. */
export const sampleName = (n: number): string =>
  `${families[n % families.length]} ${middles[n % middles.length]} ${givens[n % givens.length]}`;

export interface Employed {
  personId: string;
  fullName: string;
  roles: readonly StepRole[];
}

/**
 * Six people for each unit, appointed and assigned so that every kind of step is done by somebody: chair, deputy, desk,
 * two specialists, clerk. With a competence for the units' level they cover everything. Who they are, by unit.
 */
export async function sampleOffices(
  app: App,
  unitIds: readonly string[],
  options: Who & { paper?: Paper; from?: string } = {},
): Promise<Map<string, Employed[]>> {
  const made = new Map<string, Employed[]>();
  let n = 0;
  for (const unitId of unitIds) {
    const staff: Employed[] = [];
    for (const { roles, ...post } of posts) {
      const fullName = sampleName(n);
      n += 1;
      const holder = { unitId, fullName, ...post, ...(options.from && { from: options.from }) };
      const { personId } = await sampleOfficeHolder(app, holder, options);
      staff.push({ personId, fullName, roles });
    }
    made.set(unitId, staff);
  }
  await sampleStaff(app, made, options);
  return made;
}
