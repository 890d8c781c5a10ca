import { type PageContext, page } from '../../../kit/page.ts';
import { LinkButton } from '../../../web/components/button.tsx';
import { DateSlider } from '../../../web/components/date-slider.tsx';
import { KeyValueList } from '../../../web/components/lists.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Columns, PageHead, Panel } from '../../../web/components/panel.tsx';
import { Explain } from '../../../web/components/records.tsx';
import { Chip } from '../../../web/components/state.tsx';
import { formatDay } from '../../../web/format.ts';
import { getAssignment, getTask } from '../contract.ts';
import { messages } from '../messages.ts';
import { Secrecy } from './parts/directive-records.tsx';
import { Title, titleOf, useMessages } from './parts/say.tsx';
import { Standing } from './parts/standing.tsx';
import { taskForms, TaskForms } from './task-forms.tsx';
import {
  type Assignment,
  AssignmentTable,
  DeadlinePanel,
  DutyPanel,
  LinkPanel,
  type Task,
  TaskTimeLine,
} from './task-parts.tsx';
import { TargetPanel } from './task-target.tsx';

/** So many leads are read one by one for their changes and closings; a collective task shows the table instead. */
const mostLeads = 6;

function leadsOf(p: PageContext, task: Task): Promise<Assignment[]> {
  const leads = task.assignments.filter((a) => a.role === 'lead');
  return leads.length > mostLeads
    ? Promise.resolve([])
    : Promise.all(leads.map((a) => p.call(getAssignment, { id: a.id })));
}

function Facts({ task }: { task: Task }) {
  const { task: t, words } = useMessages();
  const isWeb = task.sourceUrl?.startsWith('http');
  return (
    <Panel title={t.facts}>
      <KeyValueList
        items={[
          { key: t.ref, value: task.ref },
          task.number !== '' && { key: t.number, value: task.number },
          task.field !== undefined && { key: t.field, value: task.field },
          task.productVi !== '' && { key: t.product, value: <span lang="vi">{task.productVi}</span> },
          task.leadText !== '' && { key: t.leadText, value: <span lang="vi">{task.leadText}</span> },
          task.coordinatingText !== '' && {
            key: t.coordinatingText,
            value: <span lang="vi">{task.coordinatingText}</span>,
          },
          { key: t.classification, value: words.classifications[task.classification] },
          isWeb && {
            key: t.source,
            value: (
              <a href={task.sourceUrl} rel="noopener nofollow">
                {t.openSource}
              </a>
            ),
          },
        ]}
      />
      {task.note !== '' && (
        <Explain summary={t.entryNote}>
          <p>{task.note}</p>
        </Explain>
      )}
    </Panel>
  );
}

function Past({ p, task }: { p: PageContext; task: Task }) {
  const { task: t } = useMessages();
  const first = task.dutyList[0]?.assignedOn ?? p.today;
  const marks = task.dutyList
    .filter((y) => y.assignedOn <= p.today)
    .map((y) => ({ day: y.assignedOn, text: y.number, href: `/tasks/${task.id}?asOf=${y.assignedOn}` }));
  const due = task.standing.due;
  if (due && due <= p.today) marks.push({ day: due, text: t.isDue, href: `/tasks/${task.id}?asOf=${due}` });
  return (
    <Panel title={t.asOf}>
      <DateSlider from={first} to={p.today} value={task.asOf} marks={marks.slice(0, 6)} />
    </Panel>
  );
}

export const taskPage = page({
  path: '/tasks/:id',
  permission: 'public',
  area: 'workbench',
  get: async (p) => {
    const { task: t, words, directive: d } = messages[p.lang];
    const task = await p.callWithQuery(getTask, { id: p.params['id']! });
    const leads = await leadsOf(p, task);
    const past = task.asOf !== p.today;
    return {
      title: `${task.ref}: ${titleOf(task, p.lang)}`.slice(0, 150),
      nav: 'tasks',
      description: titleOf(task, p.lang),
      crumbs: [
        { href: '/directives', text: messages[p.lang].directives.title },
        { href: `/directives/${task.directiveId}`, text: task.directiveNumber },
        { href: `/tasks/${task.id}`, text: task.ref },
      ],
      body: (
        <>
          <PageHead
            kicker={
              <>
                {words.taskKinds[task.kind]} {task.ref} · {t.assignedIn}{' '}
                <a href={`/directives/${task.directiveId}`}>{task.directiveNumber}</a>
              </>
            }
            title={<Title item={task} />}
            chips={
              <>
                <Standing standing={task.standing} />
                {task.duties > 1 && <Chip icon="repeat">{d.duties(String(task.duties))}</Chip>}
                <Secrecy classification={task.classification} />
              </>
            }
            actions={
              task.mayEdit && (
                <LinkButton href="#manage" icon="edit">
                  {t.manage}
                </LinkButton>
              )
            }
          />
          {past && (
            <Notice tone="warn" title={t.pastTitle(formatDay(task.asOf))}>
              <p>
                {t.pastNote} <a href={`/tasks/${task.id}`}>{t.showNow}</a>
              </p>
            </Notice>
          )}
          {task.sameAs && (
            <Notice tone="warn" title={t.sameAs}>
              <p>
                <a href={`/tasks/${task.sameAs.id}`}>
                  {task.sameAs.ref}: {task.sameAs.titleVi}
                </a>
              </p>
              <p>{t.sameAsNote}</p>
            </Notice>
          )}
          <Columns
            aside={
              <>
                <Facts task={task} />
                <Past p={p} task={task} />
                <LinkPanel task={task} />
              </>
            }
          >
            <DeadlinePanel task={task} leads={leads} />
            <TargetPanel task={task} />
            <DutyPanel task={task} />
            <TaskTimeLine task={task} leads={leads} />
          </Columns>
          <AssignmentTable task={task} past={past} />
          {task.mayEdit && !past && <TaskForms p={p} task={task} choices={await taskForms.choices(p)} />}
        </>
      ),
    };
  },
  forms: taskForms.handlers,
});
