/** The door: rules of figures, and the conditions under which rows of the published views (`directives.v_…`) may be seen. */
export { compute, membership, namesOf, tally } from './rules/figures.ts';
export type { CountName, Counts, Figure, FigureDefinition } from './rules/figures.ts';
export { defaultOnTime, figureDefinitions, onTimeForms } from './rules/figureDefinitions.ts';
export { denominatorLog } from './rules/denominatorLog.ts';
export type { DenominatorLog, LogItem, Membership } from './rules/denominatorLog.ts';
export { lateList, lateListStatement } from './rules/latelist.ts';
export type { AgencyKind, LateGroup, LateList, LateTask } from './rules/latelist.ts';
export { readings, totalCheck } from './rules/puzzles.ts';
export type { Part, Reading, TotalCheck } from './rules/puzzles.ts';
export { divide, multiply, ratio, roundText } from './rules/ratio.ts';
export type { TimeState, WorkState } from './rules/axes.ts';
export { riskRulesOn } from './store/risk.ts';
export { timeCondition } from './store/time.ts';
export { seenEverywhere, visibleAssignments, visibleDirectives, visibleTasks } from './store/visible.ts';
export { cutoffOf, periodsBetween } from './rules/cycle.ts';
export type { Cycle, Period } from './rules/cycle.ts';
