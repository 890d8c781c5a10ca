import type { z } from 'zod';

import { LinkButton } from '../../../web/components/button.tsx';
import { ProgressBar } from '../../../web/components/figure.tsx';
import { KeyValueList, TimeLine, type TimeLineEntry } from '../../../web/components/lists.tsx';
import { EmptyState, Panel } from '../../../web/components/panel.tsx';
import { type Column, DataTable } from '../../../web/components/table.tsx';
import { formatDay, formatDays, formatNumber, nothing } from '../../../web/format.ts';
import { type Lang, useLang } from '../../../web/language.tsx';
import type { getAssignment, getTask } from '../contract.ts';
import type { Messages } from '../messages.ts';
import { Title, useMessages } from './parts/say.tsx';
import { Due, Standing, toneOf } from './parts/standing.tsx';
import { AxisBar } from './parts/tally.tsx';
import { holderText, shortName, unitName } from './parts/unit.tsx';
import { viaText } from './parts/via.ts';

export type Task = z.infer<typeof getTask.reply>;
export type Assignment = z.infer<typeof getAssignment.reply>;
type Brief = Task['assignments'][number];

/** The deadline as printed, as read, and why the task stands where it stands; every change with its document. */
export function DeadlinePanel({ task, leads }: { task: Task; leads: readonly Assignment[] }) {
  const { task: t, words } = useMessages();
  const lang = useLang();
  const { due, firstDue } = task.standing;
  const changes = leads.flatMap((a) =>
    a.dueChanges.map((c) => ({ ...c, unit: shortName(a.unit, lang), id: a.id })),
  );
  return (
    <Panel title={t.deadline}>
      <KeyValueList
        items={[
          { key: t.printed, value: task.deadline.text ? `“${task.deadline.text}”` : words.precisions.none },
          {
            key: t.understood,
            value: (
              <>
                {words.precisions[task.deadline.precision]}
                {task.deadline.lastDay && <> ({formatDay(task.deadline.lastDay)})</>}
              </>
            ),
          },
          { key: t.lastDay, value: due ? <strong>{formatDay(due)}</strong> : words.noDue },
          firstDue !== undefined && firstDue !== due && { key: t.firstDue, value: formatDay(firstDue) },
        ]}
      />
      <h3>{t.explained}</h3>
      <ul class="lines">
        {[...new Set(task.explanation.map((line) => line[lang]))].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {changes.length > 0 && (
        <>
          <h3>{t.changes}</h3>
          <ul class="lines">
            {changes.map((c, i) => (
              <li key={i}>
                <span class="figures">
                  {t.change(c.from ? formatDay(c.from) : nothing, c.to ? formatDay(c.to) : nothing)}
                </span>{' '}
                · {t.changedBy(c.unit, c.document, formatDay(c.on))}
                {c.reason && `: ${c.reason}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

/** So many rows are read at a glance; the rest stands in the list of assignments. */
const mostRows = 20;
const urgency = ['overdue', 'atRisk', 'inTerm', 'noTerm', 'doneLate', 'doneOnTime'] as const;
const byUrgency = (a: Brief, b: Brief): number =>
  urgency.indexOf(a.standing.time) - urgency.indexOf(b.standing.time);

function countsOf(list: readonly Brief[]) {
  const byTime = Object.fromEntries(
    urgency.map((time) => [time, list.filter((a) => a.standing.time === time).length]),
  );
  return { total: list.length, byTime };
}

function columnsOf(m: Messages, lang: Lang): Column<Brief>[] {
  const { task: t, words } = m;
  const notes = (a: Brief): string =>
    [
      words.roles[a.role],
      a.via ? viaText(a.via, m) : '',
      holderText(a.unit, lang),
      a.part ? `${t.part}: ${a.part}` : '',
    ]
      .filter(Boolean)
      .join(' · ');
  return [
    {
      key: 'unit',
      head: words.unit,
      main: true,
      cell: (a) => (
        <>
          <a href={`/assignments/${a.id}`}>{unitName(a.unit, lang)}</a>
          <small>{notes(a)}</small>
        </>
      ),
    },
    { key: 'due', head: words.due, cell: (a) => <Due standing={a.standing} /> },
    { key: 'state', head: words.state, cell: (a) => <Standing standing={a.standing} /> },
    {
      key: 'progress',
      head: words.progress,
      cell: (a) =>
        a.standing.work === 'recurring' ? (
          ''
        ) : (
          <ProgressBar
            label={`${words.progress}: ${unitName(a.unit, lang)}`}
            value={a.standing.work === 'completed' ? 100 : a.progress}
          />
        ),
    },
  ];
}

/** Who has the task: the unit as it was named, its holder today, and where each one stands; the late ones first. */
export function AssignmentTable({ task, past }: { task: Task; past: boolean }) {
  const m = useMessages();
  const lang = useLang();
  const { task: t } = m;
  const list = task.assignments;
  const leads = list.filter((a) => a.role === 'lead');
  const isLong = list.length > mostRows && !past;
  const all = `/assignments?taskId=${task.id}`;
  return (
    <section class="stack" aria-label={t.assignments}>
      {isLong && (
        <Panel title={t.byState}>
          <AxisBar counts={countsOf(leads)} hrefOf={(time) => `${all}&role=lead&time=${time}`} />
        </Panel>
      )}
      <DataTable
        caption={
          <>
            {t.assignments}{' '}
            <small>
              {t.assignmentsNote(
                formatNumber(leads.length, lang),
                formatNumber(list.length - leads.length, lang),
              )}
            </small>
          </>
        }
        columns={columnsOf(m, lang)}
        rows={isLong ? list.toSorted(byUrgency).slice(0, mostRows) : list}
        rowKey={(a) => a.id}
        rowHref={(a) => `/assignments/${a.id}`}
        rowTone={(a) => toneOf(a.standing)}
        empty={
          <EmptyState icon="unit" title={past ? t.noAssignmentsThen : t.noAssignments}>
            {!past && <p>{t.noAssignmentsHint}</p>}
          </EmptyState>
        }
      />
      {isLong && (
        <p>
          <LinkButton href={all} icon="list">
            {t.allAssignments(formatNumber(list.length, lang))}
          </LinkButton>
        </p>
      )}
    </section>
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
            <a href={`/directives/${y.directiveId}`}>{y.number}</a>, {formatDay(y.assignedOn)}
            {y.ref && `, ${t.dutyAs(y.ref)}`}: {y.deadlineText ? t.dutyTerm(y.deadlineText) : t.dutyNoTerm}
            {y.note && <small> {y.note}</small>}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

export function LinkPanel({ task }: { task: Task }) {
  const { task: t } = useMessages();
  const groups = [
    [t.parents, task.parents],
    [t.children, task.children],
    [t.duplicates, task.duplicates],
  ] as const;
  if (groups.every(([, list]) => list.length === 0)) return null;
  return (
    <Panel title={t.links}>
      {groups
        .filter(([, list]) => list.length > 0)
        .map(([title, list]) => (
          <div key={title}>
            <h3>{title}</h3>
            <ul class="lines">
              {list.map((other) => (
                <li key={other.id}>
                  <a href={`/tasks/${other.id}`}>{other.ref}</a> <Title item={other} />{' '}
                  <small>{other.directiveNumber}</small>
                </li>
              ))}
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
    ...task.dutyList.map((y, i): Dated => ({
      day: y.assignedOn,
      id: `d${i}`,
      when: formatDay(y.assignedOn),
      icon: 'file',
      title: (
        <a href={`/directives/${y.directiveId}`}>
          {i === 0 ? t.assigned(y.number) : t.assignedAgain(y.number)}
        </a>
      ),
      body: y.deadlineText ? <p>{t.dutyTerm(y.deadlineText)}</p> : undefined,
    })),
    ...leads.flatMap((a) =>
      a.dueChanges.map((c, i): Dated => ({
        day: c.on,
        id: `c${a.id}${i}`,
        when: formatDay(c.on),
        icon: 'clock',
        tone: 'warn',
        title: t.dueMoved,
        who: unitName(a.unit, lang),
        body: (
          <p>
            {t.change(c.from ? formatDay(c.from) : nothing, c.to ? formatDay(c.to) : nothing)}, {c.document}
          </p>
        ),
      })),
    ),
    ...leads.flatMap((a) =>
      a.closings.map((c, i): Dated => ({
        day: c.doneOn,
        id: `k${a.id}${i}`,
        when: formatDay(c.doneOn),
        icon: c.daysLate > 0 ? 'checkLate' : 'checkCircle',
        tone: c.daysLate > 0 ? 'late' : 'good',
        title:
          c.daysLate > 0
            ? t.closedLate(unitName(a.unit, lang), formatDays(c.daysLate, lang))
            : t.closedOnTime(unitName(a.unit, lang)),
        body: a.product?.number ? <p>{a.product.number}</p> : undefined,
      })),
    ),
  ];
  if (task.standing.due && task.standing.due <= task.asOf)
    entries.push({
      day: task.standing.due,
      id: 'due',
      when: formatDay(task.standing.due),
      icon: 'calendar',
      title: t.isDue,
    });
  const shown = entries.filter((e) => e.day <= task.asOf).toSorted((a, b) => (a.day < b.day ? 1 : -1));
  return (
    <Panel title={t.history}>
      {shown.length > 0 ? <TimeLine entries={shown} /> : <p class="soft">{t.historyEmpty}</p>}
    </Panel>
  );
}
