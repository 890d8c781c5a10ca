import { sql } from 'kysely';

import type { Actor } from '../../../kit/actor.ts';
import type { Tx } from '../../../kit/db.ts';
import type { Conflict } from '../rules/conflict.ts';
import { visibleStanding } from './list.ts';

export interface ConflictRow {
  id: string;
  unitId: string;
  decisionUnitId: string | null;
  procedureCode: string;
  state: Conflict;
}
const columns = sql`c.id, c.unit_id, c.state, s.decision_unit_id, s.procedure_code`;
const joined = sql`exchange.conflict c join exchange.standing s on s.unit_id = c.unit_id and s.case_id = c.case_id`;

/** Opens a conflict; the portal may know a case of which nothing was ever sent. */
export function insertConflict(tx: Tx, id: string, unitId: string, state: Conflict): void {
  tx.send(sql`insert into exchange.standing (unit_id, case_id, code, procedure_code, decision_unit_id, classification, known)
    select unit_id, case_id, code, procedure_code, decision_unit_id, classification, true from cases.v_exchange where case_id = ${state.caseId} on conflict do nothing`);
  tx.send(sql`insert into exchange.conflict (id, unit_id, case_id, found_at, open, state)
    values (${id}, ${unitId}, ${state.caseId}, ${state.foundAt}, true, ${JSON.stringify(state)})`);
}

export const updateConflict = (tx: Tx, id: string, state: Conflict): void =>
  tx.send(
    sql`update exchange.conflict set state = ${JSON.stringify(state)}, open = ${state.settled === undefined} where id = ${id}`,
  );

export const findOpenConflict = (
  tx: Tx,
  caseId: string,
): Promise<{ id: string; unitId: string; state: Conflict } | undefined> =>
  tx.maybe(sql`select id, unit_id, state from exchange.conflict where case_id = ${caseId} and open`);

export const lockConflict = (tx: Tx, actor: Actor, id: string): Promise<ConflictRow | undefined> =>
  tx.maybe(
    sql`select ${columns} from ${joined} where c.id = ${id} and ${visibleStanding(actor)} for update of c`,
  );

export const listConflictRows = (
  tx: Tx,
  actor: Actor,
  of: { open: boolean; after: readonly unknown[] | undefined; limit: number },
): Promise<ConflictRow[]> =>
  tx.rows(sql`select ${columns} from ${joined} where c.open = ${of.open} and ${visibleStanding(actor)}
    ${of.after ? sql`and (c.found_at, c.id) < (${of.after[0]}::timestamptz, ${of.after[1]}::uuid)` : sql``}
    order by c.found_at desc, c.id desc limit ${of.limit}`);

/** Remembers a pair of statuses that somebody has noted as different. */
export const noteStanding = (tx: Tx, caseId: string, ours: number | null, theirs: string | null): void =>
  tx.send(
    sql`update exchange.standing set noted_ours = ${ours}, noted_theirs = ${theirs} where case_id = ${caseId}`,
  );

/** The cases about which nobody has decided yet. */
export const listConflicting = async (tx: Tx): Promise<Set<string>> =>
  new Set(
    (await tx.rows<{ caseId: string }>(sql`select case_id from exchange.conflict where open`)).map(
      ({ caseId }) => caseId,
    ),
  );

/** All of them, for comparing them with their events. */
export const listAllConflicts = (tx: Tx): Promise<{ id: string; state: Conflict }[]> =>
  tx.rows(sql`select id, state from exchange.conflict order by id`);
