import type { NavEntry } from '../../../kit/module.ts';
import type { Page } from '../../../kit/page.ts';
import { listEnding } from '../contract/facts.ts';
import { messages } from '../messages.ts';
import { checkPage } from './check.tsx';
import { factPage } from './fact.tsx';
import { mandatesPage } from './list.tsx';
import { minePage } from './mine.tsx';
import { statePage } from './state.tsx';

export const pages: readonly Page[] = [mandatesPage, minePage, checkPage, factPage, statePage];

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
    key: 'mandates-mine',
    area: 'workbench',
    group: 'work',
    order: 60,
    href: '/mandates/mine',
    permission: 'case.view',
    text: { vi: messages.vi.mine, en: messages.en.mine },
  },
];
