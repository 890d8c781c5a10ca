import type { ReplyOf } from '../../../kit/contract.ts';
import type { NavEntry } from '../../../kit/module.ts';
import type { Page, PageContext } from '../../../kit/page.ts';
import { countWaitingForMe } from '../contract.ts';
import { assignmentPage } from './assignment.tsx';
import { assignmentsPage } from './assignments.tsx';
import { boardPage } from './board.tsx';
import { difficultiesPage } from './difficulties.tsx';
import { editDirectivePage, newDirectivePage } from './directive-edit.tsx';
import { directivePage } from './directive.tsx';
import { directivesPage } from './directives.tsx';
import { helpPage } from './help.tsx';
import { importPage, importPreviewPage } from './import.tsx';
import { meetingPage } from './meeting.tsx';
import { meetingsPage, newMeetingPage } from './meetings.tsx';
import { said } from './parts/forms.tsx';
import { queuePage } from './queue.tsx';
import { reportPage } from './report.tsx';
import { riskPage } from './risk.tsx';
import { startPage } from './start.tsx';
import { newTaskPage } from './task-new.tsx';
import { taskPage } from './task.tsx';
import { tasksPage } from './tasks.tsx';
import { workPage } from './work.tsx';

export const directivePages: readonly Page[] = [
  startPage,
  helpPage,
  directivesPage,
  newDirectivePage,
  directivePage,
  editDirectivePage,
  newTaskPage,
  tasksPage,
  taskPage,
  assignmentsPage,
  assignmentPage,
  reportPage,
  workPage,
  queuePage,
  boardPage,
  difficultiesPage,
  importPage,
  importPreviewPage,
  meetingsPage,
  newMeetingPage,
  meetingPage,
  riskPage,
];

/** One look at the database serves all entries of a page. */
const looks = new WeakMap<PageContext, Promise<ReplyOf<typeof countWaitingForMe>>>();
function waiting(p: PageContext): Promise<ReplyOf<typeof countWaitingForMe>> {
  const known = looks.get(p) ?? p.call(countWaitingForMe, {});
  looks.set(p, known);
  return known;
}

export const directiveNav: readonly NavEntry[] = [
  {
    key: 'start',
    area: 'portal',
    order: 10,
    href: '/',
    text: said((m) => m.nav.start),
    permission: 'public',
  },
  {
    key: 'directives',
    area: 'portal',
    menu: 'directing',
    order: 20,
    href: '/directives',
    text: said((m) => m.nav.directives),
    permission: 'public',
  },
  {
    key: 'tasks',
    area: 'portal',
    menu: 'directing',
    order: 30,
    href: '/tasks',
    text: said((m) => m.nav.tasks),
    permission: 'public',
  },
  {
    key: 'help',
    area: 'portal',
    menu: 'support',
    order: 90,
    href: '/help',
    text: said((m) => m.nav.help),
    permission: 'public',
  },
  {
    key: 'work',
    area: 'workbench',
    group: 'work',
    order: 1,
    href: '/work',
    text: said((m) => m.work.nav.work),
    permission: 'signedIn',
  },
  {
    key: 'queue',
    area: 'workbench',
    group: 'work',
    order: 2,
    href: '/queue',
    text: said((m) => m.work.nav.queue),
    permission: 'signedIn',
    count: async (p) => (await waiting(p)).queue,
  },
  {
    key: 'difficulties',
    area: 'workbench',
    group: 'work',
    order: 3,
    href: '/difficulties',
    text: said((m) => m.work.nav.difficulties),
    permission: 'signedIn',
    count: async (p) => (await waiting(p)).difficulties,
  },
  {
    key: 'board',
    area: 'workbench',
    group: 'steer',
    order: 20,
    href: '/board',
    text: said((m) => m.work.nav.board),
    permission: 'signedIn',
  },
  {
    key: 'meetings',
    area: 'workbench',
    group: 'steer',
    order: 25,
    href: '/meetings',
    text: said((m) => m.meetings.title),
    permission: 'directive.view',
  },
  {
    key: 'directives',
    area: 'workbench',
    group: 'steer',
    order: 30,
    href: '/directives',
    text: said((m) => m.nav.directives),
    permission: 'signedIn',
  },
  {
    key: 'tasks',
    area: 'workbench',
    group: 'steer',
    order: 40,
    href: '/tasks',
    text: said((m) => m.nav.tasks),
    permission: 'signedIn',
  },
  {
    key: 'assignments',
    area: 'workbench',
    group: 'steer',
    order: 50,
    href: '/assignments',
    text: said((m) => m.work.nav.assignments),
    permission: 'signedIn',
  },
  {
    key: 'directives-import',
    area: 'workbench',
    group: 'manage',
    order: 10,
    href: '/directives/import',
    text: said((m) => m.importing.title),
    permission: 'directive.import',
  },
  {
    key: 'riskRules',
    area: 'workbench',
    group: 'manage',
    order: 30,
    href: '/risk-rules',
    text: said((m) => m.risk.title),
    permission: 'directive.edit',
  },
];
