import { expect, test } from 'vitest';

import { testApp } from '../../kit/testing.ts';
import { stateDemoOrganisations } from '../organisations/samples.ts';
import { acceptClaim, getTask, listAssignments, submitReport } from './contract.ts';
import { tallyReplay } from './replay.ts';
import { sampleDirective, sampleTask } from './samples.ts';

const provinces = ['01', '04', '11', '12', '14', '20', '22', '38'].map((code) => `province-${code}`);

test('Units that report and are accepted at the same moment are all counted for their task', async () => {
  await using t = await testApp();
  await stateDemoOrganisations(t.app);
  const settings = { confirm: false, accept: true };
  const directive = await sampleDirective(t.app, { settings });
  const task = await sampleTask(t.app, directive, { leadText: '', leadUnitIds: provinces });
  const { items } = await t.call(listAssignments, { taskId: task.id });
  expect(items).toHaveLength(provinces.length);
  const product = { date: '2025-11-14', number: '1/BC' };
  await Promise.all(items.map(({ id }) => t.call(submitReport, { id, product })));
  expect((await t.call(getTask, { id: task.id })).standing.work).toBe('submitted');
  await Promise.all(items.map(({ id }) => t.call(acceptClaim, { id })));
  const after = await t.call(getTask, { id: task.id });
  expect(after).toMatchObject({
    leads: 8,
    leadsDone: 8,
    standing: { work: 'completed', doneOn: '2025-11-14' },
  });
  expect((await t.app.db.read((tx) => tallyReplay.verify(tx))).differences).toEqual([]);
});

test('A task that does not follow its leads is named by the replay', async () => {
  await using t = await testApp();
  await stateDemoOrganisations(t.app);
  const directive = await sampleDirective(t.app);
  const task = await sampleTask(t.app, directive, { leadText: '', leadUnitIds: provinces });
  await t.app.db.owner.query('update directives.task set leads_done = 1 where id = $1', [task.id]);
  const { differences } = await t.app.db.read((tx) => tallyReplay.verify(tx));
  expect(differences).toEqual([`task ${task.id} is not what its leads make of it`]);
});
