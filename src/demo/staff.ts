/** Who works in the communes, departments and the city of Huế: invented people with post, appointment and account. */
import { instantOf } from '../kit/day.ts';
import type { Text } from '../kit/i18n.ts';
import { createAccount, giveGrant } from '../modules/identity/contract/accounts.ts';
import type { Role } from '../modules/identity/rules/roles.ts';
import type { StepRole } from '../modules/mandates/contract.ts';
import { stateFacts } from '../modules/organisations/contract/imports.ts';
import { appoint, createPerson, createPosition } from '../modules/organisations/contract/people.ts';
import { demoFacts } from '../modules/organisations/facts/demo.ts';
import { buildSnapshot, type UnitOnDay, unitsOn } from '../modules/organisations/index.ts';
import { chanceOf } from './chance.ts';
import { madeId } from './ids.ts';
import { inventPerson } from './names.ts';
import type { Happening } from './stage.ts';
import { marked } from './wording.ts';

/** The first day of the two-tier model, on which everybody begins. */
export const FIRST_DAY = '2025-07-01';
const at = (clock: string): Date => instantOf(FIRST_DAY, clock);

export const postKeys = ['chair', 'deputy', 'centre', 'desk', 'first', 'second', 'clerk'] as const;
export type PostKey = (typeof postKeys)[number];

interface Post {
  title: Text;
  rank: 'head' | 'deputy' | 'official';
  steps: readonly StepRole[];
  roles: readonly Role[];
  /** Serves in the service centre of the commune. */
  inCentre?: true;
}

const receiving: readonly StepRole[] = ['receive', 'return', 'collect'];
const working: readonly StepRole[] = ['appraise', 'consult'];

const inCommune: Partial<Record<PostKey, Post>> = {
  chair: {
    title: { vi: 'Chủ tịch Ủy ban nhân dân', en: "Chair of the People's Committee" },
    rank: 'head',
    steps: ['sign', 'assign'],
    roles: ['head'],
  },
  deputy: {
    title: { vi: 'Phó Chủ tịch Ủy ban nhân dân', en: "Deputy chair of the People's Committee" },
    rank: 'deputy',
    steps: ['assign', 'check'],
    roles: ['head'],
  },
  centre: {
    title: { vi: 'Giám đốc Trung tâm Phục vụ hành chính công', en: 'Director of the service centre' },
    rank: 'head',
    steps: receiving,
    roles: ['desk', 'head'],
    inCentre: true,
  },
  desk: {
    title: { vi: 'Cán bộ một cửa', en: 'One-stop officer' },
    rank: 'official',
    steps: receiving,
    roles: ['desk'],
    inCentre: true,
  },
  first: {
    title: { vi: 'Công chức tư pháp – hộ tịch', en: 'Civil-status officer' },
    rank: 'official',
    steps: working,
    roles: ['specialist'],
  },
  second: {
    title: { vi: 'Chuyên viên Phòng Kinh tế', en: 'Specialist of the economy office' },
    rank: 'official',
    steps: working,
    roles: ['specialist'],
  },
  clerk: {
    title: { vi: 'Văn thư', en: 'Clerk' },
    rank: 'official',
    steps: ['issue'],
    roles: ['specialist'],
  },
};

const above = (chair: Text, deputy: Text): Partial<Record<PostKey, Post>> => ({
  chair: { ...inCommune.chair!, title: chair },
  deputy: { ...inCommune.deputy!, title: deputy },
  desk: inCommune.desk!,
  first: { ...inCommune.first!, title: { vi: 'Chuyên viên', en: 'Specialist' } },
  clerk: inCommune.clerk!,
});
const inDepartment = above(
  { vi: 'Giám đốc Sở', en: 'Director' },
  { vi: 'Phó Giám đốc Sở', en: 'Deputy director' },
);
const inCity = above(
  { vi: 'Chủ tịch Ủy ban nhân dân thành phố', en: "Chair of the City People's Committee" },
  { vi: 'Phó Chánh Văn phòng', en: 'Deputy chief of office' },
);

/** Departments that decide procedures or work along; the other departments of the city decide none of the catalogue. */
export const departments = [
  'hue-finance',
  'hue-construction',
  'hue-health',
  'hue-home-affairs',
  'hue-culture',
  'hue-agriculture',
  'hue-justice',
] as const;
export const CITY = 'province-46';

const units = unitsOn(buildSnapshot(demoFacts), FIRST_DAY);
export const communes: readonly UnitOnDay[] = units.filter(
  (unit) => unit.level === 'commune' && unit.parentId === CITY,
);
export const nameOf = (unitId: string): string => units.find((unit) => unit.id === unitId)!.nameVi;

export const centreOf = (communeId: string): string => `${communeId}-service-centre`;

export interface Official {
  unitId: string;
  key: PostKey;
  post: Post;
  personId: string;
  fullName: string;
  email: string;
}

const isCommune = (unitId: string): boolean => unitId.startsWith('commune-');

const postsOf = (unitId: string): Partial<Record<PostKey, Post>> =>
  unitId === CITY ? inCity : isCommune(unitId) ? inCommune : inDepartment;

/** Units whose officials one may sign in as, by the beginning of their addresses. */
export const shownUnits: Readonly<Record<string, string>> = {
  'commune-19789': 'thuanhoa',
  'commune-19753': 'phuxuan',
  'hue-finance': 'sotaichinh',
  [CITY]: 'hue',
};
/** Posts one may sign in as, by the end of their addresses. */
export const shownPosts: Partial<Record<PostKey, string>> = {
  desk: 'motcua',
  first: 'chuyenvien',
  chair: 'chutich',
  clerk: 'vanthu',
};

function emailOf(unitId: string, key: PostKey): string {
  const [unit, post] = [shownUnits[unitId], shownPosts[key]];
  return unit && post ? `${unit}.${post}@demo.lienthong.vn` : `${key}.${unitId}@demo.lienthong.vn`;
}

function officialsOf(unitId: string): Official[] {
  const posts = postsOf(unitId);
  return postKeys.flatMap((key) => {
    const post = posts[key];
    if (!post) return [];
    const name = `${unitId} ${key}`;
    const { fullName } = inventPerson(chanceOf(`official ${name}`));
    const personId = madeId(`person ${name}`, at('07:30'));
    return [{ unitId, key, post, personId, fullName, email: emailOf(unitId, key) }];
  });
}

const byUnit = new Map(
  [...communes.map((unit) => unit.id), ...departments, CITY].map((unitId) => [unitId, officialsOf(unitId)]),
);
export const officials: readonly Official[] = [...byUnit.values()].flat();

/** The official of a unit at a post; the only specialist where there is one. */
export function official(unitId: string, key: PostKey): Official {
  const all = byUnit.get(unitId) ?? [];
  const found = all.find((one) => one.key === key) ?? all.find((one) => one.key === 'first');
  if (!found) throw new Error(`demo: nobody works in ${unitId}`);
  return found;
}

const centres: Happening = {
  at: at('07:20'),
  key: 'organisations centres of the communes',
  run: async (stage) => {
    const centre = ({ id, nameVi, nameEn }: UnitOnDay) => ({
      unitId: centreOf(id),
      validFrom: FIRST_DAY,
      nameVi: `Trung tâm Phục vụ hành chính công ${nameVi[0]!.toLowerCase()}${nameVi.slice(1)}`,
      nameEn: `Public service centre, ${nameEn}`,
      shortName: null,
      aliases: [],
      kind: 'other' as const,
      parentId: id,
      code: null,
      codeSystem: null,
    });
    const made = communes.map((unit) => ({ id: centreOf(unit.id), level: 'other' as const }));
    await stage.call(stateFacts, { units: made, versions: communes.map(centre), successions: [] });
  },
};

/** One unit's people: each with position, appointment and its paper. */
const appointed = (unitId: string): Happening => ({
  at: at('07:30'),
  key: `organisations people of ${unitId}`,
  run: async (stage) => {
    for (const { key, post, personId, fullName } of byUnit.get(unitId)!) {
      const positionId = madeId(`position ${unitId} ${key}`, at('07:30'));
      const { title, rank } = post;
      const place = post.inCentre && isCommune(unitId) ? centreOf(unitId) : unitId;
      await stage.call(createPerson, { id: personId, fullName });
      await stage.call(createPosition, {
        id: positionId,
        unitId: place,
        titleVi: title.vi,
        titleEn: title.en,
        rank,
        validFrom: FIRST_DAY,
      });
      const paper = marked('Quyết định bổ nhiệm MH-11/QĐ-UBND ngày 30/6/2025');
      await stage.call(appoint, { positionId, personId, validFrom: FIRST_DAY, paper });
    }
  },
});

export const isShown = ({ unitId, key }: Pick<Official, 'unitId' | 'key'>): boolean =>
  unitId in shownUnits && key in shownPosts;

/** Accounts behind their invented work; those that are shown for signing in are made with the others of that kind. */
const account = (unitId: string): Happening => ({
  at: at('08:40'),
  key: `account officials of ${unitId}`,
  run: async (stage) => {
    for (const { key, post, personId, fullName, email } of byUnit.get(unitId)!) {
      if (isShown({ unitId, key })) continue;
      const made = await stage.call(createAccount, {
        email,
        name: `${fullName}, ${post.title.vi}, ${nameOf(unitId)}`,
        lang: 'vi',
        unitId,
        personId,
        mustChangePassword: false,
        password: 'none',
      });
      for (const role of post.roles)
        await stage.call(giveGrant, { id: made.id, role, unitId, clearance: 'internal' });
    }
  },
});

/** Centres, people and accounts, on the morning of the first day. */
export const staffHappenings = (): Happening[] => [
  centres,
  ...[...byUnit.keys()].flatMap((unitId) => [appointed(unitId), account(unitId)]),
];
