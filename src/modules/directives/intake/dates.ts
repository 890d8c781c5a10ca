/** Reads the dates of import files and says what is wrong with those that cannot be read. */
import {
  addDays,
  formatDay,
  parseDay,
  partsOf,
  startOfHalfYear,
  startOfMonth,
  startOfQuarter,
  startOfYear,
  type Day,
} from '../../../kit/day.ts';
import { parseDeadline, type Deadline, type Precision } from '../rules/deadline.ts';
import type { FaultCode } from './faults.ts';
import type { Notes } from './notes.ts';

export interface DateFault {
  code: FaultCode;
  params?: Record<string, string | number>;
}

/** Spreadsheet serial numbers of the years 2000 to 2099; 1 = 01/01/1900, and the count has a 29/02/1900 too many. */
const SERIAL = { from: 36_526, to: 73_050 };

function fromSerial(text: string): Day | undefined {
  const number = /^\d{5}(?:\.0+)?$/.test(text) ? Number(text) : 0;
  return number >= SERIAL.from && number <= SERIAL.to ? addDays('1900-01-01', number - 2) : undefined;
}

/** What is wrong with a text that looks like a date; undefined when it does not look like one. */
function dateShape(text: string): FaultCode | undefined {
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}$/.test(text)) return 'dateTwoDigitYear';
  const match = /^(?:ngày )?(\d{1,2})(?:[/.-]| tháng )(\d{1,2})(?:[/.-]| năm )(\d{4})$/i.exec(text);
  if (match)
    return Number(match[2]) > 12 && Number(match[2]) <= 31 && Number(match[1]) <= 12
      ? 'dateMonthFirst'
      : 'dateImpossible';
  return /^\d{4}-\d{1,2}-\d{1,2}$/.test(text) ? 'dateImpossible' : undefined;
}

/** A day in one of the five printed styles, with midnight behind it, or as a spreadsheet number. '' gives neither. */
export function readDate(text: string): { day?: Day; fault?: DateFault } {
  const bare = text.replace(/[T ]00:00(?::00(?:\.0+)?)?Z?$/, '');
  if (bare === '') return {};
  const day = parseDay(bare);
  if (day) return { day };
  const serial = fromSerial(bare);
  if (serial)
    return {
      day: serial,
      fault: { code: 'dateExcelSerial', params: { value: bare, other: formatDay(serial) } },
    };
  return { fault: { code: dateShape(bare) ?? 'dateUnreadable', params: { value: text } } };
}

/**
 * The deadline of a row: its column together with the notes. The column holds the last day (registry layout) or the
 * printed text (appendix). Where both are there and differ, the column counts and a warning says so.
 * @param ofTarget a target with a bare 31/12 and no noted precision is meant by year ("đến năm 2030"), not by day
 */
export function readDeadline(
  cell: string,
  notes: Notes,
  issuedOn: Day | undefined,
  ofTarget = false,
): { deadline: Deadline; fault?: DateFault } {
  if (cell === '') {
    return notes.deadline
      ? { deadline: notes.deadline }
      : { deadline: parseDeadline(''), fault: { code: 'deadlineMissing' } };
  }
  const { day, fault } = readDate(cell);
  if (day) return { ...ofDay(day, cell, notes, ofTarget), ...(fault && { fault }) };
  const deadline = parseDeadline(cell, issuedOn);
  if (deadline.understood) return { deadline };
  return {
    deadline,
    fault: {
      code: fault && fault.code !== 'dateUnreadable' ? fault.code : 'deadlineUnreadable',
      params: { value: cell },
    },
  };
}

function ofDay(
  day: Day,
  cell: string,
  notes: Notes,
  ofTarget: boolean,
): { deadline: Deadline; fault?: DateFault } {
  const printed = notes.deadline;
  if (printed && printed.precision !== 'none') {
    const { before: _, ...rest } = printed;
    if (printed.lastDay === day) return { deadline: printed };
    return {
      deadline: { ...rest, lastDay: day },
      fault: { code: 'deadlineDiffersFromPrinted', params: { value: formatDay(day), other: printed.text } },
    };
  }
  const precision = notes.precision ?? (ofTarget && day.endsWith('-12-31') ? 'year' : 'day');
  const text = precision === 'day' ? cell : wording(precision, day);
  return { deadline: { text, precision, firstDay: startOf(precision, day), lastDay: day, understood: true } };
}

/** The usual wording of a period that ends on a day, where the file gives only the precision. */
function wording(precision: Precision, day: Day): string {
  const { year, month } = partsOf(day);
  if (precision === 'month') return `${month}/${year}`;
  if (precision === 'quarter') return `Quý ${['I', 'II', 'III', 'IV'][Math.ceil(month / 3) - 1]}/${year}`;
  return precision === 'year' ? `${year}` : formatDay(day);
}

function startOf(precision: Precision, day: Day): Day {
  switch (precision) {
    case 'month':
      return startOfMonth(day);
    case 'quarter':
      return startOfQuarter(day);
    case 'halfYear':
      return startOfHalfYear(day);
    case 'year':
      return startOfYear(day);
    default:
      return day;
  }
}
