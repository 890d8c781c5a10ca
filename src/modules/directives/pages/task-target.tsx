import type { z } from 'zod';

import { LineChart } from '../../../web/charts.tsx';
import { KeyValueList } from '../../../web/components/lists.tsx';
import { Panel } from '../../../web/components/panel.tsx';
import { Chip, type ChipTone } from '../../../web/components/state.tsx';
import { DataTable } from '../../../web/components/table.tsx';
import { formatNumber, formatShare, nothing } from '../../../web/format.ts';
import { useLang } from '../../../web/language.tsx';
import type { getTask } from '../contract.ts';
import { goalText, isNumber, writtenValue } from './parts/goal.ts';
import { periodName, useMessages } from './parts/say.tsx';

type Task = z.infer<typeof getTask.reply>;
type Target = NonNullable<Task['target']>;
type Observation = Task['observations'][number];

/** The measured value in the unit of the target; shares are computed from both counts. */
function measured({ value, numerator, denominator }: Observation): number | undefined {
  if (numerator !== undefined && denominator) return Math.round((numerator / denominator) * 10_000) / 100;
  return isNumber(value) ? Number(value) : undefined;
}

const tones: Record<string, ChipTone> = {
  reached: 'good',
  ahead: 'good',
  on: 'good',
  notReached: 'warn',
  behind: 'warn',
  notMeasurable: 'idle',
};

function Trajectory({ task, target }: { task: Task; target: Target }) {
  const { task: words } = useMessages();
  const t = words.target;
  const expected = new Map<string, number>();
  if (isNumber(target.base?.value)) expected.set(String(target.base?.year), Number(target.base?.value));
  for (const point of target.trajectory)
    if (isNumber(point.expected)) expected.set(point.period, Number(point.expected));
  if (isNumber(target.value) && task.standing.due)
    expected.set(task.standing.due.slice(0, 4), Number(target.value));
  const actual = new Map(
    task.observations.flatMap((o) => {
      const value = measured(o);
      return value === undefined ? [] : [[o.period, value] as const];
    }),
  );
  const periods = [...new Set([...expected.keys(), ...actual.keys()])].sort();
  if (periods.length < 2) return null;
  const series = [
    { name: t.actual, tone: 'series1' as const, values: periods.map((period) => actual.get(period) ?? null) },
    {
      name: t.expected,
      tone: 'series2' as const,
      dashed: true,
      values: periods.map((period) => expected.get(period) ?? null),
    },
  ];
  return (
    <LineChart
      title={t.chart}
      categoryName={t.period}
      categories={periods}
      unit={target.unit}
      series={series.filter((one) => one.values.some((v) => v !== null))}
    />
  );
}

function Observations({ task }: { task: Task }) {
  const { task: words } = useMessages();
  const lang = useLang();
  const t = words.target;
  if (task.observations.length === 0) return <p class="soft">{t.noObservations}</p>;
  return (
    <DataTable
      caption={t.observations}
      phone="stack"
      columns={[
        { key: 'period', head: t.period, main: true, cell: (o: Observation) => periodName(o.period, lang) },
        { key: 'unit', head: t.reporter, cell: (o) => o.unitName },
        {
          key: 'value',
          head: t.value,
          numeric: true,
          cell: (o) =>
            o.numerator !== undefined && o.denominator
              ? formatShare(o.numerator, o.denominator, lang, { digits: 2 })
              : o.value
                ? `${writtenValue(o.value, lang)} ${task.target?.unit ?? ''}`
                : nothing,
        },
        {
          key: 'counts',
          head: t.counts,
          numeric: true,
          cell: (o) =>
            o.numerator !== undefined && o.denominator !== undefined
              ? `${formatNumber(o.numerator, lang)} / ${formatNumber(o.denominator, lang)}`
              : '',
        },
        {
          key: 'judged',
          head: t.judged,
          cell: (o) => (
            <Chip tone={tones[o.judged] ?? 'idle'}>
              {t.judgements[o.judged as 'reached'] ?? t.judgements.notMeasurable}
            </Chip>
          ),
        },
      ]}
      rows={task.observations}
      rowKey={(o) => `${o.period}${o.unitName}`}
    />
  );
}

/** What is to be reached, from where, by which way, and what has been reported of it. */
export function TargetPanel({ task }: { task: Task }) {
  const { task: words } = useMessages();
  const lang = useLang();
  const { target } = task;
  if (!target) return null;
  const t = words.target;
  const { base } = target;
  return (
    <Panel title={t.title}>
      <KeyValueList
        items={[
          { key: t.goal, value: <strong>{goalText(target, lang)}</strong> },
          base && {
            key: t.base,
            value: t.baseIn(`${writtenValue(base.value, lang)} ${target.unit}`, String(base.year)),
          },
          { key: t.direction, value: t[target.direction] },
          {
            key: t.measure,
            value: (
              <>
                {t[target.measure]}
                {target.hasRatio && <small> {t.ratio}</small>}
              </>
            ),
          },
        ]}
      />
      <Trajectory task={task} target={target} />
      <Observations task={task} />
    </Panel>
  );
}
