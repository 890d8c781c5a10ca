import type { ReplyOf } from '../../../../kit/contract.ts';
import { page, type PageContext } from '../../../../kit/page.ts';
import { LinkButton } from '../../../../web/components/button.tsx';
import { Share } from '../../../../web/components/figure.tsx';
import { FilterBar } from '../../../../web/components/form.tsx';
import { Select, TextInput } from '../../../../web/components/inputs.tsx';
import { IntervalBar } from '../../../../web/components/interval.tsx';
import { PageHead, Panel } from '../../../../web/components/panel.tsx';
import { type Column, DataTable } from '../../../../web/components/table.tsx';
import { formatDay, formatNumber, formatPercent } from '../../../../web/format.ts';
import { getPublishedRanking } from '../contract/scores.ts';
import { messages } from '../messages.ts';

type Reply = ReplyOf<typeof getPublishedRanking>;
type Row = Reply['rows'][number];

function columnsOf(p: PageContext): Column<Row>[] {
  const t = messages[p.lang];
  const percent = (value: number): string => formatPercent(value, p.lang, 1);
  return [
    {
      key: 'rank',
      head: t.ranking.rank,
      numeric: true,
      cell: (r) => (
        <>
          {r.rank ?? '–'} {r.tied > 0 && <small class="block">{t.ranking.tied(r.tied)}</small>}
        </>
      ),
    },
    { key: 'name', head: t.ranking.unit, main: true, cell: (r) => r.name },
    {
      key: 'received',
      head: t.published.received,
      numeric: true,
      cell: (r) => formatNumber(r.denominator, p.lang),
    },
    {
      key: 'handled',
      head: t.published.handled,
      numeric: true,
      cell: (r) =>
        r.numerator === undefined ? '–' : <Share numerator={r.numerator} denominator={r.denominator} />,
    },
    {
      key: 'interval',
      head: t.ranking.interval,
      cell: (r) =>
        r.numerator === undefined || r.low === undefined || r.high === undefined ? (
          '–'
        ) : (
          <>
            <IntervalBar
              value={(r.numerator / r.denominator) * 100}
              low={r.low}
              high={r.high}
              scale={100}
              label={t.ranking.from(
                percent((r.numerator / r.denominator) * 100),
                percent(r.low),
                percent(r.high),
              )}
            />
            <small>
              {percent(r.low)} – {percent(r.high)}
            </small>
          </>
        ),
    },
    { key: 'words', head: t.ranking.certainty, width: 'wide', cell: (r) => <small>{r.words[p.lang]}</small> },
  ];
}

export const publishedRankingPage = page({
  path: '/rankings/published/:code',
  permission: 'public',
  area: 'workbench',
  get: async (p) => {
    const t = messages[p.lang];
    const data = await p.callWithQuery(getPublishedRanking, { code: p.params['code'] });
    const path = `/rankings/published/${data.code}`;
    return {
      title: data.title[p.lang],
      nav: 'indices',
      wide: true,
      crumbs: [{ href: '/indices', text: t.nav.indices }],
      body: (
        <>
          <PageHead
            title={data.title[p.lang]}
            lead={<p>{t.published.lead(data.source)}</p>}
            actions={
              <LinkButton href="/indices/766/ranking?level=commune&node=2.1&within=province-46">
                {t.published.live}
              </LinkButton>
            }
          />
          <FilterBar action={path}>
            <Select
              name="by"
              label={t.ranking.by}
              value={data.by}
              options={(['value', 'lowerBound'] as const).map((value) => ({
                value,
                text: t.ranking.bys[value],
              }))}
            />
            <TextInput
              name="floor"
              label={t.ranking.floor}
              value={String(data.floor)}
              size="short"
              inputMode="numeric"
            />
          </FilterBar>
          <Panel title={`${t.ranking.ranked} (${formatDay(data.asOf)})`}>
            <DataTable
              caption={data.title[p.lang]}
              captionHidden
              columns={columnsOf(p)}
              rows={data.rows}
              rowKey={(r) => r.name}
            />
            <p>
              {t.published.total}:{' '}
              <Share numerator={data.total.numerator} denominator={data.total.denominator} />.{' '}
              {t.published.rest(
                formatNumber(data.rest.units, p.lang),
                formatNumber(data.rest.denominator, p.lang),
              )}
            </p>
          </Panel>
          <Panel title={t.published.lessons}>
            <ul>
              {data.lessons.map((lesson) => (
                <li key={lesson.en}>{lesson[p.lang]}</li>
              ))}
            </ul>
          </Panel>
        </>
      ),
    };
  },
});
