export * from './contract/citizen.ts';
export * from './contract/desk.ts';
export * from './contract/intake.ts';
export * from './contract/problems.ts';
export * from './contract/views.ts';
export * from './contract/work.ts';
export type { CaseEvent, CaseEventType, CasePayloads } from './rules/events.ts';
export type { CaseState } from './rules/model.ts';
