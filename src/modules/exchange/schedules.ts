import type { Schedule } from '../../kit/module.ts';
import { reconcileDaily } from './actions/reconcile.ts';
import { sendDue } from './actions/send.ts';
import { watchLate } from './actions/watch.ts';

/** Each returns at once where no connection is stated. */
export const schedules: readonly Schedule[] = [
  // What waits for its next try; new messages wake the job themselves.
  { name: 'exchange.send', everySeconds: 60, run: async (app) => void (await sendDue(app)) },
  { name: 'exchange.watch', everySeconds: 60, run: async (app) => void (await watchLate(app)) },
  { name: 'exchange.reconcile', everySeconds: 3600, run: reconcileDaily },
];
