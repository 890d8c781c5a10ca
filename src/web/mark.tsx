/**
 * The name mark: two open links hooked into each other (liên thông: connected, and open all the way through). Ink blue
 * comes from above, the resolution; lacquer red answers from below, the result. On a grid of 16, so that it holds as a
 * favicon.
 */
export const markFirst = 'M0 0h11v11H8.5V2.5h-6v6H4V11H0z';
export const markSecond = 'M5 5h2.5v8.5h6v-6H12V5h4v11H5z';

export interface MarkProps {
  /** Height and width in pixels. */
  size?: number;
}

/** The sign alone; decorative, the name stands beside it. */
export function Mark({ size = 28 }: MarkProps) {
  return (
    <svg class="mark" viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" focusable="false">
      <path class="mark-first" d={markFirst} />
      <path class="mark-second" d={markSecond} />
    </svg>
  );
}

/** The same sign as a file, for favicon and README: middle tones that hold on light and dark tabs, no inline style. */
export function markSvg(): string {
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">' +
    `<path fill="#0e7f9c" d="${markFirst}"/><path fill="#d5402f" d="${markSecond}"/></svg>`
  );
}
