import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { dayOf } from '../../../kit/day.ts';
import { followEvents } from '../../../kit/outbox.ts';
import { type TestApp, testApp } from '../../../kit/testing.ts';
import { sampleDesk, type SampleDesk, sampleReceived } from '../../cases/samples.ts';
import { sampleCompetence } from '../../mandates/samples.ts';
import { sampleUnit, stateDemoOrganisations } from '../../organisations/samples.ts';
import { samplePublished } from '../../procedures/samples.ts';
import { figuresOf } from './index.ts';

let t: TestApp;
let at: SampleDesk;

beforeAll(async () => {
  t = await testApp();
  await stateDemoOrganisations(t.app);
  await sampleCompetence(t.app);
  const unit = {
    level: 'commune',
    kind: 'commune',
    parentId: 'province-46',
    validFrom: '2025-07-01',
  } as const;
  at = await sampleDesk(t.app, await sampleUnit(t.app, unit));
  await samplePublished(t.app);
  await t.settle();
}, 60_000);
afterAll(() => t[Symbol.asyncDispose]());

const denominator = async (): Promise<number | null> => {
  const today = dayOf(t.clock.now());
  const ask = {
    codes: ['local.2.1'],
    unitIds: [at.unitId],
    from: '2025-11',
    to: '2025-11',
    asOf: today,
    today,
  };
  const [row] = await t.app.db.read((tx) => figuresOf(tx, { ...ask, tree: 'now', rules: 'now' }));
  return row!.denominator;
};

test('a figure has followed each event within five seconds', async () => {
  const stop = new AbortController();
  const following = followEvents(t.app, stop.signal);
  const delays: number[] = [];
  for (let n = 1; n <= 5; n += 1) {
    await sampleReceived(t.app, at);
    const written = performance.now();
    while ((await denominator()) !== n) await sleep(20);
    delays.push(performance.now() - written);
  }
  stop.abort();
  await following;
  expect(Math.max(...delays)).toBeLessThan(5000);
}, 60_000);
