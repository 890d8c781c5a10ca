import type { NavEntry } from '../../../kit/module.ts';
import type { Page } from '../../../kit/page.ts';
import { messages } from '../messages.ts';
import { directivePage } from './directive.tsx';
import { directivesPage } from './directives.tsx';
import { startPage } from './start.tsx';
import { taskPage } from './task.tsx';
import { tasksPage } from './tasks.tsx';

export const directivePages: readonly Page[] = [startPage, directivesPage, directivePage, tasksPage, taskPage];

const { vi, en } = messages;

export const directiveNav: readonly NavEntry[] = [
  { key: 'start', area: 'portal', order: 10, href: '/', text: { vi: vi.nav.start, en: en.nav.start }, permission: 'public' },
  { key: 'directives', area: 'portal', order: 20, href: '/directives', text: { vi: vi.nav.directives, en: en.nav.directives }, permission: 'public' },
  { key: 'tasks', area: 'portal', order: 30, href: '/tasks', text: { vi: vi.nav.tasks, en: en.nav.tasks }, permission: 'public' },
];
