import { expect, test } from 'vitest';

import { instantOf } from '../../kit/day.ts';
import { testApp } from '../../kit/testing.ts';
import { stateDemoOrganisations } from '../organisations/samples.ts';
import { listAssignments, submitReport } from './contract.ts';
import { drawTally } from './draw.ts';
import { pastReplay } from './replay.ts';
import { sampleDirective, sampleTask } from './samples.ts';

test('What is kept of past days is what all spans tell, before and after it is drawn together, and tampering is named', async () => {
  await using t = await testApp({ now: '2025-01-10T09:00:00+07:00' });
  await stateDemoOrganisations(t.app);
  const directive = await sampleDirective(t.app);
  const { id } = await sampleTask(t.app, directive, {
    leadText: 'Bộ Nội vụ, Bộ Công an, Bộ Tài chính',
    deadlineText: '3/2025',
  });
  const { items } = await t.call(listAssignments, { taskId: id });
  for (const [i, day] of ['2025-02-03', '2025-02-03', '2025-04-10'].entries()) {
    t.clock.set(instantOf(day, `10:0${i}`));
    await t.call(submitReport, { id: items[i]!.id, progress: 20, result: 'Đang làm' });
    await t.call(submitReport, { id: items[i]!.id, product: { number: '1/QĐ', date: '2025-02-01' } });
  }
  const owner = t.app.db.owner;
  const rows = async (text: string) => (await owner.query(text)).rows as Record<string, unknown>[];
  const differences = async () => (await t.app.db.read((tx) => pastReplay.verify(tx))).differences;
  expect(await differences()).toEqual([]);
  expect(
    await rows(
      'select work, claimed_on from directives.task_span where to_at is null or to_at - from_at > $$1 day$$ order by from_at',
    ),
  ).toEqual([
    { work: 'notStarted', claimed_on: null },
    { work: 'inProgress', claimed_on: null },
    { work: 'submitted', claimed_on: '2025-02-01' },
  ]);
  const sums =
    'select work, late, sum(n)::int as n from directives.tally_change group by 1, 2 having sum(n) <> 0';
  const before = await rows(sums);
  expect(before).toEqual([{ work: 'submitted', late: false, n: 3 }]);
  const loose = 'select count(*)::int as n from directives.tally_change where not drawn';
  await drawTally(t.app);
  expect(await rows(loose)).not.toEqual([{ n: 0 }]);
  t.clock.set(instantOf('2025-04-11', '00:30'));
  await drawTally(t.app);
  expect(await rows(loose)).toEqual([{ n: 0 }]);
  expect(await rows(sums)).toEqual(before);
  expect(await differences()).toEqual([]);
  await owner.query("update directives.task_span set work = 'completed' where work = 'inProgress'");
  await owner.query("update directives.tally_change set n = n + 1 where work = 'submitted' and n > 0");
  expect((await differences()).join('\n')).toMatch(
    new RegExp(
      `task ${id} on 2025-02-03 [^]*changes of ${directive} on 2025-02-03, submitted: kept 3, told 2`,
    ),
  );
});
