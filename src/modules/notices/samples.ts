import type { App } from '../../kit/app.ts';
import { sendReminders } from './actions/sweep.ts';

/** Climbs the ladder as of an instant, as the schedule would have: for entering a demonstration's past, and for tests. */
export const sampleReminders = (app: App, at: Date): Promise<number> => sendReminders(app, at);
