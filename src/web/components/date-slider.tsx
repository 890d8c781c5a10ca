import { daysBetween, formatDay } from '../format.ts';
import { useText } from '../language.tsx';
import { Button } from './button.tsx';
import { DayBox } from './date-input.tsx';

export interface DateSliderProps {
  /** First and last day of the range and the shown day, YYYY-MM-DD. */
  from: string;
  to: string;
  value: string;
  /** Name of the query value, such as `asOf`. */
  name?: string;
  action?: string;
  /** Days that matter (mergers), drawn as ticks and offered as links. */
  marks?: readonly { day: string; text: string; href: string }[];
  keep?: Readonly<Record<string, string | undefined>>;
}

/** Chooses the day for which a page shows the past: a slider where scripts run, a date box and a button otherwise. */
export function DateSlider({
  from,
  to,
  value,
  name = 'asOf',
  action,
  marks = [],
  keep = {},
}: DateSliderProps) {
  const text = useText();
  const span = Math.max(1, daysBetween(from, to));
  return (
    <form class="date-slider" method="get" action={action} data-date-slider data-from={from}>
      {Object.entries(keep).map(([key, kept]) =>
        kept ? <input key={key} type="hidden" name={key} value={kept} /> : null,
      )}
      <div class="date-slider-line">
        <label class="label" for={`day-${name}`}>
          {text.asOfDay}
        </label>
        <DayBox value={value} min={from} max={to} control={{ id: `day-${name}`, name }} />
        <Button>{text.apply}</Button>
      </div>
      <div class="date-slider-range needs-script">
        <span aria-hidden="true">{formatDay(from)}</span>
        <input
          type="range"
          min={0}
          max={span}
          value={daysBetween(from, value)}
          aria-label={text.asOfDay}
          aria-valuetext={formatDay(value)}
          list={marks.length > 0 ? `marks-${name}` : undefined}
        />
        <span aria-hidden="true">{formatDay(to)}</span>
      </div>
      {marks.length > 0 && (
        <>
          <datalist id={`marks-${name}`}>
            {marks.map((mark) => (
              <option key={mark.day} value={daysBetween(from, mark.day)} label={mark.text} />
            ))}
          </datalist>
          <ul class="date-marks">
            {marks.map((mark) => (
              <li key={mark.day}>
                <a href={mark.href} aria-current={mark.day === value ? 'date' : undefined}>
                  <b>{formatDay(mark.day)}</b> {mark.text}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </form>
  );
}
