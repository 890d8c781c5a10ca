import { may } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import { packCursor, type ParsedOf, type ReplyOf, unpackCursor } from '../../../kit/contract.ts';
import { newId } from '../../../kit/ids.ts';
import { Problem } from '../../../kit/problems.ts';
import { loadSnapshot, type Snapshot } from '../../organisations/index.ts';
import type { conclude, fixAgenda, getMeeting, listMeetings, planMeeting } from '../contract/meeting.ts';
import { addTask } from '../contract/task.ts';
import { stepRefused } from '../contract/words.ts';
import { assertOwner } from '../rights.ts';
import { listAssignmentRows } from '../store/assignment.ts';
import { getDirectiveRow } from '../store/directive.ts';
import {
  getMeetingRow,
  insertConclusion,
  listConclusions,
  listMeetingRows,
  lockMeeting,
  type MeetingRow,
  saveMeeting,
} from '../store/meeting.ts';
import { riskRulesOn } from '../store/risk.ts';
import { unitRefOf } from '../view.ts';
import { itemOf } from './assignments.ts';

/** More items than a session can talk about; the board has the rest. */
const AGENDA_LIMIT = 300;

const briefOf = (m: MeetingRow, snapshot: Snapshot, today: string) => ({
  id: m.id,
  name: m.name,
  heldOn: m.heldOn,
  unit: unitRefOf(snapshot, m.unitId, m.heldOn, today),
  state: m.state,
  classification: m.classification,
});

/** Late and at-risk assignments of leads, latest first, as they stand now. */
async function agendaOf(
  ctx: Context,
  m: MeetingRow,
  snapshot: Snapshot,
): Promise<ReplyOf<typeof getMeeting>['agenda']> {
  const rules = await riskRulesOn(ctx.tx, ctx.today);
  const filters = m.directiveIds.length > 0 ? m.directiveIds.map((directiveId) => ({ directiveId })) : [{}];
  const found = [];
  for (const time of ['overdue', 'atRisk'])
    for (const filter of filters) {
      const rows = await listAssignmentRows(ctx.tx, ctx.actor, {
        ...filter,
        time,
        role: 'lead',
        today: ctx.today,
        rules,
        limit: AGENDA_LIMIT,
      });
      found.push(...rows.map((row) => itemOf(ctx, snapshot, row, rules)));
    }
  return found.slice(0, AGENDA_LIMIT).map((i) => ({
    assignmentId: i.id,
    taskId: i.taskId,
    directiveNumber: i.directiveNumber,
    ref: i.ref,
    titleVi: i.titleVi,
    titleEn: i.titleEn,
    unit: i.unit,
    standing: i.standing,
    progress: i.progress,
  }));
}

export async function listMeetingsAction(
  ctx: Context,
  input: ParsedOf<typeof listMeetings>,
): Promise<ReplyOf<typeof listMeetings>> {
  const rows = await listMeetingRows(ctx.tx, ctx.actor, {
    after: unpackCursor(input.cursor),
    limit: input.limit + 1,
  });
  const page = rows.slice(0, input.limit);
  const snapshot = await loadSnapshot(ctx.tx);
  const last = page.at(-1);
  return {
    items: page.map((m) => briefOf(m, snapshot, ctx.today)),
    ...(rows.length > page.length && last ? { next: packCursor([last.heldOn, last.id]) } : {}),
  };
}

export async function getMeetingAction(
  ctx: Context,
  { id }: ParsedOf<typeof getMeeting>,
): Promise<ReplyOf<typeof getMeeting>> {
  const m = await getMeetingRow(ctx.tx, ctx.actor, id);
  const snapshot = await loadSnapshot(ctx.tx);
  const directives = await Promise.all(
    m.directiveIds.map((d) => getDirectiveRow(ctx.tx, ctx.actor, d).catch(() => undefined)),
  );
  return {
    ...briefOf(m, snapshot, ctx.today),
    directives: directives.flatMap((d) => (d ? [{ id: d.id, number: d.number }] : [])),
    agenda: (m.agenda as ReplyOf<typeof getMeeting>['agenda'] | null) ?? (await agendaOf(ctx, m, snapshot)),
    ...(m.agendaAt ? { agendaAt: m.agendaAt.toISOString() } : {}),
    conclusions: (await listConclusions(ctx.tx, id)).map((c) => ({
      no: c.no,
      body: c.body,
      ...(c.taskId ? { taskId: c.taskId } : {}),
      ...(c.taskRef ? { taskRef: c.taskRef } : {}),
    })),
    mayHold: may(ctx.actor, 'meeting.hold', m.unitId),
  };
}

const eventFor = (m: { id: string; unitId: string }, kind: string, payload: Record<string, unknown>) => ({
  unitId: m.unitId,
  stream: `meeting:${m.id}`,
  kind,
  payload,
});

export async function planMeetingAction(
  ctx: Context,
  input: ParsedOf<typeof planMeeting>,
): Promise<{ id: string }> {
  assertOwner(ctx.actor, 'meeting.hold', input.unitId);
  for (const directiveId of input.directiveIds) await getDirectiveRow(ctx.tx, ctx.actor, directiveId);
  const m: MeetingRow = { ...input, id: newId(ctx.now), state: 'planned', agenda: null, agendaAt: null };
  await saveMeeting(ctx.tx, m, ctx.now);
  ctx.emit(eventFor(m, 'meeting.planned', { ...input }));
  return { id: m.id };
}

/** From now on the agenda shows what was late then, whatever happens later. */
export async function fixAgendaAction(
  ctx: Context,
  { id }: ParsedOf<typeof fixAgenda>,
): Promise<{ items: number }> {
  const m = await lockMeeting(ctx.tx, ctx.actor, id);
  assertOwner(ctx.actor, 'meeting.hold', m.unitId);
  if (m.agenda)
    throw new Problem(stepRefused, {
      detail: { vi: 'Chương trình đã chốt.', en: 'The agenda is already fixed.' },
    });
  const agenda = await agendaOf(ctx, m, await loadSnapshot(ctx.tx));
  await saveMeeting(ctx.tx, { ...m, state: 'held', agenda, agendaAt: ctx.now }, ctx.now);
  ctx.emit(eventFor(m, 'meeting.agendaFixed', { agenda }));
  return { items: agenda.length };
}

export async function concludeAction(
  ctx: Context,
  input: ParsedOf<typeof conclude>,
): Promise<ReplyOf<typeof conclude>> {
  const m = await lockMeeting(ctx.tx, ctx.actor, input.id);
  assertOwner(ctx.actor, 'meeting.hold', m.unitId);
  const no = (await listConclusions(ctx.tx, m.id)).length + 1;
  const { body, directiveId, leadText, deadlineText, productVi } = input;
  const task = directiveId
    ? await ctx.call(addTask, {
        directiveId,
        ref: input.ref ?? `KL${no}-${m.heldOn}`,
        titleVi: body,
        leadText,
        deadlineText,
        productVi,
      })
    : undefined;
  await insertConclusion(ctx.tx, m.id, { no, body, taskId: task?.id ?? null });
  ctx.emit(eventFor(m, 'meeting.concluded', { no, body, taskId: task?.id ?? null }));
  return { no, ...(task ? { taskId: task.id } : {}), assignments: task?.assignments ?? 0 };
}
