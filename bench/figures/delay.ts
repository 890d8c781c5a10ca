import { setTimeout as sleep } from 'node:timers/promises';

import { followEvents } from '../../src/kit/outbox.ts';
import { advanceCase } from '../../src/modules/cases/contract.ts';
import { type SampleDesk, sampleReceived } from '../../src/modules/cases/samples.ts';
import { officer } from '../cases/world.ts';
import { type Measure, measuresOf, percentile, rounded } from '../measure.ts';
import type { FigureBench } from './installation.ts';

/** Writes at a steady pace through the endpoints, and looks when each case is in the facts and roll-ups. */
export async function measureDelay(
  { app, offices }: FigureBench,
  say: (line: string) => void,
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<Measure[]> {
  const desks: SampleDesk[] = [];
  for (const unitId of offices) {
    const [desk, specialist, head] = await Promise.all(
      (['desk', 'specialist', 'head'] as const).map((post) => officer(app, unitId, post)),
    );
    desks.push({ unitId, desk: desk!, specialist: specialist!, head: head! });
  }
  const stop = new AbortController();
  const following = followEvents(app, stop.signal);
  const [waiting, delays] = [new Map<string, number>(), [] as number[]];
  const over = new AbortController();
  let written = 0;
  const watch = async () => {
    while (!over.signal.aborted || waiting.size > 0) {
      const { rows } = await app.db.owner.query<{ id: string }>(
        'select distinct id from indicators.fact_case where id = any($1::uuid[])',
        [[...waiting.keys()]],
      );
      for (const { id } of rows) {
        delays.push(performance.now() - waiting.get(id)!);
        waiting.delete(id);
      }
      await sleep(50);
    }
  };
  const watching = watch();
  const began = performance.now();
  const open: Promise<void>[] = [];
  const write = async (i: number) => {
    const at = desks[i % desks.length]!;
    const { id } = await sampleReceived(app, at, { procedureCode: '1.000002' });
    waiting.set(id, performance.now());
    written += 1;
    await app.call(advanceCase, { id, step: 'appraise' }, { actor: at.specialist });
    written += 1;
  };
  for (let i = 0; i * 2 < perSecond * seconds; i += 1) {
    const due = began + (i * 2 * 1000) / perSecond;
    if (due > performance.now()) await sleep(due - performance.now());
    open.push(write(i));
  }
  await Promise.all(open);
  const rate = (written * 1000) / (performance.now() - began);
  over.abort();
  await watching;
  stop.abort();
  await following;
  const words = `from the commit of a case to its place in every roll-up, ${rounded(rate)} writes a second through the endpoints for ${seconds} s, in one process`;
  const made = measuresOf('figures.delay', { own: delays, other: [] }, words);
  say(
    `delay p50 ${rounded(percentile(delays, 0.5))} p95 ${rounded(percentile(delays, 0.95))} max ${rounded(Math.max(...delays))} ms at ${rounded(rate)}/s`,
  );
  return [
    ...made,
    { name: 'figures.delay.max', value: rounded(Math.max(...delays)), unit: 'ms', conditions: words },
  ];
}
