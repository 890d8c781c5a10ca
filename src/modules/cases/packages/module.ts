import { type NavEntry, type Route, route } from '../../../kit/module.ts';
import type { Page } from '../../../kit/page.ts';
import * as contract from './contract.ts';
import { exportPackageAction } from './export.ts';
import { packageMessages } from './messages.ts';
import { lookAtPackageAction, openPackageAction } from './open.ts';
import { packagePage } from './page.tsx';

export const packageRoutes: readonly Route[] = [
  route(contract.exportPackage, exportPackageAction),
  route(contract.lookAtPackage, lookAtPackageAction),
  route(contract.openPackage, openPackageAction),
];
export const packagePages: readonly Page[] = [packagePage];

const { vi, en } = packageMessages;
export const packageNav: readonly NavEntry[] = [
  {
    key: 'case-packages',
    area: 'workbench',
    group: 'work',
    order: 39,
    href: '/desk/packages',
    text: { vi: vi.title, en: en.title },
    permission: 'case.receive',
  },
];
