import { type NavEntry, type Route, route } from '../../../kit/module.ts';
import type { Page } from '../../../kit/page.ts';
import * as actions from './actions.ts';
import * as contract from './contract.ts';
import { contactMessages } from './messages.ts';
import { sharedContactsPage } from './pages/shared.tsx';

export { contactListener } from './listener.ts';
export { submitForSomebodyAction } from './submit.ts';

export const contactRoutes: readonly Route[] = [
  route(contract.listSharedContacts, actions.listSharedContactsAction),
  route(contract.listCasesOfContact, actions.listCasesOfContactAction),
];
export const contactPages: readonly Page[] = [sharedContactsPage];

const { vi, en } = contactMessages;
export const contactNav: readonly NavEntry[] = [
  {
    key: 'shared-contacts',
    area: 'workbench',
    group: 'manage',
    order: 75,
    href: '/shared-contacts',
    text: { vi: vi.nav, en: en.nav },
    permission: 'audit.read',
  },
];
