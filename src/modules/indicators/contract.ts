export * from './contract/figures.ts';
export * from './contract/words.ts';
