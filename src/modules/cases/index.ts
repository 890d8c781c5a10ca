/** The door: what later modules may know of cases. Everything here is pure; what happens to cases is told by events. */
export { eventOf } from './actions/apply.ts';
export { explainDue } from './actions/explain.ts';
export { formatCaseCode, parseCaseCode, statusCode, statusHistory, type CaseCode } from './rules/codes.ts';
export { evolve } from './rules/evolve.ts';
export { nationalOnTime, provincialOnTime } from './rules/onTime.ts';
export { type CaseStand, listStands } from './store/stands.ts';
