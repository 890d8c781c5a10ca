import { exceptionOn } from './explain-days.ts';
import { clockText, dayNumber, dayText } from './minutes.ts';
import type { AgencyCalendar, Day, DayException, WorkSpan } from './model.ts';
import { shapeOn, tableOf } from './table.ts';

/** What a day is in a calendar: a working day, a half one, a day of rest, a named day off, a make-up day. */
export type DayKind = 'work' | 'half' | 'rest' | 'off' | 'makeUp';

export interface CalendarDay {
  day: Day;
  kind: DayKind;
  minutes: number;
  spans: WorkSpan[];
  exception?: DayException;
}

/** Each day of a span of days, as the calendar has it. */
export function daysOf(calendar: AgencyCalendar, from: Day, to: Day): CalendarDay[] {
  const table = tableOf(calendar);
  const days: CalendarDay[] = [];
  for (let number = dayNumber(from); number <= dayNumber(to); number += 1) {
    const shape = shapeOn(table, number);
    const day = dayText(number);
    const stated = exceptionOn(calendar, day);
    const exception = stated && (stated.kind === 'working') === shape.total > 0 ? stated : undefined;
    const plain = shape.total === 0 ? 'rest' : shape.full ? 'work' : 'half';
    const kind = exception ? (exception.kind === 'off' ? 'off' : 'makeUp') : plain;
    const spans = shape.spans.map(([a, b]) => ({ from: clockText(a), to: clockText(b) }));
    days.push({ day, kind, minutes: shape.total, spans, ...(exception && { exception }) });
  }
  return days;
}

/** The days on which offices are closed by a decision, and those of rest on which they work, in a span of days. */
export function namedDays(calendar: AgencyCalendar, from: Day, to: Day): { off: Day[]; makeUp: Day[] } {
  const days = daysOf(calendar, from, to);
  const of = (kind: DayKind) => days.filter((one) => one.kind === kind).map(({ day }) => day);
  return { off: of('off'), makeUp: of('makeUp') };
}
