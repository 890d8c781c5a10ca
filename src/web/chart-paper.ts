/** Charts with their colours in the drawing itself, for paper and for pages of others: no stylesheet is at hand there. */
import { drawChart } from './chart-drawing.ts';
import { Bars, type Drawing, Lines, tokens } from './chart-options.ts';
import type { ChartProps, ChartSeries } from './chart-types.ts';
import type { Lang } from './language.tsx';
import { type ColourName, palettes } from './palette.ts';

export type ChartForm = 'bars' | 'stacked' | 'line';

/** A drawing that stands alone. */
export interface OwnDrawing {
  svg: string;
  width: number;
  height: number;
}

const LEGEND = 26;
const FONT = 'Tinos, "Be Vietnam Pro", sans-serif';

const { light } = palettes;
/** Classes whose colour bears another name; the same as in chart.css. */
const others: Readonly<Record<string, ColourName>> = {
  calm: 'series1',
  warn: 'series2',
  good: 'goodInk',
  bad: 'lacquer',
  late: 'lateInk',
  idle: 'edge',
};
const colourOf = (token: string): string => light[others[token] ?? (token as ColourName)] ?? light.ink;

/** Classes `cf-…` and `cs-…` become fill and stroke. */
const coloured = (svg: string): string =>
  svg.replaceAll(/ class="([^"]*)"/g, (_, classes: string) =>
    classes
      .split(' ')
      .map((one) => {
        const [kind, token] = [one.slice(0, 2), one.slice(3)];
        const known = (tokens as readonly string[]).includes(token);
        return known ? ` ${kind === 'cf' ? 'fill' : 'stroke'}="${colourOf(token)}"` : '';
      })
      .join(''),
  );

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function legend(series: readonly ChartSeries[], width: number): string {
  const share = width / series.length;
  return series
    .map(({ name, tone }, i) => {
      const x = Math.round(i * share) + 4;
      return `<rect x="${x}" y="4" width="12" height="10" fill="${colourOf(tone)}"/><text x="${x + 17}" y="13" font-size="12" fill="${colourOf('ink')}">${escaped(name)}</text>`;
    })
    .join('');
}

function drawn(form: ChartForm, chart: ChartProps, lang: Lang): Drawing {
  if (form === 'line') return Lines(chart, 'wide', lang);
  return Bars({ ...chart, stacked: form === 'stacked' }, 'wide', lang);
}

/** A chart as an SVG of its own: legend, colours and typeface inside. */
export function paperChart(form: ChartForm, chart: ChartProps, lang: Lang): OwnDrawing {
  const drawing = drawn(form, chart, lang);
  const inner = coloured(drawChart(drawing))
    .replace(/^<svg[^>]*>/, '')
    .replace(/<\/svg>$/, '');
  const top = chart.series.length > 1 ? LEGEND : 0;
  const height = drawing.height + top;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${drawing.width} ${height}" width="${drawing.width}" height="${height}" font-family='${FONT}'>` +
    `${top > 0 ? legend(chart.series, drawing.width) : ''}<g transform="translate(0 ${top})">${inner}</g></svg>`;
  return { svg, width: drawing.width, height };
}
