import { drawChart } from './chart-drawing.ts';
import { Bars, type Drawing, Lines } from './chart-options.ts';
import type { ChartProps, ChartSeries } from './chart-types.ts';
import { DataTable } from './components/table.tsx';
import { formatNumber, nothing } from './format.ts';
import { useLang, useText } from './language.tsx';

/** Bars, lying by default because names of agencies are long; `stacked` for parts of a whole. */
export function BarChart(props: ChartProps & { stacked?: boolean; upright?: boolean }) {
  return <Chart chart={props} draw={(size, lang) => Bars(props, size, lang)} />;
}

/** Values over time, with the planned trajectory dashed. */
export function LineChart(props: ChartProps) {
  return <Chart chart={props} draw={(size, lang) => Lines(props, size, lang)} />;
}

// Two drawings, as letters must keep their size on a phone; only one is shown. Both are hidden from assistive
// technology, which reads the table below.
function Chart({
  chart,
  draw,
}: {
  chart: ChartProps;
  draw: (size: 'wide' | 'narrow', lang: 'vi' | 'en') => Drawing;
}) {
  const lang = useLang();
  return (
    <figure class="chart">
      <figcaption>
        {chart.title}
        {chart.note && <small>{chart.note}</small>}
      </figcaption>
      {chart.series.length > 1 && <Legend series={chart.series} />}
      {(['wide', 'narrow'] as const).map((size) => (
        <div
          key={size}
          class={`chart-drawing chart-${size}`}
          aria-hidden="true"
          dangerouslySetInnerHTML={{ __html: drawChart(draw(size, lang)) }}
        />
      ))}
      <ChartTable chart={chart} />
    </figure>
  );
}

function Legend({ series }: { series: readonly ChartSeries[] }) {
  return (
    <ul class="chart-legend" aria-hidden="true">
      {series.map((one) => (
        <li key={one.name}>
          <svg class="swatch" viewBox="0 0 12 10" width="12" height="10">
            {one.dashed ? (
              <path class={`cs-${one.tone}`} d="M0 5h5M8 5h4" stroke-width="2.5" />
            ) : (
              <rect class={`cf-${one.tone}`} width="12" height="10" />
            )}
          </svg>
          {one.name}
        </li>
      ))}
    </ul>
  );
}

function ChartTable({ chart }: { chart: ChartProps }) {
  const lang = useLang();
  const text = useText();
  const value = (given: number | null | undefined): string =>
    given === null || given === undefined
      ? nothing
      : `${formatNumber(given, lang)}${chart.unit ? `\u00a0${chart.unit}` : ''}`;
  return (
    <details>
      <summary>{text.chartTable}</summary>
      <DataTable
        caption={chart.title}
        captionHidden
        phone="scroll"
        columns={[
          { key: 'category', head: chart.categoryName, main: true, cell: (i: number) => chart.categories[i] },
          ...chart.series.map((one) => ({
            key: one.name,
            head: one.name,
            numeric: true,
            cell: (i: number) => value(one.values[i]),
          })),
          ...(chart.counts
            ? [
                {
                  key: 'counts',
                  head: text.chartCounts,
                  numeric: true,
                  cell: (i: number) => chart.counts?.[i],
                },
              ]
            : []),
        ]}
        rows={chart.categories.map((_, i) => i)}
        rowKey={String}
      />
    </details>
  );
}
