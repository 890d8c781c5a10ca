export type * from './rules/model.ts';
