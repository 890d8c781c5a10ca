import { h, type VNode } from 'preact';
import { expect, test } from 'vitest';

import { cleanSvg, drawChart } from './chart-drawing.ts';
import { Bars } from './chart-options.ts';
import { BarChart } from './charts.tsx';
import { renderPart } from './render.ts';

const chart = {
  title: 'Tỷ lệ hoàn thành',
  categoryName: 'Cơ quan',
  categories: ['Bộ Công an', 'Bộ Nội vụ'],
  unit: '%',
  series: [{ name: 'Tỷ lệ', tone: 'good' as const, values: [73.2, null] }],
};

test('a drawing carries no style, no colours of its own and no shared ids', () => {
  const svg = drawChart(Bars(chart, 'wide', 'vi'));
  expect(svg).toMatch(/^<svg viewBox="0 0 720 \d+" focusable="false">/);
  expect(svg).not.toMatch(/style|zr0|ecmeta|#0101/);
  expect(svg).toContain('cf-good');
  expect(svg).toContain('73,2\u00a0%');
});

test('the same data is drawn once', () => {
  expect(drawChart(Bars(chart, 'wide', 'vi'))).toBe(drawChart(Bars(chart, 'wide', 'vi')));
  expect(drawChart(Bars(chart, 'wide', 'en'))).toContain('73.2%');
});

test('names with markup stay text', () => {
  const svg = drawChart(Bars({ ...chart, categories: ['<b>A</b> & "B"', 'x'] }, 'wide', 'vi'));
  expect(svg).not.toContain('<b>');
});

test('names that look like our tokens or styles cannot break out of their text', () => {
  expect(
    cleanSvg(
      '<svg width="1" viewBox="0 0 1 1"><text style="font-size:12px;font-family:x" fill="#010114">a</text></svg>',
      'k',
    ),
  ).toBe('<svg viewBox="0 0 1 1" focusable="false"><text class="cf-good" font-size="12">a</text></svg>');
});

test('a chart always has its figures as a table, with a dash where nothing was measured', () => {
  const html = renderPart(h(BarChart, chart) as VNode);
  expect(html).toContain('<details>');
  expect(html).toContain('73,2\u00a0%');
  expect(html).toMatch(/<td[^>]*>–<\/td>/);
});

test('thousands on an axis are written in full', () => {
  const series = [{ name: 'Giao việc', tone: 'series1' as const, values: [2500, 1000] }];
  const drawn = drawChart(Bars({ ...chart, unit: undefined, series }, 'wide', 'vi'));
  expect(drawn).toContain('>1.000<');
});
