import { type Actor, systemActor } from '../../kit/actor.ts';
import type { App } from '../../kit/app.ts';
import type { Endpoint, InputOf, ReplyOf } from '../../kit/contract.ts';
import { instantOf } from '../../kit/day.ts';
import {
  acceptClaim,
  cancelAssignment,
  confirmClaim,
  listAssignments,
  markSame,
  submitReport,
} from '../directives/contract.ts';
import { sampleDirective, sampleTask } from '../directives/samples.ts';
import { enterReported } from './contract/reported.ts';
import { reportedFacts } from './facts/reported.ts';

/** Calls as the installation itself on a day. */
const onDay = (app: App, day: string) => {
  const now = instantOf(day, '09:00');
  return <E extends Endpoint>(endpoint: E, input: InputOf<E>): Promise<ReplyOf<E>> =>
    app.call(endpoint, input, { actor: systemActor, now });
};

/** Claims, confirms and accepts all lead assignments of a task on a day, with a product of a date. */
export async function completeTask(app: App, taskId: string, day: string, date: string): Promise<void> {
  const call = onDay(app, day);
  for (const a of (await call(listAssignments, { taskId, role: 'lead' })).items) {
    await call(submitReport, { id: a.id, result: 'Đã ban hành', product: { number: '1/QĐ', date } });
    await call(confirmClaim, { id: a.id });
    await call(acceptClaim, { id: a.id });
  }
}

/**
 * A directive of 10 January 2025 with twelve tasks, one for each way of being counted, as they stand on 17 November:
 * A done on time; B late; C overdue with two leads; D in term; E done ahead of a term to come; F recurring;
 * G cancelled; H a duplicate of A; I without a term; J claimed in time and waiting; K a target; L internal, overdue.
 */
export async function sampleSet(
  app: App,
  number = 'bộ mẫu',
): Promise<{ directiveId: string; tasks: Record<string, string> }> {
  const by = { now: instantOf('2025-01-10', '09:00') };
  const directiveId = await sampleDirective(app, { number }, by);
  const tasks: Record<string, string> = {};
  const add = async (ref: string, over: Parameters<typeof sampleTask>[2] = {}): Promise<void> => {
    tasks[ref] = (await sampleTask(app, directiveId, { ref, titleVi: `Nhiệm vụ ${ref}`, ...over }, by)).id;
  };
  await add('A');
  await add('B', { leadText: 'Bộ Công an' });
  await add('C', { leadText: 'Bộ Nội vụ, Bộ Công an', deadlineText: '9/2025' });
  await add('D', { deadlineText: '12/2025' });
  await add('E', { deadlineText: '2026' });
  await add('F', { deadlineText: 'thường xuyên' });
  await add('G');
  await add('H');
  await add('I', { deadlineText: '' });
  await add('J', { deadlineText: '10/2025', leadText: 'Bộ Tài chính' });
  await add('K', { kind: 'target', deadlineText: '2030' });
  await add('L', { classification: 'internal', deadlineText: '8/2025' });
  await completeTask(app, tasks['A']!, '2025-06-20', '2025-06-19');
  await completeTask(app, tasks['B']!, '2025-08-10', '2025-08-01');
  await completeTask(app, tasks['E']!, '2025-09-01', '2025-08-31');
  const september = onDay(app, '2025-09-01');
  for (const x of (await september(listAssignments, { taskId: tasks['G'] })).items)
    await september(cancelAssignment, { id: x.id, reason: 'Không còn phù hợp', document: '45/TB' });
  await september(markSame, { id: tasks['H']!, sameAs: tasks['A']!, reason: 'Giao trùng' });
  const october = onDay(app, '2025-10-20');
  for (const x of (await october(listAssignments, { taskId: tasks['J'] })).items)
    await october(submitReport, { id: x.id, product: { number: '9/QĐ', date: '2025-10-15' } });
  return { directiveId, tasks };
}

/** Enters the published figures of the puzzles as reported ones, through the endpoint. */
export async function enterReportedFigures(app: App, by: { actor?: Actor; now?: Date } = {}): Promise<void> {
  for (const fact of reportedFacts) await app.call(enterReported, fact, { actor: systemActor, ...by });
}

/** Counts every definition that is not counted yet. */
export { fillMeasures } from './measures/index.ts';
export { sampleLook, sampleRule, sampleTouch } from './warnings/samples.ts';
