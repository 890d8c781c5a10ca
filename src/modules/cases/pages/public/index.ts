import type { NavEntry } from '../../../../kit/module.ts';
import type { Page } from '../../../../kit/page.ts';
import { myOffersPage } from '../../offers/pages/mine.tsx';
import { offerPage } from '../../offers/pages/offer.tsx';
import { applyPage } from './apply/page.tsx';
import { myPage } from './my.tsx';
import { said } from './parts.tsx';
import { casePage, trackPage } from './track/page.tsx';

export { publicBlocks } from './blocks.tsx';

/** The pages for applicants: apply, follow, one's own records. */
export const publicPages: readonly Page[] = [applyPage, trackPage, casePage, myPage, offerPage, myOffersPage];

export const publicNav: readonly NavEntry[] = [
  {
    key: 'track',
    area: 'portal',
    order: 16,
    href: '/track',
    text: said((m) => m.track.nav),
    permission: 'public',
  },
  {
    key: 'my-cases',
    area: 'portal',
    order: 17,
    href: '/my',
    text: said((m) => m.track.navMine),
    permission: 'signedIn',
  },
];
