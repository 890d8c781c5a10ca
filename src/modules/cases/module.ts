import { type Module, route } from '../../kit/module.ts';
import * as applying from './actions/applying.ts';
import * as attach from './actions/attach.ts';
import { batchCasesAction } from './actions/batch.ts';
import { getBookAction, getDayBookAction } from './actions/book.ts';
import * as citizen from './actions/citizen.ts';
import { deskDayAction } from './actions/deskDay.ts';
import * as drafts from './actions/drafts.ts';
import { getCaseAction } from './actions/get.ts';
import * as intake from './actions/intake.ts';
import { keepIntakeAction } from './actions/keepIntake.ts';
import * as lists from './actions/lists.ts';
import { liveOverviewAction } from './actions/live.ts';
import { overviewCasesAction } from './actions/overview.ts';
import * as own from './actions/own.ts';
import { receivePaymentAction } from './actions/payment.ts';
import { getPlanAction } from './actions/plan.ts';
import { receivePaperAction } from './actions/promises.ts';
import { proposeResultAction } from './actions/propose.ts';
import { replaceResultAction, revokeResultAction } from './actions/revoke.ts';
import * as steps from './actions/steps.ts';
import { trackCaseAction } from './actions/track.ts';
import { applyTransitionAction, previewTransitionAction } from './actions/transition.ts';
import { findTwinsAction } from './actions/twins.ts';
import { listSilentUnitsAction, watchCasesAction } from './actions/watch.ts';
import { getWorkloadAction } from './actions/workload.ts';
import { commands } from './commands.ts';
import {
  contactListener,
  contactNav,
  contactPages,
  contactRoutes,
  submitForSomebodyAction,
} from './contacts/module.ts';
import * as contract from './contract.ts';
import { calendarListener } from './listeners.ts';
import { offerListener, offerReplay, offerRoutes } from './offers/module.ts';
import { packageNav, packagePages, packageRoutes } from './packages/module.ts';
import { deskBlocks, deskNav, deskPages } from './pages/desk/index.ts';
import { publicBlocks, publicNav, publicPages } from './pages/public/index.ts';
import { transitionBlock, transitionPage } from './pages/transition.tsx';
import { paperListener, paperNav, paperPages, paperRoutes } from './papers/module.ts';
import { caseReplay, caseTallyReplay } from './replay.ts';
import { caseSchedules } from './schedules.ts';
import { checkResultPage } from './slips/page.tsx';
import { slipRoutes } from './slips/routes.ts';
import { timeNav, timePages, timeRoutes } from './times/module.ts';

export const casesModule: Module = {
  name: 'cases',
  folder: import.meta.dirname,
  routes: [
    route(contract.saveDraft, drafts.saveDraftAction),
    route(contract.openDraft, drafts.openDraftAction),
    route(contract.listMyDrafts, drafts.listMyDraftsAction),
    route(contract.dropDraft, drafts.dropDraftAction),
    route(contract.typeDraft, applying.typeDraftAction),
    route(contract.previewCase, applying.previewCaseAction),
    route(contract.knownOfMe, applying.knownOfMeAction),
    route(contract.attachFile, attach.attachFileAction),
    route(contract.detachFile, attach.detachFileAction),
    route(contract.listAttached, attach.listAttachedAction),
    route(contract.openOwnCase, own.openOwnCaseAction),
    route(contract.answerDraft, own.answerDraftAction),
    route(contract.submitCase, submitForSomebodyAction),
    route(contract.receiveCase, intake.receiveCaseAction),
    route(contract.acceptCase, intake.acceptCaseAction),
    route(contract.findTwins, findTwinsAction),
    route(contract.refuseCase, steps.refuseCaseAction),
    route(contract.askSupplement, steps.askSupplementAction),
    route(contract.advanceCase, steps.advanceCaseAction),
    route(contract.assignCase, steps.assignCaseAction),
    route(contract.claimCase, steps.claimCaseAction),
    route(contract.releaseCase, steps.releaseCaseAction),
    route(contract.transferCase, steps.transferCaseAction),
    route(contract.consultUnit, steps.consultUnitAction),
    route(contract.answerConsultation, steps.answerConsultationAction),
    route(contract.resumeCase, steps.resumeCaseAction),
    route(contract.askDuty, steps.askDutyAction),
    route(contract.refundCase, steps.refundCaseAction),
    route(contract.apologise, steps.apologiseAction),
    route(contract.stopCase, steps.stopCaseAction),
    route(contract.proposeResult, proposeResultAction),
    route(contract.approveResult, steps.approveResultAction),
    route(contract.signResult, steps.signResultAction),
    route(contract.numberResult, steps.numberResultAction),
    route(contract.returnResult, steps.returnResultAction),
    route(contract.revokeResult, revokeResultAction),
    route(contract.replaceResult, replaceResultAction),
    route(contract.previewTransition, previewTransitionAction),
    route(contract.applyTransition, applyTransitionAction),
    route(contract.receivePaper, receivePaperAction),
    route(contract.noteCase, steps.noteCaseAction),
    route(contract.correctCase, steps.correctCaseAction),
    route(contract.undoStep, steps.undoStepAction),
    route(contract.batchCases, batchCasesAction),
    route(contract.receivePayment, receivePaymentAction),
    route(contract.answerSupplement, citizen.answerSupplementAction),
    route(contract.askStop, citizen.askStopAction),
    route(contract.withdrawCase, citizen.withdrawCaseAction),
    route(contract.sendMessage, citizen.sendMessageAction),
    route(contract.rateCase, citizen.rateCaseAction),
    route(contract.trackCase, trackCaseAction),
    route(contract.listCases, lists.listCasesAction),
    route(contract.searchCases, lists.searchCasesAction),
    route(contract.listConsultations, lists.listConsultationsAction),
    route(contract.overviewCases, overviewCasesAction),
    route(contract.liveOverview, liveOverviewAction),
    route(contract.watchCases, watchCasesAction),
    route(contract.listSilentUnits, listSilentUnitsAction),
    route(contract.listViews, lists.listViewsAction),
    route(contract.saveView, lists.saveViewAction),
    route(contract.getCase, getCaseAction),
    route(contract.getPlan, getPlanAction),
    route(contract.getBook, getBookAction),
    route(contract.getDayBook, getDayBookAction),
    route(contract.deskDay, deskDayAction),
    route(contract.keepIntake, keepIntakeAction),
    route(contract.keepIntakeFile, attach.keepIntakeFileAction),
    route(contract.getWorkload, getWorkloadAction),
    ...slipRoutes,
    ...offerRoutes,
    ...paperRoutes,
    ...contactRoutes,
    ...packageRoutes,
    ...timeRoutes,
  ],
  pages: [
    ...publicPages,
    ...deskPages,
    checkResultPage,
    transitionPage,
    ...paperPages,
    ...contactPages,
    ...packagePages,
    ...timePages,
  ],
  nav: [...publicNav, ...deskNav, ...paperNav, ...contactNav, ...packageNav, ...timeNav],
  blocks: [...publicBlocks, ...deskBlocks, transitionBlock],
  listeners: [calendarListener, offerListener, paperListener, contactListener],
  commands,
  schedules: caseSchedules,
  replays: [caseReplay, caseTallyReplay, offerReplay],
};
