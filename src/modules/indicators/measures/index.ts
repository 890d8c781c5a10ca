/** The door: figures over published facts, their records, and what keeps them. */
export { figuresByProcedure, type ProcedureAsk, type ProcedureFigures } from './byProcedure.ts';
export { type FigureAsk, type FigureRow, type FigureStatus, figuresOf } from './figures.ts';
export { fillMeasures } from './keep.ts';
export { factKinds } from './kinds/all.ts';
export {
  changeLog,
  excludedBy,
  listFigureMoves,
  listRecords,
  type MoveLine,
  type OneFigure,
  type RecordAsk,
  type RecordLine,
  type RecordPage,
} from './records.ts';
export { type Count } from './rules/count.ts';
