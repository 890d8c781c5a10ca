export * from './contract/shapes.ts';
export type * from './rules/model.ts';
