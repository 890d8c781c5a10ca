import { type Route, route } from '../../../kit/module.ts';
import * as catalogue from './actions/catalogue.ts';
import * as editing from './actions/editing.ts';
import { exportMeasureAction } from './actions/export.ts';
import * as figure from './actions/figure.ts';
import { previewDefinitionAction } from './actions/preview.ts';
import { measureSeriesAction } from './actions/series.ts';
import * as contract from './contract.ts';

export const definitionRoutes: readonly Route[] = [
  route(contract.listDefinitions, catalogue.listDefinitionsAction),
  route(contract.getDefinition, catalogue.getDefinitionAction),
  route(contract.diffDefinition, catalogue.diffDefinitionAction),
  route(contract.listFactKinds, catalogue.listFactKindsAction),
  route(contract.checkRule, editing.checkRuleAction),
  route(contract.saveDefinitionDraft, editing.saveDraftAction),
  route(contract.getDefinitionDraft, editing.getDefinitionDraftAction),
  route(contract.dropDefinitionDraft, editing.dropDraftAction),
  route(contract.publishDefinition, editing.publishDefinitionAction),
  route(contract.endDefinition, editing.endDefinitionAction),
  route(contract.previewDefinition, previewDefinitionAction),
  route(contract.getMeasure, figure.getMeasureAction),
  route(contract.listMeasureRecords, figure.listMeasureRecordsAction),
  route(contract.measureLog, figure.measureLogAction),
  route(contract.measureSeries, measureSeriesAction),
  route(contract.exportMeasure, exportMeasureAction),
];
