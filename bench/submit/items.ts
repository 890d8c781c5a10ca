import { systemActor } from '../../src/kit/actor.ts';
import { dayOf } from '../../src/kit/day.ts';
import { newSecret } from '../../src/kit/ids.ts';
import { sampleDirective, sampleTask } from '../../src/modules/directives/samples.ts';
import type { Bench } from '../installation.ts';

/** An assignment to submit and accept; made for this run, so that every run begins with fresh ones. */
export interface Item {
  id: string;
  unitId: string;
  taskId: string;
}

/** Gives `tasks` new tasks to all the units and returns their assignments in a mixed order. */
export async function makeItems({ app }: Bench, tasks: number, unitIds: readonly string[]): Promise<Item[]> {
  const now = app.clock.now();
  const number = `ĐK-${newSecret(6)}`;
  const settings = { confirm: false, accept: true };
  const titleVi = `Đo kiểm gửi và chấp nhận ${number}`;
  const directiveId = await sampleDirective(
    app,
    { number, titleVi, issuedOn: dayOf(now), settings },
    { now },
  );
  for (let n = 1; n <= tasks; n += 1) {
    const task = {
      ref: `ĐK-${n}`,
      titleVi: `Nhiệm vụ đo kiểm ${n}`,
      leadText: '',
      deadlineText: '12/2026',
      leadUnitIds: [...unitIds],
    };
    await sampleTask(app, directiveId, task, { actor: systemActor, now });
  }
  const { rows } = await app.db.owner.query<Item>(
    `select id, unit_id as "unitId", task_id as "taskId" from directives.assignment where directive_id = $1 order by md5(id::text)`,
    [directiveId],
  );
  return rows;
}
