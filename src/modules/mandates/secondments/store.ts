import { sql } from 'kysely';

import type { Tx } from '../../../kit/db.ts';
import type { Day } from '../rules/model.ts';
import type { Secondment } from './rules.ts';

type Row = { body: Secondment };
const bodies = (rows: readonly Row[]): Secondment[] => rows.map((row) => row.body);

export async function insertSecondment(tx: Tx, one: Secondment): Promise<void> {
  await tx.run(sql`
    insert into mandates.secondment
      (id, body, person_id, from_unit_id, to_unit_id, valid_from, valid_to, assignment_id)
    values (${one.id}, ${JSON.stringify(one)}::jsonb, ${one.personId}, ${one.fromUnitId}, ${one.toUnitId},
      ${one.from}, ${one.to}, ${one.assignmentId})`);
}

export const saveSecondment = (tx: Tx, one: Secondment): Promise<unknown> =>
  tx.run(sql`
    update mandates.secondment set body = ${JSON.stringify(one)}::jsonb, valid_to = ${one.to}
    where id = ${one.id}`);

export const lockSecondment = async (tx: Tx, id: string): Promise<Secondment | undefined> =>
  (await tx.maybe<Row>(sql`select body from mandates.secondment where id = ${id} for update`))?.body;

export const findSecondment = async (tx: Tx, id: string): Promise<Secondment | undefined> =>
  (await tx.maybe<Row>(sql`select body from mandates.secondment where id = ${id}`))?.body;

export const listOfPerson = async (tx: Tx, personId: string): Promise<Secondment[]> =>
  bodies(
    await tx.rows<Row>(
      sql`select body from mandates.secondment where person_id = ${personId} order by valid_from, id`,
    ),
  );

/** Those that end after a day, of units that lend or are helped; the next to end first. */
export async function listSecondmentsAfter(
  tx: Tx,
  of: { day: Day; unitIds?: readonly string[] | undefined },
): Promise<Secondment[]> {
  const there = of.unitIds
    ? sql`and (to_unit_id = any(${of.unitIds}) or from_unit_id = any(${of.unitIds}))`
    : sql``;
  return bodies(
    await tx.rows<Row>(
      sql`select body from mandates.secondment where valid_to > ${of.day} ${there} order by valid_to, id limit 500`,
    ),
  );
}

/** Those that end up to a day and whose end was neither announced nor stated on purpose; they are marked as announced. */
export const takeEndingSecondments = async (tx: Tx, today: Day, until: Day): Promise<Secondment[]> =>
  bodies(
    await tx.rows<Row>(sql`
      update mandates.secondment set warned_for = valid_to
      where valid_to > ${today} and valid_to <= ${until} and valid_from <= ${today}
        and body -> 'endPaper' is null and warned_for is distinct from valid_to
      returning body`),
  );

/** Everything as it stands, for the comparison with the events. */
export const listLiveSecondments = async (tx: Tx): Promise<Secondment[]> =>
  bodies(await tx.rows<Row>(sql`select body from mandates.secondment order by id`));
