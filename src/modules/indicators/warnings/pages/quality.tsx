import type { ReplyOf } from '../../../../kit/contract.ts';
import { type PageContext, page } from '../../../../kit/page.ts';
import { Share } from '../../../../web/components/figure.tsx';
import { EmptyState, PageHead, Panel } from '../../../../web/components/panel.tsx';
import { type Column, DataTable } from '../../../../web/components/table.tsx';
import { formatDay, formatNumber } from '../../../../web/format.ts';
import { getPredictionQuality } from '../contract.ts';
import { messages } from '../messages.ts';

type Item = ReplyOf<typeof getPredictionQuality>['items'][number];
type Hits = Item['all'];
interface Row {
  key: string;
  name: string;
  hits: Hits;
}

function columnsOf(p: PageContext): Column<Row>[] {
  const t = messages[p.lang].quality;
  const n = (value: number): string => formatNumber(value, p.lang);
  const share = (of: keyof Pick<Hits, 'withinP50' | 'withinP80' | 'inRange'>) => (row: Row) =>
    row.hits.predicted === 0 ? '–' : <Share numerator={row.hits[of]} denominator={row.hits.predicted} />;
  return [
    { key: 'name', head: t.group, main: true, cell: (row) => row.name },
    { key: 'predicted', head: t.predicted, numeric: true, cell: (row) => n(row.hits.predicted) },
    { key: 'p50', head: t.p50, numeric: true, cell: share('withinP50') },
    { key: 'p80', head: t.p80, numeric: true, cell: share('withinP80') },
    { key: 'inRange', head: t.inRange, numeric: true, cell: share('inRange') },
    {
      key: 'error',
      head: t.error,
      numeric: true,
      cell: ({ hits: { meanAbsoluteError: e } }) =>
        e === undefined ? '–' : t.errorDays(formatNumber(e, p.lang, 1)),
    },
    { key: 'few', head: t.tooLittle, numeric: true, cell: (row) => n(row.hits.tooLittleHistory) },
  ];
}

function Kind({ p, item }: { p: PageContext; item: Item }) {
  const t = messages[p.lang].quality;
  const rows: Row[] = [
    { key: 'all', name: t.all, hits: item.all },
    ...item.groups.map((g) => ({ key: g.key, name: g.name[p.lang], hits: g.hits })),
  ];
  const empty = item.all.predicted + item.all.tooLittleHistory === 0;
  return (
    <Panel title={t.of[item.of]} id={item.of}>
      {item.from && item.to && (
        <p>{t.measured(formatDay(item.measuredOn), formatDay(item.from), formatDay(item.to))}</p>
      )}
      <p>{t.floor(formatNumber(item.floor, p.lang))}</p>
      {empty ? (
        <p class="soft">{t.nothing}</p>
      ) : (
        <DataTable
          caption={t.of[item.of]}
          captionHidden
          columns={columnsOf(p)}
          rows={rows}
          rowKey={(row) => row.key}
        />
      )}
      {item.openLate > 0 && <p class="soft">{t.openLate(formatNumber(item.openLate, p.lang))}</p>}
    </Panel>
  );
}

export const predictionsPage = page({
  path: '/warnings/predictions',
  permission: 'public',
  area: 'workbench',
  get: async (p) => {
    const t = messages[p.lang].quality;
    const { items } = await p.call(getPredictionQuality, {});
    return {
      title: t.title,
      nav: 'warnings',
      description: t.lead,
      wide: true,
      body: (
        <>
          <PageHead title={t.title} lead={<p>{t.lead}</p>} />
          <p>{t.right}</p>
          {items.length === 0 && <EmptyState title={t.none} />}
          {items.map((item) => (
            <Kind key={item.of} p={p} item={item} />
          ))}
          <Panel title={t.how}>
            <p>{t.howText}</p>
          </Panel>
        </>
      ),
    };
  },
});
