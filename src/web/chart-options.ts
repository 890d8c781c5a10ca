/** Turns the data of a chart into ECharts options with our tokens as colours. Pure. */
import type { EChartsOption } from 'echarts';

import type { ChartProps, ChartTone } from './chart-types.ts';
import { formatNumber, formatPercent } from './format.ts';
import type { Lang } from './language.tsx';

export type Size = 'wide' | 'narrow';
export interface Drawing {
  option: EChartsOption;
  width: number;
  height: number;
}

/**
 * ECharts wants real colours, we want classes that follow the colour scheme: each token travels as a colour that
 * nobody else uses (#0101xx) and becomes a class in the drawing.
 */
export const tokens: readonly (ChartTone | 'ink' | 'soft' | 'rule' | 'paper')[] = [
  'ink',
  'soft',
  'rule',
  'paper',
  'good',
  'calm',
  'warn',
  'bad',
  'late',
  'idle',
  'series1',
  'series2',
  'series3',
  'series4',
  'series5',
  'series6',
];
export const tokenColour = (token: (typeof tokens)[number]): string =>
  `#0101${(tokens.indexOf(token) + 16).toString(16)}`;

const letters = 12;
const widths: Record<Size, number> = { wide: 720, narrow: 328 };

/** Options of a bar chart; lying bars get one line of 26 px each (grouped ones more). */
export function Bars(
  props: ChartProps & { stacked?: boolean; upright?: boolean },
  size: Size,
  lang: Lang,
): Drawing {
  const bars = props.stacked ? 1 : props.series.length;
  const upright = props.upright === true;
  const category = { ...categoryAxis(props.categories, size, upright), inverse: !upright };
  const value = valueAxis(props, lang, size);
  const option: EChartsOption = {
    ...frame(upright),
    xAxis: upright ? category : value,
    yAxis: upright ? value : category,
    series: props.series.map((one) => ({
      type: 'bar',
      name: one.name,
      data: [...one.values],
      itemStyle: {
        color: tokenColour(one.tone),
        borderColor: tokenColour('paper'),
        borderWidth: props.stacked ? 0.75 : 0,
      },
      barMaxWidth: 22,
      barGap: '15%',
      ...(props.stacked ? { stack: 'all' } : { label: valueLabel(props, lang, upright) }),
    })),
  };
  const lying =
    44 + props.categories.length * (10 + bars * 18) + (size === 'narrow' ? props.categories.length * 8 : 0);
  return { option, width: widths[size], height: upright ? 260 : lying };
}

/** Options of a line chart over equal periods. */
export function Lines(props: ChartProps, size: Size, lang: Lang): Drawing {
  const option: EChartsOption = {
    ...frame(true),
    xAxis: { ...categoryAxis(props.categories, size, true), boundaryGap: false },
    yAxis: valueAxis(props, lang, size),
    series: props.series.map((one) => ({
      type: 'line',
      name: one.name,
      data: [...one.values],
      connectNulls: one.dashed === true,
      symbol: 'circle',
      symbolSize: one.dashed ? 4 : 6,
      itemStyle: { color: tokenColour(one.tone) },
      lineStyle: {
        color: tokenColour(one.tone),
        width: one.dashed ? 1.5 : 2.5,
        type: one.dashed ? 'dashed' : 'solid',
      },
    })),
  };
  return { option, width: widths[size], height: size === 'wide' ? 260 : 220 };
}

function frame(upright: boolean): EChartsOption {
  return {
    animation: false,
    textStyle: { fontFamily: 'sans-serif', fontSize: letters },
    grid: { left: 4, right: upright ? 22 : 44, top: 14, bottom: 4, outerBoundsMode: 'same' },
  };
}

function categoryAxis(categories: readonly string[], size: Size, upright: boolean) {
  const room = size === 'wide' ? 250 : 110;
  return {
    type: 'category' as const,
    data: [...categories],
    axisLine: { lineStyle: { color: tokenColour('soft') } },
    axisTick: { show: false },
    axisLabel: {
      color: tokenColour('ink'),
      fontSize: letters,
      ...(upright ? { hideOverlap: true } : { width: room, overflow: 'break' as const, interval: 0 }),
    },
  };
}

function valueAxis({ unit, max }: ChartProps, lang: Lang, size: Size) {
  return {
    type: 'value' as const,
    ...(max === undefined ? {} : { max }),
    splitNumber: size === 'wide' ? 5 : 3,
    splitLine: { lineStyle: { color: tokenColour('rule') } },
    axisLabel: {
      color: tokenColour('soft'),
      fontSize: letters,
      formatter: (value: number) => written(value, unit, lang),
    },
  };
}

function valueLabel({ unit }: ChartProps, lang: Lang, upright: boolean) {
  return {
    show: true,
    position: upright ? ('top' as const) : ('right' as const),
    color: tokenColour('ink'),
    fontSize: letters,
    formatter: ({ value }: { value: unknown }) =>
      typeof value === 'number' ? written(value, unit, lang) : '',
  };
}

const written = (value: number, unit: string | undefined, lang: Lang): string =>
  unit === '%' ? formatPercent(value, lang) : formatNumber(value, lang);
