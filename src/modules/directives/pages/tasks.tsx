import type { z } from 'zod';

import { type PageContext, page } from '../../../kit/page.ts';
import { LinkButton } from '../../../web/components/button.tsx';
import { FilterBar } from '../../../web/components/form.tsx';
import { Select } from '../../../web/components/inputs.tsx';
import { EmptyState, PageHead } from '../../../web/components/panel.tsx';
import { type Column, DataTable } from '../../../web/components/table.tsx';
import { formatNumber } from '../../../web/format.ts';
import { filtered } from '../../../web/keyset.ts';
import { countTasks, listTasks, type taskItem } from '../contract.ts';
import { messages, type Messages } from '../messages.ts';
import { KeywordInput, TimeSelect, WorkSelect } from './parts/filters.tsx';
import { Pages } from './parts/paging.tsx';
import { Title } from './parts/say.tsx';
import { Due, Standing, toneOf } from './parts/standing.tsx';
import { AxisBar } from './parts/tally.tsx';

type Item = z.infer<typeof taskItem>;
const filters = ['q', 'kind', 'work', 'time', 'unitId', 'directiveId'] as const;

function columns(p: PageContext, t: Messages): Column<Item>[] {
  return [
    {
      key: 'title',
      head: t.words.task,
      main: true,
      width: 'wide',
      cell: (i) => (
        <>
          <a href={`/tasks/${i.id}`}>
            <Title item={i} />
          </a>
          <small>
            {i.ref} · {i.directiveNumber}
            {i.kind === 'target' && ` · ${t.words.taskKinds.target}`}
            {i.duties > 1 && ` · ${t.directive.duties(String(i.duties))}`}
          </small>
        </>
      ),
    },
    { key: 'lead', head: t.words.lead, cell: (i) => i.leadText },
    { key: 'due', head: t.words.due, cell: (i) => <Due standing={i.standing} printed={i.deadlineText} /> },
    { key: 'state', head: t.words.state, cell: (i) => <Standing standing={i.standing} /> },
    {
      key: 'done',
      head: t.words.progress,
      numeric: true,
      cell: (i) =>
        i.leads > 1 ? t.tasks.oneOf(formatNumber(i.leadsDone, p.lang), formatNumber(i.leads, p.lang)) : '',
    },
  ];
}

function Filters(p: PageContext) {
  const { tasks: t, words } = messages[p.lang];
  const isFiltered = filters.some((name) => p.query[name]);
  return (
    <FilterBar
      clearHref={isFiltered ? '/tasks' : undefined}
      keep={{ unitId: p.query['unitId'], directiveId: p.query['directiveId'] }}
    >
      <KeywordInput p={p} />
      <TimeSelect p={p} label={t.time} />
      <WorkSelect p={p} label={t.work} />
      <Select
        name="kind"
        label={words.kind}
        empty={words.all}
        value={p.query['kind']}
        options={[
          { value: 'task', text: words.taskKinds.task },
          { value: 'target', text: words.taskKinds.target },
        ]}
      />
      <Select
        name="sort"
        label={t.sort}
        value={p.query['sort'] ?? 'due'}
        options={[
          { value: 'due', text: t.sortDue },
          { value: 'document', text: t.sortDocument },
        ]}
      />
    </FilterBar>
  );
}

/** The same search as a file; filters by state are left to the one who opens it. */
function Downloads(p: PageContext) {
  const q = p.query['q'] ? `&q=${encodeURIComponent(p.query['q'])}` : '';
  return (
    <>
      {(['xlsx', 'csv'] as const).map((format) => (
        <LinkButton
          key={format}
          icon="download"
          download
          href={`/api/export/directives?format=${format}${q}`}
        >
          {format.toUpperCase()}
        </LinkButton>
      ))}
    </>
  );
}

export const tasksPage = page({
  path: '/tasks',
  permission: 'public',
  area: 'workbench',
  get: async (p) => {
    const t = messages[p.lang];
    const list = await p.callWithQuery(listTasks, p.query['sort'] ? {} : { sort: 'due' });
    const counts = await p.callWithQuery(countTasks);
    return {
      title: t.tasks.title,
      nav: 'tasks',
      wide: p.actor.kind !== 'public',
      body: (
        <>
          <PageHead title={t.tasks.title} actions={Downloads(p)} />
          {Filters(p)}
          {counts.total > 0 && <AxisBar counts={counts} hrefOf={(value) => filtered(p, { time: value })} />}
          <DataTable
            caption={t.tasks.caption}
            captionHidden
            columns={columns(p, t)}
            rows={list.items}
            rowKey={(i) => i.id}
            rowHref={(i) => `/tasks/${i.id}`}
            rowTone={(i) => toneOf(i.standing)}
            empty={
              <EmptyState title={t.tasks.empty}>
                <p>{t.tasks.emptyHint}</p>
              </EmptyState>
            }
          />
          <Pages p={p} shown={list.items.length} next={list.next} total={counts.total} />
        </>
      ),
    };
  },
});
