import type { Replay } from '../../kit/module.ts';
import {
  countReplayed,
  listFiringDifferences,
  listMailDifferences,
  listNoticeDifferences,
} from './store/replay.ts';

/**
 * The reminders that the events tell of, compared with the rows: rungs climbed, who was told, which mail left. Notices of
 * what has just happened have no events of their own; they follow from those of the assignments.
 */
export const noticeReplay: Replay = {
  name: 'notices.reminders',
  verify: async (tx) => {
    const { firings, notices, mails } = await countReplayed(tx);
    const named = async (name: string, rows: Promise<{ what: string }[]>): Promise<string[]> =>
      (await rows).map(({ what }) => `${name} ${what}`);
    const differences = [
      ...(await named('rung', listFiringDifferences(tx))),
      ...(await named('notice', listNoticeDifferences(tx))),
      ...(await named('mail', listMailDifferences(tx))),
    ];
    return { checked: firings + notices + mails, differences };
  },
};
