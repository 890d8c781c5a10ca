import type { ReplyOf } from '../../../../kit/contract.ts';
import type { PageContext } from '../../../../kit/page.ts';
import { LinkButton } from '../../../../web/components/button.tsx';
import { Tabs } from '../../../../web/components/lists.tsx';
import { Panel, Toolbar } from '../../../../web/components/panel.tsx';
import { DataTable } from '../../../../web/components/table.tsx';
import { formatNumber } from '../../../../web/format.ts';
import { type getMeasure, measureSeries } from '../contract.ts';
import { messages } from '../messages.ts';
import { hrefWith } from './figure-scope.tsx';
import { valueText } from './parts.tsx';

type Measure = ReplyOf<typeof getMeasure>;
const bys = ['month', 'quarter', 'year', 'unit'] as const;
const formats = ['csv', 'xlsx', 'json', 'sdmx'] as const;

function Downloads({ p, code, by }: { p: PageContext; code: string; by: string }) {
  const t = messages[p.lang].figure;
  return (
    <>
      {formats.map((format) => (
        <span key={format}>
          <LinkButton
            small
            icon="download"
            href={hrefWith(p, `/api/measures/${code}/export`, {
              what: 'series',
              by,
              format,
              language: p.lang,
            })}
            download
          >
            {t[format]}
          </LinkButton>{' '}
        </span>
      ))}
    </>
  );
}

/** The figure month by month, or unit by unit, each value with its two counts. */
export async function Course(p: PageContext, data: Measure) {
  const t = messages[p.lang];
  const by = bys.find((one) => one === p.query['by']) ?? 'month';
  const series = await p.callWithQuery(measureSeries, { code: data.code, by });
  const path = `/measures/${data.code}`;
  const { unit, rounding } = data.definition.body;
  const isByUnit = by === 'unit';
  const count = (n: number | null | undefined) =>
    n === null || n === undefined ? '–' : formatNumber(n, p.lang);
  const hrefOf = (key: string) => hrefWith(p, path, isByUnit ? { unitId: key } : { period: key });
  return (
    <Panel title={t.series.title} id="series">
      <Tabs
        label={t.series.by}
        items={bys.map((one) => ({
          href: `${hrefWith(p, path, { by: one })}#series`,
          text: t.series.bys[one],
          current: one === by,
        }))}
      />
      <Toolbar end={<Downloads p={p} code={data.code} by={by} />}>{data.unit.name[p.lang]}</Toolbar>
      <DataTable
        caption={t.series.title}
        captionHidden
        phone="scroll"
        rows={series.rows}
        rowKey={(row) => row.key}
        rowHref={(row) => hrefOf(row.key)}
        empty={t.series.none}
        columns={[
          {
            key: 'name',
            head: isByUnit ? t.series.unit : t.series.period,
            main: true,
            cell: (row) => <a href={hrefOf(row.key)}>{row.name[p.lang]}</a>,
          },
          {
            key: 'value',
            head: t.series.value,
            numeric: true,
            cell: (row) => valueText(row.rounded, unit, p.lang, rounding.decimals),
          },
          { key: 'numerator', head: t.parts.numerator, numeric: true, cell: (row) => count(row.numerator) },
          {
            key: 'denominator',
            head: t.parts.denominator,
            numeric: true,
            cell: (row) => count(row.denominator),
          },
          {
            key: 'status',
            head: t.series.status,
            cell: (row) => `${t.status[row.status]}, ${t.version(row.version)}`,
          },
        ]}
      />
    </Panel>
  );
}
