/** Finds the header row and tells the layout: the registry's own, or an appendix as printed in resolutions. */
import type { CsvRecord } from './csv.ts';
import { fault, type Fault } from './faults.ts';

export type Column =
  | 'ref'
  | 'sourceDocument'
  | 'issuedOn'
  | 'parentRef'
  | 'titleVi'
  | 'titleEn'
  | 'kind'
  | 'lead'
  | 'coordinating'
  | 'deadline'
  | 'product'
  | 'targetValue'
  | 'targetUnit'
  | 'sourceUrl'
  | 'notes'
  | 'ordinal';

/** registry: with codes and documents; appendixTasks, appendixTargets: the tables of Appendix II and I of 03/NQ-CP. */
export type Layout = 'registry' | 'appendixTasks' | 'appendixTargets';

const NAMES: Record<Column, string[]> = {
  ref: ['ref', 'code', 'mã', 'mã nhiệm vụ', 'mã số'],
  sourceDocument: [
    'source_document',
    'document',
    'văn bản',
    'văn bản giao',
    'văn bản giao nhiệm vụ',
    'số văn bản',
  ],
  issuedOn: ['issued_on', 'issued', 'ngày ban hành', 'ngày văn bản'],
  parentRef: ['parent_ref', 'parent', 'mã cha', 'nhiệm vụ cha', 'thuộc nhiệm vụ'],
  titleVi: [
    'title_vi',
    'title',
    'nhiệm vụ',
    'nội dung',
    'nội dung nhiệm vụ',
    'tên nhiệm vụ',
    'nhiệm vụ giải pháp',
    'chỉ tiêu',
    'task',
    'target',
  ],
  titleEn: ['title_en', 'tên tiếng anh', 'nội dung tiếng anh'],
  kind: ['kind', 'type', 'loại', 'loại nhiệm vụ'],
  lead: [
    'lead_agency_vi',
    'lead_agency',
    'lead agency',
    'cơ quan chủ trì',
    'đơn vị chủ trì',
    'chủ trì',
    'cơ quan chủ trì theo dõi đánh giá',
    'cơ quan theo dõi đánh giá',
  ],
  coordinating: [
    'coordinating_agencies_vi',
    'coordinating_agencies',
    'coordinating agency',
    'coordinating agencies',
    'cơ quan phối hợp',
    'đơn vị phối hợp',
    'phối hợp',
  ],
  deadline: [
    'deadline',
    'due',
    'thời hạn',
    'thời gian hoàn thành',
    'thời hạn hoàn thành',
    'time of completion',
  ],
  product: ['product_vi', 'product', 'sản phẩm', 'kết quả', 'kết quả đầu ra', 'result'],
  targetValue: ['target_value', 'giá trị', 'giá trị chỉ tiêu', 'mục tiêu'],
  targetUnit: ['target_unit', 'unit', 'đơn vị tính', 'đvt'],
  sourceUrl: ['source_url', 'url', 'nguồn', 'liên kết'],
  notes: ['notes', 'note', 'ghi chú'],
  ordinal: ['stt', 'tt', 'số tt', 'no', 'number'],
};

const key = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const BY_NAME = new Map(
  Object.entries(NAMES).flatMap(([column, names]) => names.map((name) => [key(name), column as Column])),
);

const REQUIRED: Record<Layout, Column[]> = {
  registry: ['ref', 'sourceDocument', 'titleVi', 'lead', 'deadline'],
  appendixTasks: ['titleVi', 'lead', 'deadline'],
  appendixTargets: ['titleVi', 'lead', 'targetValue'],
};

export interface Header {
  layout: Layout;
  /** One per cell; undefined for columns that are ignored. */
  columns: (Column | undefined)[];
  /** Rows after the header. */
  body: CsvRecord[];
  faults: Fault[];
}

/** True when a row repeats the header (printed again on each page). */
export function repeatsHeader(cells: string[], columns: (Column | undefined)[]): boolean {
  const known = columns.filter((column) => column !== undefined).length;
  return (
    cells.filter((cell, i) => columns[i] !== undefined && BY_NAME.get(key(cell)) === columns[i]).length >=
    Math.max(3, known - 1)
  );
}

/**
 * Finds the header within the first ten rows: the first row with at least three known column names, Vietnamese or
 * English, with or without accents. Undefined with a fault when there is none.
 */
export function findHeader(records: readonly CsvRecord[]): { header?: Header; faults: Fault[] } {
  const known = (cells: string[]) =>
    new Set(cells.map((cell) => BY_NAME.get(key(cell))).filter(Boolean)).size;
  const at = records.slice(0, 10).findIndex(({ cells }) => known(cells) >= 3);
  const row = records[at];
  if (!row) return { faults: [fault('headerMissing', { line: records[0]?.line ?? 1 })] };
  const faults = at > 0 ? [fault('textAboveHeader', { line: records[0]!.line }, { count: at })] : [];
  const body = records.slice(at + 1);
  const columns = row.cells.map((cell) => BY_NAME.get(key(cell)));
  const layout = layoutOf(row.cells, columns);
  // In the table of targets "result" is the value to reach, not a product.
  if (layout === 'appendixTargets')
    columns.splice(0, columns.length, ...columns.map((one) => (one === 'product' ? 'targetValue' : one)));
  faults.push(...nameFaults(row, columns, body), ...missing(row.line, columns, layout));
  return { header: { layout, columns, body, faults }, faults };
}

function layoutOf(cells: string[], columns: (Column | undefined)[]): Layout {
  if (columns.includes('ref')) return 'registry';
  const title = key(cells[columns.indexOf('titleVi')] ?? '');
  return title === 'chi tieu' || title === 'target' ? 'appendixTargets' : 'appendixTasks';
}

function nameFaults(row: CsvRecord, columns: (Column | undefined)[], body: readonly CsvRecord[]): Fault[] {
  return columns.flatMap((column, i) => {
    const at = { line: row.line, column: i + 1 };
    const name = row.cells[i]!.trim();
    if (column !== undefined)
      return columns.indexOf(column) < i ? [fault('columnDuplicate', at, { value: name })] : [];
    if (name !== '') return [fault('columnUnknown', at, { value: name })];
    return body.some(({ cells }) => cells[i]?.trim()) ? [fault('columnUnnamed', at)] : [];
  });
}

const missing = (line: number, columns: (Column | undefined)[], layout: Layout) =>
  REQUIRED[layout]
    .filter((column) => !columns.includes(column))
    .map((column) => fault('columnMissing', { line }, { value: NAMES[column][0]! }));
