import { sql } from 'kysely';

import type { Tx } from '../../../kit/db.ts';
import type { Day } from '../rules/model.ts';
import type { Certificate, CertificateDuty } from './rules.ts';

/** Adds a certificate; false where its issuer has given this serial number to one that is registered. */
export async function insertCertificate(tx: Tx, one: Certificate): Promise<boolean> {
  const made = await tx.maybe(sql`
    insert into mandates.certificate (id, body, unit_id, person_id, serial, issuer, valid_to)
    values (${one.id}, ${JSON.stringify(one)}::jsonb, ${one.unitId}, ${one.personId ?? null}, ${one.serial},
      ${one.issuer}, ${one.to})
    on conflict do nothing returning id`);
  return made !== undefined;
}

export const saveCertificate = (tx: Tx, one: Certificate): Promise<unknown> =>
  tx.run(sql`update mandates.certificate set body = ${JSON.stringify(one)}::jsonb where id = ${one.id}`);

type Body<T> = { body: T };

export const lockCertificate = async (tx: Tx, id: string): Promise<Certificate | undefined> =>
  (await tx.maybe<Body<Certificate>>(sql`select body from mandates.certificate where id = ${id} for update`))
    ?.body;

export const findCertificate = async (tx: Tx, id: string): Promise<Certificate | undefined> =>
  (await tx.maybe<Body<Certificate>>(sql`select body from mandates.certificate where id = ${id}`))?.body;

/** Certificates of a unit or of a person, or with a serial number; the newest end first. */
export async function listCertificatesOf(
  tx: Tx,
  of: { unitId: string } | { personId: string } | { serial: string },
): Promise<Certificate[]> {
  const where =
    'unitId' in of
      ? sql`unit_id = ${of.unitId}`
      : 'personId' in of
        ? sql`person_id = ${of.personId}`
        : sql`serial = ${of.serial}`;
  const rows = await tx.rows<Body<Certificate>>(
    sql`select body from mandates.certificate where ${where} order by valid_to desc, id limit 500`,
  );
  return rows.map((row) => row.body);
}

/** Whether one of these units signs with certificates on a day, and the certificates with a serial number: one look. */
export async function getSigning(
  tx: Tx,
  asked: { unitIds: readonly string[]; day: Day; serial: string },
): Promise<{ isDuty: boolean; found: Certificate[] }> {
  return tx.one(sql`
    select exists (select from mandates.certificate_duty where unit_id = any(${asked.unitIds})
        and valid_from <= ${asked.day} and (valid_to is null or valid_to > ${asked.day})) as is_duty,
      (select coalesce(json_agg(body), '[]') from mandates.certificate where serial = ${asked.serial}) as found`);
}

/** Certificates whose end lies before an instant, not after their end and not revoked, with the last reminder given. */
export async function lockEnding(
  tx: Tx,
  now: Date,
  until: Date,
): Promise<{ certificate: Certificate; warned: number | null }[]> {
  return tx.rows(sql`
    select body as certificate, warned from mandates.certificate
    where valid_to > ${now} and valid_to <= ${until} and body -> 'revoked' is null
    order by id for update`);
}

export const saveWarned = (tx: Tx, id: string, days: number): Promise<unknown> =>
  tx.run(sql`update mandates.certificate set warned = ${days} where id = ${id}`);

export async function insertDuty(tx: Tx, duty: CertificateDuty): Promise<void> {
  await tx.run(sql`
    insert into mandates.certificate_duty (id, body, unit_id, valid_from, valid_to)
    values (${duty.id}, ${JSON.stringify(duty)}::jsonb, ${duty.unitId}, ${duty.from}, ${duty.to ?? null})`);
}

export const saveDuty = (tx: Tx, duty: CertificateDuty): Promise<unknown> =>
  tx.run(sql`
    update mandates.certificate_duty set body = ${JSON.stringify(duty)}::jsonb, valid_to = ${duty.to ?? null}
    where id = ${duty.id}`);

export const lockDuty = async (tx: Tx, id: string): Promise<CertificateDuty | undefined> =>
  (
    await tx.maybe<Body<CertificateDuty>>(
      sql`select body from mandates.certificate_duty where id = ${id} for update`,
    )
  )?.body;

export async function listDuties(tx: Tx, unitId: string): Promise<CertificateDuty[]> {
  const rows = await tx.rows<Body<CertificateDuty>>(
    sql`select body from mandates.certificate_duty where unit_id = ${unitId} order by valid_from, id`,
  );
  return rows.map((row) => row.body);
}

/** Everything as it stands, for the comparison with the events. */
export async function listLiveCertificates(
  tx: Tx,
): Promise<{ stream: string; body: Certificate | CertificateDuty }[]> {
  return tx.rows(sql`
    select 'certificate:' || id as stream, body from mandates.certificate
    union all select 'certificateDuty:' || id, body from mandates.certificate_duty`);
}
