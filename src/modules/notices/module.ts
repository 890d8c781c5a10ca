import { type Module, route } from '../../kit/module.ts';
import { emailListener } from './actions/account.ts';
import { caseListener } from './actions/cases.ts';
import { sendMail } from './actions/deliver.ts';
import { listeners } from './actions/immediate.ts';
import * as ladders from './actions/ladders.ts';
import { mandateListeners } from './actions/mandates.ts';
import * as notices from './actions/notices.ts';
import { offerListener } from './actions/offers.ts';
import { portalListener } from './actions/portal.ts';
import { MAIL_JOB } from './actions/tell.ts';
import { warningListener } from './actions/warnings.ts';
import * as contract from './contract.ts';
import { messages } from './messages.ts';
import { laddersPage } from './pages/ladders.tsx';
import { minePage } from './pages/mine.tsx';
import { sentPage } from './pages/sent.tsx';
import { noticeReplay } from './replay.ts';
import { schedules } from './schedules.ts';

const { vi, en } = messages;

export const noticesModule: Module = {
  name: 'notices',
  folder: import.meta.dirname,
  routes: [
    route(contract.listNotices, notices.listNoticesAction),
    route(contract.countNotices, notices.countNoticesAction),
    route(contract.markNoticesRead, notices.markNoticesReadAction),
    route(contract.listSentNotices, notices.listSentNoticesAction),
    route(contract.getMailHealth, notices.getMailHealthAction),
    route(contract.resendNotice, notices.resendNoticeAction),
    route(contract.listLadders, ladders.listLaddersAction),
    route(contract.setLadder, ladders.setLadderAction),
    route(contract.previewLadder, ladders.previewLadderAction),
  ],
  pages: [minePage, sentPage, laddersPage],
  nav: [
    {
      key: 'notices',
      area: 'portal',
      order: 18,
      href: '/notices',
      text: { vi: vi.navOwn, en: en.navOwn },
      permission: 'signedIn',
      count: async (p) => (await p.call(contract.countNotices, {})).unread,
    },
    {
      key: 'notices',
      area: 'workbench',
      group: 'work',
      order: 5,
      href: '/notices',
      text: { vi: vi.nav, en: en.nav },
      permission: 'signedIn',
      count: async (p) => (await p.call(contract.countNotices, {})).unread,
    },
    {
      key: 'noticesSent',
      area: 'workbench',
      group: 'steer',
      order: 70,
      href: '/notices/sent',
      text: { vi: vi.navSent, en: en.navSent },
      permission: 'notice.view',
    },
    {
      key: 'ladders',
      area: 'workbench',
      group: 'manage',
      order: 70,
      href: '/notices/ladders',
      text: { vi: vi.navLadders, en: en.navLadders },
      permission: 'notice.settings',
    },
  ],
  listeners: [
    ...listeners,
    emailListener,
    caseListener,
    offerListener,
    ...mandateListeners,
    warningListener,
    portalListener,
  ],
  jobs: [{ name: MAIL_JOB, run: sendMail }],
  schedules,
  replays: [noticeReplay],
};
