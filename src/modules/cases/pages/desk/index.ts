import type { Block } from '../../../../kit/blocks.ts';
import type { NavEntry } from '../../../../kit/module.ts';
import type { Page, PageContext } from '../../../../kit/page.ts';
import { deskDay } from '../../contract.ts';
import { bookPage } from './book.tsx';
import { casePage } from './case.tsx';
import { deskDayPage } from './day.tsx';
import { caseListPage } from './list.tsx';
import { overviewPage } from './overview.tsx';
import { said } from './parts/forms.tsx';
import { unitsOf } from './parts/names.ts';
import { receivePage } from './receive-page.ts';
import { signingPage } from './signing.tsx';
import { workBlock } from './work-block.tsx';
import { workloadPage } from './workload.tsx';

/** The officials' side of cases. */
export const deskPages: readonly Page[] = [
  deskDayPage,
  receivePage,
  caseListPage,
  signingPage,
  overviewPage,
  workloadPage,
  bookPage,
  casePage,
];

export const deskBlocks: readonly Block[] = [workBlock];

/** How many online applications wait for the first desk of this person. */
async function waiting(p: PageContext): Promise<number> {
  const [unitId] = unitsOf(p, 'case.receive');
  return unitId ? (await p.call(deskDay, { unitId })).submitted.length : 0;
}

const entry = (
  key: string,
  order: number,
  href: string,
  more: Pick<NavEntry, 'permission' | 'text'> & Partial<NavEntry>,
): NavEntry => ({ key, area: 'workbench', group: 'work', order, href, ...more });

export const deskNav: readonly NavEntry[] = [
  entry('desk', 10, '/desk', { permission: 'case.receive', text: said((m) => m.nav.desk), count: waiting }),
  entry('desk-receive', 11, '/desk/receive', {
    permission: 'case.receive',
    text: said((m) => m.nav.receive),
  }),
  entry('cases', 12, '/cases', { permission: 'case.view', text: said((m) => m.nav.cases) }),
  entry('cases-signing', 13, '/cases/signing', { permission: 'case.sign', text: said((m) => m.nav.signing) }),
  entry('cases-overview', 59, '/cases/overview', {
    group: 'steer',
    permission: 'case.view',
    text: said((m) => m.nav.overview),
  }),
  entry('cases-workload', 60, '/cases/workload', {
    group: 'steer',
    permission: 'case.view',
    text: said((m) => m.nav.workload),
  }),
  entry('cases-book', 61, '/cases/book', {
    group: 'steer',
    permission: 'case.view',
    text: said((m) => m.nav.book),
  }),
];
