import { type Actor, systemActor } from '../kit/actor.ts';
import type { App } from '../kit/app.ts';
import { openContext } from '../kit/context.ts';
import type { Endpoint, InputOf, ReplyOf } from '../kit/contract.ts';
import type { Day } from '../kit/day.ts';
import type { Tx } from '../kit/db.ts';
import { newId } from '../kit/ids.ts';
import { listAssignments, listDirectives, listTasks } from '../modules/directives/contract.ts';
import { actorOf } from '../modules/identity/samples.ts';

/** One thing that happened: at a moment of the past, and how it is entered. `key` orders what shares a moment. */
export interface Happening {
  at: Date;
  key: string;
  run: (stage: Stage) => Promise<void>;
  /** Once this has been entered, the tasks of this directive get their stories. */
  stories?: Told;
}

/** A directive whose tasks have stories. */
export interface Told {
  number: string;
  owner?: string;
  /** The day on which its tasks were entered. */
  from: Day;
}

export interface Lead {
  id: string;
  taskId: string;
  unitId: string;
  /** Last day as first set. */
  due?: string;
  recurring: boolean;
}

/** Where the happenings of one transaction are entered, each at its own moment and by its own account. */
export interface Stage {
  /** Calls an endpoint as an account, or as the installation itself. */
  call<E extends Endpoint>(endpoint: E, input: InputOf<E>, by?: string): Promise<ReplyOf<E>>;
  directive(number: string): Promise<string>;
  task(directive: string, ref: string): Promise<string>;
  /** The assignments of a task to leading units. */
  leads(directive: string, ref: string): Promise<readonly Lead[]>;
  /** What was noted earlier in this run under a key, else what `find` finds. */
  recall(key: string, find: () => Promise<string | undefined>): Promise<string | undefined>;
  note(key: string, value: string): void;
  /** True at the first time only. */
  isFirstTelling(taskId: string): boolean;
}

/** What is remembered from one transaction to the next; after an interruption it is read again. */
export interface Memory {
  ids: Map<string, string>;
  tasks: Map<string, Map<string, string>>;
  leads: Map<string, readonly Lead[]>;
  actors: Map<string, Actor>;
  /** Tasks that have their stories. */
  told: Set<string>;
}

export const emptyMemory = (): Memory => ({
  ids: new Map(),
  tasks: new Map(),
  leads: new Map(),
  actors: new Map(),
  told: new Set(),
});

/** Rights change with the months in which units merge, never within one. */
async function actorAt(app: App, memory: Memory, email: string, now: Date): Promise<Actor> {
  const key = `${email} ${now.toISOString().slice(0, 7)}`;
  const known = memory.actors.get(key) ?? (await actorOf(app, email, now));
  memory.actors.set(key, known);
  return known;
}

/** Opens the stage for one moment, inside a transaction; `finish` writes what was emitted. */
export function openStage(app: App, tx: Tx, memory: Memory, now: Date): Stage {
  const call: Stage['call'] = async (endpoint, input, by) => {
    const actor = by === undefined ? systemActor : await actorAt(app, memory, by, now);
    const ctx = openContext(app, tx, { actor, now, requestId: newId(now) });
    const reply = await ctx.call(endpoint, input);
    await ctx.flush();
    return reply;
  };
  const recall: Stage['recall'] = async (key, find) => {
    const known = memory.ids.get(key) ?? (await find());
    if (known !== undefined) memory.ids.set(key, known);
    return known;
  };
  const stage: Stage = {
    call,
    recall,
    isFirstTelling: (taskId) => {
      const first = !memory.told.has(taskId);
      memory.told.add(taskId);
      return first;
    },
    note: (key, value) => void memory.ids.set(key, value),
    directive: async (number) => {
      const found = await recall(`directive ${number}`, async () => {
        const { items } = await call(listDirectives, { limit: 500 });
        return items.find((d) => d.number === number)?.id;
      });
      if (!found) throw new Error(`demo: there is no directive ${number}`);
      return found;
    },
    task: async (directive, ref) => {
      const known = memory.tasks.get(directive)?.get(ref);
      const found = known ?? (await tasksOf(stage, memory, directive)).get(ref);
      if (!found) throw new Error(`demo: ${directive} has no task ${ref}`);
      return found;
    },
    leads: (directive, ref) => leadsOf(stage, memory, directive, ref),
  };
  return stage;
}

async function tasksOf(stage: Stage, memory: Memory, directive: string): Promise<Map<string, string>> {
  const { items } = await stage.call(listTasks, {
    directiveId: await stage.directive(directive),
    limit: 500,
  });
  const found = new Map(items.map((t) => [t.ref, t.id]));
  memory.tasks.set(directive, found);
  return found;
}

async function leadsOf(
  stage: Stage,
  memory: Memory,
  directive: string,
  ref: string,
): Promise<readonly Lead[]> {
  const key = `${directive} ${ref}`;
  const known = memory.leads.get(key);
  if (known) return known;
  const taskId = await stage.task(directive, ref);
  const { items } = await stage.call(listAssignments, { taskId, role: 'lead', limit: 500 });
  const found = items.map(({ id, unit, standing }): Lead => ({
    id,
    taskId,
    unitId: unit.id,
    ...(standing.firstDue ? { due: standing.firstDue } : {}),
    recurring: standing.work === 'recurring',
  }));
  memory.leads.set(key, found);
  return found;
}
