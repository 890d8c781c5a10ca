/** The door: figures over published facts, and telling them anew from the events. */
export { type FigureAsk, type FigureRow, figuresOf } from './measures/figures.ts';
export { listRecordsOfDay, type RecordLine } from './measures/records.ts';
export { rebuildMeasures } from './measures/rebuild.ts';
export { listMeasureDefinitions } from './measures/store/definitions.ts';
