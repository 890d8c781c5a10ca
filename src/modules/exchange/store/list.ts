import { type RawBuilder, sql } from 'kysely';

import { type Actor, reachOf } from '../../../kit/actor.ts';
import { prepared, type Tx } from '../../../kit/db.ts';
import type { MessageState } from '../rules/queue.ts';
import { messageColumns, type MessageRow } from './message.ts';

const VIEW = 'exchange.view';

/**
 * Of which cases (columns unit_id, decision_unit_id, classification of alias `s`) the actor sees messages: those received or decided
 * by a unit within his reach, up to his clearance. The one expression of every list and count.
 */
export function visibleStanding(actor: Actor, permission = VIEW): RawBuilder<boolean> {
  const parts = reachOf(actor, permission)
    .slice(1)
    .map(({ units, classifications }) => {
      const cleared = sql`s.classification = any(${classifications})`;
      if (units === 'all') return cleared;
      return sql`(${cleared} and (s.unit_id = any(${units}) or s.decision_unit_id = any(${units})))`;
    });
  return parts.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(parts, sql` or `)})`;
}

export interface MessageFilter {
  states: readonly MessageState[] | undefined;
  lateAt?: Date | undefined;
  unitIds?: readonly string[] | undefined;
  code?: string | undefined;
  caseId?: string | undefined;
  missing?: boolean | undefined;
}

const joined = sql`exchange.message m join exchange.standing s on s.unit_id = m.unit_id and s.case_id = m.case_id`;

/** Messages, those queued last first. */
export function listMessageRows(
  tx: Tx,
  actor: Actor,
  filter: MessageFilter & { after?: readonly unknown[] | undefined; limit: number; permission?: string },
): Promise<MessageRow[]> {
  const { states, lateAt, unitIds, code, caseId, missing, after, limit, permission } = filter;
  const wanted = [
    visibleStanding(actor, permission),
    states && sql`m.state in (${sql.join(states.map((state) => sql.lit(state)))})`,
    lateAt && sql`m.due_at <= ${lateAt}`,
    unitIds && sql`(s.unit_id = any(${unitIds}) or s.decision_unit_id = any(${unitIds}))`,
    code && sql`s.code = ${code}`,
    caseId && sql`m.case_id = ${caseId}`,
    missing && sql`m.missing <> '{}'`,
    after &&
      sql`(m.queued_at, m.case_id, m.seq) < (${after[0]}::timestamptz, ${after[1]}::uuid, ${after[2]}::int)`,
  ].filter((part) => part !== undefined && part !== false && part !== '');
  return tx.rows(sql`select ${messageColumns} from ${joined} where ${sql.join(wanted, sql` and `)}
    order by m.queued_at desc, m.case_id desc, m.seq desc limit ${limit}`);
}

export interface Summary {
  open: number;
  late: number;
  refused: number;
  conflicts: number;
  lastAnswerAt: Date | null;
}

/** How many messages stand where, of those the actor sees. */
export const countMessages = (tx: Tx, actor: Actor, at: { now: Date }): Promise<Summary> =>
  tx.one(
    prepared(sql`with seen as (
      select count(*)::int as open, count(*) filter (where m.due_at <= ${at.now})::int as late, count(*) filter (where m.state = 'refused')::int as refused
      from ${joined} where m.state in ('waiting', 'sending', 'refused', 'held') and ${visibleStanding(actor)})
    select seen.*,
      (select count(*)::int from exchange.conflict c join exchange.standing s on s.unit_id = c.unit_id and s.case_id = c.case_id where c.open and ${visibleStanding(actor)}) as conflicts,
      (select answered_at from exchange.message where answered_at is not null order by answered_at desc limit 1) as last_answer_at
    from seen`),
  );
