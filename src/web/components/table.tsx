import type { ComponentChildren } from 'preact';

import { Icon } from '../icons.tsx';
import { useText } from '../language.tsx';

export interface Column<Row> {
  key: string;
  head: ComponentChildren;
  cell: (row: Row) => ComponentChildren;
  /** Right-aligned with digits of equal width. */
  numeric?: boolean;
  /** The cell that names the row; a row header for assistive technology. */
  main?: boolean;
  /** Address that sorts by this column; the head becomes a link. */
  sortHref?: string;
  sorted?: 'up' | 'down' | undefined;
  width?: 'narrow' | 'wide';
  /** Not shown on a phone. */
  desktopOnly?: boolean;
}

export interface DataTableProps<Row> {
  /** What the table holds; shown above it unless `captionHidden`. */
  caption: ComponentChildren;
  captionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Address opened by Enter and by a click on the row's main link (j/k moves). */
  rowHref?: (row: Row) => string | undefined;
  rowTone?: (row: Row) => 'bad' | 'warn' | 'muted' | undefined;
  /** Check boxes of this name in front, with "select all"; the form around the table sends them. */
  select?: { name: string; value: (row: Row) => string; label: (row: Row) => string };
  /** On a phone: stacks of label and value (default) or sideways scrolling, for figures that are compared. */
  phone?: 'stack' | 'scroll';
  /** One more row at the end, cell by column key. */
  total?: Readonly<Record<string, ComponentChildren>>;
  empty?: ComponentChildren;
}

/** A list of records or figures. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, captionHidden, columns, rows, select, phone = 'stack', total } = props;
  const text = useText();
  const label = typeof caption === 'string' ? caption : undefined;
  // What scrolls sideways must be reachable by keyboard; stacked rows need no extra stop.
  const region = phone === 'scroll' ? { role: 'region' as const, 'aria-label': label, tabIndex: 0 } : {};
  if (rows.length === 0) {
    return <div class="table-empty">{props.empty ?? text.none}</div>;
  }
  return (
    <div class={`table-frame table-${phone}`} {...region}>
      <table class="table" data-rows>
        <caption class={captionHidden ? 'hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {select && (
              <th class="pick" scope="col">
                <input type="checkbox" class="needs-script" aria-label={text.selectAll} data-select-all />
              </th>
            )}
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <BodyRow key={props.rowKey(row)} row={row} table={props} />
          ))}
        </tbody>
        {total && (
          <tfoot>
            <tr>
              {select && <td />}
              {columns.map((column) => (
                <td key={column.key} class={cellClass(column)} data-label={labelOf(column)}>
                  {total[column.key]}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

function HeadCell<Row>({ column }: { column: Column<Row> }) {
  const text = useText();
  const { head, sortHref, sorted } = column;
  const order = sorted === 'up' ? 'ascending' : sorted === 'down' ? 'descending' : undefined;
  const icon = sorted === 'up' ? 'up' : sorted === 'down' ? 'down' : 'sort';
  return (
    <th class={cellClass(column)} scope="col" aria-sort={order}>
      {sortHref ? (
        <a class={sorted ? 'sort sort-on' : 'sort'} href={sortHref}>
          {head}
          <Icon
            name={icon}
            label={sorted ? (sorted === 'up' ? text.sortedUp : text.sortedDown) : text.sortBy}
          />
        </a>
      ) : (
        head
      )}
    </th>
  );
}

function BodyRow<Row>({ row, table }: { row: Row; table: DataTableProps<Row> }) {
  const { columns, select, rowHref, rowTone } = table;
  const tone = rowTone?.(row);
  return (
    <tr class={tone ? `row-${tone}` : undefined} data-href={rowHref?.(row)} data-id={table.rowKey(row)}>
      {select && (
        <td class="pick">
          <input
            type="checkbox"
            name={select.name}
            value={select.value(row)}
            aria-label={select.label(row)}
            data-select
          />
        </td>
      )}
      {columns.map((column) => {
        const attributes = { class: cellClass(column), 'data-label': labelOf(column) };
        return column.main ? (
          <th key={column.key} scope="row" {...attributes}>
            {column.cell(row)}
          </th>
        ) : (
          <td key={column.key} {...attributes}>
            {column.cell(row)}
          </td>
        );
      })}
    </tr>
  );
}

const labelOf = <Row,>(column: Column<Row>): string | undefined =>
  typeof column.head === 'string' ? column.head : undefined;

function cellClass<Row>(column: Column<Row>): string | undefined {
  const classes = [
    column.numeric && 'num',
    column.main && 'main-cell',
    column.width && `cell-${column.width}`,
    column.desktopOnly && 'desktop-only',
  ].filter(Boolean);
  return classes.length > 0 ? classes.join(' ') : undefined;
}

export interface PaginationProps {
  previousHref?: string | undefined;
  nextHref?: string | undefined;
  /** What is shown: "1–50 trên 279 giao việc". */
  summary?: ComponentChildren;
}

/** Steps through a list page by page (keyset: there are no page numbers). */
export function Pagination({ previousHref, nextHref, summary }: PaginationProps) {
  const text = useText();
  if (!previousHref && !nextHref && !summary) return null;
  return (
    <nav class="pagination" aria-label={text.pages}>
      {summary && <p>{summary}</p>}
      <div class="pagination-links">
        {previousHref && (
          <a class="button button-plain button-small" href={previousHref} rel="prev">
            <Icon name="left" /> <span>{text.previous}</span>
          </a>
        )}
        {nextHref && (
          <a class="button button-plain button-small" href={nextHref} rel="next">
            <span>{text.next}</span> <Icon name="right" />
          </a>
        )}
      </div>
    </nav>
  );
}
