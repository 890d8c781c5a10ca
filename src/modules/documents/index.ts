/** The door: files with their rights, and reports and tables on paper and in workbooks. */
export { storeFile, type NewFile } from './actions/files.ts';
export { linkFile, listFilesOf, unlinkFile } from './actions/links.ts';
export { releaseFiles } from './actions/release.ts';
export type { FileLink, FileState } from './rules/file.ts';
export { checkFile, faultText, MOST_BYTES } from './rules/checkFile.ts';
export { messages as fileMessages } from './messages.ts';

export type {
  Carried,
  Cell,
  DocumentModel,
  Inline,
  ReportChart,
  ReportSection,
  ReportTable,
  Rich,
  TableColumn,
} from './report/model.ts';
export { printReport, type PrintedReport, type Run } from './report/print.ts';
export { renderDocx, renderPdf } from './report/render.ts';
export { carryInOffice, readCarried, sealPdf, type ReadCarried } from './report/carried.ts';

export { renderXlsx, streamXlsx } from './xlsx/write.ts';
export type { SheetModel } from './xlsx/sheet.ts';
export { readXlsx, tryReadXlsx } from './xlsx/read.ts';
export {
  cellRef,
  readLimits,
  type ReadLimits,
  type ReadRow,
  type ReadSheet,
  type ReadWorkbook,
  type WorkbookFault,
} from './xlsx/readModel.ts';
export { guardCsv, renderCsv, unguardCsv } from './csv.ts';

export { templateInForce, type TemplateInForce } from './actions/templates.ts';
export { fillTemplate } from './template/fill.ts';
export type { SlipFacts, SlipKey } from './rules/slip.ts';
