import { LegendBar, SegmentBar } from '../../../../web/components/figure.tsx';
import { useCount, useMessages } from './say.tsx';

interface Counts {
  assignments: number;
  completed: number;
  overdue: number;
}

/** One line for a list: a bar and "x/y assignments completed, z overdue". */
export function TallyLine({ counts }: { counts: Counts }) {
  const { directives: t } = useMessages();
  const count = useCount();
  const { assignments, completed, overdue } = counts;
  if (assignments === 0) return <span class="soft">{t.none}</span>;
  return (
    <span class="tally">
      <SegmentBar
        segments={[
          { value: completed, tone: 'good' },
          { value: overdue, tone: 'bad' },
          { value: assignments - completed - overdue, tone: 'none' },
        ]}
      />
      <span class="tally-text">
        {t.done(count(completed), count(assignments))}
        {overdue > 0 && (
          <>
            , <strong class="loud">{t.late(count(overdue))}</strong>
          </>
        )}
      </span>
    </span>
  );
}

interface AxisCounts {
  total: number;
  byTime: Partial<Record<'inTerm' | 'atRisk' | 'overdue' | 'doneOnTime' | 'doneLate' | 'noTerm', number>>;
}

/** All states of time as one bar; each count opens its records. */
export function AxisBar({ counts, hrefOf }: { counts: AxisCounts; hrefOf: (time: string) => string }) {
  const { words } = useMessages();
  const tones = {
    doneOnTime: 'good',
    doneLate: 'late',
    inTerm: 'calm',
    atRisk: 'warn',
    overdue: 'bad',
    noTerm: 'idle',
  } as const;
  const times = Object.keys(tones) as (keyof typeof tones)[];
  const segments = times.flatMap((time) => {
    const value = counts.byTime[time] ?? 0;
    return value > 0 ? [{ label: words.times[time], value, tone: tones[time], href: hrefOf(time) }] : [];
  });
  return <LegendBar segments={segments} />;
}
