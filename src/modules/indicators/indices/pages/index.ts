import type { Page } from '../../../../kit/page.ts';
import { editTreePage } from './edit.tsx';
import { indicesPage } from './list.tsx';
import { proceduresPage } from './procedures.tsx';
import { publishedRankingPage } from './published.tsx';
import { rankingPage } from './ranking.tsx';
import { scorePage } from './score.tsx';
import { treePage } from './tree.tsx';
import { valuesPage } from './values.tsx';

export const indexPages: readonly Page[] = [
  indicesPage,
  treePage,
  rankingPage,
  proceduresPage,
  editTreePage,
  scorePage,
  publishedRankingPage,
  valuesPage,
];
