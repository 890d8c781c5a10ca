/** The door: figures over published facts, their records, and what keeps them. */
export { type FigureAsk, type FigureRow, figuresOf } from './figures.ts';
export { factKinds } from './kinds/all.ts';
export { type Count } from './rules/count.ts';
