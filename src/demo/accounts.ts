import { instantOf } from '../kit/day.ts';
import type { Text } from '../kit/i18n.ts';
import { createAccount, giveGrant } from '../modules/identity/contract/accounts.ts';
import type { Role } from '../modules/identity/rules/roles.ts';
import { isShown, nameOf, type Official, officials } from './staff.ts';
import type { Happening } from './stage.ts';

/** The one password of all demonstration accounts; printed at every start of a demonstration. */
export const DEMO_PASSWORD = 'Trinh-dien-57';

export interface DemoAccount {
  email: string;
  name: string;
  /** What one sees with it. */
  role: Text;
  grants: readonly { role: Role; unitId: string; clearance: 'internal' | 'restricted' }[];
  unitId: string;
  /** The invented official whose account it is. */
  personId?: string;
  /** The day it is made; a commune of Huế exists from 1 July 2025. */
  from?: string;
  /** Accounts behind invented progress of units that have no demonstration account; nobody signs in with them. */
  silent?: boolean;
}

const at = (name: string): string => `${name}@demo.lienthong.vn`;

function unit(prefix: string, unitId: string, short: string, english: string): DemoAccount[] {
  return [
    {
      email: at(`${prefix}.daumoi`),
      name: `Đầu mối ${short}`,
      role: { vi: `Đầu mối: ${short}`, en: `Coordinator: ${english}` },
      unitId,
      grants: [{ role: 'coordinator', unitId, clearance: 'internal' }],
    },
    {
      email: at(`${prefix}.thutruong`),
      name: `Thủ trưởng ${short}`,
      role: { vi: `Thủ trưởng: ${short}`, en: `Head: ${english}` },
      unitId,
      grants: [{ role: 'head', unitId, clearance: 'restricted' }],
    },
  ];
}

/** The citizen of the demonstration, whose account and cases bear one name. */
export const CITIZEN = 'Lê Thị Hoài Thương';

export const people = {
  leader: at('lanhdao'),
  office: at('vanphong'),
  hueOffice: at('hue.vanphong'),
  anyCoordinator: at('donvi.daumoi'),
  anyHead: at('donvi.thutruong'),
  citizen: at('congdan'),
};

/** The account of an official of Huế: what his post gives him in his unit. */
function ofOfficial({ unitId, post, personId, fullName, email }: Official): DemoAccount {
  const name = nameOf(unitId);
  return {
    email,
    name: `${fullName}, ${post.title.vi}`,
    role: { vi: `${post.title.vi}: ${name}`, en: `${post.title.en}: ${name}` },
    unitId,
    personId,
    from: '2025-07-01',
    grants: post.roles.map((role) => ({ role, unitId, clearance: 'internal' })),
  };
}

/** Accounts of a unit by its id, for those that have their own. */
const own: Record<string, string> = {
  most: 'bkhcn',
  mops: 'bca',
  moha: 'bnv',
  'province-46': 'hue',
  'commune-19789': 'thuanhoa',
};

/** Who reports for a unit: its own demonstration account, else the one for all others. */
export const coordinatorOf = (unitId: string): string =>
  own[unitId] ? at(`${own[unitId]}.daumoi`) : people.anyCoordinator;
export const headOf = (unitId: string): string =>
  own[unitId] && unitId !== 'commune-19789' ? at(`${own[unitId]}.thutruong`) : people.anyHead;

export const demoAccounts: readonly DemoAccount[] = [
  {
    email: people.leader,
    name: 'Lãnh đạo chỉ đạo',
    role: { vi: 'Lãnh đạo chỉ đạo, trung ương', en: 'Steering leader, central level' },
    unitId: 'centre',
    grants: [{ role: 'leader', unitId: 'centre', clearance: 'restricted' }],
  },
  {
    email: people.office,
    name: 'Văn phòng thường trực',
    role: { vi: 'Cơ quan thường trực, trung ương', en: 'Standing office, central level' },
    unitId: 'centre',
    grants: [{ role: 'office', unitId: 'centre', clearance: 'restricted' }],
  },
  ...unit('bkhcn', 'most', 'Bộ Khoa học và Công nghệ', 'Ministry of Science and Technology'),
  ...unit('bca', 'mops', 'Bộ Công an', 'Ministry of Public Security'),
  ...unit('bnv', 'moha', 'Bộ Nội vụ', 'Ministry of Home Affairs'),
  {
    email: people.hueOffice,
    name: 'Văn phòng UBND thành phố Huế',
    role: { vi: 'Cơ quan thường trực, thành phố Huế', en: 'Standing office, Hue City' },
    unitId: 'province-46',
    grants: [{ role: 'office', unitId: 'province-46', clearance: 'restricted' }],
  },
  ...unit('hue', 'province-46', 'Thành phố Huế', 'Hue City'),
  {
    email: at('thuanhoa.daumoi'),
    name: 'Đầu mối Phường Thuận Hóa',
    role: { vi: 'Đầu mối: Phường Thuận Hóa, Huế', en: 'Coordinator: Thuan Hoa ward, Hue' },
    unitId: 'commune-19789',
    from: '2025-07-01',
    grants: [{ role: 'coordinator', unitId: 'commune-19789', clearance: 'internal' }],
  },
  ...officials.filter(isShown).map(ofOfficial),
  {
    email: people.citizen,
    name: CITIZEN,
    role: { vi: 'Công dân (hồ sơ của tôi)', en: 'Citizen (my cases)' },
    unitId: '*',
    from: '2025-07-01',
    grants: [],
  },
  {
    email: at('kiemtra'),
    name: 'Ủy ban Kiểm tra',
    role: { vi: 'Kiểm tra, chỉ xem', en: 'Inspector, read only' },
    unitId: 'centre',
    grants: [{ role: 'inspector', unitId: 'centre', clearance: 'restricted' }],
  },
  {
    email: at('quantri'),
    name: 'Quản trị hệ thống',
    role: { vi: 'Quản trị hệ thống', en: 'System administrator' },
    unitId: '*',
    grants: [{ role: 'administrator', unitId: '*', clearance: 'internal' }],
  },
  {
    email: people.anyCoordinator,
    name: '[Dữ liệu minh họa] Đầu mối các đơn vị',
    role: { vi: '', en: '' },
    unitId: '*',
    grants: [{ role: 'coordinator', unitId: '*', clearance: 'restricted' }],
    silent: true,
  },
  {
    email: people.anyHead,
    name: '[Dữ liệu minh họa] Thủ trưởng các đơn vị',
    role: { vi: '', en: '' },
    unitId: '*',
    grants: [{ role: 'head', unitId: '*', clearance: 'restricted' }],
    silent: true,
  },
];

/** The making of the accounts. */
export function accountHappenings(): Happening[] {
  return demoAccounts.map((account, i) => ({
    at: instantOf(account.from ?? '2024-12-02', '08:30'),
    key: `account ${String(i).padStart(2, '0')}`,
    run: async (stage) => {
      const { email, name, unitId, personId } = account;
      const password = account.silent
        ? { password: 'none' as const }
        : { password: 'given' as const, initialPassword: DEMO_PASSWORD };
      const made = await stage.call(createAccount, {
        email,
        name,
        lang: 'vi',
        unitId,
        ...(personId && { personId }),
        mustChangePassword: false,
        ...password,
      });
      for (const grant of account.grants) await stage.call(giveGrant, { id: made.id, ...grant });
    },
  }));
}

/** The accounts as a person reads them, for the console: address, role. */
export function demoAccountsText(): string {
  const shown = demoAccounts.filter((a) => !a.silent);
  const width = Math.max(...shown.map((a) => a.email.length));
  return [
    `Tài khoản trình diễn / demonstration accounts – mật khẩu / password: ${DEMO_PASSWORD}`,
    ...shown.map((a) => `  ${a.email.padEnd(width)}  ${a.role.vi}`),
  ].join('\n');
}

/** What the sign-in page of a demonstration shows. */
export const demoAccountsSetting = {
  password: DEMO_PASSWORD,
  accounts: demoAccounts.filter((a) => !a.silent).map(({ email, role }) => ({ email, role })),
};
