import type { ComponentChildren } from 'preact';
import type { z } from 'zod';

import { ProgressBar } from '../../../../web/components/figure.tsx';
import { type Column, DataTable } from '../../../../web/components/table.tsx';
import { formatDay } from '../../../../web/format.ts';
import { useLang } from '../../../../web/language.tsx';
import type { assignmentItem } from '../../contract.ts';
import { Title, useMessages } from './say.tsx';
import { Due, Standing, toneOf } from './standing.tsx';
import { UnitName, unitName } from './unit.tsx';

export type AssignmentRow = z.infer<typeof assignmentItem>;

interface Props {
  caption: string;
  rows: readonly AssignmentRow[];
  /** Without the column of the unit, where all rows are of this one; a predecessor's duty still says so. */
  ofUnit?: string;
  /** Beside something else: only what must be seen. */
  narrow?: boolean;
  /** Columns left out where others matter more. */
  without?: readonly string[];
  extra?: readonly Column<AssignmentRow>[];
  empty: ComponentChildren;
}

/** The cell that names a row: the task, its code and document, and whose duty it was. */
function TaskCell({ a, ofUnit }: { a: AssignmentRow; ofUnit: string | undefined }) {
  const { words } = useMessages();
  const lang = useLang();
  const notes = [
    a.ref,
    a.directiveNumber,
    a.kind === 'target' ? words.taskKinds.target : '',
    a.role === 'coordinating' ? words.roles.coordinating : '',
  ];
  return (
    <>
      <a href={`/assignments/${a.id}`}>
        <Title item={a} />
      </a>
      <small>{notes.filter(Boolean).join(' · ')}</small>
      {a.part && <small>{a.part}</small>}
      {ofUnit && a.unit.id !== ofUnit && <small>{words.givenTo(unitName(a.unit, lang))}</small>}
    </>
  );
}

function ProgressCell({ a }: { a: AssignmentRow }) {
  const { words } = useMessages();
  if (a.standing.work === 'recurring') return null;
  const value = a.standing.work === 'completed' ? 100 : a.progress;
  return <ProgressBar label={`${words.progress}: ${a.ref}`} value={value} />;
}

/** What is owed, by which unit, until when and how far: a row for each assignment. */
export function AssignmentTable(props: Props) {
  const { ofUnit, narrow, without = narrow ? ['progress', 'report'] : [], extra = [] } = props;
  const { words, work } = useMessages();
  const columns: Column<AssignmentRow>[] = [
    {
      key: 'title',
      head: words.task,
      main: true,
      ...(narrow ? {} : { width: 'wide' as const }),
      cell: (a) => <TaskCell a={a} ofUnit={ofUnit} />,
    },
    ...(ofUnit
      ? []
      : [{ key: 'unit', head: words.unit, cell: (a: AssignmentRow) => <UnitName unit={a.unit} /> }]),
    { key: 'due', head: words.due, cell: (a) => <Due standing={a.standing} printed={a.deadlineText} /> },
    { key: 'state', head: words.state, cell: (a) => <Standing standing={a.standing} /> },
    { key: 'progress', head: words.progress, cell: (a) => <ProgressCell a={a} /> },
    {
      key: 'report',
      head: work.list.lastReport,
      desktopOnly: true,
      cell: ({ lastReportOn: on }) =>
        on ? <span class="figures">{formatDay(on)}</span> : <span class="soft">{work.list.never}</span>,
    },
    ...extra,
  ];
  return (
    <DataTable
      caption={props.caption}
      captionHidden
      columns={columns.filter((c) => !without.includes(c.key))}
      rows={props.rows}
      rowKey={(a) => a.id}
      rowHref={(a) => `/assignments/${a.id}`}
      rowTone={(a) => toneOf(a.standing)}
      empty={props.empty}
    />
  );
}
