import type { Page } from '../../../kit/page.ts';
import { publicFigurePages } from '../publicFigures/pages/index.tsx';
import { reportingPages } from '../reporting/pages/index.ts';
import { changesPage } from './changes.tsx';
import { dashboardPage } from './dashboard.tsx';
import { figurePage } from './figure.tsx';
import { figuresPage } from './figures.tsx';
import { latePage } from './late.tsx';
import { puzzlePage, puzzlesPage } from './puzzles.tsx';
import { reportPage } from './report.tsx';
import { reportsPage } from './reports.tsx';

export const indicatorPages: readonly Page[] = [
  figuresPage,
  changesPage,
  puzzlesPage,
  puzzlePage,
  figurePage,
  dashboardPage,
  latePage,
  reportsPage,
  ...reportingPages,
  ...publicFigurePages,
  reportPage,
];
