export * from './contract/rules.ts';
export * from './contract/warnings.ts';
