export interface IntervalBarProps {
  value: number;
  /** Ends of the range in which the true value may lie. */
  low: number;
  high: number;
  /** End of the scale, which begins at 0. */
  scale: number;
  /** Up to here the value may still come, where a part of it is open. */
  open?: number;
  /** What the drawing shows, in words: value and both ends. */
  label: string;
}

/** A value as a mark within its range, on one scale for all rows of a table; read aloud as its label. */
export function IntervalBar({ value, low, high, scale, open, label }: IntervalBarProps) {
  const at = (given: number): number =>
    Math.round((Math.min(Math.max(given, 0), scale) / scale) * 10_000) / 100;
  return (
    <svg
      class="interval"
      viewBox="0 0 100 12"
      preserveAspectRatio="none"
      width="100%"
      height="12"
      role="img"
      aria-label={label}
      focusable="false"
    >
      <rect class="interval-scale" x="0" y="5.5" width="100" height="1" />
      {open !== undefined && open > value && (
        <rect class="interval-open" x={at(value)} y="4" width={at(open) - at(value)} height="4" />
      )}
      <rect class="interval-range" x={at(low)} y="3" width={Math.max(at(high) - at(low), 0.5)} height="6" />
      <rect class="interval-value" x={Math.max(at(value) - 0.6, 0)} y="0" width="1.2" height="12" />
    </svg>
  );
}
