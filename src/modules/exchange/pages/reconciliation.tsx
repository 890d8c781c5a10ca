import type { ReplyOf } from '../../../kit/contract.ts';
import { page, type PageContext, submits } from '../../../kit/page.ts';
import { Button, ButtonRow, Link } from '../../../web/components/button.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { FieldRow, Form } from '../../../web/components/form.tsx';
import { Panel } from '../../../web/components/panel.tsx';
import { Chip } from '../../../web/components/state.tsx';
import { type Column, DataTable, Pagination } from '../../../web/components/table.tsx';
import { formatDay, formatInstant, formatNumber } from '../../../web/format.ts';
import { keysetLinks } from '../../../web/keyset.ts';
import { usualDays } from '../actions/reconcile.ts';
import { listReconciliations, startReconciliation } from '../contract.ts';
import { both, Head, Refusal, type Words, wordsOf } from './parts.tsx';

const PATH = '/exchange/reconciliation';
type Run = ReplyOf<typeof listReconciliations>['items'][number];

function Start({ p, t }: { p: PageContext; t: Words }) {
  const usual = usualDays(p.app);
  const field = (name: 'from' | 'to') => ({
    name,
    value: String(p.form?.values[name] ?? usual[name]),
    error: p.form?.errors[name],
  });
  return (
    <Panel title={t.runs.start}>
      <Form name="start" csrf={p.csrf} action={PATH}>
        <FieldRow>
          <DateInput {...field('from')} label={t.runs.fromDay} required />
          <DateInput {...field('to')} label={t.runs.toDay} required />
        </FieldRow>
        <ButtonRow>
          <Button kind="primary">{t.runs.start}</Button>
        </ButtonRow>
      </Form>
    </Panel>
  );
}

function columnsOf(p: PageContext, t: Words): Column<Run>[] {
  const count = (n: number): string => formatNumber(n, p.lang);
  return [
    {
      key: 'at',
      head: t.runs.at,
      main: true,
      cell: (run) => (
        <>
          <Link strong href={`/exchange/run?id=${run.id}`}>
            {formatInstant(run.at)}
          </Link>
          <p class="hint">{run.by || t.runs.daily}</p>
        </>
      ),
    },
    { key: 'period', head: t.runs.period, cell: (run) => `${formatDay(run.from)} – ${formatDay(run.to)}` },
    { key: 'ours', head: t.runs.oursCount, numeric: true, cell: (run) => count(run.ours) },
    { key: 'theirs', head: t.runs.theirsCount, numeric: true, cell: (run) => count(run.theirs) },
    { key: 'same', head: t.runs.same, numeric: true, cell: (run) => count(run.same) },
    {
      key: 'differences',
      head: t.runs.differences,
      numeric: true,
      cell: (run) =>
        run.error === undefined ? (
          count(run.differences)
        ) : (
          <Chip icon="alert" tone="bad">
            {t.runs.failed}
          </Chip>
        ),
    },
  ];
}

export const reconciliationPage = page({
  path: PATH,
  permission: 'exchange.view',
  area: 'workbench',
  get: async (p) => {
    const t = wordsOf(p);
    const { cursor } = p.query;
    const { items, next } = await p.call(listReconciliations, { limit: 30, ...(cursor && { cursor }) });
    return {
      title: t.reconciliation,
      nav: 'exchange',
      body: (
        <>
          {await Head(p, 'reconciliation', t.runs.lead)}
          <Refusal p={p} />
          <Panel title={t.runs.list} flush>
            <DataTable
              caption={t.runs.list}
              captionHidden
              columns={columnsOf(p, t)}
              rows={items}
              rowKey={(run) => run.id}
              empty={t.runs.none}
            />
          </Panel>
          <Pagination {...keysetLinks(p, next)} />
          {p.app.config.portal && p.can('exchange.manage') && <Start p={p} t={t} />}
        </>
      ),
    };
  },
  forms: {
    start: submits(startReconciliation, {
      then: () => ({ redirect: PATH, flash: both((t) => t.runs.started) }),
    }),
  },
});
