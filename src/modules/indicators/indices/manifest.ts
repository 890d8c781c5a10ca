import { type NavEntry, route } from '../../../kit/module.ts';
import { exportIndexProceduresAction } from './actions/procedures-export.ts';
import { listIndexProceduresAction } from './actions/procedures.ts';
import { getPublishedRankingAction } from './actions/published.ts';
import { listIndexRankingAction } from './actions/ranking.ts';
import { getIndexScoreAction, getIndexTrendAction, whatWouldItTakeAction } from './actions/score.ts';
import { getIndexTreeAction, listIndicesAction, stateIndexTreeAction } from './actions/trees.ts';
import { claimIndexValueAction, decideIndexValueAction, listIndexValuesAction } from './actions/values.ts';
import * as contract from './contract.ts';
import { messages } from './messages.ts';

/** What indices and rankings add to the manifest of their module. */
export const indexRoutes = [
  route(contract.listIndices, listIndicesAction),
  route(contract.getIndexTree, getIndexTreeAction),
  route(contract.stateIndexTree, stateIndexTreeAction),
  route(contract.getIndexScore, getIndexScoreAction),
  route(contract.getIndexTrend, getIndexTrendAction),
  route(contract.whatWouldItTake, whatWouldItTakeAction),
  route(contract.listIndexRanking, listIndexRankingAction),
  route(contract.listIndexProcedures, listIndexProceduresAction),
  route(contract.exportIndexProcedures, exportIndexProceduresAction),
  route(contract.getPublishedRanking, getPublishedRankingAction),
  route(contract.listIndexValues, listIndexValuesAction),
  route(contract.claimIndexValue, claimIndexValueAction),
  route(contract.decideIndexValue, decideIndexValueAction),
];

export { indexReplay } from './replay.ts';
export { indexPages } from './pages/index.ts';

const text = { vi: messages.vi.nav.indices, en: messages.en.nav.indices };

export const indexNav: readonly NavEntry[] = [
  {
    key: 'indices',
    area: 'portal',
    menu: 'published',
    order: 45,
    href: '/indices',
    text,
    permission: 'public',
  },
  {
    key: 'indices',
    area: 'workbench',
    group: 'steer',
    order: 45,
    href: '/indices',
    text,
    permission: 'figure.view',
  },
];
