import { systemActor } from '../../kit/actor.ts';
import type { Replay } from '../../kit/module.ts';
import { hashOf } from './proof.ts';
import { recordClasses } from './rules/classes.ts';
import { newestDay, twoCounts } from './store/replay.ts';
import { listFrozenForCheck } from './store/reports.ts';

/** Figures from what is kept with each change (counts of assignments, states of tasks) against the history of every assignment. */
export const figureReplay: Replay = {
  name: 'indicators.figures',
  verify: async (tx) => {
    const day = await newestDay(tx);
    if (day === undefined) return { checked: 0, differences: [] };
    const result = { checked: 0, differences: [] as string[] };
    for (const count of ['assignments', 'tasks'] as const) {
      for (const { directiveId, kept, told } of await twoCounts(tx, systemActor, count, day)) {
        const differing = recordClasses.filter((one) => (kept[one] ?? 0) !== (told[one] ?? 0));
        result.checked += 1;
        result.differences.push(
          ...differing.map(
            (one) =>
              `directive ${directiveId}, ${count} ${one}: kept ${kept[one] ?? 0}, history ${told[one] ?? 0}`,
          ),
        );
      }
    }
    return result;
  },
};

/** Frozen reports against their hashes, and against what was told when they were frozen. */
export const frozenReplay: Replay = {
  name: 'indicators.frozenReports',
  verify: async (tx) => {
    const rows = await listFrozenForCheck(tx);
    const differences = rows.flatMap((r) => [
      ...(hashOf(r.content) === r.hash ? [] : [`report ${r.id}: its content does not fit its hash`]),
      ...(r.told === r.hash ? [] : [`report ${r.id}: its hash is not the one of its event`]),
    ]);
    return { checked: rows.length, differences };
  },
};
