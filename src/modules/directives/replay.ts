import type { Tx } from '../../kit/db.ts';
import type { StoredEvent } from '../../kit/events.ts';
import type { Replay } from '../../kit/module.ts';
import { streamsOf } from '../../kit/replay.ts';
import { type AssignmentEvent, type AssignmentState, fold } from './rules/assignment.ts';
import { derivedOf } from './store/assignment.ts';
import {
  comparePast,
  compareTally,
  countAssignments,
  listLiveAssignments,
  listLiveReports,
  listLiveTasks,
  type LiveAssignment,
} from './store/replay.ts';

/** Rebuilds the live rows of directives from their events, by the same `evolve` that made them, and names each difference. */

const isEvolving = (kind: string): boolean => kind.startsWith('assignment.');
const eventOf = (e: StoredEvent): AssignmentEvent =>
  ({ ...(e.payload as object), type: e.kind }) as AssignmentEvent;

/** Which columns of a live row are not what its events make. */
function differing(live: LiveAssignment | undefined, state: AssignmentState): string[] {
  if (!live) return ['missing'];
  const again = derivedOf(state);
  const columns = Object.entries(again)
    .filter(
      ([name, value]) =>
        (live as unknown as Record<string, unknown>)[name === 'part' ? 'partVi' : name] !== value,
    )
    .map(([name]) => name);
  return live.taskId === state.taskId && live.role === state.role ? columns : [...columns, 'taskId or role'];
}

const BATCH = 1000;

async function compare<L>(
  tx: Tx,
  prefix: string,
  load: (tx: Tx, ids: string[]) => Promise<Map<string, L>>,
  check: (live: L | undefined, events: StoredEvent[]) => string[],
) {
  const result = { checked: 0, differences: [] as string[] };
  let batch = new Map<string, StoredEvent[]>();
  const settle = async (): Promise<void> => {
    const live = await load(tx, [...batch.keys()]);
    for (const [id, events] of batch) {
      const wrong = check(live.get(id), events);
      if (wrong.length > 0) result.differences.push(`${prefix}${id}: ${wrong.join(', ')}`);
    }
    result.checked += batch.size;
    batch = new Map();
  };
  for await (const [stream, events] of streamsOf(tx, prefix)) {
    batch.set(stream.slice(prefix.length), events);
    if (batch.size >= BATCH) await settle();
  }
  await settle();
  return result;
}

export const assignmentReplay: Replay = {
  name: 'directives.assignment',
  verify: async (tx) => {
    const made = await compare(tx, 'assignment:', listLiveAssignments, (live, events) => {
      const state = fold(events.filter((e) => isEvolving(e.kind)).map(eventOf));
      return state ? differing(live, state) : ['no event made it'];
    });
    const n = await countAssignments(tx);
    if (n !== made.checked) made.differences.push(`${n} rows, but ${made.checked} streams`);
    return made;
  },
};

export const taskReplay: Replay = {
  name: 'directives.task',
  verify: (tx) =>
    compare(tx, 'task:', listLiveTasks, (live, events) => {
      const state = events.reduce<Record<string, unknown>>((s, e) => ({ ...s, ...e.payload }), {});
      if (!live) return ['missing'];
      return (['ref', 'kind', 'titleVi', 'sameAs', 'classification'] as const).filter(
        (name) => (live[name] ?? null) !== (state[name] ?? null),
      );
    }),
};

export const reportReplay: Replay = {
  name: 'directives.report',
  verify: (tx) =>
    compare(tx, 'report:', listLiveReports, (live, events) => {
      const state = events.reduce<Record<string, unknown>>((s, e) => ({ ...s, ...e.payload }), {});
      if (!live) return ['missing'];
      return live.state === state['state'] &&
        live.claims === state['claims'] &&
        live.assignmentId === state['assignmentId']
        ? []
        : ['state'];
    }),
};

/** The counts kept with each change against a fresh count, the open spans against the rows, and tasks against their leads. */
export const tallyReplay: Replay = {
  name: 'directives.tally',
  verify: async (tx) => {
    const { tally, spans, tasks, n } = await compareTally(tx);
    return {
      checked: n,
      differences: [
        ...tally.map((d) => `tally ${d.unitId} ${d.work}: kept ${d.kept ?? 0}, counted ${d.fresh ?? 0}`),
        ...spans.map((s) => `span of ${s.id} is not its row`),
        ...tasks.map((t) => `task ${t.id} is not what its leads make of it`),
      ],
    };
  },
};

/** What is kept of past days for tasks and counts against the spans of all assignments, day by day. */
export const pastReplay: Replay = {
  name: 'directives.past',
  verify: async (tx) => {
    const { tasks, counts, n } = await comparePast(tx);
    return {
      checked: n,
      differences: [
        ...tasks.map((t) => `task ${t.id} on ${t.day} is not what its leads had made of it`),
        ...counts.map(
          (c) => `changes of ${c.directiveId} on ${c.day}, ${c.work}: kept ${c.kept}, told ${c.told}`,
        ),
      ],
    };
  },
};
