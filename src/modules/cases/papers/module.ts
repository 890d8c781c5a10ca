import { type NavEntry, type Route, route } from '../../../kit/module.ts';
import type { Page } from '../../../kit/page.ts';
import * as actions from './actions.ts';
import * as contract from './contract.ts';
import { paperMessages } from './messages.ts';
import { copiesPage } from './pages/copies.tsx';
import { dataFaultsPage } from './pages/faults.tsx';

export { paperListener } from './listener.ts';

export const paperRoutes: readonly Route[] = [
  route(contract.countCertifiedCopies, actions.countCertifiedCopiesAction),
  route(contract.listDataFaults, actions.listDataFaultsAction),
  route(contract.correctDataFault, actions.correctDataFaultAction),
];
export const paperPages: readonly Page[] = [copiesPage, dataFaultsPage];

const { vi, en } = paperMessages;
export const paperNav: readonly NavEntry[] = [
  {
    key: 'data-faults',
    area: 'workbench',
    group: 'work',
    order: 38,
    href: '/data-faults',
    text: { vi: vi.faults, en: en.faults },
    permission: 'case.view',
  },
];
