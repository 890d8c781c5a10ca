import type { Schedule } from '../../kit/module.ts';
import { requeueStranded } from './actions/deliver.ts';
import { sendReminders } from './actions/sweep.ts';

export const schedules: readonly Schedule[] = [
  {
    name: 'notices.remind',
    everySeconds: 60,
    run: async (app) => void (await sendReminders(app, app.clock.now())),
  },
  { name: 'notices.requeueMail', everySeconds: 3600, run: requeueStranded },
];
