import type { App } from '../kit/app.ts';
import { findClockOffset, type LateClock, saveClockOffset } from '../kit/demo-clock.ts';

/** The demonstration's today on its first start: the day after the fifth session of the Government's steering committee. */
const DEMO_START = '2025-11-16T08:00:00+07:00';

/** Loads the demonstration on the first start of an installation and sets its clock; nothing on later starts. */
export async function loadDemoOnce(app: App, clock: LateClock, say: (line: string) => void): Promise<void> {
  if ((await findClockOffset(app.db)) !== undefined) return;
  say('Đang nạp dữ liệu trình diễn / loading the demonstration …');
  const offset = new Date(DEMO_START).getTime() - clock.wall().getTime();
  clock.shift(offset);
  await saveClockOffset(app.db, offset);
}
