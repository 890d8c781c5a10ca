import type { z } from 'zod';

import { LineChart } from '../../../web/charts.tsx';
import { Share } from '../../../web/components/figure.tsx';
import { KeyValueList } from '../../../web/components/lists.tsx';
import { Panel } from '../../../web/components/panel.tsx';
import { Chip, type ChipTone } from '../../../web/components/state.tsx';
import { DataTable } from '../../../web/components/table.tsx';
import { formatDay, nothing } from '../../../web/format.ts';
import { useLang } from '../../../web/language.tsx';
import type { getTask } from '../contract.ts';
import { periodEnd } from '../rules/cycle.ts';
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

/** Points by the last day of their period, so that "2025" and "2025-H2" stand in one place. */
function pointsOf(task: Task, target: Target) {
  const expected = new Map<string, number>();
  const actual = new Map<string, number>();
  const put = (into: Map<string, number>, period: string, value: string | number | undefined): void => {
    const end = periodEnd(period);
    if (end && (typeof value === 'number' || isNumber(value))) into.set(end, Number(value));
  };
  put(expected, String(target.base?.year), target.base?.value);
  for (const point of target.trajectory) put(expected, point.period, point.expected);
  put(expected, task.standing.due?.slice(0, 4) ?? '', target.value);
  // Values of several units are no line; the table below has them all.
  const isOneUnit = new Set(task.observations.map((o) => o.unitName)).size === 1;
  if (isOneUnit) for (const o of task.observations) put(actual, o.period, measured(o));
  return { expected, actual, ends: [...new Set([...expected.keys(), ...actual.keys()])].sort() };
}

const labelOf = (end: string): string =>
  end.endsWith('-12-31') ? end.slice(0, 4) : formatDay(end.slice(0, 7));

function Trajectory({ task, target }: { task: Task; target: Target }) {
  const t = useMessages().task.target;
  const { expected, actual, ends } = pointsOf(task, target);
  if (ends.length < 2) return null;
  const values = (from: Map<string, number>) => ends.map((end) => from.get(end) ?? null);
  const series = [
    { name: t.actual, tone: 'series1' as const, values: values(actual) },
    { name: t.expected, tone: 'series2' as const, dashed: true, values: values(expected) },
  ];
  return (
    <LineChart
      title={t.chart}
      categoryName={t.period}
      categories={ends.map(labelOf)}
      unit={target.unit}
      series={series.filter((one) => one.values.some((v) => v !== null))}
    />
  );
}

/** A share with both counts, or the value with its unit. */
function Value({ o, unit }: { o: Observation; unit: string }) {
  const lang = useLang();
  if (o.numerator === undefined || !o.denominator)
    return <>{o.value ? `${writtenValue(o.value, lang)} ${unit}` : nothing}</>;
  return <Share numerator={o.numerator} denominator={o.denominator} digits={2} />;
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
        {
          key: 'period',
          head: t.period,
          main: true,
          cell: (o: Observation) => (
            <>
              {periodName(o.period, lang)}
              <small>{o.unitName}</small>
            </>
          ),
        },
        {
          key: 'value',
          head: t.value,
          numeric: true,
          cell: (o) => <Value o={o} unit={task.target?.unit ?? ''} />,
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
