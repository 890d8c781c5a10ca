import type { CalendarBook } from '../rules/book.ts';
import { holidays } from './holidays.ts';
import { NATIONAL, POLICE, standardNames, standardVersions } from './national.ts';

/** What every installation knows before anything is stated; statements are added to it. */
export function standardBook(rootUnitId: string): CalendarBook {
  return {
    calendars: new Map([
      [
        NATIONAL,
        {
          id: NATIONAL,
          ...standardNames[NATIONAL],
          ownerUnitId: rootUnitId,
          versions: standardVersions[NATIONAL],
          exceptions: holidays,
        },
      ],
      [
        POLICE,
        {
          id: POLICE,
          ...standardNames[POLICE],
          follows: NATIONAL,
          ownerUnitId: rootUnitId,
          versions: standardVersions[POLICE],
          exceptions: [],
        },
      ],
    ]),
    keepings: new Map(),
  };
}
