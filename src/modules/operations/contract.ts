export * from './contract/board.ts';
export * from './contract/downtime.ts';
export * from './contract/handOver.ts';
export * from './contract/health.ts';
export * from './contract/map.ts';
