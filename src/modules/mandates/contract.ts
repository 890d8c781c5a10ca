export type * from './rules/model.ts';
export { factKinds, gapReasons, grounds, holderLevels, stepRoles } from './rules/model.ts';
export * from './contract/facts.ts';
export * from './contract/proof.ts';
export * from './certificates/contract.ts';
export * from './secondments/contract.ts';
export { badCertificate } from './problems.ts';
