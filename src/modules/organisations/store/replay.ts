import { sql } from 'kysely';

import type { Tx } from '../../../kit/db.ts';

export type Printed = { key: string; record: string };

/** What the events say about people, positions and appointments: the last word on each. */
export async function listStaffEvents(tx: Tx): Promise<Printed[]> {
  return tx.rows<Printed>(sql`
    select distinct on (stream) stream as key,
      coalesce(payload->'person', payload->'position', payload->'appointment')::text as record
    from kit.event
    where kind in ('person.created', 'person.changed', 'position.created', 'position.ended', 'appointment.made', 'appointment.ended')
    order by stream, seq desc`);
}

/** The live rows in the same form. */
export async function listLive(tx: Tx): Promise<Printed[]> {
  return tx.rows<Printed>(sql`
    select 'person:' || id as key,
      jsonb_build_object('id', id, 'fullName', full_name, 'email', email, 'phone', phone)::text as record
    from organisations.person
    union all
    select 'position:' || id, jsonb_build_object('id', id, 'unitId', unit_id, 'titleVi', title_vi, 'titleEn', title_en,
      'rank', rank, 'validFrom', valid_from, 'validTo', valid_to)::text
    from organisations.position
    union all
    select 'appointment:' || id, jsonb_build_object('id', id, 'positionId', position_id, 'personId', person_id,
      'validFrom', valid_from, 'validTo', valid_to, 'paper', paper, 'endPaper', end_paper)::text
    from organisations.appointment`);
}
