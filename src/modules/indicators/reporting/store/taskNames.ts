import { sql } from 'kysely';

import type { Actor } from '../../../../kit/actor.ts';
import type { Tx } from '../../../../kit/db.ts';
import { visibleTasks } from '../../../directives/index.ts';

export interface TaskName {
  id: string;
  ref: string;
  titleVi: string;
  titleEn: string;
  directiveNumber: string;
}

/** Names of tasks, as far as they may be seen, in the order of their documents. */
export const listTaskNames = (tx: Tx, actor: Actor, ids: readonly string[]): Promise<TaskName[]> =>
  tx.rows(sql`
    select t.id, t.ref, t.title_vi, t.title_en, t.directive_number from directives.v_figure_task t
      cross join lateral (select t.directive_id as id, t.owner_unit_id, t.directive_classification as classification) d
    where t.id = any(${ids as string[]}::uuid[]) and ${visibleTasks(actor)} order by t.directive_number, t.position, t.id`);
