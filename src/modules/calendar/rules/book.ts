import type { AgencyCalendar, CalendarVersion, Day, DayException } from './model.ts';

/** A calendar with its own facts; one that follows another takes over its exceptions, unless it states its own. */
export interface Calendar {
  id: string;
  nameVi: string;
  nameEn: string;
  follows?: string;
  /** The unit whose administrators keep it. */
  ownerUnitId: string;
  versions: readonly CalendarVersion[];
  exceptions: readonly DayException[];
}

/** From a day on, a unit (and those below it that keep none themselves) works by a calendar. */
export interface Keeping {
  unitId: string;
  calendarId: string;
  validFrom: Day;
  decision: string;
}

export interface CalendarBook {
  calendars: ReadonlyMap<string, Calendar>;
  keepings: ReadonlyMap<string, readonly Keeping[]>;
}

/** What is stated about calendars: the payloads of the module's events. */
export type CalendarFact =
  | {
      kind: 'calendar.stated';
      payload: Omit<Calendar, 'versions' | 'exceptions'> & { version: CalendarVersion };
    }
  | { kind: 'calendar.versionStated'; payload: { calendarId: string; version: CalendarVersion } }
  | { kind: 'calendar.exceptionStated'; payload: { calendarId: string; exception: DayException } }
  | { kind: 'calendar.unitKeeps'; payload: Keeping };

const changed = (book: CalendarBook, id: string, change: (calendar: Calendar) => Calendar): CalendarBook => {
  const calendar = book.calendars.get(id);
  if (!calendar) throw new RangeError(`no calendar ${id}`);
  return { ...book, calendars: new Map(book.calendars).set(id, change(calendar)) };
};

/** The book after one more fact. */
export function evolve(book: CalendarBook, { kind, payload }: CalendarFact): CalendarBook {
  if (kind === 'calendar.stated') {
    const { version, ...calendar } = payload;
    const stated = { ...calendar, versions: [version], exceptions: [] };
    return { ...book, calendars: new Map(book.calendars).set(calendar.id, stated) };
  }
  if (kind === 'calendar.versionStated')
    return changed(book, payload.calendarId, (calendar) => ({
      ...calendar,
      versions: [
        ...calendar.versions.filter(({ validFrom }) => validFrom !== payload.version.validFrom),
        payload.version,
      ].toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1)),
    }));
  if (kind === 'calendar.exceptionStated')
    return changed(book, payload.calendarId, (calendar) => ({
      ...calendar,
      exceptions: [...calendar.exceptions, payload.exception],
    }));
  const keepings = book.keepings.get(payload.unitId) ?? [];
  const kept = [...keepings.filter(({ validFrom }) => validFrom !== payload.validFrom), payload].toSorted(
    (a, b) => (a.validFrom < b.validFrom ? -1 : 1),
  );
  return { ...book, keepings: new Map(book.keepings).set(payload.unitId, kept) };
}

/** All exceptions a calendar counts with: those it follows first, its own after them for the same day. */
function exceptionsOf(book: CalendarBook, calendar: Calendar): readonly DayException[] {
  const above = calendar.follows ? book.calendars.get(calendar.follows) : undefined;
  if (!above) return calendar.exceptions;
  const own = new Set(calendar.exceptions.map(({ day }) => day));
  return [...exceptionsOf(book, above).filter(({ day }) => !own.has(day)), ...calendar.exceptions];
}

/** A calendar ready for the rules. @throws RangeError for an unknown id */
export function agencyCalendar(book: CalendarBook, id: string): AgencyCalendar {
  const calendar = book.calendars.get(id);
  if (!calendar) throw new RangeError(`no calendar ${id}`);
  return { id, versions: calendar.versions, exceptions: exceptionsOf(book, calendar) };
}

/** The version in force on a day; the first one before it. */
export const versionOn = (versions: readonly CalendarVersion[], day: Day): CalendarVersion =>
  versions.findLast(({ validFrom }) => validFrom <= day) ?? versions[0]!;

/** The second calendar from `from` on, the first before. */
function joined(first: AgencyCalendar, second: AgencyCalendar, from: Day): AgencyCalendar {
  return {
    id: second.id,
    versions: [
      ...first.versions.filter(({ validFrom }) => validFrom < from),
      { ...versionOn(second.versions, from), validFrom: from },
      ...second.versions.filter(({ validFrom }) => validFrom > from),
    ],
    exceptions: [
      ...first.exceptions.filter(({ day }) => day < from),
      ...second.exceptions.filter(({ day }) => day >= from),
    ],
  };
}

/** What a unit has kept over time, as one calendar; before its first decision the common one. */
export function keptCalendar(
  book: CalendarBook,
  keepings: readonly Keeping[],
  common: AgencyCalendar,
): AgencyCalendar {
  let calendar = common;
  for (const { calendarId, validFrom } of keepings)
    calendar = joined(calendar, agencyCalendar(book, calendarId), validFrom);
  return calendar;
}
