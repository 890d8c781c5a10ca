import { expect, test } from 'vitest';

import { testApp } from '../../kit/testing.ts';
import { stateDemoOrganisations } from '../organisations/samples.ts';
import { listAssignments } from './contract.ts';
import { tallyReplay } from './replay.ts';
import { timeStates } from './rules/axes.ts';
import type { TimeFacts } from './rules/states.ts';
import { taskState } from './rules/task.ts';
import { sampleDirective, sampleTask } from './samples.ts';

/** What SQL decides (states of tasks, time states of lists) is what the rules decide, on some thousand random assignments. */

const RANDOM = `
  update directives.assignment a set work = r.work, due = r.due, first_due = r.due, progress = r.progress,
    done_on = case when r.work = 'completed' then r.some_day end, claimed_on = case when r.work = 'submitted' then r.some_day end,
    last_report_on = case when r.progress > 0 then r.some_day end, assigned_on = '2025-01-10', changed_at = now()
  from (select id, (array['notStarted', 'inProgress', 'submitted', 'completed', 'cancelled', 'recurring'])[1 + floor(random() * 6)::int] as work,
      case when random() < 0.9 then '2025-06-01'::date + floor(random() * 300)::int end as due, floor(random() * 101)::int as progress,
      '2025-06-01'::date + floor(random() * 160)::int as some_day
    from directives.assignment) r where r.id = a.id`;

test('Tasks follow their leads, and lists their time states, as the rules say', async () => {
  await using t = await testApp({ now: '2025-01-10T09:00:00+07:00' });
  await stateDemoOrganisations(t.app);
  const directiveId = await sampleDirective(t.app);
  for (let n = 0; n < 12; n += 1)
    await sampleTask(t.app, directiveId, {
      leadText: n % 2 ? 'Các bộ, ngành, địa phương' : 'Bộ Nội vụ, Bộ Tài chính, Bộ Công an',
    });
  t.clock.set('2025-11-10T09:00:00+07:00');
  for (let round = 0; round < 3; round += 1) {
    await t.app.db.owner.query(RANDOM);
    const { rows } = await t.app.db.owner.query<{ task_id: string; task: unknown[]; leads: TimeFacts[] }>(`
      select t.id as task_id, json_build_array(t.work, t.due, t.done_on, t.claimed_on) as task, json_agg(json_strip_nulls(json_build_object('work', a.work, 'due', a.due, 'firstDue', a.first_due,
        'doneOn', a.done_on, 'claimedOn', a.claimed_on)) order by a.due, a.id) as leads from directives.task t join directives.assignment a on a.task_id = t.id and a.role = 'lead' group by t.id`);
    for (const row of rows) {
      const rule = taskState(row.leads);
      expect(row.task).toEqual([rule.work, rule.due ?? null, rule.doneOn ?? null, rule.claimedOn ?? null]);
    }
    const all = await t.app.db.owner.query<{ n: number }>(
      'select count(*)::int as n from directives.assignment',
    );
    let counted = 0;
    expect((await t.app.db.read((tx) => tallyReplay.verify(tx))).differences).toEqual([]);
    for (const time of timeStates) {
      let cursor: string | undefined;
      do {
        const page = await t.call(listAssignments, { time, limit: 500, ...(cursor ? { cursor } : {}) });
        for (const item of page.items) expect(item.standing.time, JSON.stringify(item.standing)).toBe(time);
        counted += page.items.length;
        cursor = page.next;
      } while (cursor);
    }
    expect(counted).toBe(all.rows[0]!.n);
  }
}, 60_000);
