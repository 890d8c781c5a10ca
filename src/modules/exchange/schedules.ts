import type { Schedule } from '../../kit/module.ts';
import { sendDue } from './actions/send.ts';

export const schedules: readonly Schedule[] = [
  // What waits for its next try; new messages wake the job themselves.
  { name: 'exchange.send', everySeconds: 60, run: async (app) => void (await sendDue(app)) },
];
