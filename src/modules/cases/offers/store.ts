import { sql } from 'kysely';

import type { Day } from '../../../kit/day.ts';
import { prepared, type Tx } from '../../../kit/db.ts';
import type { Applicant, Provenance } from '../rules/content.ts';
import { type LifeFact, type OfferState, wakeOn } from './rules.ts';

/** A fact of a life as it is kept. */
export interface FactRow extends LifeFact {
  unitId: string;
  id: string;
  caseId: string | null;
  authority: string | null;
  /** What the authority knows, by terms of the dictionary. */
  known: Record<string, unknown> | null;
  person: Applicant | null;
  personKey: string | null;
  accountId: string | null;
  secretHash: string | null;
}

/** What an offer has filled in. */
export interface Prepared {
  applicant: Applicant;
  values: Record<string, unknown>;
  provenance: Record<string, Provenance & { caseCode?: string }>;
  placeUnitId: string;
  /** Labels of what is still missing before it could be sent. */
  missing: readonly { vi: string; en?: string }[];
}

export interface OfferRow {
  unitId: string;
  id: string;
  factId: string;
  sourceCaseId: string | null;
  accountId: string | null;
  secretHash: string | null;
  madeAt: Date;
  state: OfferState;
  prepared: Prepared;
  version: number;
}

const factColumns = sql`l.unit_id, l.id, l.kind, l.what, l.day, l.case_id, l.authority, l.known, l.person, l.person_key, l.account_id, l.secret_hash`;
const offerColumns = sql`o.unit_id, o.id, o.fact_id, o.source_case_id, o.account_id, o.secret_hash, o.made_at, o.state, o.prepared, o.version`;

/** Keeps a fact; one that a case has told already is not kept twice. Whether it is new. */
export async function insertFact(tx: Tx, f: FactRow, now: Date): Promise<boolean> {
  const json = (value: object | null) => (value ? JSON.stringify(value) : null);
  const n = await tx.run(
    prepared(sql`insert into cases.life_fact (unit_id, id, kind, what, day, case_id, authority, known, person, person_key, account_id, secret_hash, recorded_at)
    values (${f.unitId}, ${f.id}, ${f.kind}, ${f.what}, ${f.day}, ${f.caseId}, ${f.authority}, ${json(f.known)}, ${json(f.person)}, ${f.personKey}, ${f.accountId}, ${f.secretHash}, ${now})
    on conflict do nothing`),
  );
  return n > 0;
}

/** Facts of a kind whose day lies in a range and of which no offer of the service was made, the oldest first. */
export const listDueFacts = (
  tx: Tx,
  f: { kind: string; what: string; from: Day; to: Day; procedureCode: string; limit: number },
): Promise<FactRow[]> =>
  tx.rows(
    prepared(sql`select ${factColumns} from cases.life_fact l
    where l.kind = ${f.kind} and l.what = ${f.what} and l.day between ${f.from} and ${f.to}
      and not exists (select from cases.offer o where o.fact_id = l.id and o.procedure_code = ${f.procedureCode})
    order by l.day, l.id limit ${f.limit}`),
  );

/** The newest account in which the same person has filed a case. */
export const findAccountOf = async (tx: Tx, personKey: string): Promise<string | undefined> =>
  (
    await tx.maybe<{ accountId: string }>(sql`select f.account_id from cases.applicant a
      join cases.case_file f on f.id = a.case_id and f.unit_id = a.unit_id
      where a.key = ${personKey} and f.account_id is not null order by f.submitted_at desc limit 1`)
  )?.accountId;

/** Adds an offer; nothing where one was made for the fact before. Whether it is new. */
export async function insertOffer(tx: Tx, o: OfferRow): Promise<boolean> {
  const { state: s } = o;
  const n = await tx.run(
    sql`insert into cases.offer (unit_id, id, fact_id, source_case_id, procedure_code, status, level, case_id, account_id, secret_hash, wake_on, made_at, state, prepared, version, changed_at)
    values (${o.unitId}, ${o.id}, ${o.factId}, ${o.sourceCaseId}, ${s.procedureCode}, ${s.status}, ${s.level}, ${s.caseId ?? null}, ${o.accountId}, ${o.secretHash}, ${wakeOn(s) ?? null},
      ${o.madeAt}, ${JSON.stringify(s)}, ${JSON.stringify(o.prepared)}, ${o.version}, ${o.madeAt}) on conflict do nothing`,
  );
  return n > 0;
}

export async function updateOffer(tx: Tx, o: OfferRow, now: Date): Promise<void> {
  const { state: s } = o;
  await tx.run(
    sql`update cases.offer set status = ${s.status}, case_id = ${s.caseId ?? null}, wake_on = ${wakeOn(s) ?? null}, state = ${JSON.stringify(s)},
      version = version + 1, changed_at = ${now} where id = ${o.id} and unit_id = ${o.unitId}`,
  );
}

export const lockOffer = (tx: Tx, id: string): Promise<OfferRow | undefined> =>
  tx.maybe(sql`select ${offerColumns} from cases.offer o where o.id = ${id} for update`);
export const findOffer = (tx: Tx, id: string): Promise<OfferRow | undefined> =>
  tx.maybe(sql`select ${offerColumns} from cases.offer o where o.id = ${id}`);

export const listByAccount = (tx: Tx, accountId: string): Promise<OfferRow[]> =>
  tx.rows(
    sql`select ${offerColumns} from cases.offer o where o.account_id = ${accountId} order by o.made_at desc, o.id desc limit 50`,
  );
/** Offers that came of a case, or of which the case came. */
export const listAround = (tx: Tx, caseId: string): Promise<OfferRow[]> =>
  tx.rows(
    sql`select ${offerColumns} from cases.offer o where o.source_case_id = ${caseId} or o.case_id = ${caseId} order by o.made_at, o.id limit 50`,
  );
/** Open offers that came of a case, locked. */
export const lockOpenOf = (tx: Tx, caseId: string): Promise<OfferRow[]> =>
  tx.rows(
    sql`select ${offerColumns} from cases.offer o where o.source_case_id = ${caseId} and o.status = 'open' order by o.id for update`,
  );

/** Offers to which time does something today, the oldest first. */
export const listAwakeOffers = (tx: Tx, today: Day, limit: number): Promise<{ id: string }[]> =>
  tx.rows(
    sql`select id from cases.offer where wake_on is not null and wake_on <= ${today} order by wake_on, id limit ${limit}`,
  );

/** How many offers of some units stand in each state, and how many began by themselves on a day. */
export const countOffers = (
  tx: Tx,
  unitIds: readonly string[],
  since: Date,
): Promise<{ status: string; n: number; today: number }[]> =>
  tx.rows(sql`select status, count(*) as n, count(*) filter (where changed_at >= ${since}) as today
    from cases.offer where unit_id = any(${[...unitIds]}) group by status order by status`);

export interface ConsentRow {
  unitId: string;
  id: string;
  accountId: string | null;
  caseId: string | null;
  procedureCode: string;
  givenAt: Date;
}
const consentColumns = sql`unit_id, id, account_id, case_id, procedure_code, given_at`;

export const insertConsent = async (tx: Tx, c: ConsentRow): Promise<boolean> =>
  (await tx.run(sql`insert into cases.consent (unit_id, id, account_id, case_id, procedure_code, given_at)
    values (${c.unitId}, ${c.id}, ${c.accountId}, ${c.caseId}, ${c.procedureCode}, ${c.givenAt}) on conflict do nothing`)) >
  0;
export const endConsent = (tx: Tx, id: string, now: Date): Promise<number> =>
  tx.run(sql`update cases.consent set withdrawn_at = ${now} where id = ${id} and withdrawn_at is null`);
export const findConsent = (
  tx: Tx,
  by: { accountId: string | null; caseId: string | null; procedureCode: string },
): Promise<ConsentRow | undefined> =>
  tx.maybe(sql`select ${consentColumns} from cases.consent
    where procedure_code = ${by.procedureCode} and withdrawn_at is null
      and (account_id = ${by.accountId} or case_id = ${by.caseId}::uuid) order by given_at limit 1`);
export const findConsentById = (tx: Tx, id: string): Promise<ConsentRow | undefined> =>
  tx.maybe(sql`select ${consentColumns} from cases.consent where id = ${id} and withdrawn_at is null`);
export const listConsentsAfter = (tx: Tx, caseId: string): Promise<ConsentRow[]> =>
  tx.rows(
    sql`select ${consentColumns} from cases.consent where case_id = ${caseId} and withdrawn_at is null order by given_at, id`,
  );
export const listConsentsOf = (tx: Tx, accountId: string): Promise<ConsentRow[]> =>
  tx.rows(
    sql`select ${consentColumns} from cases.consent where account_id = ${accountId} and withdrawn_at is null order by given_at, id`,
  );

/** Live rows as a replay compares them. */
export const listLiveOffers = (
  tx: Tx,
  ids: readonly string[],
): Promise<
  {
    id: string;
    state: OfferState;
    status: string;
    level: number;
    caseId: string | null;
    wakeOn: Day | null;
  }[]
> =>
  tx.rows(
    sql`select id, state, status, level, case_id, wake_on from cases.offer where id = any(${[...ids]}::uuid[])`,
  );
export const countAllOffers = async (tx: Tx): Promise<number> =>
  (await tx.one<{ n: number }>(sql`select count(*) as n from cases.offer`)).n;
