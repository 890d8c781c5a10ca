/**
 * A second reckoning of due dates for the tests, made to be obviously right and nothing else: it walks through time
 * minute by minute and day by day, with its own list of days off typed from the decrees and no table, no search, no
 * line of the rules it checks. Local time is kept as if it were UTC.
 */

export interface WalkCase {
  calendar: 'N' | 'P';
  received: string;
  value: number;
  unit: string;
  same: boolean;
  cut?: { at: string; effect: 'start' | 'due' };
  from?: string;
  pauses: { from: string; to?: string }[];
  restart: boolean;
  plus?: { value: number; unit: string };
}

const stretches = [
  '2024-01-01',
  '2024-02-08..2024-02-14',
  '2024-04-18',
  '2024-04-29..2024-05-01',
  '2024-08-31..2024-09-03',
  '2025-01-01',
  '2025-01-25..2025-02-02',
  '2025-04-07',
  '2025-04-30..2025-05-02',
  '2025-08-30..2025-09-02',
  '2026-01-01..2026-01-02',
  '2026-02-14..2026-02-22',
  '2026-04-26..2026-04-27',
  '2026-04-30..2026-05-01',
  '2026-08-29..2026-09-02',
  '2026-11-24',
  '2027-01-01',
  '2027-02-05..2027-02-11',
  '2027-04-16',
  '2027-04-30..2027-05-01',
  '2027-05-03',
  '2027-09-02..2027-09-03',
  '2027-11-24',
];
const worked = ['2024-05-04', '2025-04-26', '2026-01-10', '2026-08-22'];

const ms = (text: string): number => Date.parse(`${text}Z`);
const textOf = (time: number): string => new Date(time).toISOString().slice(0, 16);
const dayOf = (time: number): string => textOf(time).slice(0, 10);
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const clocks = Array.from({ length: 1440 }, (_, i) => textOf(i * MINUTE).slice(11));
const clockOf = (time: number): string => clocks[(((time % DAY) + DAY) % DAY) / MINUTE]!;
const next = (day: string, count = 1): string => dayOf(ms(`${day}T00:00`) + count * DAY);

const off = (day: string): boolean =>
  stretches.some((stretch) => {
    const [from, to = from] = stretch.split('..') as [string, string?];
    return day >= from && day <= to;
  });

const closes = new Map<string, string>();
/** Closing time of the day, '' when it is off. */
function close(day: string, calendar: 'N' | 'P'): string {
  const key = `${calendar}${day}`;
  const known = closes.get(key);
  if (known !== undefined) return known;
  const made = closing(day, calendar);
  closes.set(key, made);
  return made;
}
function closing(day: string, calendar: 'N' | 'P'): string {
  if (worked.includes(day)) return '17:30';
  const weekday = new Date(ms(`${day}T00:00`)).getUTCDay();
  if (off(day) || weekday === 0) return '';
  if (weekday === 6) return calendar === 'P' ? '11:30' : '';
  return '17:30';
}
const whole = (day: string, calendar: 'N' | 'P'): boolean => close(day, calendar) === '17:30';

const daysSeen = new Map<number, string>();
function dayAt(time: number): string {
  const number = Math.floor(time / DAY);
  let day = daysSeen.get(number);
  if (day === undefined) daysSeen.set(number, (day = dayOf(time)));
  return day;
}

function atWork(time: number, calendar: 'N' | 'P'): boolean {
  const clock = clockOf(time);
  const end = close(dayAt(time), calendar);
  return clock < end && clock >= '07:30' && (clock < '11:30' || clock >= '13:30');
}
const stands = (time: number, one: WalkCase): boolean =>
  one.pauses.some(({ from, to }) => to !== undefined && time >= ms(from) && time < ms(to));

function startOf(received: string, one: WalkCase): { at: number; shifted: boolean } {
  const { calendar, cut } = one;
  const day = received.slice(0, 10);
  const clock = received.slice(11);
  const end = close(day, calendar);
  const inDay = end !== '' && clock < end;
  const lastHour = end === '11:30' ? '10:30' : '16:30';
  const hit = inDay && cut && (cut.at === 'lastHour' ? clock >= lastHour : clock > cut.at);
  let time = ms(received);
  if (!inDay || (hit && cut.effect === 'start')) time = ms(`${next(day)}T00:00`);
  const late = hit && cut.effect === 'due';
  const earliest = late ? '' : (one.from ?? '');
  while (!atWork(time, calendar) || clockOf(time) < earliest) time += MINUTE;
  return { at: time, shifted: Boolean(late) };
}

/** The clock stands at the end of the day, which is its close for working days and midnight for others: not counted. */
function lost(day: string, one: WalkCase, byWork: boolean): boolean {
  const end = byWork ? close(day, one.calendar) : '';
  const moment = end === '' ? ms(`${next(day)}T00:00`) : ms(`${day}T${end}`);
  return one.pauses.some(({ from, to }) => to !== undefined && ms(from) < moment && moment <= ms(to));
}

function monthsLater(day: string, count: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  for (let d = date; ; d -= 1) {
    const there = new Date(Date.UTC(year, month - 1 + count, d));
    if (there.getUTCDate() === d) return there.toISOString().slice(0, 10);
  }
}

const dueOfDay = (day: string, one: WalkCase): number => ms(`${day}T${close(day, one.calendar)}`);

function byDays(start: number, value: number, unit: string, one: WalkCase): number {
  const first = dayOf(start);
  let day = first;
  if (unit === 'workingDay') {
    let left = value;
    if (value === 0) while (close(day, one.calendar) === '' || lost(day, one, true)) day = next(day);
    while (left > 0) {
      day = next(day);
      if (whole(day, one.calendar) && !lost(day, one, true)) left -= 1;
    }
  } else {
    const target = unit === 'month' ? monthsLater(first, value) : next(first, value);
    let left = 0;
    for (let d = first; d < target; d = next(d)) left += 1;
    while (left > 0) {
      day = next(day);
      if (!lost(day, one, false)) left -= 1;
    }
  }
  const lands = () => whole(day, one.calendar) || (day === first && close(day, one.calendar) !== '');
  const stood = () =>
    one.pauses.some(
      ({ from, to }) => ms(from) < dueOfDay(day, one) && dueOfDay(day, one) <= ms(to!) && ms(to!) > start,
    );
  while (!lands() || stood()) day = next(day);
  return dueOfDay(day, one);
}

function limitFrom(start: number, value: number, unit: string, one: WalkCase): number {
  const minutes = unit === 'workingDay' ? value * 480 : value * 60;
  const byWork = unit === 'workingHour' || (unit === 'workingDay' && (one.same || value % 1 !== 0));
  if (!byWork && unit !== 'hour') return byDays(start, value, unit, one);
  let time = start;
  for (let left = minutes; left > 0; time += MINUTE)
    if (!stands(time, one) && (!byWork || atWork(time, one.calendar))) left -= 1;
  const handsOver = (at: number) =>
    atWork(at, one.calendar) || (at > start && atWork(at - MINUTE, one.calendar));
  if (!byWork) while (!handsOver(time) || stands(time, one)) time += MINUTE;
  return time;
}

/** Pauses that begin before the time is over count; each may move the end, and bring the next one into reach. */
function endFrom(start: number, one: WalkCase): number {
  const all = one.pauses.filter(({ to }) => to !== undefined).toSorted((a, b) => ms(a.from) - ms(b.from));
  const parts = [{ value: one.value, unit: one.unit }];
  if (one.plus?.unit === one.unit) parts[0]!.value += one.plus.value;
  else if (one.plus) parts.push(one.plus);
  let counted: WalkCase['pauses'] = [];
  for (;;) {
    const due = parts.reduce(
      (from, { value, unit }) => limitFrom(from, value, unit, { ...one, pauses: counted }),
      start,
    );
    const more = one.restart
      ? undefined
      : all.find((pause) => !counted.includes(pause) && ms(pause.from) < due);
    if (!more) return due;
    counted = [...counted, more];
  }
}

/** Start and due date as 'YYYY-MM-DDTHH:MM'; no due date while a pause is open. */
export function walk(one: WalkCase): { start: string; due: string } {
  const runFrom = (received: string) => {
    const { at, shifted } = startOf(received, one);
    let due = endFrom(at, one);
    if (shifted) {
      const later = startOf(`${next(received.slice(0, 10))}T00:00`, one).at;
      let day = next(dayOf(due));
      while (!whole(day, one.calendar)) day = next(day);
      const clock = clockOf(due) === close(dayOf(due), one.calendar) ? '17:30' : clockOf(due);
      const most = endFrom(later, one);
      due = Math.min(ms(`${day}T${clock}`), most);
      if (stands(due, one)) due = most;
    }
    return { at, due };
  };
  let run = runFrom(one.received);
  if (one.restart)
    for (const { from, to } of one.pauses) if (to !== undefined && ms(from) < run.due) run = runFrom(to);
  const open = one.pauses.some(({ from, to }) => to === undefined && ms(from) < run.due);
  return { start: textOf(run.at), due: open ? '' : textOf(run.due) };
}
