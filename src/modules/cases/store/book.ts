import { sql } from 'kysely';

import type { Actor } from '../../../kit/actor.ts';
import type { Tx } from '../../../kit/db.ts';
import type { CaseState } from '../rules/model.ts';
import { visibleCases } from './visible.ts';

export interface BookRow {
  id: string;
  unitId: string;
  field: string;
  state: CaseState;
}

/** Cases that were open at some moment of a period, by deciding unit; page by page, since a year of a province is long. */
export const listForBook = (
  tx: Tx,
  actor: Actor,
  q: { units: readonly string[]; from: Date; until: Date; after: string | undefined; limit: number },
): Promise<BookRow[]> =>
  tx.rows(sql`select f.id, coalesce(f.decision_unit_id, f.unit_id) as unit_id, f.field, f.state from cases.case_file f
    where (f.decision_unit_id = any(${q.units}) or (f.decision_unit_id is null and f.unit_id = any(${q.units})))
      and f.received_at < ${q.until} and (f.ended_at is null or f.ended_at >= ${q.from})
      and ${q.after ? sql`f.id > ${q.after}::uuid` : sql`true`} and ${visibleCases(actor)}
    order by f.id limit ${q.limit}`);

export interface DayRow {
  id: string;
  code: string | null;
  procedureCode: string;
  applicantName: string;
  channel: 'online' | 'desk' | 'post' | 'helper';
  handling: CaseState['handling'];
  decisionUnitId: string | null;
  receivedAt: Date;
  dueAt: Date | null;
  endedAt: Date | null;
  returnedAt: string | null;
}

/** What a desk received between two moments, in the order in which it came: form 07. */
export const listDayBook = (
  tx: Tx,
  actor: Actor,
  q: {
    units: readonly string[];
    from: Date;
    until: Date;
    after: readonly unknown[] | undefined;
    limit: number;
  },
): Promise<DayRow[]> =>
  tx.rows(sql`select f.id, f.code, f.procedure_code, f.applicant_name, f.channel, f.handling, f.decision_unit_id, f.received_at, f.due_at, f.ended_at,
      f.state->>'returnedAt' as returned_at
    from cases.case_file f where f.unit_id = any(${q.units}) and f.received_at >= ${q.from} and f.received_at < ${q.until}
      and ${q.after ? sql`(f.received_at, f.id) > (${q.after[0]}::timestamptz, ${q.after[1]}::uuid)` : sql`true`} and ${visibleCases(actor)}
    order by f.received_at, f.id limit ${q.limit}`);
