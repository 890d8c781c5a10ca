import { sql, type RawBuilder } from 'kysely';

import type { Day } from '../../../kit/day.ts';

/** The first moment after a day, as text of the day after; sessions run in the time of Việt Nam. */
export const endOf = (day: Day): RawBuilder<unknown> => sql`(${day}::date + 1)`;

/** Rows with from_at and to_at that were in force at the end of a day. */
export const inForce = (alias: string, day: Day): RawBuilder<unknown> =>
  sql`(${sql.ref(`${alias}.from_at`)} < ${endOf(day)} and (${sql.ref(`${alias}.to_at`)} is null or ${sql.ref(`${alias}.to_at`)} >= ${endOf(day)}))`;
