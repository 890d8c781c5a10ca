import { sql, type RawBuilder } from 'kysely';

import { type Actor, type Classification, reachOf } from '../../../kit/actor.ts';
import type { Day } from '../../../kit/day.ts';
import type { Tx } from '../../../kit/db.ts';
import { missing } from '../../../kit/problems.ts';

export interface MeetingRow {
  id: string;
  unitId: string;
  name: string;
  heldOn: Day;
  state: 'planned' | 'held';
  classification: Classification;
  directiveIds: string[];
  agenda: unknown[] | null;
  agendaAt: Date | null;
}
export interface ConclusionRow {
  no: number;
  body: string;
  taskId: string | null;
  taskRef: string | null;
}

const columns = sql`m.id, m.unit_id, m.name, m.held_on, m.state, m.classification, m.directive_ids, m.agenda, m.agenda_at`;

function visible(actor: Actor): RawBuilder<unknown> {
  const parts = reachOf(actor, 'directive.view').map((part) => {
    const cleared = sql`m.classification = any(${part.classifications})`;
    return part.units === 'all' ? cleared : sql`(${cleared} and m.unit_id = any(${part.units}))`;
  });
  return sql`(${sql.join(parts, sql` or `)})`;
}

export function listMeetingRows(
  tx: Tx,
  actor: Actor,
  f: { after?: readonly unknown[] | undefined; limit: number },
): Promise<MeetingRow[]> {
  return tx.rows(
    sql`select ${columns} from directives.meeting m where ${visible(actor)} ${f.after ? sql`and (m.held_on, m.id) < (${f.after[0]}::date, ${f.after[1]}::uuid)` : sql``} order by m.held_on desc, m.id desc limit ${f.limit}`,
  );
}
export async function getMeetingRow(tx: Tx, actor: Actor, id: string): Promise<MeetingRow> {
  return (
    (await tx.maybe<MeetingRow>(
      sql`select ${columns} from directives.meeting m where m.id = ${id} and ${visible(actor)}`,
    )) ?? missing()
  );
}
export async function lockMeeting(tx: Tx, actor: Actor, id: string): Promise<MeetingRow> {
  return (
    (await tx.maybe<MeetingRow>(
      sql`select ${columns} from directives.meeting m where m.id = ${id} and ${visible(actor)} for update`,
    )) ?? missing()
  );
}
export async function saveMeeting(tx: Tx, m: MeetingRow, now: Date): Promise<void> {
  await tx.run(sql`insert into directives.meeting (id, unit_id, name, held_on, state, classification, directive_ids, agenda, agenda_at, created_at)
    values (${m.id}, ${m.unitId}, ${m.name}, ${m.heldOn}, ${m.state}, ${m.classification}, ${m.directiveIds}::uuid[], ${m.agenda ? JSON.stringify(m.agenda) : null}, ${m.agendaAt}, ${now})
    on conflict (id) do update set state = excluded.state, agenda = excluded.agenda, agenda_at = excluded.agenda_at`);
}
export function listConclusions(tx: Tx, meetingId: string): Promise<ConclusionRow[]> {
  return tx.rows(
    sql`select c.no, c.body, c.task_id, t.ref as task_ref from directives.conclusion c left join directives.task t on t.id = c.task_id where c.meeting_id = ${meetingId} order by c.no`,
  );
}
export async function insertConclusion(
  tx: Tx,
  meetingId: string,
  c: { no: number; body: string; taskId: string | null },
): Promise<void> {
  await tx.run(
    sql`insert into directives.conclusion (meeting_id, no, body, task_id) values (${meetingId}, ${c.no}, ${c.body}, ${c.taskId})`,
  );
}
