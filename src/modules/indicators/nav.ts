import type { NavEntry } from '../../kit/module.ts';
import { messages } from './messages.ts';

const text = (key: keyof (typeof messages)['vi']['nav']) => ({
  vi: messages.vi.nav[key],
  en: messages.en.nav[key],
});

export const nav: readonly NavEntry[] = [
  {
    key: 'figures',
    area: 'portal',
    menu: 'published',
    order: 40,
    href: '/figures',
    text: text('figures'),
    permission: 'public',
  },
  {
    key: 'dashboard',
    area: 'workbench',
    group: 'steer',
    order: 10,
    href: '/dashboard',
    text: text('dashboard'),
    permission: 'figure.view',
  },
  {
    key: 'figures',
    area: 'workbench',
    group: 'steer',
    order: 40,
    href: '/figures',
    text: text('figures'),
    permission: 'figure.view',
  },
  {
    key: 'definitions',
    area: 'workbench',
    group: 'steer',
    order: 45,
    href: '/definitions',
    text: text('definitions'),
    permission: 'figure.view',
  },
  {
    key: 'late',
    area: 'workbench',
    group: 'steer',
    order: 50,
    href: '/late',
    text: text('late'),
    permission: 'figure.view',
  },
  {
    key: 'reports',
    area: 'workbench',
    group: 'steer',
    order: 60,
    href: '/reports',
    text: text('reports'),
    permission: 'figure.view',
  },
];
