import type { ComponentChildren } from 'preact';

import { formatNumber, formatShare, nothing, type Rounding } from '../format.ts';
import { Icon } from '../icons.tsx';
import { useLang, useText } from '../language.tsx';

export interface FigureTileProps {
  /** Name of the definition, such as "Đúng hạn (trên số đã hoàn thành)". */
  name: string;
  /** The shown value, already formatted; left out for a share, which is computed from its two counts. */
  value?: string;
  numerator?: number;
  denominator?: number;
  /** What is counted: "nhiệm vụ", "giao việc". */
  counted?: string;
  rounding?: Rounding;
  digits?: number;
  /** Written day or instant for which the figure holds. */
  asOf: string;
  /** Opens the records behind the figure. */
  href: string;
  tone?: 'good' | 'warn' | 'bad';
  /** Change since the last report, formula version, a warning. */
  note?: ComponentChildren;
}

/** A figure with everything needed to believe it: both counts, its definition, its moment and the way to its records. */
export function FigureTile(props: FigureTileProps) {
  const { name, numerator, denominator, counted, asOf, href, tone, note } = props;
  const lang = useLang();
  const text = useText();
  const isShare = numerator !== undefined && denominator !== undefined;
  const share = isShare ? formatShare(numerator, denominator, lang, props) : nothing;
  return (
    <article class={tone ? `figure-tile figure-${tone}` : 'figure-tile'}>
      <h3 class="figure-name">{name}</h3>
      <p class="figure-value">{props.value ?? share}</p>
      {isShare && (
        <p class="figure-counts">
          <Counts numerator={numerator} denominator={denominator} /> {counted}
        </p>
      )}
      {isShare && (
        <SegmentBar
          segments={[
            { value: numerator, tone: tone ?? 'calm' },
            { value: denominator - numerator, tone: 'none' },
          ]}
        />
      )}
      {note && <div class="figure-note">{note}</div>}
      <p class="figure-foot">
        <span>
          {text.asOf} {asOf}
        </span>
        <a href={href} aria-label={`${text.openRecords}: ${name}`}>
          {text.openRecords} <Icon name="right" />
        </a>
      </p>
    </article>
  );
}

/** `370 / 944`, read aloud as "370 trên 944". */
export function Counts({ numerator, denominator }: { numerator: number; denominator: number }) {
  const lang = useLang();
  return (
    <span class="counts">
      {formatNumber(numerator, lang)} <span aria-hidden="true">/</span>
      <span class="hidden">{useText().of}</span> {formatNumber(denominator, lang)}
    </span>
  );
}

/** A share with both counts, for running text and table cells. */
export function Share(props: {
  numerator: number;
  denominator: number;
  digits?: number;
  rounding?: Rounding;
}) {
  return (
    <span class="share">
      <strong>{formatShare(props.numerator, props.denominator, useLang(), props)}</strong>{' '}
      <small>
        (<Counts {...props} />)
      </small>
    </span>
  );
}

export interface Segment {
  value: number;
  tone: 'good' | 'calm' | 'warn' | 'bad' | 'late' | 'idle' | 'none';
  label?: string;
}

/** A bar cut in parts; drawn only, so the same counts must stand beside it as text. */
export function SegmentBar({ segments }: { segments: readonly Segment[] }) {
  const total = segments.reduce((sum, segment) => sum + Math.max(0, segment.value), 0);
  let start = 0;
  return (
    <svg
      class="segments"
      viewBox="0 0 100 6"
      preserveAspectRatio="none"
      width="100%"
      height="6"
      aria-hidden="true"
      focusable="false"
    >
      <rect class="seg-none" width="100" height="6" />
      {segments.map((segment, i) => {
        const width = total > 0 ? (Math.max(0, segment.value) / total) * 100 : 0;
        const at = start;
        start += width;
        return width > 0 ? (
          <rect key={i} class={`seg-${segment.tone}`} x={at.toFixed(2)} width={width.toFixed(2)} height="6" />
        ) : null;
      })}
    </svg>
  );
}

export interface LegendBarProps {
  segments: readonly (Segment & { label: string; href?: string })[];
}

/** A bar cut in parts with its counts below; the counts are links where they open records. */
export function LegendBar({ segments }: LegendBarProps) {
  const lang = useLang();
  return (
    <div class="legend-bar">
      <SegmentBar segments={segments} />
      <ul>
        {segments.map((segment) => (
          <li key={segment.label}>
            <svg class="swatch" viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
              <rect class={`seg-${segment.tone}`} width="10" height="10" />
            </svg>
            {segment.href ? <a href={segment.href}>{segment.label}</a> : segment.label}{' '}
            <strong>{formatNumber(segment.value, lang)}</strong>
          </li>
        ))}
      </ul>
    </div>
  );
}

export interface ProgressBarProps {
  label: string;
  /** Per cent, 0 to 100. */
  value: number;
  /** Per cent that should be reached by now; drawn as a mark. */
  expected?: number;
  showLabel?: boolean;
}

/** How much of one thing is done, against what is due by now. */
export function ProgressBar({ label, value, expected, showLabel }: ProgressBarProps) {
  const lang = useLang();
  const text = useText();
  const behind = expected !== undefined && value < expected;
  const percent = `${formatNumber(Math.round(value), lang)}\u00a0%`;
  const mark = Math.min(99, Math.max(1, expected ?? 0));
  return (
    <div class={behind ? 'progress progress-behind' : 'progress'}>
      <span class={showLabel ? 'progress-label' : 'hidden'}>{label}</span>
      <svg
        viewBox="0 0 100 8"
        preserveAspectRatio="none"
        width="100%"
        height="8"
        aria-hidden="true"
        focusable="false"
      >
        <rect class="seg-none" width="100" height="8" />
        <rect class="progress-fill" width={Math.min(100, Math.max(0, value))} height="8" />
        {expected !== undefined && (
          <path class="progress-mark" d={`M${mark} 0v8`} vector-effect="non-scaling-stroke" />
        )}
      </svg>
      <span class="progress-value">
        {percent}
        {expected !== undefined && (
          <small>
            {' '}
            / {text.expected} {formatNumber(Math.round(expected), lang)}&nbsp;%
          </small>
        )}
      </span>
    </div>
  );
}

export interface SparklineProps {
  values: readonly number[];
  /** What the line shows, with its first and last value; there is no other text. */
  label: string;
}

/** A line of at least two values the size of a word. */
export function Sparkline({ values, label }: SparklineProps) {
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  const points = values.map(
    (value, i) => [(i / Math.max(1, values.length - 1)) * 76 + 2, 18 - ((value - low) / span) * 16] as const,
  );
  const last = points.at(-1) ?? [0, 0];
  return (
    <svg class="spark" viewBox="0 0 80 20" width="80" height="20" role="img" aria-label={label}>
      <polyline points={points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')} />
      <circle cx={last[0].toFixed(1)} cy={last[1].toFixed(1)} r="2" />
    </svg>
  );
}
