import type { ReplyOf } from '../../../kit/contract.ts';
import { page, type PageContext, submits } from '../../../kit/page.ts';
import { Button, ButtonRow, Link, LinkButton } from '../../../web/components/button.tsx';
import { FilterBar, Form } from '../../../web/components/form.tsx';
import { Select } from '../../../web/components/inputs.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { EmptyState, PageHead, Panel } from '../../../web/components/panel.tsx';
import { type Column, DataTable, Pagination } from '../../../web/components/table.tsx';
import { formatDay, formatInstant, formatNumber } from '../../../web/format.ts';
import { keysetLinks } from '../../../web/keyset.ts';
import { getReconciliation, sendMissing } from '../contract.ts';
import { both, Refusal, statusText, type Words, wordsOf } from './parts.tsx';

type Run = ReplyOf<typeof getReconciliation>;
type Difference = Run['items'][number];
type Day = Run['days'][number];

function dayColumns(p: PageContext, t: Words): Column<Day>[] {
  const count = (n: number): string => formatNumber(n, p.lang);
  return [
    { key: 'day', head: t.runs.day, main: true, cell: (d) => (d.day ? formatDay(d.day) : '–') },
    { key: 'unit', head: t.unit, width: 'wide', cell: (d) => d.unitName[p.lang] || t.runs.nobody },
    { key: 'ours', head: t.runs.oursCount, numeric: true, cell: (d) => count(d.ours) },
    { key: 'theirs', head: t.runs.theirsCount, numeric: true, cell: (d) => count(d.theirs) },
    { key: 'same', head: t.runs.same, numeric: true, cell: (d) => count(d.same) },
  ];
}

function differenceColumns(p: PageContext, t: Words): Column<Difference>[] {
  return [
    {
      key: 'code',
      head: t.code,
      main: true,
      cell: (d) => (
        <>
          {d.caseId ? <Link href={`/cases/${d.caseId}`}>{d.code}</Link> : d.code}
          <p class="hint">{[d.unitName?.[p.lang], d.day && formatDay(d.day)].filter(Boolean).join(' · ')}</p>
        </>
      ),
    },
    {
      key: 'cause',
      head: t.runs.cause,
      width: 'wide',
      cell: (d) => (
        <>
          {t.runs.causes[d.cause]}
          {d.detail && <p class="hint">{d.detail}</p>}
        </>
      ),
    },
    { key: 'ours', head: t.runs.ours, cell: (d) => statusText(t, d.ours) },
    { key: 'theirs', head: t.runs.theirs, cell: (d) => statusText(t, d.theirs) },
  ];
}

function Differences({ run, p, t }: { run: Run; p: PageContext; t: Words }) {
  const { cause, id } = p.query;
  const lacking = run.causes.some((one) => one.cause === 'neverSent' || one.cause === 'notThere');
  return (
    <>
      <FilterBar keep={{ id }} clearHref={cause ? `/exchange/run?id=${run.id}` : undefined}>
        <Select
          name="cause"
          label={t.runs.cause}
          empty={t.runs.allCauses}
          value={cause}
          options={run.causes.map((one) => ({
            value: one.cause,
            text: `${t.runs.causes[one.cause]} (${formatNumber(one.count, p.lang)})`,
          }))}
        />
      </FilterBar>
      <Panel title={`${t.runs.differences} (${formatNumber(run.differences, p.lang)})`} flush>
        <DataTable
          caption={t.runs.differences}
          captionHidden
          columns={differenceColumns(p, t)}
          rows={run.items}
          rowKey={(d) => String(d.n)}
          empty={t.runs.noDifferences}
        />
      </Panel>
      <Pagination {...keysetLinks(p, run.next)} />
      {lacking && p.app.config.portal && p.can('exchange.manage') && (
        <Form name="send" csrf={p.csrf}>
          <input type="hidden" name="id" value={run.id} />
          <ButtonRow>
            <Button icon="upload">{t.runs.sendMissing}</Button>
          </ButtonRow>
        </Form>
      )}
    </>
  );
}

function Body({ run, p, t }: { run: Run; p: PageContext; t: Words }) {
  const count = (n: number): string => formatNumber(n, p.lang);
  const sums = [
    `${t.runs.oursCount}: ${count(run.ours)}`,
    `${t.runs.theirsCount}: ${count(run.theirs)}`,
    `${t.runs.same}: ${count(run.same)}`,
    `${t.runs.differences}: ${count(run.differences)}`,
  ];
  return (
    <>
      <PageHead
        kicker={`${formatInstant(run.at)} · ${run.by || t.runs.daily}`}
        title={t.runs.oneTitle(formatDay(run.from), formatDay(run.to))}
        lead={<p>{sums.join(' · ')}</p>}
        actions={
          <LinkButton
            icon="download"
            href={`/api/exchange/reconciliations/${run.id}/differences.csv?lang=${p.lang}`}
            download
          >
            {t.runs.csv}
          </LinkButton>
        }
      />
      <Refusal p={p} />
      {run.error !== undefined && (
        <Notice tone="bad" title={t.runs.failed}>
          <p>{run.error}</p>
        </Notice>
      )}
      <Differences run={run} p={p} t={t} />
      {run.days.length > 0 && (
        <Panel title={t.runs.days} flush>
          <DataTable
            caption={t.runs.days}
            captionHidden
            columns={dayColumns(p, t)}
            rows={run.days}
            rowKey={(d) => `${d.day} ${d.unitId}`}
          />
        </Panel>
      )}
    </>
  );
}

export const runPage = page({
  path: '/exchange/run',
  permission: 'exchange.view',
  area: 'workbench',
  get: async (p) => {
    const t = wordsOf(p);
    const crumbs = [
      { href: '/exchange', text: t.title },
      { href: '/exchange/reconciliation', text: t.reconciliation },
    ];
    const shared = { title: t.reconciliation, nav: 'exchange', crumbs };
    const none = (
      <>
        <PageHead title={t.reconciliation} />
        <EmptyState icon="repeat" title={t.runs.none}>
          <Link href="/exchange/reconciliation">{t.runs.list}</Link>
        </EmptyState>
      </>
    );
    if (!p.query['id']) return { ...shared, body: none };
    const run = await p.callWithQuery(getReconciliation);
    return { ...shared, wide: true, body: <Body run={run} p={p} t={t} /> };
  },
  forms: {
    send: submits(sendMissing, {
      then: (_, p) => ({ redirect: p.url, flash: both((t) => t.runs.sentMissing) }),
    }),
  },
});
