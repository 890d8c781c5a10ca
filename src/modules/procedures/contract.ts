export type * from './rules/model.ts';
export * from './contract/content.ts';
export * from './contract/coverage.ts';
export * from './contract/import.ts';
export * from './contract/procedure.ts';
export * from './contract/publish.ts';
export * from './contract/search.ts';
export * from './findings/contract.ts';
