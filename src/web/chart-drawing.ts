/** Draws charts as SVG text on the server, cleaned for a strict content security policy. */
import { createHash } from 'node:crypto';

import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

import { type Drawing, tokens } from './chart-options.ts';

use([BarChart, LineChart, GridComponent, SVGRenderer]);

/** A drawing takes some milliseconds; the same data is drawn once. Oldest out first. */
const cache = new Map<string, string>();
const cacheSize = 300;

/** SVG markup of a chart: no style attributes, no style element, colours as classes `cf-…` and `cs-…`. */
export function drawChart({ option, width, height }: Drawing): string {
  const described = JSON.stringify([option, width, height], (_, value: unknown) =>
    typeof value === 'function' ? (value as (given: number) => string)(1234.5) : value,
  );
  const key = createHash('sha256').update(described).digest('hex').slice(0, 12);
  const known = cache.get(key);
  if (known) return known;
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(option);
    const drawn = cleanSvg(chart.renderToSVGString({ useViewBox: true }), key);
    const oldest = cache.keys().next().value;
    if (cache.size >= cacheSize && oldest !== undefined) cache.delete(oldest);
    cache.set(key, drawn);
    return drawn;
  } finally {
    chart.dispose();
  }
}

/** Takes away what our policy forbids or nobody needs; ids get the key, as a page may hold many charts. */
export function cleanSvg(svg: string, key: string): string {
  return (
    svg
      .replace(/<style[\s\S]*?<\/style>/g, '')
      .replace(/<svg [^>]*?viewBox="([^"]*)"[^>]*>/, '<svg viewBox="$1" focusable="false">')
      .replaceAll(/ (?:ecmeta_\w+|class|xml:space|pointer-events)="[^"]*"/g, '')
      .replaceAll(/ style="([^"]*)"/g, (_, style: string) => fontAttributes(style))
      .replaceAll(/zr\d+-c(\d+)/g, `c${key}-$1`)
      // Coordinates only: a text such as "1.000" is a Vietnamese thousand.
      .replaceAll(/<[^>]+>/g, (tag) =>
        tag.replaceAll(/\d+\.\d{2,}/g, (number) => String(Math.round(Number(number) * 10) / 10)),
      )
      .replaceAll(
        /<(\w+)([^>]*)>/g,
        (_, name: string, attributes: string) => `<${name}${withClasses(attributes)}>`,
      )
      .replaceAll('\n', '')
  );
}

// The family comes from our stylesheet; size and weight have attributes of their own in SVG.
function fontAttributes(style: string): string {
  return ['font-size', 'font-weight']
    .map((name) => [name, new RegExp(`${name}:([^;]+)`).exec(style)?.[1]] as const)
    .map(([name, value]) => (value ? ` ${name}="${value.replace('px', '')}"` : ''))
    .join('');
}

function withClasses(attributes: string): string {
  const classes: string[] = [];
  const rest = attributes.replaceAll(
    / (fill|stroke)="#0101([0-9a-f]{2})"/g,
    (_, kind: string, code: string) => {
      classes.push(`c${kind[0]}-${tokens[Number.parseInt(code, 16) - 16] ?? 'ink'}`);
      return '';
    },
  );
  return classes.length > 0 ? ` class="${classes.join(' ')}"${rest}` : rest;
}
