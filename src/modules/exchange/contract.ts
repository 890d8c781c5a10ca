export * from './contract/conflicts.ts';
export * from './contract/messages.ts';
export * from './contract/reconciliation.ts';
export * from './problems.ts';
