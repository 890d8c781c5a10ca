import { may } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import type { Day } from '../../../kit/day.ts';
import { diffDays } from '../../../kit/day.ts';
import { fieldProblem, Problem } from '../../../kit/problems.ts';
import { loadSnapshot, unitAsOf } from '../../organisations/index.ts';
import type { getCalendar, getDue, listCalendars, listDays } from '../contract.ts';
import { loadBook, loadCalendar, loadCommonCalendar } from '../current.ts';
import { openQuestions } from '../facts/holidays.ts';
import { unknownCalendar } from '../problems.ts';
import { agencyCalendar, type Calendar, type CalendarBook, versionOn } from '../rules/book.ts';
import { daysOf } from '../rules/days.ts';
import { dueOf } from '../rules/due.ts';
import type { AgencyCalendar, Due, TimeFacts, TimeRule } from '../rules/model.ts';
import { faultOfDay } from '../rules/sound.ts';

type Summary = ReplyOf<typeof listCalendars>['items'][number];
type Version = Summary['version'];

const copied = (version: Calendar['versions'][number]): Version => structuredClone(version) as Version;

/** Units that keep a calendar today or from a later day on. */
function keepersOf(book: CalendarBook, id: string, today: Day) {
  return [...book.keepings.values()].flatMap((all) =>
    all.filter((one, i) => one.calendarId === id && !(all[i + 1] && all[i + 1]!.validFrom <= today)),
  );
}

function summaryOf(book: CalendarBook, calendar: Calendar, today: Day): Summary {
  const { id, nameVi, nameEn, follows, ownerUnitId, versions } = calendar;
  return {
    id,
    nameVi,
    nameEn,
    ...(follows && { follows }),
    ownerUnitId,
    version: copied(versionOn(versions, today)),
    versionCount: versions.length,
    unitCount: keepersOf(book, id, today).length,
  };
}

export async function listCalendarsAction(ctx: Context): Promise<ReplyOf<typeof listCalendars>> {
  const book = await loadBook(ctx.tx);
  return { items: [...book.calendars.values()].map((one) => summaryOf(book, one, ctx.today)) };
}

/** A calendar of the book. @throws Problem calendar.unknown */
export function calendarIn(book: CalendarBook, id: string): Calendar {
  const calendar = book.calendars.get(id);
  if (!calendar) throw new Problem(unknownCalendar);
  return calendar;
}

export async function getCalendarAction(
  ctx: Context,
  input: ParsedOf<typeof getCalendar>,
): Promise<ReplyOf<typeof getCalendar>> {
  const book = await loadBook(ctx.tx);
  const calendar = calendarIn(book, input.id);
  const snapshot = await loadSnapshot(ctx.tx);
  const year = input.year ?? Number(ctx.today.slice(0, 4));
  const own = new Set(calendar.exceptions);
  return {
    ...summaryOf(book, calendar, ctx.today),
    year,
    versions: calendar.versions.map(copied),
    exceptions: agencyCalendar(book, input.id)
      .exceptions.filter(({ day }) => day.startsWith(String(year)))
      .toSorted((a, b) => (a.day < b.day ? -1 : 1))
      .map((one) => ({ ...one, own: own.has(one) })),
    openQuestions: openQuestions.filter((one) => one.year === year).map(({ vi, en }) => ({ vi, en })),
    units: keepersOf(book, input.id, ctx.today).map(({ unitId, validFrom, decision }) => {
      const unit = unitAsOf(snapshot, unitId, ctx.today);
      return {
        unitId,
        nameVi: unit?.nameVi ?? unitId,
        nameEn: unit?.nameEn ?? unitId,
        validFrom,
        decision,
      };
    }),
    editable: may(ctx.actor, 'calendar.edit', calendar.ownerUnitId),
  };
}

/** The calendar asked for by its own id or by a unit; the common one otherwise. */
async function calendarFor(
  ctx: Context,
  { unitId, calendarId }: { unitId?: string | undefined; calendarId?: string | undefined },
): Promise<AgencyCalendar> {
  if (calendarId) {
    const book = await loadBook(ctx.tx);
    return agencyCalendar(book, calendarIn(book, calendarId).id);
  }
  return unitId ? loadCalendar(ctx.tx, unitId) : loadCommonCalendar(ctx.tx);
}

/** The most days one answer holds: a year and a month. */
const MOST_DAYS = 400;

/** Tables of calendars reach from 1990 to 2099; a due date must stay inside. */
const inReach = (day: string): boolean => day >= '1991' && day < '2086';

export async function listDaysAction(
  ctx: Context,
  input: ParsedOf<typeof listDays>,
): Promise<ReplyOf<typeof listDays>> {
  for (const name of ['from', 'to'] as const) {
    const fault = faultOfDay(name, input[name]);
    if (fault) throw fieldProblem(fault.path, fault.vi, fault.en);
  }
  const span = diffDays(input.from, input.to);
  if (span < 0 || span >= MOST_DAYS)
    throw fieldProblem(
      'to',
      `Khoảng ngày phải từ 1 đến ${MOST_DAYS} ngày.`,
      `Ask for 1 to ${MOST_DAYS} days.`,
    );
  const calendar = await calendarFor(ctx, input);
  return {
    calendarId: calendar.id,
    days: daysOf(calendar, input.from, input.to).map(({ exception, ...rest }) => {
      if (!exception) return rest;
      const { nameVi, nameEn, decision, insteadOf, unverified } = exception;
      return {
        ...rest,
        nameVi,
        nameEn,
        decision,
        ...(insteadOf && { insteadOf }),
        ...(unverified && { unverified }),
      };
    }),
  };
}

function ruleOf(input: ParsedOf<typeof getDue>): TimeRule {
  const { value, unit, cutoffAt, cutoffEffect, cutoffCountsFrom, legalBasis } = input;
  const cutoff = cutoffAt && {
    at: cutoffAt,
    effect: cutoffEffect,
    legalBasis: '',
    ...(cutoffCountsFrom && { countsFrom: cutoffCountsFrom }),
  };
  return {
    limit: { value, unit },
    endsAt: input.endsAt,
    pause: input.pause,
    legalBasis,
    ...(cutoff && { cutoff }),
  };
}

function factsOf(input: ParsedOf<typeof getDue>): TimeFacts {
  const { pausedFrom, pausedTo } = input;
  const pause = pausedFrom && {
    from: new Date(pausedFrom),
    ...(pausedTo && { to: new Date(pausedTo) }),
    reason: 'supplement' as const,
    basis: '',
  };
  return {
    receivedAt: new Date(input.receivedAt),
    channel: input.channel,
    pauses: pause ? [pause] : [],
    additions: [],
  };
}

const said = (due: Due): Omit<ReplyOf<typeof getDue>, 'calendarId'> => ({
  startAt: due.startAt.toISOString(),
  ...(due.dueAt && { dueAt: due.dueAt.toISOString() }),
  ...(due.legalDueAt && { legalDueAt: due.legalDueAt.toISOString() }),
  ...(due.closesAt && { closesAt: due.closesAt.toISOString() }),
  lines: due.lines.map((line) => ({ ...line, at: line.at.toISOString() })),
});

function assertComputable(input: ParsedOf<typeof getDue>): void {
  const { unit, value } = input;
  if ((unit === 'day' || unit === 'month') && !Number.isInteger(value))
    throw fieldProblem('value', 'Ngày và tháng phải là số nguyên.', 'Days and months are whole numbers.');
  if (unit === 'month' && value > 120)
    throw fieldProblem('value', 'Tối đa 120 tháng.', 'At most 120 months.');
  for (const name of ['receivedAt', 'pausedFrom', 'pausedTo'] as const)
    if (input[name] && !inReach(input[name]))
      throw fieldProblem(name, 'Nằm ngoài các năm 1991–2085.', 'Outside the years 1991 to 2085.');
}

export async function getDueAction(
  ctx: Context,
  input: ParsedOf<typeof getDue>,
): Promise<ReplyOf<typeof getDue>> {
  assertComputable(input);
  const calendar = await calendarFor(ctx, input);
  return { ...said(dueOf(ruleOf(input), factsOf(input), calendar)), calendarId: calendar.id };
}
