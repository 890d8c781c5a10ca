export * from './contract/calendars.ts';
export * from './contract/shapes.ts';
export * from './contract/time.ts';
export type * from './rules/model.ts';
