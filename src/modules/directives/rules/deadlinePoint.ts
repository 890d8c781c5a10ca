/** One printed point of time: a day, month, quarter, half-year, nine months or year. */
import {
  addMonths,
  dayFrom,
  endOfHalfYear,
  endOfMonth,
  endOfQuarter,
  endOfYear,
  parseDay,
  startOfMonth,
  type Day,
} from '../../../kit/day.ts';

export interface Point {
  precision: 'day' | 'month' | 'quarter' | 'halfYear' | 'year' | 'range';
  firstDay: Day;
  lastDay: Day;
}

const ROMAN: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4, '1': 1, '2': 2, '3': 3, '4': 4 };
const ORDINALS: Record<string, number> = {
  một: 1,
  giêng: 1,
  hai: 2,
  ba: 3,
  tư: 4,
  bốn: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
  'mười một': 11,
  'mười hai': 12,
  chạp: 12,
};

/**
 * Reads one point from cleaned lower-case text; undefined when it is none.
 * @param issuedOn gives the year to a point printed without one: the first such period not over on that day
 */
export function pointOf(t: string, issuedOn?: Day): Point | undefined {
  const text = t.trim();
  const day = parseDay(text);
  if (day) return { precision: 'day', firstDay: day, lastDay: day };
  return withYear(text) ?? withoutYear(text, issuedOn);
}

function withYear(t: string): Point | undefined {
  const match = /^(.*?)(?:[/.-]| năm |^năm |, ?| )?(\d{4})$/.exec(t);
  if (!match) return undefined;
  return inYear(match[1]!.trim(), Number(match[2]));
}

function withoutYear(t: string, issuedOn: Day | undefined): Point | undefined {
  if (!issuedOn) return undefined;
  const year = Number(issuedOn.slice(0, 4));
  const body = t.replace(/ (năm nay|cùng năm)$/, '');
  if (body === '' || body === 'cuối' || body === 'năm') return undefined;
  const point = inYear(body, year);
  return point && point.lastDay < issuedOn ? inYear(body, year + 1) : point;
}

/** The part before the year: "", "cuối", "tháng 6", "6", "quý iii", "6 tháng đầu", "9 tháng", "15/6", "ngày 15 tháng 6". */
function inYear(part: string, year: number): Point | undefined {
  const january = dayFrom(year, 1, 1);
  if (!january) return undefined;
  if (/^(cuối|cả|trong|năm|hết|cuối năm|trong năm|hết năm|cả năm)?$/.test(part)) {
    return { precision: 'year', firstDay: january, lastDay: endOfYear(january) };
  }
  return halves(part, january) ?? quarter(part, january) ?? month(part, year) ?? dayOfMonth(part, year);
}

function halves(part: string, january: Day): Point | undefined {
  if (/^((6|sáu) tháng đầu( năm)?|nửa đầu( năm)?)$/.test(part)) {
    return { precision: 'halfYear', firstDay: january, lastDay: endOfHalfYear(january) };
  }
  if (/^((6|sáu) tháng cuối( năm)?|nửa cuối( năm)?)$/.test(part)) {
    return { precision: 'halfYear', firstDay: addMonths(january, 6), lastDay: endOfYear(january) };
  }
  if (/^(9|chín) tháng( đầu( năm)?)?$/.test(part)) {
    return { precision: 'range', firstDay: january, lastDay: endOfMonth(addMonths(january, 8)) };
  }
  return undefined;
}

function quarter(part: string, january: Day): Point | undefined {
  const match = /^(?:cuối |trong |hết )?(?:quý ?|q)(iv|iii|ii|i|[1-4])$/.exec(part);
  if (!match) return undefined;
  const firstDay = addMonths(january, (ROMAN[match[1]!]! - 1) * 3);
  return { precision: 'quarter', firstDay, lastDay: endOfQuarter(firstDay) };
}

function month(part: string, year: number): Point | undefined {
  const match = /^(?:cuối |trong |hết )?(?:(?:tháng|t) ?)?(\d{1,2})$/.exec(part);
  const word = /^(?:cuối |trong |hết )?tháng (\D+)$/.exec(part)?.[1];
  const number = match ? Number(match[1]) : word ? ORDINALS[word] : undefined;
  const firstDay = number === undefined ? undefined : dayFrom(year, number, 1);
  if (!firstDay) return undefined;
  return { precision: 'month', firstDay: startOfMonth(firstDay), lastDay: endOfMonth(firstDay) };
}

function dayOfMonth(part: string, year: number): Point | undefined {
  const match = /^(?:ngày )?(\d{1,2})(?:[/.-]| tháng )(\d{1,2})$/.exec(part);
  const day = match ? dayFrom(year, Number(match[2]), Number(match[1])) : undefined;
  if (!day) return undefined;
  return { precision: 'day', firstDay: day, lastDay: day };
}
