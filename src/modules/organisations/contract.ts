export * from './contract/imports.ts';
export * from './contract/people.ts';
export * from './contract/search.ts';
export * from './contract/units.ts';
export { unitRef, unitSummary } from './contract/shapes.ts';
