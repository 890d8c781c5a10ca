/** Colour of a series: a state where it is one, a neutral series colour otherwise. */
export type ChartTone =
  | 'good'
  | 'calm'
  | 'warn'
  | 'bad'
  | 'late'
  | 'idle'
  | 'series1'
  | 'series2'
  | 'series3'
  | 'series4'
  | 'series5'
  | 'series6';

export interface ChartSeries {
  name: string;
  tone: ChartTone;
  /** One per category; null where nothing was measured. */
  values: readonly (number | null)[];
  /** A plan or target against which the others are read. */
  dashed?: boolean;
}

export interface ChartProps {
  title: string;
  note?: string;
  /** What the categories are: "Cơ quan", "Tháng". */
  categoryName: string;
  categories: readonly string[];
  series: readonly ChartSeries[];
  /** Written after each value: "%", "nhiệm vụ". */
  unit?: string;
  /** Both counts of each value, one per category; they stand in the table of the chart. */
  counts?: readonly string[];
  /** Ends the value axis here, such as 100 for shares. */
  max?: number;
}
