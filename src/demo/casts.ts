/** Which assignments have a story: all of tasks with few leads, some of those that everybody has. */
import type { Day } from '../kit/day.ts';
import { listTasks } from '../modules/directives/contract.ts';
import { people } from './accounts.ts';
import { chanceOf } from './chance.ts';
import { livesOf } from './lives.ts';
import { localTurns } from './local.ts';
import type { Happening, Stage, Told } from './stage.ts';
import { storyOf } from './stories.ts';

/** From so many leads on, a task is one that everybody has. */
const MANY = 8;
/** Units whose demonstration accounts show a full work list. */
const SEEN = new Set([
  'most',
  'mops',
  'moha',
  'province-46',
  'province-01',
  'mic',
  'commune-19789',
  'hue-science',
]);

/** Past dates are told for nearly all, so that the late list shows the late and not the untold. */
function isTold(key: string, unitId: string, crowd: number, due: Day | undefined, until: Day): boolean {
  if (crowd <= MANY || SEEN.has(unitId)) return true;
  const share = due !== undefined && due <= until ? 0.93 : 0.08;
  return chanceOf(`told ${key}`).next() < share;
}

/** The stories of all tasks of a document, once these have been loaded. */
export async function storiesOf(stage: Stage, d: Told, until: Day): Promise<Happening[]> {
  const { items } = await stage.call(listTasks, {
    directiveId: await stage.directive(d.number),
    kind: 'task',
    limit: 500,
  });
  const made: Happening[] = [];
  for (const task of items) {
    if (livesOf.has(task.ref) || localTurns.has(task.ref) || !stage.isFirstTelling(task.id)) continue;
    const leads = await stage.leads(d.number, task.ref);
    for (const lead of leads) {
      if (!isTold(`${task.ref} ${lead.unitId}`, lead.unitId, leads.length, lead.due, until)) continue;
      const office = d.owner === 'province-46' ? people.hueOffice : people.office;
      const brief = leads.length > MANY && !SEEN.has(lead.unitId);
      made.push(
        ...storyOf({
          directive: d.number,
          ref: task.ref,
          lead,
          from: d.from,
          until,
          office,
          brief,
          money: chanceOf(task.ref).next() < 0.3,
        }),
      );
    }
  }
  return made;
}
