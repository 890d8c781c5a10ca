import { sql } from 'kysely';

import type { Tx } from '../../../kit/db.ts';
import type { Day, UnitId } from '../rules/model.ts';
import type { Rank } from '../rules/office.ts';

export type Person = { id: string; fullName: string; email: string | null; phone: string | null };
export type Position = {
  id: string;
  unitId: UnitId;
  titleVi: string;
  titleEn: string;
  rank: Rank;
  validFrom: Day;
  validTo: Day | null;
};
export type Appointment = {
  id: string;
  positionId: string;
  personId: string;
  validFrom: Day;
  validTo: Day | null;
  paper: string;
  endPaper: string | null;
};
export type OfficeHolder = {
  unitId: UnitId;
  positionId: string;
  titleVi: string;
  titleEn: string;
  rank: Rank;
  appointmentId: string | null;
  personId: string | null;
  personName: string | null;
  validFrom: Day | null;
  validTo: Day | null;
  paper: string | null;
};

const rankOrder = sql`array_position(array['head', 'deputy', 'standingOffice', 'coordinator', 'official'], p.rank)`;

/** Positions of the units on `day` with who held them, heads first; vacant positions too. */
export async function listOfficeHolders(
  tx: Tx,
  unitIds: readonly UnitId[],
  day: Day,
): Promise<OfficeHolder[]> {
  return tx.rows<OfficeHolder>(sql`
    select p.unit_id, p.id as position_id, p.title_vi, p.title_en, p.rank, a.id as appointment_id,
      n.id as person_id, n.full_name as person_name, a.valid_from, a.valid_to, a.paper
    from organisations.position p
    left join organisations.appointment a on a.position_id = p.id
      and a.valid_from <= ${day} and (a.valid_to is null or a.valid_to > ${day})
    left join organisations.person n on n.id = a.person_id
    where p.unit_id = any(${unitIds}::text[]) and p.valid_from <= ${day} and (p.valid_to is null or p.valid_to > ${day})
    order by p.unit_id, ${rankOrder}, p.title_vi, p.id`);
}

export type Contact = { personId: string; fullName: string; email: string | null; phone: string | null };

/** The people who hold positions of these ranks in the unit on `day`, with their addresses; for reminders. */
export async function listContacts(
  tx: Tx,
  unitId: UnitId,
  day: Day,
  ranks: readonly Rank[],
): Promise<(Contact & { rank: Rank })[]> {
  return tx.rows(sql`
    select p.rank, n.id as person_id, n.full_name, n.email, n.phone
    from organisations.position p
    join organisations.appointment a on a.position_id = p.id
      and a.valid_from <= ${day} and (a.valid_to is null or a.valid_to > ${day})
    join organisations.person n on n.id = a.person_id
    where p.unit_id = ${unitId} and p.rank = any(${ranks}::text[])
      and p.valid_from <= ${day} and (p.valid_to is null or p.valid_to > ${day})
    order by ${rankOrder}, n.full_name, n.id`);
}

/** The units in which a person must hold or have held a position to be seen; people without any are seen by all who staff. */
export type Seen = 'all' | readonly UnitId[];

function visible(seen: Seen) {
  if (seen === 'all') return sql`true`;
  return sql`(not exists (select from organisations.appointment a where a.person_id = n.id)
    or exists (select from organisations.appointment a join organisations.position p on p.id = a.position_id
      where a.person_id = n.id and p.unit_id = any(${seen}::text[])))`;
}

export async function listPeople(
  tx: Tx,
  seen: Seen,
  search: string | undefined,
  after: readonly unknown[] | undefined,
  limit: number,
): Promise<Person[]> {
  const found = search ? sql`kit.fold(full_name) like '%' || kit.fold(${search}) || '%'` : sql`true`;
  const later = after ? sql`(kit.fold(full_name), id::text) > (${after[0]}, ${after[1]})` : sql`true`;
  return tx.rows<Person>(sql`
    select id, full_name, email, phone from organisations.person n where ${visible(seen)} and ${found} and ${later}
    order by kit.fold(full_name), id::text limit ${limit}`);
}

/** The sort key of a person in `listPeople`, as the database folds it. */
export async function personKey(tx: Tx, person: Person): Promise<[string, string]> {
  const { folded } = await tx.one<{ folded: string }>(sql`select kit.fold(${person.fullName}) as folded`);
  return [folded, person.id];
}

/** The person, if one may see him. */
export async function findPerson(tx: Tx, seen: Seen, id: string): Promise<Person | undefined> {
  return tx.maybe<Person>(sql`
    select id, full_name, email, phone from organisations.person n where id = ${id} and ${visible(seen)}`);
}

/** Names of people by id, whoever asks: for replies whose readers see the people anyway. */
export async function listPersonNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.rows<{ id: string; fullName: string }>(
    sql`select id, full_name from organisations.person where id = any(${ids}::uuid[])`,
  );
  return new Map(rows.map((row) => [row.id, row.fullName]));
}

export async function findPersonByEmail(tx: Tx, email: string): Promise<Person | undefined> {
  return tx.maybe<Person>(
    sql`select id, full_name, email, phone from organisations.person where lower(email) = lower(${email})`,
  );
}

export async function savePerson(tx: Tx, person: Person, at: Date): Promise<void> {
  await tx.run(sql`
    insert into organisations.person (id, full_name, email, phone, recorded_at)
    values (${person.id}, ${person.fullName}, ${person.email}, ${person.phone}, ${at})
    on conflict (id) do update set full_name = excluded.full_name, email = excluded.email, phone = excluded.phone`);
}

export async function lockPosition(tx: Tx, id: string): Promise<Position | undefined> {
  return tx.maybe<Position>(sql`
    select id, unit_id, title_vi, title_en, rank, valid_from, valid_to from organisations.position where id = ${id} for update`);
}

export async function savePosition(tx: Tx, position: Position, at: Date): Promise<void> {
  await tx.run(sql`
    insert into organisations.position (id, unit_id, title_vi, title_en, rank, valid_from, valid_to, recorded_at)
    values (${position.id}, ${position.unitId}, ${position.titleVi}, ${position.titleEn}, ${position.rank},
      ${position.validFrom}, ${position.validTo}, ${at})
    on conflict (id) do update set valid_to = excluded.valid_to`);
}

export async function listAppointments(tx: Tx, positionId: string): Promise<Appointment[]> {
  return tx.rows<Appointment>(sql`
    select id, position_id, person_id, valid_from, valid_to, paper, end_paper from organisations.appointment
    where position_id = ${positionId} order by valid_from`);
}

export type Service = Appointment & Pick<Position, 'unitId' | 'titleVi' | 'titleEn' | 'rank'>;

export async function listService(tx: Tx, personId: string): Promise<Service[]> {
  return tx.rows<Service>(sql`
    select a.id, a.position_id, a.person_id, a.valid_from, a.valid_to, a.paper, a.end_paper,
      p.unit_id, p.title_vi, p.title_en, p.rank
    from organisations.appointment a join organisations.position p on p.id = a.position_id
    where a.person_id = ${personId} order by a.valid_from desc, a.id`);
}

export async function lockAppointment(tx: Tx, id: string): Promise<Appointment | undefined> {
  return tx.maybe<Appointment>(sql`
    select id, position_id, person_id, valid_from, valid_to, paper, end_paper from organisations.appointment
    where id = ${id} for update`);
}

export async function saveAppointment(tx: Tx, appointment: Appointment, at: Date): Promise<void> {
  await tx.run(sql`
    insert into organisations.appointment (id, position_id, person_id, valid_from, valid_to, paper, end_paper, recorded_at)
    values (${appointment.id}, ${appointment.positionId}, ${appointment.personId}, ${appointment.validFrom},
      ${appointment.validTo}, ${appointment.paper}, ${appointment.endPaper}, ${at})
    on conflict (id) do update set valid_to = excluded.valid_to, end_paper = excluded.end_paper`);
}

/** The positions of units that end, each with the day of its unit's end, that go on past it; locked. */
export async function lockPositionsPast(
  tx: Tx,
  ends: readonly { unitId: UnitId; on: Day }[],
): Promise<(Position & { on: Day })[]> {
  return tx.rows(sql`
    select p.id, p.unit_id, p.title_vi, p.title_en, p.rank, p.valid_from, p.valid_to, e.on_day as "on"
    from organisations.position p
    join unnest(${ends.map((end) => end.unitId)}::text[], ${ends.map((end) => end.on)}::date[]) e(unit_id, on_day) on e.unit_id = p.unit_id
    where p.valid_to is null or p.valid_to > e.on_day order by p.id for update of p`);
}

/** The appointments to a position that go on past a day; locked. */
export async function lockAppointmentsPast(tx: Tx, positionId: string, on: Day): Promise<Appointment[]> {
  return tx.rows<Appointment>(sql`
    select id, position_id, person_id, valid_from, valid_to, paper, end_paper from organisations.appointment
    where position_id = ${positionId} and (valid_to is null or valid_to > ${on}) order by id for update`);
}
