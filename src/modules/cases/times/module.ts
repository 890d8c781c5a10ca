import { type NavEntry, type Route, route } from '../../../kit/module.ts';
import type { Page } from '../../../kit/page.ts';
import * as actions from './actions.ts';
import * as contract from './contract.ts';
import { timesMessages } from './messages.ts';
import { stepTimesPage } from './pages/table.tsx';

export const timeRoutes: readonly Route[] = [
  route(contract.listStepTimes, actions.listStepTimesAction),
  route(contract.getCaseTimes, actions.getCaseTimesAction),
];
export const timePages: readonly Page[] = [stepTimesPage];

const { vi, en } = timesMessages;
export const timeNav: readonly NavEntry[] = [
  {
    key: 'cases-times',
    area: 'workbench',
    group: 'steer',
    order: 60,
    href: '/cases/times',
    text: { vi: vi.nav, en: en.nav },
    permission: 'case.view',
  },
];
