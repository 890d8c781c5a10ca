import { type Day, dayOf, maxDay } from '../../kit/day.ts';
import { workingDayAfter } from '../calendar/index.ts';
import type { AgencyCalendar } from '../calendar/index.ts';
import { ROOT } from '../organisations/index.ts';
import type { Announcement } from './rules/model.ts';
import type { PublishedOverlay } from './store/published.ts';
import type { Competence } from './world.ts';

/**
 * A decision that announces a national version or a province's own rules, for a unit in whose competence the procedure is.
 * Source: indicators 1.1 and 1.2 of Decision 766/QĐ-TTg. A ministry decides at least 20 working days before the legal base
 * takes effect and publishes within 10 working days of its decision; a province within 5 and 5. The day on which the
 * legal base takes effect is the one stated with the decision, else the first day of what is announced.
 */
export interface AnnouncementFact {
  unitId: string;
  procedure: string;
  field: string;
  issuer: 'ministry' | 'province';
  /** The day by which it belongs to a period: that of the decision, or of publishing where the decision has none. */
  day: Day;
  /** Day of the decision; null where nobody has stated it. */
  announced: Day | null;
  /** First day of the newest text of the legal base. */
  basisFrom: Day;
  published: Day;
  announcedInTime: boolean;
  publishedInTime: boolean;
  /** A decision on this procedure of the same year was late: one makes the procedure late for the whole year. */
  announcedLateInYear: boolean;
  publishedLateInYear: boolean;
}
export interface AnnouncementSpan {
  from: Day;
  to?: Day;
  fact: AnnouncementFact;
}

type Told = Omit<AnnouncementFact, 'announcedLateInYear' | 'publishedLateInYear'>;
/** Announcements by procedure and unit, each once, by the id of what is announced. */
export type Noted = Map<string, Map<string, Told>>;

const LIMITS = {
  ministry: { before: 20, after: 10 },
  province: { before: 5, after: 5 },
} as const;

/** Whether a decision came in time before its legal base, and its publishing in time after it, in working days. */
export function inTime(
  { day, basisFrom, published }: { day: Day; basisFrom: Day; published: Day },
  issuer: keyof typeof LIMITS,
  calendar: AgencyCalendar,
): { announced: boolean; published: boolean } {
  const { before, after } = LIMITS[issuer];
  return {
    announced: workingDayAfter(calendar, day, before) <= basisFrom,
    published: published <= workingDayAfter(calendar, day, after),
  };
}

interface Announced extends Pick<PublishedOverlay, 'code' | 'validFrom' | 'publishedAt'> {
  announcement: Announcement | null;
}

function toldOf(
  { announcement, code, validFrom, publishedAt }: Announced,
  { unitId, field }: { unitId: string; field: string },
  issuer: keyof typeof LIMITS,
  calendar: AgencyCalendar,
): Told {
  const published = publishedAt ? dayOf(publishedAt) : validFrom;
  const basisFrom = announcement?.basisFrom ?? validFrom;
  const judged = announcement && inTime({ day: announcement.day, basisFrom, published }, issuer, calendar);
  return {
    unitId,
    procedure: code,
    field,
    issuer,
    basisFrom,
    published,
    day: announcement?.day ?? published,
    announced: announcement?.day ?? null,
    announcedInTime: judged?.announced ?? false,
    publishedInTime: judged?.published ?? false,
  };
}

/** Notes what a competence tells of announcements: that of the national version, and that of the province's own rules. */
export function noteAnnouncements(
  noted: Noted,
  { unitId, version, overlay }: Competence,
  calendarOf: (unitId: string) => AgencyCalendar,
): void {
  const key = `${version.code}@${unitId}`;
  const mine = noted.get(key) ?? new Map<string, Told>();
  noted.set(key, mine);
  const where = { unitId, field: version.content.fieldVi };
  if (!mine.has(version.id)) mine.set(version.id, toldOf(version, where, 'ministry', calendarOf(ROOT)));
  if (overlay && !mine.has(overlay.id))
    mine.set(overlay.id, toldOf(overlay, where, 'province', calendarOf(overlay.provinceId)));
}

/** From which day on it is known that a procedure was late in the year of a decision; undefined where it was not. */
function lateFrom(
  all: readonly Told[],
  one: Told,
  what: 'announcedInTime' | 'publishedInTime',
): Day | undefined {
  const year = one.day.slice(0, 4);
  const late = all.filter((other) => other.announced && !other[what] && other.day.startsWith(year));
  const [first] = late.map(({ published }) => published).toSorted();
  return first && maxDay(first, one.published);
}

/** Each announcement from the day on which it was published here; what a later one of its year makes of it, from then on. */
export function tellAnnouncements(noted: Noted): Map<string, AnnouncementSpan[]> {
  const spans = new Map<string, AnnouncementSpan[]>();
  for (const mine of noted.values()) {
    const all = [...mine.values()];
    for (const [id, one] of mine) {
      const announced = lateFrom(all, one, 'announcedInTime');
      const published = lateFrom(all, one, 'publishedInTime');
      const days = [...new Set([one.published, announced, published])]
        .filter((day) => day !== undefined)
        .toSorted();
      const told = days.map((from, i): AnnouncementSpan => {
        const to = days[i + 1];
        const late = {
          announcedLateInYear: announced !== undefined && announced <= from,
          publishedLateInYear: published !== undefined && published <= from,
        };
        return { from, ...(to && { to }), fact: { ...one, ...late } };
      });
      spans.set(`${id}@${one.unitId}`, told);
    }
  }
  return spans;
}
