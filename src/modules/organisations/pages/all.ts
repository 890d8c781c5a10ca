import type { NavEntry } from '../../../kit/module.ts';
import type { Page } from '../../../kit/page.ts';
import { deskMessages } from '../messages-desk.ts';
import { messages } from '../messages.ts';
import { ROOT } from '../rules/model.ts';
import { changePage, newUnitPage } from './change.tsx';
import { chartPage } from './chart.tsx';
import { gapsPage } from './gaps.tsx';
import { importPage, importPreviewPage } from './import.tsx';
import { newPersonPage, peoplePage, personPage } from './people.tsx';
import { staffPage } from './staff.tsx';
import { shortUnitPage, unitPage } from './unit.tsx';

export const pages: readonly Page[] = [
  chartPage,
  unitPage,
  shortUnitPage,
  changePage,
  newUnitPage,
  staffPage,
  peoplePage,
  newPersonPage,
  personPage,
  importPage,
  importPreviewPage,
  gapsPage,
];

const both = (of: (lang: 'vi' | 'en') => string) => ({ vi: of('vi'), en: of('en') });

export const nav: readonly NavEntry[] = [
  {
    key: 'organisations',
    area: 'portal',
    menu: 'directing',
    order: 40,
    href: '/organisations',
    permission: 'public',
    text: both((lang) => messages[lang].chart.title),
  },
  {
    key: 'organisations',
    area: 'workbench',
    group: 'manage',
    order: 10,
    href: '/organisations',
    permission: 'signedIn',
    text: both((lang) => messages[lang].chart.title),
  },
  {
    key: 'people',
    area: 'workbench',
    group: 'manage',
    order: 12,
    href: '/organisations/people',
    permission: 'organisation.edit',
    text: both((lang) => deskMessages[lang].people.title),
  },
  {
    key: 'organisations-import',
    area: 'workbench',
    group: 'manage',
    order: 14,
    href: '/organisations/import',
    permission: 'organisation.import',
    // Lists of a whole country ask for the right over all of it.
    unitId: ROOT,
    text: both((lang) => deskMessages[lang].import.title),
  },
  {
    key: 'organisations-gaps',
    area: 'workbench',
    group: 'manage',
    order: 16,
    href: '/organisations/gaps',
    permission: 'organisation.edit',
    text: both((lang) => deskMessages[lang].gaps.title),
  },
];
