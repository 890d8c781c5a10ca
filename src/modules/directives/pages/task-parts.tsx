import type { z } from 'zod';
import { formatDay, formatDays, formatNumber, nothing } from '../../../web/format.ts';
import { KeyValueList, TimeLine, type TimeLineEntry } from '../../../web/components/lists.tsx';
import { EmptyState, Panel } from '../../../web/components/panel.tsx';
import { ProgressBar } from '../../../web/components/figure.tsx';
import { type Column, DataTable } from '../../../web/components/table.tsx';
import { useLang } from '../../../web/language.tsx';
import type { getAssignment, getTask } from '../contract.ts';
import { Title, useMessages } from './parts/say.tsx';
import { Due, Standing, toneOf } from './parts/standing.tsx';
import { UnitName } from './parts/unit.tsx';

export type Task = z.infer<typeof getTask.reply>;
export type Assignment = z.infer<typeof getAssignment.reply>;
type Brief = Task['assignments'][number];

/** The deadline as printed, as read, and why the task stands where it stands; every change with its document. */
export function DeadlinePanel({ task, leads }: { task: Task; leads: readonly Assignment[] }) {
  const { task: t, words } = useMessages();
  const lang = useLang();
  const { due, firstDue } = task.standing;
  const changes = leads.flatMap((a) => a.dueChanges.map((c) => ({ ...c, unit: a.unit.shortName ?? a.unit.name, id: a.id })));
  return (
    <Panel title={t.deadline}>
      <KeyValueList
        items={[
          { key: t.printed, value: task.deadline.text ? `“${task.deadline.text}”` : words.precisions.none },
          { key: t.understood, value: <>{words.precisions[task.deadline.precision]}{task.deadline.lastDay && <> ({formatDay(task.deadline.lastDay)})</>}</> },
          { key: t.lastDay, value: due ? <strong>{formatDay(due)}</strong> : words.noDue },
          firstDue !== undefined && firstDue !== due && { key: t.firstDue, value: formatDay(firstDue) },
        ]}
      />
      <h3>{t.explained}</h3>
      <ul class="lines">{[...new Set(task.explanation.map((line) => line[lang]))].map((line) => <li key={line}>{line}</li>)}</ul>
      {changes.length > 0 && (
        <>
          <h3>{t.changes}</h3>
          <ul class="lines">
            {changes.map((c, i) => (
              <li key={i}><span class="figures">{t.change(c.from ? formatDay(c.from) : nothing, c.to ? formatDay(c.to) : nothing)}</span> · {t.changedBy(c.unit, c.document, formatDay(c.on))}{c.reason && `: ${c.reason}`}</li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

/** Who has the task: the unit as it was named, its holder today, and where each one stands. */
export function AssignmentTable({ task, past }: { task: Task; past: boolean }) {
  const { task: t, words } = useMessages();
  const lang = useLang();
  const leads = task.assignments.filter((a) => a.role === 'lead').length;
  const columns: Column<Brief>[] = [
    { key: 'unit', head: words.unit, main: true, cell: (a) => <><UnitName unit={a.unit} />{a.via && <small>{words.via(a.via)}</small>}{a.part && <small>{t.part}: {a.part}</small>}</> },
    { key: 'role', head: t.role, cell: (a) => words.roles[a.role] },
    { key: 'due', head: words.due, cell: (a) => <Due standing={a.standing} /> },
    { key: 'state', head: words.state, cell: (a) => <Standing standing={a.standing} /> },
    { key: 'progress', head: words.progress, cell: (a) => <ProgressBar label={`${words.progress}: ${a.unit.name}`} value={a.progress} /> },
    { key: 'open', head: t.openShort, cell: (a) => <a href={`/assignments/${a.id}`} aria-label={`${t.openAssignment}: ${a.unit.name}`}>{words.open}</a> },
  ];
  return (
    <DataTable
      caption={<>{t.assignments} <small>{t.assignmentsNote(formatNumber(leads, lang), formatNumber(task.assignments.length - leads, lang))}</small></>}
      columns={columns}
      rows={task.assignments}
      rowKey={(a) => a.id}
      rowHref={(a) => `/assignments/${a.id}`}
      rowTone={(a) => toneOf(a.standing)}
      empty={<EmptyState icon="unit" title={past ? t.noAssignmentsThen : t.noAssignments}>{!past && <p>{t.noAssignmentsHint}</p>}</EmptyState>}
    />
  );
}

/** The directives that assign the task: more than one is one task with several assignments of duty. */
export function DutyPanel({ task }: { task: Task }) {
  const { task: t } = useMessages();
  if (task.dutyList.length < 2) return null;
  return (
    <Panel title={t.duties}>
      <p>{t.dutiesNote(String(task.dutyList.length))}</p>
      <ol class="lines">
        {task.dutyList.map((y) => (
          <li key={`${y.directiveId}${y.ref}`}>
            <a href={`/directives/${y.directiveId}`}>{y.number}</a>, {formatDay(y.assignedOn)}{y.ref && `, ${t.dutyAs(y.ref)}`}: {y.deadlineText ? t.dutyTerm(y.deadlineText) : t.dutyNoTerm}{y.note && <small> {y.note}</small>}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

export function LinkPanel({ task }: { task: Task }) {
  const { task: t } = useMessages();
  const groups = [[t.parents, task.parents], [t.children, task.children], [t.duplicates, task.duplicates]] as const;
  if (groups.every(([, list]) => list.length === 0)) return null;
  return (
    <Panel title={t.links}>
      {groups.filter(([, list]) => list.length > 0).map(([title, list]) => (
        <div key={title}>
          <h3>{title}</h3>
          <ul class="lines">
            {list.map((other) => <li key={other.id}><a href={`/tasks/${other.id}`}>{other.ref}</a> <Title item={other} /> <small>{other.directiveNumber}</small></li>)}
          </ul>
        </div>
      ))}
    </Panel>
  );
}

interface Dated extends TimeLineEntry {
  day: string;
}

/** The life of the task: when it was assigned, moved, due and done. Newest first. */
export function TaskTimeLine({ task, leads }: { task: Task; leads: readonly Assignment[] }) {
  const { task: t } = useMessages();
  const lang = useLang();
  const entries: Dated[] = [
    ...task.dutyList.map((y, i): Dated => ({ day: y.assignedOn, id: `d${i}`, when: formatDay(y.assignedOn), icon: 'file', title: <a href={`/directives/${y.directiveId}`}>{i === 0 ? t.assigned(y.number) : t.assignedAgain(y.number)}</a>, body: y.deadlineText ? <p>{t.dutyTerm(y.deadlineText)}</p> : undefined })),
    ...leads.flatMap((a) => a.dueChanges.map((c, i): Dated => ({ day: c.on, id: `c${a.id}${i}`, when: formatDay(c.on), icon: 'clock', tone: 'warn', title: t.dueMoved, who: a.unit.name, body: <p>{t.change(c.from ? formatDay(c.from) : nothing, c.to ? formatDay(c.to) : nothing)}, {c.document}</p> }))),
    ...leads.flatMap((a) => a.closings.map((c, i): Dated => ({ day: c.doneOn, id: `k${a.id}${i}`, when: formatDay(c.doneOn), icon: c.daysLate > 0 ? 'checkLate' : 'checkCircle', tone: c.daysLate > 0 ? 'late' : 'good', title: c.daysLate > 0 ? t.closedLate(a.unit.name, formatDays(c.daysLate, lang)) : t.closedOnTime(a.unit.name), body: a.product?.number ? <p>{a.product.number}</p> : undefined }))),
  ];
  if (task.standing.due && task.standing.due <= task.asOf) entries.push({ day: task.standing.due, id: 'due', when: formatDay(task.standing.due), icon: 'calendar', title: t.isDue });
  const shown = entries.filter((e) => e.day <= task.asOf).toSorted((a, b) => (a.day < b.day ? 1 : -1));
  return <Panel title={t.history}>{shown.length > 0 ? <TimeLine entries={shown} /> : <p class="soft">{t.historyEmpty}</p>}</Panel>;
}
