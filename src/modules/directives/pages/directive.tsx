import type { z } from 'zod';

import { type PageContext, page } from '../../../kit/page.ts';
import { LinkButton } from '../../../web/components/button.tsx';
import { KeyValueList, Tabs } from '../../../web/components/lists.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Columns, EmptyState, PageHead, Panel } from '../../../web/components/panel.tsx';
import { Chip } from '../../../web/components/state.tsx';
import { formatDay, formatNumber } from '../../../web/format.ts';
import { filtered } from '../../../web/keyset.ts';
import { countAssignments, countTasks, getDirective, listTasks } from '../contract.ts';
import { messages } from '../messages.ts';
import { DirectiveTree } from './directive-tree.tsx';
import { Secrecy } from './parts/directive-records.tsx';
import { Pages } from './parts/paging.tsx';
import { Title, titleOf, useMessages } from './parts/say.tsx';
import { settingLines } from './parts/settings.ts';
import { AxisBar } from './parts/tally.tsx';
import { UnitName } from './parts/unit.tsx';

type Directive = z.infer<typeof getDirective.reply>;
type Counts = z.infer<typeof countTasks.reply>;
const states = ['overdue', 'atRisk', 'inTerm', 'doneOnTime', 'doneLate', 'noTerm'] as const;

function Facts({ directive: d }: { directive: Directive }) {
  const { directive: t, words } = useMessages();
  return (
    <KeyValueList
      items={[
        { key: t.number, value: d.number },
        { key: t.issuer, value: d.issuerText || words.noDue },
        { key: t.issuedOn, value: formatDay(d.issuedOn) },
        { key: t.owner, value: <UnitName unit={d.owner} /> },
        d.parent && { key: t.parent, value: <a href={`/directives/${d.parent.id}`}>{d.parent.number}</a> },
        d.link !== undefined && {
          key: t.source,
          value: (
            <a href={d.link} rel="noopener nofollow">
              {t.openSource}
            </a>
          ),
        },
        d.fileId !== undefined && {
          key: t.source,
          value: <a href={`/api/files/${d.fileId}/content`}>{t.openFile}</a>,
        },
        { key: t.classification, value: words.classifications[d.classification] },
      ]}
    />
  );
}

function Relations({ directive: d }: { directive: Directive }) {
  const { directive: t, words } = useMessages();
  const lines = [
    ...d.relations.map((r) => ({ ...r, says: words.relations[r.kind] })),
    ...d.relatedBy.map((r) => ({ ...r, says: words.relatedBy[r.kind] })),
  ];
  if (lines.length === 0) return <p class="soft">{t.noRelations}</p>;
  return (
    <ul class="plain-list">
      {lines.map((r) => (
        <li key={`${r.says}${r.id}`}>
          <small>{r.says}</small>
          <br />
          <a href={`/directives/${r.id}`}>{r.number}</a> <Title item={r} />
          {r.note && <small> {r.note}</small>}
        </li>
      ))}
    </ul>
  );
}

/** Tabs over the states of tasks, each with its count. */
function StateTabs({ p, counts }: { p: PageContext; counts: Counts }) {
  const { directive: t, words } = useMessages();
  const now = p.query['time'];
  const items = [
    { href: filtered(p, { time: undefined }), text: words.all, count: counts.total, current: !now },
    ...states
      .filter((s) => (counts.byTime[s] ?? 0) > 0 || s === now)
      .map((s) => ({
        href: filtered(p, { time: s }),
        text: words.times[s],
        count: counts.byTime[s] ?? 0,
        current: now === s,
      })),
  ];
  return <Tabs label={t.filters} items={items} />;
}

function Empty({ p, directive }: { p: PageContext; directive: Directive }) {
  const { directive: t } = useMessages();
  if (p.query['time']) return <EmptyState title={t.withoutMatch} />;
  return (
    <EmptyState title={t.empty}>
      <p>{directive.mayEdit ? t.emptyHint : t.emptyPublic}</p>
      {directive.mayEdit && (
        <LinkButton kind="primary" icon="plus" href={`/directives/${directive.id}/tasks/new`}>
          {t.addTask}
        </LinkButton>
      )}
    </EmptyState>
  );
}

function Actions({ directive: d }: { directive: Directive }) {
  const { directive: t } = useMessages();
  return (
    <>
      {d.mayEdit && (
        <>
          <LinkButton kind="primary" icon="plus" href={`/directives/${d.id}/tasks/new`}>
            {t.addTask}
          </LinkButton>
          <LinkButton icon="edit" href={`/directives/${d.id}/edit`}>
            {t.edit}
          </LinkButton>
          <LinkButton icon="late" href={`/board?directiveId=${d.id}`}>
            {t.lateList}
          </LinkButton>
        </>
      )}
      {(['xlsx', 'csv'] as const).map((format) => (
        <LinkButton
          key={format}
          icon="download"
          download
          href={`/api/export/directives?directiveId=${d.id}&format=${format}`}
        >
          {format.toUpperCase()}
        </LinkButton>
      ))}
    </>
  );
}

const changedBy = (d: Directive) => d.relatedBy.filter((r) => r.kind === 'amends' || r.kind === 'replaces');
const hasChips = (d: Directive): boolean =>
  d.classification !== 'public' || d.state === 'ended' || changedBy(d).length > 0;

const head = (d: Directive, p: PageContext) => {
  const { directive: t, words } = messages[p.lang];
  return (
    <PageHead
      kicker={t.kicker(words.kinds[d.kind], d.number, formatDay(d.issuedOn))}
      title={<Title item={d} />}
      chips={
        hasChips(d) && (
          <>
            <Secrecy classification={d.classification} />
            {d.state === 'ended' && <Chip icon="lock">{words.states.ended}</Chip>}
            {changedBy(d).map((r) => (
              <Chip key={r.id} tone="warn" icon="info">
                <a href={`/directives/${r.id}`}>
                  {words.relatedBy[r.kind]} {r.number}
                </a>
              </Chip>
            ))}
          </>
        )
      }
      lead={d.summaryVi || undefined}
      actions={<Actions directive={d} />}
    />
  );
};

export const directivePage = page({
  path: '/directives/:id',
  permission: 'public',
  area: 'workbench',
  get: async (p) => {
    const id = p.params['id']!;
    const { directive: t, directives } = messages[p.lang];
    const d = await p.call(getDirective, { id });
    const list = await p.callWithQuery(listTasks, { directiveId: id, limit: 200 });
    const counts = await p.call(countTasks, { directiveId: id });
    const given = await p.call(countAssignments, { directiveId: id, role: 'lead' });
    const shown = p.query['time'] ? (counts.byTime[p.query['time'] as 'inTerm'] ?? 0) : counts.total;
    return {
      title: `${d.number}: ${titleOf(d, p.lang)}`.slice(0, 150),
      nav: 'directives',
      description: titleOf(d, p.lang),
      crumbs: [
        { href: '/directives', text: directives.title },
        { href: `/directives/${id}`, text: d.number },
      ],
      body: (
        <>
          {head(d, p)}
          {d.state === 'ended' && <Notice>{t.ended}</Notice>}
          <Columns
            aside={
              <>
                <Panel title={t.facts} level={2}>
                  <Facts directive={d} />
                </Panel>
                <Panel title={t.relations} level={2}>
                  <Relations directive={d} />
                </Panel>
                <Panel title={t.settings} level={2}>
                  <ul class="lines">
                    {settingLines(d.settings, p.lang).map((line) => (
                      <li key={line}>{line}</li>
                    ))}
                  </ul>
                </Panel>
              </>
            }
          >
            {given.total > 0 && (
              <Panel
                title={t.result}
                actions={
                  <span class="soft">
                    {messages[p.lang].words.assignmentsN(formatNumber(given.total, p.lang))}
                  </span>
                }
              >
                <AxisBar
                  counts={given}
                  hrefOf={(time) => `/assignments?role=lead&directiveId=${id}&time=${time}`}
                />
                <p class="soft">{t.resultNote}</p>
              </Panel>
            )}
            <section class="stack" aria-label={t.tree}>
              <StateTabs p={p} counts={counts} />
              {list.items.length > 0 ? (
                <Panel flush>
                  <div class="tree-pad">
                    <DirectiveTree directive={d} tasks={list.items} lang={p.lang} />
                  </div>
                </Panel>
              ) : (
                <Empty p={p} directive={d} />
              )}
              <Pages p={p} shown={list.items.length} next={list.next} total={shown} />
            </section>
          </Columns>
        </>
      ),
    };
  },
});
