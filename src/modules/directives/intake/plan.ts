/** From rows of cells to what an import would create: all rows of a file, checked against each other. */
import { cleanCell, type CleanCell } from './cells.ts';
import type { CsvRecord } from './csv.ts';
import { fault, refuses, type Fault, type FaultCode } from './faults.ts';
import { findHeader, repeatsHeader, type Column, type Header, type Layout } from './header.ts';
import { checkParents, type Group } from './parents.ts';
import { readRow, type DirectiveRow, type ReadContext, type RowCells } from './row.ts';
import { parseSourceDocument } from './source.ts';

export interface ReadResult {
  layout?: Layout;
  /** Rows without errors, in file order. */
  rows: DirectiveRow[];
  /** Groups that rows name as parent without a row of their own. */
  groups: Group[];
  /** In the order of lines. An import is all or nothing: `refuses(faults)` says whether it may go on. */
  faults: Fault[];
}

const MAX_ROWS = 20_000;
const DITTO = /^(-?\s*nt\s*-?\.?|như trên|[-"'″〃]*["″〃][-"'″〃]*)$/i;

/**
 * Reads rows of cells (from CSV or XLSX) in the registry or an appendix layout. Pure: agencies are asked through the
 * context. Nothing is thrown; every fault has line, column, code and both languages.
 */
export function readDirectiveRows(records: readonly CsvRecord[], context: ReadContext): ReadResult {
  const { header, faults: found } = findHeader(records);
  if (!header) return { rows: [], groups: [], faults: found };
  const faults = [...found];
  if (header.body.length === 0) faults.push(fault('noRows', { line: records.at(-1)?.line ?? 1 }));
  if (header.body.length > MAX_ROWS)
    faults.push(fault('tooManyRows', { line: 1 }, { count: header.body.length, limit: MAX_ROWS }));
  if (refuses(faults)) return { layout: header.layout, rows: [], groups: [], faults };
  const state = readBody(header, context);
  const checked = checkParents(state.rows, state.refs, state.groups, context.knownRefs ?? new Set());
  const all = [
    ...faults,
    ...state.faults,
    ...repairFaults(state),
    ...documentDates(state.rows),
    ...checked.faults,
  ];
  const refused = new Set(all.filter((one) => one.severity === 'error').map((one) => one.line));
  const rows = state.rows.filter((row) => !refused.has(row.line));
  return {
    layout: header.layout,
    rows,
    groups: checked.groups,
    faults: all.toSorted((a, b) => a.line - b.line || (a.column ?? 0) - (b.column ?? 0)),
  };
}

interface Body {
  rows: DirectiveRow[];
  /** ref → line, also of rows that are refused. */
  refs: Map<string, number>;
  groups: Group[];
  faults: Fault[];
  repairs: Map<FaultCode, { line: number; count: number }>;
}

function readBody(header: Header, context: ReadContext): Body {
  const { columns, layout } = header;
  const body: Body = { rows: [], refs: new Map(), groups: [], faults: [], repairs: new Map() };
  const seen = new Map<string, number>();
  const prefix = context.refPrefix ?? prefixOf(context.sourceDocument ?? '');
  let group = '';
  let above: Record<string, string> = {};
  for (const record of header.body) {
    const { line } = record;
    const skipped = skip(record, columns, seen);
    if (skipped) {
      body.faults.push(skipped);
      continue;
    }
    const heading = layout === 'registry' ? undefined : headingOf(record, columns);
    if (heading) {
      group = `${prefix}-${heading.ordinal}`;
      body.groups.push({ ref: group, title: heading.title });
      continue;
    }
    const cells = cleanRow(record, columns, body, above, layout === 'registry' ? '' : group);
    above = { lead: cells.get('lead'), coordinating: cells.get('coordinating') };
    const ref =
      layout === 'registry'
        ? cells.get('ref')
        : appendixRef(prefix, cells.get('ordinal'), body.refs.size + 1);
    const wrong = refFaults(ref, cells, body.refs, layout);
    const read = readRow(cells, ref, layout, context);
    body.faults.push(...wrong, ...read.faults);
    if (ref !== '' && !body.refs.has(ref)) body.refs.set(ref, line);
    if (read.row) body.rows.push(read.row);
  }
  return body;
}

/** Why a row is not read at all: a repeated header, a row seen before, the wrong length. */
function skip(
  record: CsvRecord,
  columns: (Column | undefined)[],
  seen: Map<string, number>,
): Fault | undefined {
  const { line, cells } = record;
  if (repeatsHeader(cells, columns)) return fault('headerRepeated', { line });
  const content = cells.join('\u001f');
  const same = seen.get(content);
  if (same !== undefined) return fault('rowRepeated', { line }, { other: same });
  seen.set(content, line);
  return shape(record, columns.length);
}

/** A row of the wrong length is refused; empty cells that are too many are nothing. */
function shape({ line, cells }: CsvRecord, expected: number): Fault | undefined {
  if (cells.length < expected) return fault('rowTooShort', { line }, { count: cells.length, expected });
  return cells.slice(expected).some((cell) => cell.trim() !== '')
    ? fault('rowTooLong', { line }, { count: cells.length, expected })
    : undefined;
}

/** "II | HOÀN THIỆN THỂ CHẾ" with nothing else: a heading over the rows that follow. */
function headingOf(
  { cells }: CsvRecord,
  columns: (Column | undefined)[],
): { ordinal: string; title: string } | undefined {
  const filled = columns.filter((column, i) => column !== undefined && (cells[i] ?? '').trim() !== '');
  const ordinal = (cells[columns.indexOf('ordinal')] ?? '').trim().replace(/[.)]$/, '');
  const title = (cells[columns.indexOf('titleVi')] ?? '').replace(/\s+/g, ' ').trim();
  return /^([IVXL]+|[A-Z])$/.test(ordinal) && title !== '' && filled.length === 2
    ? { ordinal, title }
    : undefined;
}

function cleanRow(
  record: CsvRecord,
  columns: (Column | undefined)[],
  body: Body,
  above: Record<string, string>,
  group: string,
): RowCells {
  const clean = new Map<Column, string>(group === '' ? [] : [['parentRef', group]]);
  columns.forEach((column, i) => {
    if (column === undefined) return;
    const at = { line: record.line, column: i + 1 };
    const cell: CleanCell = cleanCell(record.cells[i] ?? '', column);
    body.faults.push(...cell.faults.map(({ code, params }) => fault(code, at, params)));
    for (const repair of cell.repairs) {
      const known = body.repairs.get(repair);
      body.repairs.set(repair, { line: known?.line ?? record.line, count: (known?.count ?? 0) + 1 });
    }
    const before = above[column];
    if (before && DITTO.test(cell.text))
      body.faults.push(fault('ditto', at, { value: cell.text, other: before }));
    clean.set(column, before && DITTO.test(cell.text) ? before : cell.text);
  });
  const position = (column: Column) => columns.indexOf(column) + 1;
  return {
    line: record.line,
    get: (column) => clean.get(column) ?? '',
    at: (column) => ({ line: record.line, ...(position(column) > 0 && { column: position(column) }) }),
  };
}

function refFaults(ref: string, cells: RowCells, refs: Map<string, number>, layout: Layout): Fault[] {
  const at = cells.at(layout === 'registry' ? 'ref' : 'ordinal');
  const value = layout === 'registry' ? ref : cells.get('ordinal');
  if (ref === '') return [fault('refMissing', at)];
  const other = refs.get(ref);
  const twice = other === undefined ? [] : [fault('refDuplicate', at, { value: ref, other })];
  if (/^\d+([.,]\d+)?E[+-]?\d+$/i.test(value) || /^\d+[.,]0+$/.test(value))
    return [fault('codeTurnedIntoNumber', at, { value }), ...twice];
  if (/^\d{1,2}[-/](\d{1,2}|\p{L}{3,4})([-/]\d{2,4})?$/u.test(value) || /^\d{4}-\d{2}-\d{2}$/.test(value))
    return [fault('codeTurnedIntoDate', at, { value }), ...twice];
  if (layout === 'registry' && /^\d+$/.test(value)) return [fault('codeNumeric', at, { value }), ...twice];
  return /^[\p{L}\d][\p{L}\d./_-]*$/u.test(ref)
    ? twice
    : [fault('refMalformed', at, { value: ref }), ...twice];
}

/** '03/NQ-CP' → 'NQ03', '624/TB-VPCP' → 'TB624'. */
function prefixOf(sourceDocument: string): string {
  const number = parseSourceDocument(sourceDocument).number;
  const match = number ? /^(\d+)(?:\/\d{4})?[/-](\p{L}+)/u.exec(number) : undefined;
  return match ? `${match[2]!.toUpperCase().replaceAll('Đ', 'D')}${match[1]}` : 'VB';
}

const appendixRef = (prefix: string, ordinal: string, index: number) =>
  `${prefix}-${/^\d+[.)]?$/.test(ordinal) ? ordinal.replace(/[.)]$/, '').padStart(3, '0') : ordinal || String(index).padStart(3, '0')}`;

const repairFaults = (body: Body) =>
  [...body.repairs].map(([code, { line, count }]) => fault(code, { line }, { count }));

/** One document has one day of issue. */
function documentDates(rows: readonly DirectiveRow[]): Fault[] {
  const first = new Map<string, DirectiveRow>();
  return rows.flatMap((row) => {
    const known = first.get(row.source.key);
    if (!known) first.set(row.source.key, row);
    if (!known || known.issuedOn === row.issuedOn) return [];
    return [fault('documentDatesDiffer', { line: row.line }, { value: row.source.key, other: known.line })];
  });
}
