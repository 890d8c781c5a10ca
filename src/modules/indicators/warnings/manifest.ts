import { route, type Schedule } from '../../../kit/module.ts';
import { acknowledgeWarningAction } from './actions/acknowledge.ts';
import {
  checkWarningAction,
  evaluateDay,
  evaluateTouched,
  evaluateWarningsAction,
} from './actions/evaluate.ts';
import { getWarningAction } from './actions/get.ts';
import { listOpenWarningsAction, listWarningsAction } from './actions/list.ts';
import { getPredictionQualityAction } from './actions/quality.ts';
import * as rules from './actions/rules.ts';
import * as contract from './contract.ts';

/** What warnings add to the manifest of their module. */
export const warningRoutes = [
  route(contract.listWarnings, listWarningsAction),
  route(contract.listOpenWarnings, listOpenWarningsAction),
  route(contract.getWarning, getWarningAction),
  route(contract.acknowledgeWarning, acknowledgeWarningAction),
  route(contract.checkWarning, checkWarningAction),
  route(contract.listWarningRules, rules.listWarningRulesAction),
  route(contract.getWarningRule, rules.getWarningRuleAction),
  route(contract.defineWarningRule, rules.defineWarningRuleAction),
  route(contract.previewWarningRule, rules.previewWarningRuleAction),
  route(contract.evaluateWarnings, evaluateWarningsAction),
  route(contract.getPredictionQuality, getPredictionQualityAction),
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
