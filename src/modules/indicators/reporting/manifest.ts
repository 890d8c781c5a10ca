import { type Route, route } from '../../../kit/module.ts';
import * as drafts from './actions/drafts.ts';
import { paperDraftFileAction } from './actions/files.ts';
import { freezeDraftAction } from './actions/freeze.ts';
import { reportKeyAction } from './actions/key.ts';
import { listTemplatesAction, saveTemplateAction } from './actions/templates.ts';
import * as contract from './contract/drafts.ts';

export const reportingRoutes: readonly Route[] = [
  route(contract.listTemplates, listTemplatesAction),
  route(contract.saveTemplate, saveTemplateAction),
  route(contract.openDraft, drafts.openDraftAction),
  route(contract.listDrafts, drafts.listDraftsAction),
  route(contract.getDraft, drafts.getDraftAction),
  route(contract.saveDraft, drafts.saveDraftAction),
  route(contract.arrangeDraft, drafts.arrangeDraftAction),
  route(contract.dropDraft, drafts.dropDraftAction),
  route(contract.previewDraft, drafts.previewDraftAction),
  route(contract.freezeDraft, freezeDraftAction),
  route(contract.paperDraftFile, paperDraftFileAction),
  route(contract.reportKey, reportKeyAction),
];
