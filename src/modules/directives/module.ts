import { type Module, route } from '../../kit/module.ts';
import * as assignments from './actions/assignments.ts';
import { countAssignmentsAction, countTasksAction, countWaitingAction } from './actions/counts.ts';
import { answerDifficultyAction, listDifficultiesAction } from './actions/difficulties.ts';
import * as directives from './actions/directives.ts';
import { getDraftAction, saveDraftAction } from './actions/drafts.ts';
import { exportTasksAction } from './actions/export.ts';
import { applyImportAction, previewImportAction } from './actions/import.ts';
import * as meetings from './actions/meetings.ts';
import { periodsAction, unlockPeriodAction } from './actions/periods.ts';
import * as checks from './actions/report-checks.ts';
import { submitReportAction } from './actions/reports.ts';
import { getRiskRulesAction, listRiskRulesAction, stateRiskRulesAction } from './actions/risk.ts';
import * as links from './actions/task-links.ts';
import { getTaskAction, listTasksAction } from './actions/task-views.ts';
import { addTaskAction, previewFanOutAction } from './actions/tasks.ts';
import { directiveCommands } from './commands.ts';
import * as contract from './contract.ts';
import { drawTally } from './draw.ts';
import { directiveNav, directivePages } from './pages/index.ts';
import { assignmentReplay, reportReplay, pastReplay, tallyReplay, taskReplay } from './replay.ts';

export const directivesModule: Module = {
  name: 'directives',
  folder: import.meta.dirname,
  routes: [
    route(contract.listDirectives, directives.listDirectivesAction),
    route(contract.listIssuers, directives.listIssuersAction),
    route(contract.getDirective, directives.getDirectiveAction),
    route(contract.enterDirective, directives.enterDirectiveAction),
    route(contract.amendDirective, directives.amendDirectiveAction),
    route(contract.relateDirective, directives.relateDirectiveAction),
    route(contract.listTasks, listTasksAction),
    route(contract.countWaitingForMe, countWaitingAction),
    route(contract.countTasks, countTasksAction),
    route(contract.getTask, getTaskAction),
    route(contract.addTask, addTaskAction),
    route(contract.previewFanOut, previewFanOutAction),
    route(contract.assignAgain, links.assignAgainAction),
    route(contract.markSame, links.markSameAction),
    route(contract.addParent, links.addParentAction),
    route(contract.closeTask, links.closeTaskAction),
    route(contract.assignUnits, links.assignUnitsAction),
    route(contract.listAssignments, assignments.listAssignmentsAction),
    route(contract.countAssignments, countAssignmentsAction),
    route(contract.getAssignment, assignments.getAssignmentAction),
    route(contract.confirmClaim, assignments.confirmClaimAction),
    route(contract.acceptClaim, assignments.acceptClaimAction),
    route(contract.returnClaim, assignments.returnClaimAction),
    route(contract.reopen, assignments.reopenAction),
    route(contract.cancelAssignment, assignments.cancelAction),
    route(contract.redirectAssignment, assignments.redirectAction),
    route(contract.changeDue, assignments.changeDueAction),
    route(contract.askExtension, assignments.askExtensionAction),
    route(contract.grantExtension, assignments.grantExtensionAction),
    route(contract.refuseExtension, assignments.refuseExtensionAction),
    route(contract.markUncheckable, assignments.markUncheckableAction),
    route(contract.submitReport, submitReportAction),
    route(contract.listReports, checks.listReportsAction),
    route(contract.checkReport, checks.checkReportAction),
    route(contract.listQueue, checks.listQueueAction),
    route(contract.periodsOf, periodsAction),
    route(contract.unlockPeriod, unlockPeriodAction),
    route(contract.saveDraft, saveDraftAction),
    route(contract.getDraft, getDraftAction),
    route(contract.previewImport, previewImportAction),
    route(contract.applyImport, applyImportAction),
    route(contract.exportTasks, exportTasksAction),
    route(contract.getRiskRules, getRiskRulesAction),
    route(contract.listRiskRules, listRiskRulesAction),
    route(contract.stateRiskRules, stateRiskRulesAction),
    route(contract.listMeetings, meetings.listMeetingsAction),
    route(contract.getMeeting, meetings.getMeetingAction),
    route(contract.planMeeting, meetings.planMeetingAction),
    route(contract.fixAgenda, meetings.fixAgendaAction),
    route(contract.conclude, meetings.concludeAction),
    route(contract.listDifficulties, listDifficultiesAction),
    route(contract.answerDifficulty, answerDifficultyAction),
  ],
  pages: directivePages,
  nav: directiveNav,
  commands: directiveCommands,
  schedules: [{ name: 'directives.drawTally', everySeconds: 3600, run: drawTally }],
  replays: [assignmentReplay, taskReplay, reportReplay, tallyReplay, pastReplay],
};
