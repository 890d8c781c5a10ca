export * from './contract/body.ts';
export * from './contract/catalogue.ts';
export * from './contract/editing.ts';
export * from './contract/figure.ts';
