import { type Module, route } from '../../kit/module.ts';
import * as conflicts from './actions/conflicts.ts';
import * as messages from './actions/messages.ts';
import { reconcile, RECONCILE_JOB } from './actions/reconcile.ts';
import * as runs from './actions/runs.ts';
import { sendDue } from './actions/send.ts';
import { commands } from './commands.ts';
import { isConnected } from './connection.ts';
import * as contract from './contract.ts';
import { exchangeListener, SEND_JOB } from './listener.ts';
import { exchangeMessages } from './messages.ts';
import { caseBlock } from './pages/case.tsx';
import { conflictsPage } from './pages/conflicts.tsx';
import { messagePage } from './pages/message.tsx';
import { queuePage } from './pages/queue.tsx';
import { reconciliationPage } from './pages/reconciliation.tsx';
import { runPage } from './pages/run.tsx';
import { conflictReplay } from './replay.ts';
import { schedules } from './schedules.ts';

const { vi, en } = exchangeMessages;

export const exchangeModule: Module = {
  name: 'exchange',
  folder: import.meta.dirname,
  routes: [
    route(contract.listMessages, messages.listMessagesAction),
    route(contract.getMessage, messages.getMessageAction),
    route(contract.exchangeSummary, messages.exchangeSummaryAction),
    route(contract.retryMessage, messages.retryMessageAction),
    route(contract.setMessageAside, messages.setMessageAsideAction),
    route(contract.sendCase, messages.sendCaseAction),
    route(contract.caseExchange, messages.caseExchangeAction),
    route(contract.listConflicts, conflicts.listConflictsAction),
    route(contract.decideConflict, conflicts.decideConflictAction),
    route(contract.reportStatus, conflicts.reportStatusAction),
    route(contract.startReconciliation, runs.startReconciliationAction),
    route(contract.listReconciliations, runs.listReconciliationsAction),
    route(contract.getReconciliation, runs.getReconciliationAction),
    route(contract.exportReconciliation, runs.exportReconciliationAction),
    route(contract.sendMissing, runs.sendMissingAction),
  ],
  pages: [queuePage, messagePage, conflictsPage, reconciliationPage, runPage],
  blocks: [caseBlock],
  nav: [
    {
      key: 'exchange',
      area: 'workbench',
      group: 'steer',
      order: 60,
      href: '/exchange',
      text: { vi: vi.nav, en: en.nav },
      permission: 'exchange.view',
    },
  ],
  listeners: [exchangeListener],
  jobs: [
    { name: SEND_JOB, run: async (app) => void (await sendDue(app)) },
    {
      name: RECONCILE_JOB,
      run: async (app, asked) => void (isConnected(app) && (await reconcile(app, asked))),
    },
  ],
  schedules,
  commands,
  replays: [conflictReplay],
};
