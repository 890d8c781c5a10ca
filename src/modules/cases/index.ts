/** The door: what later modules may know of cases. What happens to cases is told by events. */
export { eventOf } from './actions/apply.ts';
export { explainDue } from './actions/explain.ts';
export { type CaseSpan, caseSpans, casesTold } from './facts.ts';
export { formatCaseCode, parseCaseCode, statusCode, statusHistory, type CaseCode } from './rules/codes.ts';
export { type CaseMoment, caseMoment, synchroniseCases } from './moment.ts';
export { caseIdOf } from './rules/events.ts';
export { eventTypes as caseEventKinds, evolve } from './rules/evolve.ts';
export { type CaseFact, caseOutcomes } from './rules/fact.ts';
export { nationalOnTime, nationalVerdicts, provincialOnTime, provincialVerdicts } from './rules/onTime.ts';
export { checkCode } from './slips/code.ts';
export { type CaseName, listCaseIds, listCaseNames } from './store/facts.ts';
export { type CaseStand, listStands } from './store/stands.ts';
