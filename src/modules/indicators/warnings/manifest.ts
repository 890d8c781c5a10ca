import { route, type Schedule } from '../../../kit/module.ts';
import type { NavEntry } from '../../../kit/module.ts';
import type { Page } from '../../../kit/page.ts';
import { acknowledgeWarningAction } from './actions/acknowledge.ts';
import {
  checkWarningAction,
  evaluateDay,
  evaluateTouched,
  evaluateWarningsAction,
} from './actions/evaluate.ts';
import { getWarningAction } from './actions/get.ts';
import { countMyWarningsAction, listOpenWarningsAction, listWarningsAction } from './actions/list.ts';
import { getPredictionQualityAction } from './actions/quality.ts';
import * as rules from './actions/rules.ts';
import * as contract from './contract.ts';
import { messages } from './messages.ts';
import { editWarningRulePage, newWarningRulePage } from './pages/edit.tsx';
import { warningsPage } from './pages/list.tsx';
import { warningPage } from './pages/one.tsx';
import { predictionsPage } from './pages/quality.tsx';
import { warningRulePage, warningRulesPage } from './pages/rules.tsx';

/** What warnings add to the manifest of their module. */
export const warningRoutes = [
  route(contract.listWarnings, listWarningsAction),
  route(contract.listOpenWarnings, listOpenWarningsAction),
  route(contract.countMyWarnings, countMyWarningsAction),
  route(contract.getWarning, getWarningAction),
  route(contract.acknowledgeWarning, acknowledgeWarningAction),
  route(contract.checkWarning, checkWarningAction),
  route(contract.listWarningRules, rules.listWarningRulesAction),
  route(contract.listWarningFigures, rules.listWarningFiguresAction),
  route(contract.getWarningRule, rules.getWarningRuleAction),
  route(contract.defineWarningRule, rules.defineWarningRuleAction),
  route(contract.previewWarningRule, rules.previewWarningRuleAction),
  route(contract.evaluateWarnings, evaluateWarningsAction),
  route(contract.getPredictionQuality, getPredictionQualityAction),
];

export const warningPages: readonly Page[] = [
  warningsPage,
  warningRulesPage,
  newWarningRulePage,
  predictionsPage,
  warningRulePage,
  editWarningRulePage,
  warningPage,
];

export const warningNav: readonly NavEntry[] = [
  {
    key: 'warnings',
    area: 'workbench',
    group: 'steer',
    order: 20,
    href: '/warnings',
    text: { vi: messages.vi.nav, en: messages.en.nav },
    permission: 'warning.view',
    count: async (p) => (await p.call(contract.countMyWarnings, {})).open,
  },
  {
    key: 'warningRules',
    area: 'workbench',
    group: 'manage',
    order: 65,
    href: '/warnings/rules',
    text: { vi: messages.vi.navRules, en: messages.en.navRules },
    permission: 'warning.define',
  },
];

export const warningSchedules: readonly Schedule[] = [
  {
    name: 'indicators.warningsOfTheDay',
    everySeconds: 60,
    run: async (app) => void (await evaluateDay(app, app.clock.now())),
  },
  {
    name: 'indicators.warningsTouched',
    everySeconds: 20,
    run: async (app) => void (await evaluateTouched(app, app.clock.now())),
  },
];

export { warningListener } from './listeners.ts';
export { warningReplay } from './replay.ts';
