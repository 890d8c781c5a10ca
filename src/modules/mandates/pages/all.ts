import type { NavEntry } from '../../../kit/module.ts';
import type { Page } from '../../../kit/page.ts';
import { certificateMessages } from '../certificates/messages.ts';
import { certificatesPage } from '../certificates/pages/list.tsx';
import { myCertificatesPage } from '../certificates/pages/mine.tsx';
import { certificatePage } from '../certificates/pages/one.tsx';
import { listEnding } from '../contract/facts.ts';
import { messages } from '../messages.ts';
import { secondmentMessages } from '../secondments/messages.ts';
import { secondmentsPage } from '../secondments/pages/list.tsx';
import { secondmentPage } from '../secondments/pages/one.tsx';
import { checkPage } from './check.tsx';
import { factPage } from './fact.tsx';
import { mandatesPage } from './list.tsx';
import { minePage } from './mine.tsx';
import { statePage } from './state.tsx';

export const pages: readonly Page[] = [
  mandatesPage,
  minePage,
  checkPage,
  factPage,
  statePage,
  certificatesPage,
  myCertificatesPage,
  certificatePage,
  secondmentsPage,
  secondmentPage,
];

export const nav: readonly NavEntry[] = [
  {
    key: 'mandates',
    area: 'workbench',
    group: 'manage',
    order: 18,
    href: '/mandates',
    permission: 'mandate.assign',
    text: { vi: messages.vi.title, en: messages.en.title },
    count: async (p) => (await p.call(listEnding, {})).items.length,
  },
  {
    key: 'certificates',
    area: 'workbench',
    group: 'manage',
    order: 19,
    href: '/mandates/certificates',
    permission: 'mandate.assign',
    text: { vi: certificateMessages.vi.title, en: certificateMessages.en.title },
  },
  {
    key: 'secondments',
    area: 'workbench',
    group: 'manage',
    order: 20,
    href: '/mandates/secondments',
    permission: 'mandate.assign',
    text: { vi: secondmentMessages.vi.title, en: secondmentMessages.en.title },
  },
  {
    key: 'mandates-mine',
    area: 'workbench',
    group: 'work',
    order: 60,
    href: '/mandates/mine',
    permission: 'case.view',
    text: { vi: messages.vi.mine, en: messages.en.mine },
  },
];
