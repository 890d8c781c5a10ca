/**
 * Deadlines as printed. Half of the real deadlines name only a year; the printed text, its precision and the computed
 * last day are kept side by side.
 *
 * Conventions:
 * - A month, quarter or year is over on its last day: "6/2025" → 30/06/2025.
 * - "trước ngày 15/6" (before) excludes the day named: the last day is 14/06. "đến", "chậm nhất", "không quá", "trong"
 *   include it. "trước tháng 6/2025" → 31/05/2025.
 * - Periods are counted by the Civil Code 2015: the first day is not counted (art. 147), a period of months ends on the
 *   corresponding day or the last day of a shorter month (art. 148). Working days are counted by the calendar the caller
 *   gives. The move of other periods to the next working day (art. 148.5) is not made: reports count the printed day.
 */
import { addDays, addMonths, type Day, isDay } from '../../../kit/day.ts';
import { pointOf, type Point } from './deadlinePoint.ts';

export type Precision =
  | 'day'
  | 'month'
  | 'quarter'
  | 'halfYear'
  | 'year'
  | 'range'
  | 'recurring'
  | 'openEnded'
  | 'relative'
  | 'none';

export type Every = 'continuous' | 'day' | 'week' | 'month' | 'quarter' | 'halfYear' | 'year';

export interface Deadline {
  /** As printed, untouched. */
  text: string;
  precision: Precision;
  /** First day of the printed period (a day: that day). */
  firstDay?: Day;
  /** Last day on which the task is on time. Absent for recurring, open-ended, none and some relative deadlines. */
  lastDay?: Day;
  /** For recurring: how often, and days of the year 'MM-DD' when some are printed. */
  recurrence?: { every: Every; daysOfYear?: string[] };
  /** For relative: the length and what it counts from, as printed. */
  relative?: { count?: number; unit?: 'day' | 'workingDay' | 'week' | 'month' | 'year'; from: string };
  /** True when the text says "before": the day named is excluded. */
  before?: boolean;
  /** False when the text is not understood: precision is 'none' and a person must look at it. */
  understood: boolean;
}

const EVERY: [RegExp, Every][] = [
  [/h[ằà]ng ngày/, 'day'],
  [/h[ằà]ng tuần/, 'week'],
  [/h[ằà]ng tháng/, 'month'],
  [/h[ằà]ng quý/, 'quarter'],
  [/(6 tháng|sáu tháng|nửa năm) một lần|(6 tháng|sáu tháng)\/lần|định kỳ (6|sáu) tháng/, 'halfYear'],
  [/h[ằà]ng năm|mỗi năm/, 'year'],
  [/thường xuyên|định kỳ|liên tục/, 'continuous'],
];

const NO_DATE =
  /^(-+|không|không có|không xác định|chưa xác định|khẩn trương|sớm|kịp thời|ngay|"?urgently"?|no date)$/;

const LEADS =
  /^(dự kiến |phấn đấu |phải )?((hoàn thành|xong|thực hiện xong|báo cáo|trình|ban hành) )?(xong )?/;

const BEFORE = /^(đến )?trước (?!hết)/;
const UNTIL =
  /^(chậm nhất (là )?|muộn nhất (là )?|không muộn hơn |không quá |trước hết |đến hết |hết |đến |trong |vào |là )+/;

/**
 * Reads a printed deadline.
 * @param printed the text as printed, any case, spaces and dashes
 * @param issuedOn day of the document; gives the year to "tháng 8" (the next August on or after it) and the start to
 *   "30 ngày kể từ ngày ban hành". Without it those have no last day.
 * @param afterWorkingDays the so-many-th working day after a day, by the calendar of offices; without it a deadline in
 *   working days has no last day
 */
export function parseDeadline(
  printed: string,
  issuedOn?: Day,
  afterWorkingDays?: (day: Day, count: number) => Day,
): Deadline {
  const text = printed;
  const t = clean(printed);
  if (t === '' || NO_DATE.test(t)) return { text, precision: 'none', understood: true };
  return (
    openEnded(text, t) ??
    recurring(text, t) ??
    relative(text, t, issuedOn, afterWorkingDays) ??
    dated(text, t, issuedOn) ?? {
      text,
      precision: 'none',
      understood: false,
    }
  );
}

function clean(printed: string): string {
  return printed
    .normalize('NFC')
    .toLowerCase()
    .replace(/[–—−]/g, '-')
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/[.;,]+$/, '')
    .trim();
}

function openEnded(text: string, t: string): Deadline | undefined {
  const follows = /^(.*?\d{4}) (?:và|và các|và những) (?:các |những )?năm (?:tiếp theo|sau)$/.exec(t);
  const from = /^(?:bắt đầu )?từ (.*\d{4})(?: trở đi)?$/.exec(t);
  const body = follows?.[1] ?? (from && !/( - | đến |-\d)/.test(from[1]!) ? from[1] : undefined);
  const point = body === undefined ? undefined : pointOf(body);
  return point && { text, precision: 'openEnded', firstDay: point.firstDay, understood: true };
}

function recurring(text: string, t: string): Deadline | undefined {
  const every = EVERY.find(([pattern]) => pattern.test(t))?.[1];
  if (!every) return undefined;
  const daysOfYear = [...t.matchAll(/(?:^|\D)(\d{1,2})(?: tháng |\/)(\d{1,2})(?!\d|\/)/g)].map(
    (m) => `${m[2]!.padStart(2, '0')}-${m[1]!.padStart(2, '0')}`,
  );
  const recurrence = daysOfYear.length ? { every, daysOfYear } : { every };
  return { text, precision: 'recurring', recurrence, understood: true };
}

const UNITS = {
  ngày: 'day',
  'ngày làm việc': 'workingDay',
  tuần: 'week',
  tháng: 'month',
  năm: 'year',
} as const;

/** The longest count of days, weeks, months or years that is taken for one. */
const LONGEST = 9999;

function relative(
  text: string,
  t: string,
  issuedOn: Day | undefined,
  afterWorkingDays: ((day: Day, count: number) => Day) | undefined,
): Deadline | undefined {
  const counted =
    /(\d+) (ngày làm việc|ngày|tuần|tháng|năm),? (?:kể từ|tính từ|từ|sau)(?: khi| ngày| thời điểm)? ?(.*)$/.exec(
      t,
    ) ?? /(\d+) (ngày làm việc|ngày|tuần|tháng|năm) (sau khi) ?(.*)$/.exec(t);
  if (counted) {
    const count = Number(counted[1]);
    if (count > LONGEST) return undefined;
    const unit = UNITS[counted[2] as keyof typeof UNITS];
    const from = counted[3]!;
    const start =
      /^(ký|ban hành|ký ban hành|văn bản|nghị quyết|thông báo)/.test(from) || from === ''
        ? issuedOn
        : undefined;
    const lastDay =
      start && (unit === 'workingDay' ? afterWorkingDays?.(start, count) : after(start, count, unit));
    // Nobody means a day beyond the calendar: as printed, it is not understood.
    if (lastDay && unit !== 'workingDay' && !isDay(lastDay)) return undefined;
    return {
      text,
      precision: 'relative',
      relative: { count, unit, from },
      ...(lastDay && { lastDay }),
      understood: true,
    };
  }
  const event =
    /(?:cùng|ngay|sau|đồng thời|trước)?.*?((?:khi|thời điểm|lúc|ngày) .*(?:có hiệu lực|ban hành|phê duyệt).*)$/.exec(
      t,
    );
  return event ? { text, precision: 'relative', relative: { from: event[1]! }, understood: true } : undefined;
}

function after(start: Day, count: number, unit: NonNullable<Deadline['relative']>['unit']): Day | undefined {
  if (unit === 'day') return addDays(start, count);
  if (unit === 'week') return addDays(start, 7 * count);
  if (unit === 'month') return addMonths(start, count);
  if (unit === 'year') return addMonths(start, 12 * count);
  return undefined;
}

function dated(text: string, t: string, issuedOn?: Day): Deadline | undefined {
  let rest = t.replace(LEADS, '');
  const before = BEFORE.test(rest);
  rest = rest.replace(BEFORE, '').replace(UNTIL, '');
  const point = pointOf(rest, issuedOn) ?? range(rest, issuedOn);
  if (!point) return undefined;
  const { precision, firstDay } = point;
  if (before) return { text, precision, lastDay: addDays(firstDay, -1), before, understood: true };
  return { text, precision, firstDay, lastDay: point.lastDay, understood: true };
}

/** "2025 - 2026", "từ 01/9 đến 30/11/2025", "quý III-IV/2025", "tháng 6-9/2025": the left side borrows from the right. */
function range(t: string, issuedOn?: Day): (Omit<Point, 'precision'> & { precision: 'range' }) | undefined {
  const body = t.replace(/^(giai đoạn |từ )+/, '');
  const split = /^(.+?) ?(?:-| đến (?:hết )?) ?(.+)$/.exec(body);
  if (!split) return undefined;
  const word = /^(tháng|quý|năm|ngày) /.exec(split[1]!)?.[1];
  const right = pointOf(split[2]!, issuedOn) ?? (word ? pointOf(`${word} ${split[2]}`, issuedOn) : undefined);
  if (!right) return undefined;
  const year = right.lastDay.slice(0, 4);
  const left = [split[1]!, `${split[1]}/${year}`]
    .map((side) => pointOf(side))
    .find((side) => side !== undefined);
  if (!left || left.firstDay > right.lastDay) return undefined;
  return { precision: 'range', firstDay: left.firstDay, lastDay: right.lastDay };
}
