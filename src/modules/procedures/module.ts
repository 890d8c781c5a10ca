import { type Module, route } from '../../kit/module.ts';
import * as catalogue from './actions/catalogue.ts';
import * as coverage from './actions/coverage.ts';
import * as editing from './actions/editing.ts';
import { applyImportAction, previewImportAction } from './actions/import.ts';
import { checkParityAction } from './actions/parity.ts';
import * as publishing from './actions/publishing.ts';
import { searchProceduresAction } from './actions/search.ts';
import { applySubstitutionsAction, previewSubstitutionsAction } from './actions/substitutions.ts';
import { commands } from './commands.ts';
import * as contract from './contract.ts';
import { listFindingsAction } from './findings/actions.ts';
import { nav, pages } from './pages/index.ts';
import { replays } from './replay.ts';
import { schedules } from './schedules.ts';

export const proceduresModule: Module = {
  name: 'procedures',
  folder: import.meta.dirname,
  routes: [
    route(contract.listProcedures, catalogue.listProceduresAction),
    route(contract.countProcedures, catalogue.countProceduresAction),
    route(contract.searchProcedures, searchProceduresAction),
    route(contract.getProcedure, catalogue.getProcedureAction),
    route(contract.getVersion, editing.getVersionAction),
    route(contract.saveDraft, editing.saveDraftAction),
    route(contract.saveOverlay, editing.saveOverlayAction),
    route(contract.previewPublish, publishing.previewPublishAction),
    route(contract.publishVersion, publishing.publishVersionAction),
    route(contract.endVersion, publishing.endVersionAction),
    route(contract.publishOverlay, publishing.publishOverlayAction),
    route(contract.endOverlay, publishing.endOverlayAction),
    route(contract.proveCoverageNow, coverage.proveCoverageAction),
    route(contract.listGaps, coverage.listGapsAction),
    route(contract.countGaps, coverage.countGapsAction),
    route(contract.previewImport, previewImportAction),
    route(contract.applyImport, applyImportAction),
    route(contract.previewSubstitutions, previewSubstitutionsAction),
    route(contract.applySubstitutions, applySubstitutionsAction),
    route(contract.checkParity, checkParityAction),
    route(contract.listFindings, listFindingsAction),
  ],
  pages,
  nav,
  commands,
  schedules,
  replays,
};
