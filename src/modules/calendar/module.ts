import { type Module, route } from '../../kit/module.ts';
import * as read from './actions/read.ts';
import * as state from './actions/state.ts';
import * as contract from './contract.ts';
import { replays } from './replay.ts';

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
  replays,
};
