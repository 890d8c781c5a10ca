import { type Module, route } from '../../kit/module.ts';
import * as read from './actions/read.ts';
import * as state from './actions/state.ts';
import * as contract from './contract.ts';
import { messages } from './messages.ts';
import { duePage } from './pages/due.tsx';
import { listPage } from './pages/list.tsx';
import { newPage } from './pages/new.tsx';
import { onePage } from './pages/one.tsx';
import { replays } from './replay.ts';

const { vi, en } = messages;

export const calendarModule: Module = {
  name: 'calendar',
  folder: import.meta.dirname,
  routes: [
    route(contract.listCalendars, read.listCalendarsAction),
    route(contract.getCalendar, read.getCalendarAction),
    route(contract.listDays, read.listDaysAction),
    route(contract.getDue, read.getDueAction),
    route(contract.createCalendar, state.createCalendarAction),
    route(contract.stateVersion, state.stateVersionAction),
    route(contract.stateException, state.stateExceptionAction),
    route(contract.keepCalendar, state.keepCalendarAction),
    route(contract.previewException, state.previewExceptionAction),
  ],
  pages: [duePage, listPage, newPage, onePage],
  nav: [
    {
      key: 'due',
      area: 'portal',
      menu: 'support',
      order: 60,
      href: '/calendar',
      text: { vi: vi.navDue, en: en.navDue },
      permission: 'public',
    },
    {
      key: 'calendars',
      area: 'workbench',
      group: 'manage',
      order: 60,
      href: '/calendars',
      text: { vi: vi.nav, en: en.nav },
      permission: 'calendar.edit',
    },
  ],
  replays,
};
