import type { ReplyOf } from '../../../kit/contract.ts';
import { type PageContext, page } from '../../../kit/page.ts';
import { LinkButton } from '../../../web/components/button.tsx';
import { EmptyState, PageHead, Panel } from '../../../web/components/panel.tsx';
import { DataTable } from '../../../web/components/table.tsx';
import { formatInstant } from '../../../web/format.ts';
import { listReports } from '../contract/reports.ts';
import { messages } from '../messages.ts';
import { listDrafts } from '../reporting/contract/drafts.ts';
import { words } from '../reporting/pages/words.ts';
import { Pages } from './parts/paging.tsx';

/** What is being written in the reader's units. */
function Drafts({ p, drafts }: { p: PageContext; drafts: ReplyOf<typeof listDrafts>['items'] }) {
  const w = words[p.lang];
  return (
    <Panel title={w.drafts.title} flush>
      <DataTable
        caption={w.drafts.title}
        captionHidden
        columns={[
          {
            key: 'title',
            head: w.drafts.name,
            main: true,
            width: 'wide',
            cell: (d) => (
              <>
                <a href={`/reports/drafts/${d.id}`}>{d.title || w.editor.untitled(d.periodWords[p.lang])}</a>{' '}
                <small>{d.about?.name}</small>
              </>
            ),
          },
          { key: 'period', head: w.drafts.period, cell: (d) => d.periodWords[p.lang] },
          { key: 'unit', head: w.drafts.unit, cell: (d) => d.unit.name },
          { key: 'changed', head: w.drafts.changed, cell: (d) => formatInstant(d.changedAt) },
          { key: 'by', head: w.drafts.by, cell: (d) => d.changedBy },
        ]}
        rows={drafts}
        rowKey={(d) => d.id}
        rowHref={(d) => `/reports/drafts/${d.id}`}
      />
    </Panel>
  );
}

export const reportsPage = page({
  path: '/reports',
  permission: 'public',
  area: 'workbench',
  get: async (p) => {
    const t = messages[p.lang].reports;
    const w = words[p.lang];
    const list = await p.callWithQuery(listReports);
    const drafts = p.can('figure.view') ? (await p.call(listDrafts, {})).items : [];
    return {
      title: t.title,
      nav: 'reports',
      body: (
        <>
          <PageHead
            title={t.title}
            lead={<p>{t.lead}</p>}
            actions={
              p.can('figure.view') && (
                <>
                  <LinkButton kind="primary" icon="plus" href="/reports/new">
                    {w.new.title}
                  </LinkButton>
                  <LinkButton href="/reports/templates">{w.templates.title}</LinkButton>
                </>
              )
            }
          />
          {drafts.length > 0 && <Drafts p={p} drafts={drafts} />}
          {list.items.length === 0 ? (
            <EmptyState icon="file" title={t.none} />
          ) : (
            <Panel flush>
              <DataTable
                caption={t.title}
                captionHidden
                columns={[
                  {
                    key: 'title',
                    head: t.name,
                    main: true,
                    width: 'wide',
                    cell: (r) => (
                      <>
                        <a href={`/reports/${r.id}`}>{r.title}</a>{' '}
                        <small>
                          {w.kinds[r.kind]} · {t.classifications[r.classification]}
                        </small>
                      </>
                    ),
                  },
                  { key: 'unit', head: t.unit, cell: (r) => r.unit.name },
                  { key: 'asOf', head: t.asOf, cell: (r) => formatInstant(r.asOf) },
                  { key: 'frozen', head: t.frozen, cell: (r) => formatInstant(r.frozenAt) },
                  { key: 'by', head: t.by, cell: (r) => r.frozenBy },
                ]}
                rows={list.items}
                rowKey={(r) => r.id}
                rowHref={(r) => `/reports/${r.id}`}
              />
            </Panel>
          )}
          <Pages p={p} shown={list.items.length} next={list.next} />
        </>
      ),
    };
  },
});
