import { systemActor } from '../../kit/actor.ts';
import { countKinds } from '../../kit/events.ts';
import { type ChainReport, sealEvents, verifyChains } from '../../kit/seal.ts';
import { type CaseStand, listStands } from '../../modules/cases/index.ts';
import { listAssignments } from '../../modules/directives/contract.ts';
import type { Snapshot } from '../../modules/organisations/index.ts';
import { readSnapshot } from './country.ts';
import type { Exam } from './run.ts';

/** A task as one unit has it. */
export interface TaskStand {
  id: string;
  ref: string;
  unitId: string;
  holderId: string | undefined;
  work: string;
  due: string | undefined;
}

/** Everything the reform must not lose, as it stands at one moment. */
export interface Census {
  snapshot: Snapshot;
  cases: ReadonlyMap<string, CaseStand>;
  tasks: ReadonlyMap<string, TaskStand>;
  kinds: ReadonlyMap<string, number>;
  chains: ChainReport;
}

/** Every case as it stands. */
export async function readCases({ app }: Exam): Promise<Map<string, CaseStand>> {
  const cases = new Map<string, CaseStand>();
  let last: string | undefined;
  for (;;) {
    const after = last;
    const page = await app.db.read((tx) => listStands(tx, after, 5000));
    for (const one of page) cases.set(one.id, one);
    last = page.at(-1)?.id;
    if (last === undefined) return cases;
  }
}

async function readTasks({ app }: Exam, now: Date): Promise<Map<string, TaskStand>> {
  const tasks = new Map<string, TaskStand>();
  let cursor: string | undefined;
  do {
    const page = await app.call(
      listAssignments,
      { limit: 500, ...(cursor && { cursor }) },
      { actor: systemActor, now },
    );
    for (const { id, ref, unit, standing } of page.items) {
      const holderId = unit.holder?.id;
      tasks.set(id, { id, ref, unitId: unit.id, holderId, work: standing.work, due: standing.due });
    }
    cursor = page.next;
  } while (cursor);
  return tasks;
}

/** Looks at all cases, tasks and events; `seal` signs a head over what has happened so far. */
export async function takeCensus(exam: Exam, now: Date, seal: boolean): Promise<Census> {
  const { app } = exam;
  if (seal) await sealEvents(app);
  return {
    snapshot: await readSnapshot(exam),
    cases: await readCases(exam),
    tasks: await readTasks(exam, now),
    kinds: await app.db.read(countKinds),
    chains: await app.db.snapshot((tx) => verifyChains(app, tx)),
  };
}
