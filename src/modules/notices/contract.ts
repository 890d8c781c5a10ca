export * from './contract/ladders.ts';
export * from './contract/notices.ts';
export * from './contract/words.ts';
