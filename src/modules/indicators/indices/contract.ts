export * from './contract/procedures.ts';
export * from './contract/scores.ts';
export * from './contract/trees.ts';
