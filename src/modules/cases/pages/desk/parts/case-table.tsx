import type { ComponentChildren } from 'preact';
import type { z } from 'zod';

import { EmptyState } from '../../../../../web/components/panel.tsx';
import { type Column, DataTable, type DataTableProps } from '../../../../../web/components/table.tsx';
import type { listed } from '../../../contract/views.ts';
import { calledBy } from '../../../lookupCode.ts';
import type { NameBook } from './names.ts';
import { HandlingChip, LeftChip, toneOf, useDesk, when } from './words.tsx';

export type CaseListed = z.infer<typeof listed>;

interface Props<Row extends CaseListed> {
  caption: string;
  rows: readonly Row[];
  names: NameBook;
  /** Names of officials by id. */
  people?: ReadonlyMap<string, string>;
  /** Columns left out where the page says it already. */
  without?: readonly string[];
  /** Column of the unit that acts now, where rows of several units stand together. */
  units?: boolean;
  extra?: readonly Column<Row>[];
  select?: DataTableProps<Row>['select'];
  empty: ComponentChildren;
}

/** The cell that names a case: its code, applicant and procedure. */
function CaseCell({ row, names }: { row: CaseListed; names: NameBook }) {
  const { words } = useDesk();
  return (
    <>
      <a href={`/cases/${row.id}`}>{row.code ?? words.lookup(calledBy(row))}</a>
      <small>{row.applicantName}</small>
      <small>
        {row.procedureCode} · {names.procedure(row.procedureCode)}
      </small>
    </>
  );
}

function StepCell({ row, people }: { row: CaseListed; people: ReadonlyMap<string, string> | undefined }) {
  const { words } = useDesk();
  const role = words.roles[row.stepRole as keyof typeof words.roles];
  return (
    <>
      {role}
      <br />
      <small>{row.personId ? (people?.get(row.personId) ?? words.person) : words.nobody}</small>
    </>
  );
}

/** Cases with where they stand and how much working time is left. */
export function CaseTable<Row extends CaseListed>(props: Props<Row>) {
  const { names, people, without = [], units, extra = [] } = props;
  const { words } = useDesk();
  const columns: Column<Row>[] = [
    {
      key: 'case',
      head: words.code,
      main: true,
      width: 'wide',
      cell: (row) => <CaseCell row={row} names={names} />,
    },
    { key: 'state', head: words.state, cell: (row) => <HandlingChip state={row.handling} /> },
    { key: 'step', head: words.step, cell: (row) => <StepCell row={row} people={people} /> },
    ...(units ? [{ key: 'unit', head: words.unit, cell: (row: Row) => names.unit(row.atUnitId) }] : []),
    {
      key: 'due',
      head: words.due,
      cell: (row) => (
        <>
          <span class="figures">{when(row.dueAt)}</span> <LeftChip minutes={row.minutesLeft} />
        </>
      ),
    },
    {
      key: 'channel',
      head: words.channel,
      desktopOnly: true,
      cell: (row) => words.channels[row.channel],
    },
    ...extra,
  ];
  return (
    <DataTable
      caption={props.caption}
      captionHidden
      columns={columns.filter((c) => !without.includes(c.key))}
      rows={props.rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `/cases/${row.id}`}
      rowTone={(row) => toneOf(row.minutesLeft)}
      {...(props.select && { select: props.select })}
      empty={
        typeof props.empty === 'string' ? <EmptyState icon="checkCircle" title={props.empty} /> : props.empty
      }
    />
  );
}
