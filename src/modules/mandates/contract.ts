export type * from './rules/model.ts';
export { factKinds, gapReasons, grounds, holderLevels, stepRoles } from './rules/model.ts';
export * from './contract/facts.ts';
export * from './contract/proof.ts';
