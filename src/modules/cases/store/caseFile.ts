import { sql } from 'kysely';

import type { Actor, Classification } from '../../../kit/actor.ts';
import { dayOf } from '../../../kit/day.ts';
import { prepared, type Tx } from '../../../kit/db.ts';
import { missing } from '../../../kit/problems.ts';
import type { CaseState, Handling, Payment } from '../rules/model.ts';
import { provincialOnTime } from '../rules/onTime.ts';
import { wakeAt } from '../rules/wake.ts';
import { visibleCases } from './visible.ts';

/** Where the work on a case stands, as lists and counts ask. */
export const works = ['submitted', 'working', 'waiting', 'ready', 'ended'] as const;
export type Work = (typeof works)[number];

const workOf: Partial<Record<Handling, Work>> = {
  submitted: 'submitted',
  received: 'working',
  handling: 'working',
  supplementAsked: 'waiting',
  awaitingDuty: 'waiting',
  finished: 'ready',
};

/** What of the row is stated once and does not follow from the events' state. */
export interface CaseIdentity {
  unitId: string;
  id: string;
  classification: Classification;
  accountId: string | null;
  applicantName: string;
  secretHash: string | null;
}
export interface CaseRow extends CaseIdentity {
  state: CaseState;
  version: number;
}

/** The columns of a row that follow from its state: what `lienthong verify` computes again and compares. */
export function columnsOf(state: CaseState): Record<string, string | null> {
  const verdict = state.ended ? provincialOnTime(state, dayOf(state.lastAt)) : 'notCounted';
  return {
    code: state.code ?? null,
    versionId: state.versionId,
    decisionUnitId: state.places.decision ?? null,
    atUnitId: state.atUnitId,
    handling: state.handling,
    payment: state.payment,
    // A result that does not hold is not handed out any more.
    work: state.decision?.revoked ? 'ended' : (workOf[state.handling] ?? 'ended'),
    stepKey: state.step?.key ?? null,
    stepRole: state.step?.role ?? null,
    personId: state.personId ?? null,
    receivedAt: state.receivedAt ?? null,
    dueAt: state.due.at ?? null,
    stepDueAt: state.step?.dueAt ?? null,
    endedAt: state.ended?.at ?? null,
    verdict: verdict === 'notCounted' ? null : verdict,
    wakeAt: wakeAt(state) ?? null,
  };
}

/** Adds the row of a new case; nobody waits for it. */
export function insertCase(tx: Tx, r: CaseRow, now: Date): void {
  const c = columnsOf(r.state);
  const { state } = r;
  tx.send(
    prepared(sql`insert into cases.case_file (unit_id, id, code, procedure_code, field, version_id, channel, classification, decision_unit_id, at_unit_id, return_unit_id,
      handling, payment, work, step_key, step_role, person_id, account_id, applicant_name, submitted_at, received_at, due_at, step_due_at, ended_at, verdict, wake_at, secret_hash, state, version, changed_at)
    values (${r.unitId}, ${r.id}, ${c['code']}, ${state.procedureCode}, ${state.field}, ${c['versionId']}, ${state.channel}, ${r.classification}, ${c['decisionUnitId']}, ${c['atUnitId']}, ${state.places.returnTo},
      ${c['handling']}, ${c['payment']}, ${c['work']}, ${c['stepKey']}, ${c['stepRole']}, ${c['personId']}, ${r.accountId}, ${r.applicantName}, ${state.submittedAt}, ${c['receivedAt']}, ${c['dueAt']}, ${c['stepDueAt']},
      ${c['endedAt']}, ${c['verdict']}, ${c['wakeAt']}, ${r.secretHash}, ${JSON.stringify(state)}, ${r.version}, ${now})`),
  );
}

/** Saves what events made of a locked row; nobody waits for it. */
export function updateCase(tx: Tx, r: CaseRow, now: Date): void {
  const c = columnsOf(r.state);
  tx.send(
    prepared(sql`update cases.case_file set code = ${c['code']}, version_id = ${c['versionId']}, decision_unit_id = ${c['decisionUnitId']}, at_unit_id = ${c['atUnitId']},
      handling = ${c['handling']}, payment = ${c['payment']}, work = ${c['work']}, step_key = ${c['stepKey']}, step_role = ${c['stepRole']}, person_id = ${c['personId']},
      received_at = ${c['receivedAt']}, due_at = ${c['dueAt']}, step_due_at = ${c['stepDueAt']}, ended_at = ${c['endedAt']}, verdict = ${c['verdict']}, wake_at = ${c['wakeAt']},
      state = ${JSON.stringify(r.state)}, version = version + 1, changed_at = ${now} where id = ${r.id} and unit_id = ${r.unitId}`),
  );
}

const columns = sql`f.unit_id, f.id, f.classification, f.account_id, f.applicant_name, f.secret_hash, f.state, f.version`;

/** Takes the row of a case the actor may see; 404 otherwise. */
export async function lockCase(tx: Tx, actor: Actor, id: string): Promise<CaseRow> {
  const row = await tx.maybe<CaseRow>(
    prepared(
      sql`select ${columns} from cases.case_file f where f.id = ${id} and ${visibleCases(actor)} for update`,
    ),
  );
  return row ?? missing();
}

/** Takes the rows of many cases at once, those the actor may see, in one order for everybody. */
export const lockCases = (tx: Tx, actor: Actor, ids: readonly string[]): Promise<CaseRow[]> =>
  tx.rows(
    sql`select ${columns} from cases.case_file f where f.id = any(${ids}::uuid[]) and ${visibleCases(actor)} order by f.id for update`,
  );

/** Takes a case for whoever proves himself otherwise: by its secret, its code at the gateway, or as the passing of time. */
export const lockBare = (tx: Tx, by: { id: string } | { code: string }): Promise<CaseRow | undefined> =>
  tx.maybe(
    'id' in by
      ? sql`select ${columns} from cases.case_file f where f.id = ${by.id} for update`
      : sql`select ${columns} from cases.case_file f where f.code = ${by.code} for update`,
  );

export async function getCaseRow(tx: Tx, actor: Actor, id: string): Promise<CaseRow> {
  const row = await tx.maybe<CaseRow>(
    prepared(sql`select ${columns} from cases.case_file f where f.id = ${id} and ${visibleCases(actor)}`),
  );
  return row ?? missing();
}

export const findByCode = (tx: Tx, code: string): Promise<CaseRow | undefined> =>
  tx.maybe(sql`select ${columns} from cases.case_file f where f.code = ${code}`);

export const findById = (tx: Tx, id: string): Promise<CaseRow | undefined> =>
  tx.maybe(prepared(sql`select ${columns} from cases.case_file f where f.id = ${id}`));

/** Which of some cases have ended. */
export const listEnded = async (tx: Tx, ids: readonly string[]): Promise<Set<string>> =>
  new Set(
    (
      await tx.rows<{ id: string }>(
        prepared(sql`select id from cases.case_file where id = any(${ids}::uuid[]) and ended_at is not null`),
      )
    ).map(({ id }) => id),
  );

/** Cases for which a time has run out, the longest first. */
export const listAwake = (tx: Tx, now: Date, limit: number): Promise<{ id: string }[]> =>
  tx.rows(
    sql`select id from cases.case_file where wake_at is not null and wake_at <= ${now} order by wake_at, id limit ${limit}`,
  );

/** Running cases with a promise after `after`, page by page: those whose dates a new calendar may move. */
export const listRunning = (tx: Tx, after: string | undefined, limit: number): Promise<CaseRow[]> =>
  tx.rows(sql`select ${columns} from cases.case_file f where f.work in ('working', 'waiting') and f.received_at is not null
    ${after ? sql`and f.id > ${after}::uuid` : sql``} order by f.id limit ${limit} for update`);

export type { Handling, Payment };
