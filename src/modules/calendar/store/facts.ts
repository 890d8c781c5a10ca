import { sql } from 'kysely';

import type { Tx } from '../../../kit/db.ts';
import { revision } from '../../../kit/revisions.ts';
import type { CalendarFact } from '../rules/book.ts';

/** The state the stated facts are in; a cheap look before using a cached book. */
export const getToken = revision('calendar', sql`select token::text from calendar.revision`);

/** Makes this transaction the only one that states facts until it ends. */
export async function lockFacts(tx: Tx): Promise<void> {
  await tx.one(sql`select token from calendar.revision for update`);
}

/** All stated facts in the order in which they were recorded, from the tables. */
export async function getFacts(tx: Tx): Promise<{ token: string; facts: CalendarFact[] }> {
  const row = await tx.one<{
    token: string;
    calendars: { id: string; payload: object }[];
    versions: { calendarId: string; version: object }[];
    exceptions: object[];
    keepings: object[];
  }>(sql`
    select r.token,
      (select coalesce(json_agg(json_build_object('id', c.id, 'payload', json_strip_nulls(json_build_object('id', c.id,
        'nameVi', c.name_vi, 'nameEn', c.name_en, 'follows', c.follows, 'ownerUnitId', c.owner_unit_id)))
        order by c.recorded_at, c.id), '[]') from calendar.calendar c) as calendars,
      (select coalesce(json_agg(json_build_object('calendarId', v.calendar_id, 'version', json_build_object(
        'validFrom', v.valid_from, 'week', v.week, 'keepsMakeUpDays', v.keeps_make_up_days,
        'legalBasis', v.legal_basis)) order by v.fact), '[]') from calendar.version v) as versions,
      (select coalesce(json_agg(json_build_object('calendarId', e.calendar_id, 'exception', json_strip_nulls(
        json_build_object('day', e.day, 'kind', e.kind, 'insteadOf', e.instead_of, 'nameVi', e.name_vi, 'nameEn',
        e.name_en, 'decision', e.decision, 'issuedOn', e.issued_on))) order by e.fact), '[]')
        from calendar.day_exception e) as exceptions,
      (select coalesce(json_agg(json_build_object('unitId', k.unit_id, 'calendarId', k.calendar_id, 'validFrom',
        k.valid_from, 'decision', k.decision) order by k.fact), '[]') from calendar.keeping k) as keepings
    from calendar.revision r`);
  const first = new Map<string, object>();
  for (const { calendarId, version } of row.versions)
    if (!first.has(calendarId)) first.set(calendarId, version);
  const stated = new Set(row.calendars.map(({ id }) => id));
  const facts = [
    ...row.calendars.map(({ id, payload }) => ({
      kind: 'calendar.stated',
      payload: { ...payload, version: first.get(id) },
    })),
    ...row.versions
      .filter(({ calendarId, version }) => !stated.has(calendarId) || first.get(calendarId) !== version)
      .map((payload) => ({ kind: 'calendar.versionStated', payload })),
    ...row.exceptions.map((payload) => ({ kind: 'calendar.exceptionStated', payload })),
    ...row.keepings.map((payload) => ({ kind: 'calendar.unitKeeps', payload })),
  ] as CalendarFact[];
  return { token: row.token, facts };
}

async function insertVersion(
  tx: Tx,
  calendarId: string,
  {
    validFrom,
    week,
    keepsMakeUpDays,
    legalBasis,
  }: Extract<CalendarFact, { kind: 'calendar.versionStated' }>['payload']['version'],
  at: Date,
): Promise<void> {
  await tx.run(sql`insert into calendar.version (calendar_id, valid_from, week, keeps_make_up_days, legal_basis, recorded_at)
    values (${calendarId}, ${validFrom}, ${JSON.stringify(week)}, ${keepsMakeUpDays}, ${legalBasis}, ${at})`);
}

/** Adds a fact and names the new state. The caller holds the lock of `lockFacts`. */
export async function insertFact(tx: Tx, { kind, payload }: CalendarFact, at: Date): Promise<void> {
  if (kind === 'calendar.stated') {
    const { id, nameVi, nameEn, follows, ownerUnitId, version } = payload;
    await tx.run(sql`insert into calendar.calendar (id, name_vi, name_en, follows, owner_unit_id, recorded_at)
      values (${id}, ${nameVi}, ${nameEn}, ${follows ?? null}, ${ownerUnitId}, ${at})`);
    await insertVersion(tx, id, version, at);
  } else if (kind === 'calendar.versionStated')
    await insertVersion(tx, payload.calendarId, payload.version, at);
  else if (kind === 'calendar.exceptionStated') {
    const { day, kind: what, insteadOf, nameVi, nameEn, decision, issuedOn } = payload.exception;
    await tx.run(sql`insert into calendar.day_exception (calendar_id, day, kind, instead_of, name_vi, name_en, decision,
      issued_on, recorded_at) values (${payload.calendarId}, ${day}, ${what}, ${insteadOf ?? null}, ${nameVi}, ${nameEn},
      ${decision}, ${issuedOn}, ${at})`);
  } else {
    const { unitId, calendarId, validFrom, decision } = payload;
    await tx.run(sql`insert into calendar.keeping (unit_id, calendar_id, valid_from, decision, recorded_at)
      values (${unitId}, ${calendarId}, ${validFrom}, ${decision}, ${at})`);
  }
  await tx.run(sql`update calendar.revision set token = gen_random_uuid()`);
}

/** The same facts from the events, in the order in which they happened. */
export function listFactEvents(tx: Tx): Promise<CalendarFact[]> {
  return tx.rows<CalendarFact>(
    sql`select kind, payload from kit.event where stream like 'calendar:%' order by id`,
  );
}
