export * from './contract/warnings.ts';
