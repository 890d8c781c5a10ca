import type { App } from '../kit/app.ts';
import { addDays, dayOf } from '../kit/day.ts';
import { findSetting, saveSetting } from '../kit/settings.ts';
import { stateFacts } from '../modules/organisations/contract/imports.ts';
import { demoFacts } from '../modules/organisations/facts/demo.ts';
import { accountHappenings } from './accounts.ts';
import { caseHappenings } from './cases/casting.ts';
import { storiesOf } from './casts.ts';
import { catalogueHappenings } from './catalogue.ts';
import { definitionHappenings } from './definitions.ts';
import { documentHappenings } from './enter.ts';
import { headHappenings, reportedHappenings } from './heads.ts';
import { indexValueHappenings } from './index-values.ts';
import { lifeHappenings } from './lives.ts';
import { localHappenings } from './local.ts';
import { mandateHappenings } from './mandates.ts';
import { reportHappenings } from './reports.ts';
import { sessionHappenings } from './sessions.ts';
import { staffHappenings } from './staff.ts';
import { emptyMemory, type Happening, type Memory, openStage } from './stage.ts';
import { warningHappenings } from './warnings.ts';

const PROGRESS = 'demoProgress';
/** How many happenings share a transaction: few enough to lose little, many enough to wait for the disk seldom. */
const BATCH = 60;

const sortKey = (h: Pick<Happening, 'at' | 'key'>): string => `${h.at.toISOString()} ${h.key}`;
const inOrder = (a: Happening, b: Happening): number => (sortKey(a) < sortKey(b) ? -1 : 1);

const organisations: Happening = {
  at: new Date('2024-12-01T09:00:00+07:00'),
  key: 'organisations of the centre, the provinces and Huế',
  run: async (stage) => void (await stage.call(stateFacts, demoFacts)),
};

/** Enters a batch in one transaction, with the mark up to where the demonstration has been entered. */
async function enterBatch(app: App, memory: Memory, batch: readonly Happening[]): Promise<void> {
  await app.db.write(async (tx) => {
    for (const happening of batch)
      await happening.run(openStage(app, tx, memory, happening.at)).catch((cause: unknown) => {
        throw new Error(
          `demo: ${happening.key} at ${happening.at.toISOString()} failed: ${String(cause)} ${JSON.stringify((cause as { fields?: unknown }).fields ?? '')}`,
          { cause },
        );
      });
    await saveSetting(tx, PROGRESS, sortKey(batch.at(-1)!));
  });
}

/** Organisations and accounts are committed before anybody acts. */
const basis = (h: Happening): string | undefined => /^(organisations|account) /.exec(h.key)?.[1];

/** What shares a transaction: at most `BATCH`, up to the first that brings stories. */
function nextBatch(queue: readonly Happening[]): Happening[] {
  const batch: Happening[] = [];
  for (const happening of queue) {
    const last = batch.at(-1);
    if (batch.length === BATCH || last?.stories || (last && basis(last) !== basis(happening))) break;
    batch.push(happening);
  }
  return batch;
}

/** The stories that follow from what has been entered. */
async function storiesAfter(
  app: App,
  memory: Memory,
  batch: readonly Happening[],
  until: Date,
): Promise<Happening[]> {
  const told = batch.flatMap((h) => (h.stories ? [h.stories] : []));
  const made: Happening[] = [];
  for (const d of told)
    made.push(
      ...(await app.db.read((tx) =>
        storiesOf(openStage(app, tx, memory, until), d, addDays(dayOf(until), -1)),
      )),
    );
  return made;
}

/**
 * Enters everything that happened before `until`, in the order in which it happened. What is entered already, up to
 * the mark of an interrupted loading, is left out.
 */
export async function play(
  app: App,
  until: Date,
  say: (line: string) => void,
  signal?: AbortSignal,
): Promise<void> {
  const mark = await app.db.read((tx) => findSetting<string>(tx, PROGRESS));
  const memory = emptyMemory();
  const script = [
    organisations,
    ...accountHappenings(),
    ...headHappenings(),
    ...staffHappenings(),
    ...mandateHappenings(),
    ...catalogueHappenings(),
    ...caseHappenings(),
    ...reportedHappenings(),
    ...reportHappenings(),
    ...documentHappenings(),
    ...localHappenings(),
    ...sessionHappenings(),
    ...lifeHappenings(),
    ...warningHappenings(),
    ...definitionHappenings(),
    ...indexValueHappenings(),
  ];
  const earlier = script.filter((h) => mark !== undefined && sortKey(h) <= mark).sort(inOrder);
  const isLeft = (h: Happening): boolean => h.at < until && (mark === undefined || sortKey(h) > mark);
  let queue = [...script, ...(await storiesAfter(app, memory, earlier, until))].filter(isLeft).sort(inOrder);
  for (let entered = 0; queue.length > 0;) {
    signal?.throwIfAborted();
    const batch = nextBatch(queue);
    await enterBatch(app, memory, batch);
    entered += batch.length;
    const stories = (await storiesAfter(app, memory, batch, until)).filter(isLeft);
    queue = [...queue.slice(batch.length), ...stories].sort(inOrder);
    tell(say, batch, entered, queue.length);
  }
}

let told = '';
/** One line a month. */
function tell(say: (line: string) => void, batch: readonly Happening[], entered: number, left: number): void {
  const month = dayOf(batch.at(-1)!.at).slice(0, 7);
  if (month === told && left > 0) return;
  told = month;
  say(`  Tháng ${month.slice(5)}/${month.slice(0, 4)}: ${entered} việc đã nhập / entered`);
}
