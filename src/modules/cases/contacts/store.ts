import { type RawBuilder, sql } from 'kysely';

import { type Actor, reachOf } from '../../../kit/actor.ts';
import type { Day } from '../../../kit/day.ts';
import type { Tx } from '../../../kit/db.ts';
import { visibleCases } from '../store/visible.ts';
import type { ContactKind } from './rules.ts';

export interface ContactRow {
  unitId: string;
  caseId: string;
  kind: ContactKind;
  mac: string;
  hint: string;
  personKey: string;
  day: Day;
}

/** Keeps a contact of a case; whether it is that of an official is asked of who holds a role that day. */
export const insertContact = (
  tx: Tx,
  c: ContactRow,
  who: { accountId: string | null; email: string | null },
): Promise<number> =>
  tx.run(sql`insert into cases.contact (unit_id, case_id, kind, mac, hint, person_key, day, of_staff)
    select ${c.unitId}, ${c.caseId}, ${c.kind}, ${c.mac}, ${c.hint}, ${c.personKey}, ${c.day}::date, exists (
      select from identity.v_role_holder h
      where (h.account_id = ${who.accountId}::uuid or lower(h.email) = ${who.email}) and ${c.day}::date >= h.valid_from
        and (h.valid_to is null or ${c.day}::date <= h.valid_to))
    on conflict do nothing`);

/** Cases (alias `c`) of units within the actor's reach as an auditor. */
function audited(actor: Actor): RawBuilder<boolean> {
  const parts = reachOf(actor, 'audit.read')
    .slice(1)
    .flatMap((part) =>
      part.units === 'all' ? [sql`true`] : part.units.length > 0 ? [sql`c.unit_id = any(${part.units})`] : [],
    );
  return parts.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(parts, sql` or `)})`;
}

export interface SharedRow {
  mac: string;
  kind: ContactKind;
  hint: string;
  people: number;
  cases: number;
  first: Day;
  last: Day;
  ofStaff: boolean;
  unitIds: string[];
}

/** Contacts under which at least so many people applied since a day; from two where it is an official's own. */
export const listShared = (tx: Tx, actor: Actor, of: { from: Day; people: number }): Promise<SharedRow[]> =>
  tx.rows(sql`select c.mac, c.kind, min(c.hint) as hint, count(distinct c.person_key)::int as people, count(*)::int as cases,
      min(c.day) as first, max(c.day) as last, bool_or(c.of_staff) as of_staff, array_agg(distinct c.unit_id) as unit_ids
    from cases.contact c where c.day >= ${of.from} and ${audited(actor)}
    group by c.mac, c.kind
    having count(distinct c.person_key) >= ${of.people} or (bool_or(c.of_staff) and count(distinct c.person_key) >= 2)
    order by count(distinct c.person_key) desc, count(*) desc, c.mac limit 200`);

export interface OfContactRow {
  id: string;
  code: string | null;
  applicantName: string;
  procedureCode: string;
  channel: string;
  unitId: string;
  submittedAt: Date;
}
/** The cases behind one contact that the actor may see. */
export const listOfContact = (
  tx: Tx,
  actor: Actor,
  of: { mac: string; from: Day },
): Promise<OfContactRow[]> =>
  tx.rows(sql`select f.id, f.code, f.applicant_name, f.procedure_code, f.channel, f.unit_id, f.submitted_at
    from cases.contact c join cases.case_file f on f.id = c.case_id and f.unit_id = c.unit_id
    where c.mac = ${of.mac} and c.day >= ${of.from} and ${audited(actor)} and ${visibleCases(actor)}
    order by f.submitted_at desc, f.id limit 200`);
