import { systemActor } from '../../kit/actor.ts';
import type { Replay } from '../../kit/module.ts';
import { hashOf } from './proof.ts';
import { recordClasses } from './rules/classes.ts';
import { newestDay, twoCounts } from './store/replay.ts';
import { listFrozenForCheck } from './store/reports.ts';

/** Figures from the counts kept with each change against figures from the history of every assignment. */
export const figureReplay: Replay = {
  name: 'indicators.figures',
  verify: async (tx) => {
    const day = await newestDay(tx);
    if (day === undefined) return { checked: 0, differences: [] };
    const made = await twoCounts(tx, systemActor, day);
    const differences = made.flatMap(({ directiveId, tally, spans }) =>
      recordClasses
        .filter((one) => (tally[one] ?? 0) !== (spans[one] ?? 0))
        .map(
          (one) => `directive ${directiveId}, ${one}: tally ${tally[one] ?? 0}, history ${spans[one] ?? 0}`,
        ),
    );
    return { checked: made.length, differences };
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
