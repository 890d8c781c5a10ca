import type { App } from '../kit/app.ts';
import { dayOf, formatDay } from '../kit/day.ts';
import { findSetting, saveSetting } from '../kit/settings.ts';
import { stateDemoOrganisations } from '../modules/organisations/samples.ts';
import { accountHappenings } from './accounts.ts';
import { documentHappenings } from './enter.ts';
import { emptyMemory, type Happening, type Memory, openStage } from './stage.ts';

const PROGRESS = 'demoProgress';
/** How many happenings share a transaction: few enough to lose little, many enough to wait for the disk seldom. */
const BATCH = 60;

const sortKey = (h: Pick<Happening, 'at' | 'key'>): string => `${h.at.toISOString()} ${h.key}`;
const inOrder = (a: Happening, b: Happening): number => (sortKey(a) < sortKey(b) ? -1 : 1);

/** Enters a batch in one transaction, with the mark up to where the demonstration has been entered. */
async function enterBatch(app: App, memory: Memory, batch: readonly Happening[]): Promise<void> {
  await app.db.write(async (tx) => {
    for (const happening of batch)
      await happening.run(openStage(app, tx, memory, happening.at)).catch((cause: unknown) => {
        throw new Error(`demo: ${happening.key} at ${happening.at.toISOString()} failed: ${String(cause)} ${JSON.stringify((cause as { fields?: unknown }).fields ?? "")}`, { cause });
      });
    await saveSetting(tx, PROGRESS, sortKey(batch.at(-1)!));
  });
}

/** Transactions of at most `BATCH`; accounts end theirs, since whoever acts must have been committed before. */
function batches(all: readonly Happening[]): Happening[][] {
  const made: Happening[][] = [[]];
  for (const happening of all) {
    const last = made.at(-1)!;
    const isAccount = happening.key.startsWith('account');
    if (last.length === BATCH || (last.at(-1)?.key.startsWith('account') && !isAccount)) made.push([happening]);
    else last.push(happening);
  }
  return made.filter((batch) => batch.length > 0);
}

/**
 * Enters everything that happened before `until`, in the order in which it happened. What is entered already, up to
 * the mark of an interrupted loading, is left out.
 */
export async function play(app: App, until: Date, say: (line: string) => void): Promise<void> {
  const mark = await app.db.read((tx) => findSetting<string>(tx, PROGRESS));
  if (mark === undefined) {
    say('  Cơ quan, đơn vị từ 2024 / organisations since 2024');
    await stateOrganisations(app);
  }
  const all = [...accountHappenings(), ...documentHappenings()].sort(inOrder);
  const memory = emptyMemory();
  const left = all.filter((h) => h.at < until && (mark === undefined || sortKey(h) > mark));
  let entered = 0;
  for (const batch of batches(left)) {
    await enterBatch(app, memory, batch);
    entered += batch.length;
    say(`  ${formatDay(dayOf(batch.at(-1)!.at))}  ${Math.round((100 * entered) / left.length)} %`);
  }
}

/** The organisations in one transaction of their own; stating them twice changes nothing. */
const stateOrganisations = (app: App): Promise<void> =>
  stateDemoOrganisations(app, { now: new Date('2024-12-01T09:00:00+07:00') });
