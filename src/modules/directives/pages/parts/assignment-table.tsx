import type { ComponentChildren } from 'preact';
import type { z } from 'zod';

import { ProgressBar } from '../../../../web/components/figure.tsx';
import { type Column, DataTable } from '../../../../web/components/table.tsx';
import { formatDay } from '../../../../web/format.ts';
import type { assignmentItem } from '../../contract.ts';
import { Title, useMessages } from './say.tsx';
import { Due, Standing, toneOf } from './standing.tsx';
import { UnitName } from './unit.tsx';

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

/** What is owed, by which unit, until when and how far: a row for each assignment. */
export function AssignmentTable({
  caption,
  rows,
  ofUnit,
  narrow,
  without = narrow ? ['progress', 'report'] : [],
  extra = [],
  empty,
}: Props) {
  const { words, work } = useMessages();
  const kind = (a: AssignmentRow): string =>
    [
      a.kind === 'target' ? words.taskKinds.target : '',
      a.role === 'coordinating' ? words.roles.coordinating : '',
    ]
      .filter(Boolean)
      .map((w) => ` · ${w}`)
      .join('');
  const columns: Column<AssignmentRow>[] = [
    {
      key: 'title',
      head: words.task,
      main: true,
      ...(narrow ? {} : { width: 'wide' as const }),
      cell: (a) => (
        <>
          <a href={`/assignments/${a.id}`}>
            <Title item={a} />
          </a>
          <small>
            {a.ref} · {a.directiveNumber}
            {kind(a)}
          </small>
          {a.part && <small>{a.part}</small>}
          {ofUnit && a.unit.id !== ofUnit && <small>{words.givenTo(a.unit.name)}</small>}
        </>
      ),
    },
    ...(ofUnit
      ? []
      : [{ key: 'unit', head: words.unit, cell: (a: AssignmentRow) => <UnitName unit={a.unit} /> }]),
    { key: 'due', head: words.due, cell: (a) => <Due standing={a.standing} printed={a.deadlineText} /> },
    { key: 'state', head: words.state, cell: (a) => <Standing standing={a.standing} /> },
    {
      key: 'progress',
      head: words.progress,
      cell: (a) =>
        a.standing.work === 'recurring' ? (
          ''
        ) : (
          <ProgressBar
            label={`${words.progress}: ${a.ref}`}
            value={a.standing.work === 'completed' ? 100 : a.progress}
          />
        ),
    },
    {
      key: 'report',
      head: work.list.lastReport,
      desktopOnly: true,
      cell: (a) =>
        a.lastReportOn ? (
          <span class="figures">{formatDay(a.lastReportOn)}</span>
        ) : (
          <span class="soft">{work.list.never}</span>
        ),
    },
    ...extra,
  ];
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={columns.filter((c) => !without.includes(c.key))}
      rows={rows}
      rowKey={(a) => a.id}
      rowHref={(a) => `/assignments/${a.id}`}
      rowTone={(a) => toneOf(a.standing)}
      empty={empty}
    />
  );
}
