import { isDay } from '../../../kit/day.ts';
import { clockMinutes, dayNumber } from './minutes.ts';
import type { AgencyCalendar, CalendarVersion, Day, DayException } from './model.ts';
import { weekdays } from './model.ts';
import { isOpen, tableOf } from './table.ts';

/** What is wrong with a statement, at which field. */
export interface Fault {
  path: string;
  vi: string;
  en: string;
}

const FIRST_DAY = '1991-01-01';
const LAST_DAY = '2085-12-31';

/** A day that does not exist, or lies outside what calendars reach. */
export function faultOfDay(path: string, day: Day): Fault | undefined {
  if (!isDay(day)) return { path, vi: 'Không có ngày này trong lịch.', en: 'There is no such day.' };
  if (day >= FIRST_DAY && day <= LAST_DAY) return undefined;
  return { path, vi: 'Nằm ngoài các năm 1991–2085.', en: 'Outside the years 1991 to 2085.' };
}

/** A week must hold at least one whole working day, or limits in working days would never end; spans do not overlap. */
export function faultOfVersion({ validFrom, week }: CalendarVersion): Fault | undefined {
  let whole = false;
  for (const weekday of weekdays) {
    const spans = week[weekday].toSorted((a, b) => (a.from < b.from ? -1 : 1));
    const wrong = spans.some(({ from, to }, i) => to <= from || (spans[i + 1] && spans[i + 1]!.from < to));
    if (wrong)
      return {
        path: `week.${weekday}`,
        vi: 'Các khoảng giờ phải có giờ kết thúc sau giờ bắt đầu và không chồng nhau.',
        en: 'Each span must end after it begins, and spans must not overlap.',
      };
    const minutes = spans.reduce((sum, { from, to }) => sum + clockMinutes(to) - clockMinutes(from), 0);
    whole ||= minutes > 240;
  }
  if (!whole)
    return {
      path: 'week.mon',
      vi: 'Cần ít nhất một ngày làm việc trên 4 giờ trong tuần.',
      en: 'At least one day of the week needs more than four hours of work.',
    };
  return faultOfDay('validFrom', validFrom);
}

/** A make-up day pays for a day off; a day stated twice in the same way says nothing; papers come from no future. */
export function faultOfException(
  exception: DayException,
  calendar: AgencyCalendar,
  today: Day,
): Fault | undefined {
  const { day, kind, insteadOf, issuedOn } = exception;
  const wrong =
    faultOfDay('day', day) ??
    (insteadOf && faultOfDay('insteadOf', insteadOf)) ??
    (isDay(issuedOn) ? undefined : faultOfDay('issuedOn', issuedOn));
  if (wrong) return wrong;
  if (issuedOn > today)
    return {
      path: 'issuedOn',
      vi: 'Ngày ban hành không được ở tương lai.',
      en: 'A decision cannot be issued in the future.',
    };
  if (kind === 'off' && insteadOf)
    return {
      path: 'insteadOf',
      vi: 'Chỉ ngày làm bù mới thay cho một ngày khác.',
      en: 'Only a make-up day stands for another day.',
    };
  if (insteadOf === day)
    return {
      path: 'insteadOf',
      vi: 'Ngày làm bù phải khác ngày được nghỉ.',
      en: 'The make-up day must differ from the day it pays for.',
    };
  const open = isOpen(tableOf(calendar), dayNumber(day));
  const known = calendar.exceptions.some((one) => one.day === day && one.kind === kind);
  if (known && open === (kind === 'working'))
    return {
      path: 'day',
      vi: 'Ngày này đã được nêu như vậy.',
      en: 'The day has already been stated in this way.',
    };
  return undefined;
}
