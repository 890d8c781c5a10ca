export * from './contract/figures.ts';
export * from './contract/lists.ts';
export * from './contract/reported.ts';
export * from './contract/reports.ts';
export * from './contract/words.ts';
export * from './indices/contract.ts';
export * from './warnings/contract.ts';
export * from './reporting/contract/drafts.ts';
