import { sql } from 'kysely';

import type { Classification } from '../../../kit/actor.ts';
import { prepared, type Tx } from '../../../kit/db.ts';
import type { Effect, MessageState } from '../rules/queue.ts';
import type { MessageService } from '../rules/wire.ts';

export interface NewMessage {
  unitId: string;
  caseId: string;
  seq: number;
  service: MessageService;
  eventKind: string;
  eventAt: Date;
  queuedAt: Date;
  dueAt: Date;
}

/** Who a message is of, and where it stands. */
export interface MessageRow extends NewMessage {
  state: MessageState;
  tries: number;
  nextTryAt: Date;
  toldAt: Date | null;
  sentAt: Date | null;
  answeredAt: Date | null;
  answer: string | null;
  status: number | null;
  missing: string[];
  sha256: string | null;
  setAside: { by: string; reason: string; at: string } | null;
  code: string | null;
  procedureCode: string;
  decisionUnitId: string | null;
  classification: Classification;
  known: boolean;
}

const columns = sql`m.unit_id, m.case_id, m.seq, m.service, m.event_kind, m.event_at, m.queued_at, m.due_at, m.state, m.tries, m.next_try_at,
  m.told_at, m.sent_at, m.answered_at, m.answer, m.status, m.missing, m.sha256, m.set_aside,
  s.code, s.procedure_code, s.decision_unit_id, s.classification, s.known`;

/** Puts messages at the end of the queue; one of a case and event that is there already is left as it is. How many are new. */
export async function queueMessages(tx: Tx, messages: readonly NewMessage[]): Promise<number> {
  if (messages.length === 0) return 0;
  const caseIds = [...new Set(messages.map(({ caseId }) => caseId))];
  tx.send(
    prepared(sql`insert into exchange.standing (unit_id, case_id, code, procedure_code, decision_unit_id, classification)
    select unit_id, case_id, code, procedure_code, decision_unit_id, classification from cases.v_exchange where case_id = any(${caseIds}::uuid[])
    on conflict (unit_id, case_id) do update set code = excluded.code, decision_unit_id = excluded.decision_unit_id, classification = excluded.classification
      where (standing.code, standing.decision_unit_id, standing.classification) is distinct from (excluded.code, excluded.decision_unit_id, excluded.classification)`),
  );
  return tx.run(
    prepared(sql`insert into exchange.message (unit_id, case_id, seq, service, event_kind, event_at, state, next_try_at, queued_at, due_at)
    select "unitId", "caseId", seq, service, "eventKind", "eventAt", 'waiting', "queuedAt", "queuedAt", "dueAt"
    from jsonb_to_recordset(${JSON.stringify(messages)}::jsonb) as t("unitId" text, "caseId" uuid, seq int, service text, "eventKind" text, "eventAt" timestamptz, "queuedAt" timestamptz, "dueAt" timestamptz)
    on conflict do nothing`),
  );
}

/** Tells a case anew as it stands: the message of its last event, whatever became of it, leaves again as a whole one. */
export const queueAgain = (tx: Tx, message: NewMessage): Promise<number> =>
  tx.run(sql`insert into exchange.message (unit_id, case_id, seq, service, event_kind, event_at, state, next_try_at, queued_at, due_at)
    values (${message.unitId}, ${message.caseId}, ${message.seq}, 'DongBoHoSoMC', ${message.eventKind}, ${message.eventAt}, 'waiting', ${message.queuedAt}, ${message.queuedAt}, ${message.dueAt})
    on conflict (unit_id, case_id, seq) do update set service = 'DongBoHoSoMC', state = 'waiting', tries = 0, next_try_at = excluded.next_try_at,
      queued_at = excluded.queued_at, due_at = excluded.due_at, told_at = null, answer = null, answered_at = null, set_aside = null`);

/** The open message of a case behind which another has to wait. */
const isBehind = sql`exists (select from exchange.message b where b.case_id = m.case_id and b.seq < m.seq and b.state in ('waiting', 'sending'))`;

/**
 * Takes the messages whose turn has come: the first open one of each case, at most `limit`, the longest waiting first. Taken ones are
 * left alone by others until `until`.
 */
export const claimMessages = (
  tx: Tx,
  now: Date,
  until: Date,
  limit: number,
): Promise<(MessageRow & { refusedBefore: boolean })[]> =>
  tx.rows(
    prepared(sql`
    with turn as materialized (
      select m.unit_id, m.case_id, m.seq from exchange.message m
      where m.state in ('waiting', 'sending') and m.next_try_at <= ${now} and not ${isBehind}
      order by m.next_try_at, m.case_id, m.seq limit ${limit} for update skip locked),
    taken as (
      update exchange.message m set state = 'sending', next_try_at = ${until}, tries = m.tries + 1 from turn
      where (m.unit_id, m.case_id, m.seq) = (turn.unit_id, turn.case_id, turn.seq) returning m.*)
    select ${columns}, exists (select from exchange.message r where r.case_id = m.case_id and r.seq < m.seq and r.service = 'DongBoHoSoMC' and r.state = 'refused') as refused_before
    from taken m join exchange.standing s on s.unit_id = m.unit_id and s.case_id = m.case_id order by m.queued_at, m.case_id, m.seq`),
  );

type Key = Pick<NewMessage, 'unitId' | 'caseId' | 'seq'>;
const is = ({ unitId, caseId, seq }: Key) =>
  sql`unit_id = ${unitId} and case_id = ${caseId} and seq = ${seq}`;

/** What a message said when it left, and what the look before found missing. */
export interface Left {
  status: number;
  missing: readonly string[];
  sha256: string;
}

/** Writes how a try ended. */
export function closeTry(
  tx: Tx,
  key: Key,
  of: {
    state: MessageState;
    /** It left as another one than it was queued as. */
    service?: MessageService | undefined;
    now: Date;
    nextTryAt: Date;
    answer: string;
    answered: boolean;
    /** Somebody is told of it now. */
    told?: boolean | undefined;
    left?: Left | undefined;
  },
): void {
  const { left } = of;
  tx.send(
    prepared(sql`update exchange.message set state = ${of.state}, service = coalesce(${of.service ?? null}, service), next_try_at = ${of.nextTryAt}, answer = ${of.answer},
      answered_at = ${of.answered ? of.now : null}, told_at = coalesce(told_at, ${of.told ? of.now : null}), sent_at = coalesce(${left ? of.now : null}, sent_at),
      status = coalesce(${left?.status ?? null}, status), missing = coalesce(${left ? [...left.missing] : null}::text[], missing), sha256 = coalesce(${left?.sha256 ?? null}, sha256)
      where ${is(key)}`),
  );
}

/** What the acknowledgement of a whole message settles for the others of its case. */
export function settleOthers(tx: Tx, { caseId, seq }: Key, { overtakes, frees }: Effect, now: Date): void {
  if (overtakes)
    tx.send(
      prepared(
        sql`update exchange.message set state = 'overtaken' where case_id = ${caseId} and seq < ${seq} and state in ('refused', 'held')`,
      ),
    );
  if (frees)
    tx.send(
      prepared(
        sql`update exchange.message set state = 'waiting', next_try_at = ${now} where case_id = ${caseId} and seq > ${seq} and state = 'held'`,
      ),
    );
}

export function keepStanding(
  tx: Tx,
  { unitId, caseId }: Pick<Key, 'unitId' | 'caseId'>,
  of: { known?: boolean | undefined; status?: number | undefined },
): void {
  tx.send(
    prepared(sql`update exchange.standing set known = coalesce(${of.known ?? null}::boolean, known), status = coalesce(${of.status ?? null}::smallint, status)
      where unit_id = ${unitId} and case_id = ${caseId}`),
  );
}

/** How many messages of some cases stand where. */
export const countByCase = (
  tx: Tx,
  caseIds: readonly string[],
): Promise<{ caseId: string; refused: number; tried: number; acknowledged: number }[]> =>
  tx.rows(
    prepared(sql`select case_id, count(*) filter (where state = 'refused')::int as refused,
      count(*) filter (where state in ('waiting', 'sending', 'held') and tries > 0)::int as tried, count(*) filter (where state = 'acknowledged')::int as acknowledged
      from exchange.message where case_id = any(${caseIds}::uuid[]) group by case_id`),
  );

/** Open messages whose acknowledgement is overdue and of which nobody has been told: they are told of now, unit by unit. */
export const takeLate = (
  tx: Tx,
  now: Date,
): Promise<{ unitId: string; count: number; code: string | null; since: Date }[]> =>
  tx.rows(
    prepared(sql`with late as (
      update exchange.message m set told_at = ${now} from exchange.standing s
      where m.told_at is null and m.due_at <= ${now} and m.state in ('waiting', 'sending', 'refused', 'held') and s.unit_id = m.unit_id and s.case_id = m.case_id
      returning coalesce(s.decision_unit_id, s.unit_id) as at_unit_id, s.code, m.queued_at)
    select at_unit_id as unit_id, count(*)::int as count, min(code) as code, min(queued_at) as since from late group by 1 order by 1`),
  );

export const lockMessage = (
  tx: Tx,
  { caseId, seq }: { caseId: string; seq: number },
): Promise<MessageRow | undefined> =>
  tx.maybe(sql`select ${columns} from exchange.message m join exchange.standing s on s.unit_id = m.unit_id and s.case_id = m.case_id
    where m.case_id = ${caseId} and m.seq = ${seq} for update of m`);

/** Sends a message again at once, as if it had never been tried. */
export const retryMessage = (tx: Tx, key: Key, now: Date): void =>
  tx.send(sql`update exchange.message set state = 'waiting', next_try_at = ${now} where ${is(key)}`);

export const setMessageAside = (tx: Tx, key: Key, by: NonNullable<MessageRow['setAside']>): void =>
  tx.send(
    sql`update exchange.message set state = 'setAside', set_aside = ${JSON.stringify(by)} where ${is(key)}`,
  );

export { columns as messageColumns };
