import { expect, test } from 'vitest';

import { instantOf } from '../../kit/day.ts';
import { testApp } from '../../kit/testing.ts';
import { stateDemoOrganisations } from '../organisations/samples.ts';
import {
  conclude,
  fixAgenda,
  getMeeting,
  getTask,
  listAssignments,
  listDifficulties,
  answerDifficulty,
  planMeeting,
  submitReport,
} from './contract.ts';
import { sampleDirective, sampleTask } from './samples.ts';

test('A session keeps its agenda as it stood, and a conclusion becomes a task in one step', async () => {
  await using t = await testApp({ now: '2025-01-10T09:00:00+07:00' });
  await stateDemoOrganisations(t.app);
  const directiveId = await sampleDirective(t.app);
  const task = await sampleTask(t.app, directiveId, { deadlineText: '6/2025' });
  t.clock.set(instantOf('2025-07-20', '08:00'));
  const meeting = await t.call(planMeeting, {
    unitId: 'centre',
    name: 'Phiên họp thứ ba',
    heldOn: '2025-07-20',
    directiveIds: [directiveId],
  });
  expect((await t.call(fixAgenda, { id: meeting.id })).items).toBe(1);
  const [a] = (await t.call(listAssignments, { taskId: task.id })).items;
  await t.call(submitReport, { id: a!.id, product: { number: '9/QĐ', date: '2025-07-20' } });
  const shown = await t.call(getMeeting, { id: meeting.id });
  expect(shown.agenda[0]!.standing).toMatchObject({ work: 'notStarted', daysLate: 20 });
  const notice = await sampleDirective(t.app, {
    number: '408/TB-VPCP',
    kind: 'notice',
    issuedOn: '2025-07-20',
  });
  const made = await t.call(conclude, {
    id: meeting.id,
    body: 'Trình Đề án trong tháng 8',
    directiveId: notice,
    leadText: 'Bộ Nội vụ',
    deadlineText: '8/2025',
  });
  expect((await t.call(getTask, { id: made.taskId! })).standing.due).toBe('2025-08-31');
});

test('A difficulty in a report has an addressee, a due day and an answer', async () => {
  await using t = await testApp({ now: '2025-01-10T09:00:00+07:00' });
  await stateDemoOrganisations(t.app);
  const task = await sampleTask(t.app, await sampleDirective(t.app));
  const [a] = (await t.call(listAssignments, { taskId: task.id })).items;
  await t.call(submitReport, {
    id: a!.id,
    progress: 20,
    result: 'Đang soạn thảo',
    difficulties: [{ body: 'Chưa có kinh phí' }],
  });
  const [d] = (await t.call(listDifficulties, { toMe: true })).items;
  expect(d).toMatchObject({ body: 'Chưa có kinh phí', due: '2025-01-25', state: 'open' });
  await t.call(answerDifficulty, { id: d!.id, answer: 'Đã bố trí trong dự toán' });
  expect((await t.call(listDifficulties, { state: 'answered' })).items).toHaveLength(1);
});
