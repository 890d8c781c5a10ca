import type { App } from '../kit/app.ts';
import { findClockOffset, type LateClock, saveClockOffset } from '../kit/demo-clock.ts';
import { findSetting, saveSetting } from '../kit/settings.ts';
import { sampleComparison } from '../modules/exchange/samples.ts';
import { demoAccountsSetting, demoAccountsText } from './accounts.ts';
import { play } from './play.ts';

/** The demonstration's today on its first start: the day after the fifth session of the Government's steering committee. */
const DEMO_START = '2025-11-16T08:00:00+07:00';

/**
 * Loads the demonstration on the first start of an installation and sets its clock; nothing on later starts. Loading
 * that was interrupted, by `signal` or otherwise, goes on where its last transaction ended.
 */
export async function loadDemoOnce(
  app: App,
  clock: LateClock,
  say: (line: string) => void,
  signal?: AbortSignal,
): Promise<void> {
  if ((await findClockOffset(app.db)) !== undefined) return;
  const begun = clock.wall().getTime();
  const resumed = (await app.db.read((tx) => findSetting(tx, 'demoProgress'))) !== undefined;
  say(
    resumed
      ? 'Nạp tiếp dữ liệu trình diễn / resuming the demonstration …'
      : 'Đang nạp dữ liệu trình diễn, khoảng một phút / loading the demonstration, about a minute …',
  );
  await play(app, new Date(DEMO_START), say, signal);
  await app.db.write((tx) => saveSetting(tx, 'demoAccounts', demoAccountsSetting));
  const offset = new Date(DEMO_START).getTime() - clock.wall().getTime();
  clock.shift(offset);
  await saveClockOffset(app.db, offset);
  // The first comparison with the portal finds what has been sent by then; the others come at night.
  await sampleComparison(app, 90);
  const seconds = Math.round((clock.wall().getTime() - begun) / 1000);
  say(`Đã nạp trong ${seconds} giây / loaded in ${seconds} s`);
}

/** The accounts of a demonstration as text for the console; undefined for a real installation. */
export const demoAccountsOf = async (app: App): Promise<string | undefined> =>
  (await findClockOffset(app.db)) === undefined ? undefined : demoAccountsText();
