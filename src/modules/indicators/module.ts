import { type Module, route } from '../../kit/module.ts';
import { boardAction } from './actions/board.ts';
import { explainChangeAction } from './actions/changes.ts';
import { exportFigureRecordsAction } from './actions/figureExport.ts';
import * as figures from './actions/figures.ts';
import { freezeReportAction, previewReportAction } from './actions/freeze.ts';
import { listLateAction } from './actions/late.ts';
import { enterReportedAction, listReportedAction, readReportedAction } from './actions/reported.ts';
import * as reports from './actions/reports.ts';
import { listScopesAction } from './actions/scopes.ts';
import { checkTotalAction } from './actions/totals.ts';
import { commands } from './commands.ts';
import * as contract from './contract.ts';
import { definitionRoutes } from './definitions/module.ts';
import { definitionPages } from './definitions/pages/index.ts';
import { definitionReplay } from './definitions/replay.ts';
import { indexNav, indexPages, indexReplay, indexRoutes } from './indices/manifest.ts';
import { measureCommands, measureReplay } from './measures/commands.ts';
import { measureListener } from './measures/listener.ts';
import { measureSchedules } from './measures/schedules.ts';
import { nav } from './nav.ts';
import { indicatorPages } from './pages/index.ts';
import { startBlock } from './pages/start-block.tsx';
import { publicFigureRoutes } from './publicFigures/manifest.ts';
import { figureReplay, frozenReplay } from './replay.ts';
import { reportingRoutes } from './reporting/manifest.ts';
import * as warnings from './warnings/manifest.ts';

export const indicatorsModule: Module = {
  name: 'indicators',
  folder: import.meta.dirname,
  routes: [
    route(contract.listFigures, figures.listFiguresAction),
    route(contract.computeFigure, figures.computeFigureAction),
    route(contract.listFigureRecords, figures.listFigureRecordsAction),
    route(contract.exportFigureRecords, exportFigureRecordsAction),
    route(contract.board, boardAction),
    route(contract.listScopes, listScopesAction),
    route(contract.listLate, listLateAction),
    route(contract.explainChange, explainChangeAction),
    route(contract.checkTotal, checkTotalAction),
    route(contract.enterReported, enterReportedAction),
    route(contract.listReported, listReportedAction),
    route(contract.readReported, readReportedAction),
    route(contract.previewReport, previewReportAction),
    route(contract.freezeReport, freezeReportAction),
    route(contract.listReports, reports.listReportsAction),
    route(contract.getReport, reports.getReportAction),
    route(contract.reportFile, reports.reportFileAction),
    route(contract.reportProof, reports.reportProofAction),
    route(contract.draftFile, reports.draftFileAction),
    ...definitionRoutes,
    ...warnings.warningRoutes,
    ...reportingRoutes,
    ...publicFigureRoutes,
    ...indexRoutes,
  ],
  pages: [...indicatorPages, ...definitionPages, ...warnings.warningPages, ...indexPages],
  blocks: [startBlock],
  nav: [...nav, ...warnings.warningNav, ...indexNav],
  commands: [...commands, ...measureCommands],
  listeners: [measureListener, warnings.warningListener],
  schedules: [...measureSchedules, ...warnings.warningSchedules],
  replays: [figureReplay, frozenReplay, measureReplay, definitionReplay, warnings.warningReplay, indexReplay],
};
