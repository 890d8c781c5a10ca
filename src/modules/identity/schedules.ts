import type { Schedule } from '../../kit/module.ts';
import { writeSeen } from './seen.ts';
import { removeOld } from './store/sessions.ts';

const KEEP_MS = 30 * 86_400_000;

/** Each process writes what it has seen itself; the kit's lock is held for a moment only, so none is kept from it for long. */
export const schedules: Schedule[] = [
  { name: 'identity.writeSeen', everySeconds: 60, run: writeSeen },
  {
    name: 'identity.removeOld',
    everySeconds: 3600,
    run: (app) => app.db.write((tx) => removeOld(tx, new Date(app.clock.now().getTime() - KEEP_MS))),
  },
];
