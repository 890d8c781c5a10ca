/**
 * The name mark: two strokes, each an L, woven like bamboo: one passes over, then under the other. The blue one goes
 * down and out (the resolution), the red one comes back up (the result). Drawn on a grid of 16 so that it stays sharp
 * as a favicon.
 */
const blueDown = 'M3 0h3v2H3zM3 7h3v3h10v3H3z';
const redBack = 'M0 3h13v6h-3V6H0zM10 14h3v2h-3z';

export interface MarkProps {
  /** Height and width in pixels. */
  size?: number;
}

/** The sign alone; decorative, the name stands beside it. */
export function Mark({ size = 28 }: MarkProps) {
  return (
    <svg class="mark" viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" focusable="false">
      <path class="mark-down" d={blueDown} />
      <path class="mark-back" d={redBack} />
    </svg>
  );
}

/** The same sign as a file, for favicon and README: middle tones that hold on light and dark tabs, no inline style. */
export function markSvg(): string {
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">' +
    `<path fill="#0e7f9c" d="${blueDown}"/><path fill="#d5402f" d="${redBack}"/></svg>`
  );
}
