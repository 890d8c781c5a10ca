import type { NavEntry } from '../../../kit/module.ts';
import type { Page } from '../../../kit/page.ts';
import { findingsPage } from '../findings/page.tsx';
import { catalogueProcedurePage, cataloguePage } from './catalogue.tsx';
import { coveragePage } from './coverage.tsx';
import { newProcedurePage, newVersionPage, versionPage } from './editor.tsx';
import { importPage } from './import.tsx';
import { overlayPage } from './overlay.tsx';
import { parityPage } from './parity.tsx';
import { said } from './parts.tsx';
import { procedurePage, searchPage } from './portal.tsx';
import { publishPage } from './publish.tsx';

export const pages: readonly Page[] = [
  searchPage,
  coveragePage,
  procedurePage,
  cataloguePage,
  importPage,
  parityPage,
  findingsPage,
  newProcedurePage,
  newVersionPage,
  versionPage,
  overlayPage,
  publishPage,
  catalogueProcedurePage,
];

export const nav: readonly NavEntry[] = [
  {
    key: 'procedures',
    area: 'portal',
    order: 15,
    href: '/procedures',
    text: said((m) => m.nav.search),
    permission: 'public',
  },
  {
    key: 'catalogue',
    area: 'workbench',
    group: 'manage',
    order: 40,
    href: '/catalogue',
    text: said((m) => m.nav.catalogue),
    permission: 'procedure.edit',
  },
  {
    key: 'coverage',
    area: 'workbench',
    group: 'steer',
    order: 45,
    href: '/procedures/coverage',
    text: said((m) => m.nav.coverage),
    permission: 'mandate.view',
  },
];
