import type { CollectiveGroup } from './collective.ts';

/** Whose act within a place is meant: the place itself otherwise. */
export type Organ = 'peoplesCommittee' | 'peoplesCouncil' | 'chairperson' | 'head';

/** Why a text stays text although it is understood. */
export type UnresolvedReason =
  | 'outsideState'
  | 'persons'
  | 'selectionNotStated'
  | 'abroad'
  | 'remark'
  | 'unknown';

type Element = {
  pattern: RegExp;
  groups: CollectiveGroup[];
  organ?: Organ;
  /** A word that means nothing alone: it needs “các” before it or another element beside it. */
  needsPlural?: boolean;
  /** A word that means nothing without another element before it, “các” or not. */
  needsCompany?: boolean;
};

const city = '(?:thanh pho|tp)';
const central = '(?: truc thuoc (?:trung uong|tw))?';
const provinceAndCity = `(?:cac )?(?:cap tinh|tinh(?:\\s*,\\s*|\\s+va\\s+|\\s*/\\s*)(?:cac )?${city}${central})`;

/** Elements of a collective, on folded text; the longest that fits wins. */
export const elements: Element[] = [
  { pattern: /co quan ngang bo/y, groups: ['agencies'] },
  { pattern: /co quan thuoc chinh phu/y, groups: ['agencies'] },
  { pattern: /co quan dang/y, groups: ['partyBodies'] },
  { pattern: /(?:ban|co quan) (?:cua )?dang(?: o)? trung uong/y, groups: ['partyBodies'] },
  { pattern: /to chuc chinh tri - xa hoi|doan the/y, groups: ['massBodies'] },
  { pattern: /ban(?! chi dao)/y, groups: ['partyBodies'], needsPlural: true },
  { pattern: /bo/y, groups: ['ministries'], needsPlural: true },
  { pattern: /so/y, groups: ['departments'], needsPlural: true },
  { pattern: /nganh/y, groups: ['agencies'] },
  { pattern: /co quan(?= lien quan| co lien quan)/y, groups: ['agencies'], needsCompany: true },
  { pattern: /nha nuoc/y, groups: ['stateBodies'], needsPlural: true },
  { pattern: /dia phuong/y, groups: ['provinces'] },
  {
    pattern: new RegExp(`chu tich (?:ubnd|uy ban nhan dan) ${provinceAndCity}`, 'y'),
    groups: ['provinces'],
    organ: 'chairperson',
  },
  {
    pattern: new RegExp(`(?:ubnd|uy ban nhan dan) ${provinceAndCity}`, 'y'),
    groups: ['provinces'],
    organ: 'peoplesCommittee',
  },
  {
    pattern: new RegExp(`(?:hdnd|hoi dong nhan dan) ${provinceAndCity}`, 'y'),
    groups: ['provinces'],
    organ: 'peoplesCouncil',
  },
  {
    pattern: /(?:ubnd|uy ban nhan dan) (?:cac )?(?:cap xa|xa\s*,\s*phuong(?:\s*,\s*dac khu)?)/y,
    groups: ['communes'],
  },
  { pattern: /xa\s*,\s*phuong(?:\s*,\s*dac khu)?|cap xa/y, groups: ['communes'] },
  { pattern: new RegExp(provinceAndCity, 'y'), groups: ['provinces'] },
  { pattern: new RegExp(`${city} truc thuoc (?:trung uong|tw)`, 'y'), groups: ['centralCities'] },
];

/** Words that may stand before an element. */
export const quantifier =
  /(?:nguoi dung dau |thu truong )?(?:tat ca |toan the )?(?:(?:cac|nhung|moi|cua)\s+|(\d+)\s+)?/y;

/** Words after a collective which say that only some of its members are meant, without saying which. */
export const someOnly =
  /\s*(?:(?:co )?lien quan|duoc lua chon|du dieu kien|duoc giao|co [^,;]+|la chu quan[^;]*|khac)/y;

/** Texts that are understood and stay text, on folded text, up to the next separator. */
export const reasons: { pattern: RegExp; reason: UnresolvedReason }[] = [
  { pattern: /^\(.*\)$/, reason: 'remark' },
  { pattern: /^thanh vien /, reason: 'persons' },
  { pattern: /o nuoc ngoai/, reason: 'abroad' },
  {
    pattern:
      /doanh nghiep|tap doan|ngan hang thuong mai|^vien$|^truong$|^(?:cac )?co quan bao chi|^truyen thong$|hiep hoi/,
    reason: 'outsideState',
  },
  { pattern: /^(?:cac )?co quan(?: co)? lien quan|mot so |lien quan$/, reason: 'selectionNotStated' },
];
