/** The door: what a case may know about the procedure it runs on. Everything but the loading is pure. */
export { getPinned, laidOn, loadEffective, loadOffered, type Offered, stepDemands } from './effective.ts';
export {
  caseKindOf,
  channelRow,
  firstStep,
  nextSteps,
  ranksOf,
  stepOf,
  timeRuleFor,
} from './rules/effective.ts';
export { listOffering } from './store/plan.ts';
export { type PublishedFacts, publishedFacts, procedureFactsToken } from './published.ts';
export { checklist } from './rules/checklist.ts';
export type { ChecklistItem } from './rules/checklist.ts';
export { movesCase } from './rules/transition.ts';
export { holds } from './form/conditions.ts';
export { originsOf, prefill, typedCount, withLocks } from './form/prefill.ts';
export type { AccountFacts, EarlierValue, Origin, Prefilled } from './form/prefill.ts';
export { readForm, visibleFields } from './form/values.ts';
export { readValue } from './form/read-value.ts';
export { formSchema } from './form/schema.ts';
export { validateForm } from './form/validate.ts';
export { FormView } from './form/view.tsx';
export { formPicks, formPicksFrom } from './form/pick.ts';
export { competentPlace, competentPlaceField } from './form/place.ts';
export { progressOf } from './form/progress.ts';
export { originText, shownValue } from './form/view-field.tsx';
export { fieldPicks, procedurePicks } from './pick.ts';
export { listProcedureHeads, listProcedureNames, type ProcedureHead } from './store/names.ts';
