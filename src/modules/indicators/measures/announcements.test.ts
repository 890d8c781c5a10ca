import { afterAll, beforeAll, expect, test } from 'vitest';

import { publicActor } from '../../../kit/actor.ts';
import type { Day } from '../../../kit/day.ts';
import { type TestApp, testApp } from '../../../kit/testing.ts';
import { sampleDesk, type SampleDesk } from '../../cases/samples.ts';
import { sampleCompetence } from '../../mandates/samples.ts';
import { sampleUnit, stateDemoOrganisations } from '../../organisations/samples.ts';
import { publishOverlay, publishVersion, saveDraft, saveOverlay } from '../../procedures/contract.ts';
import { sampleContent } from '../../procedures/samples.ts';
import { figuresOf, listRecords } from './index.ts';
import { verifyMeasures } from './proof/index.ts';
import { rebuildMeasures } from './rebuild.ts';

let t: TestApp;
let at: SampleDesk;
const HUE = 'province-46';
type Decision = { number?: string; day: Day; basisFrom?: Day };

/** Publishes a version as of today. */
async function publish(code: string, validFrom: Day, announcement?: Decision): Promise<void> {
  const { id } = await t.call(saveDraft, { code, validFrom, content: sampleContent() });
  await t.call(publishVersion, { id, ...(announcement && { announcement }) });
}
const on = (day: Day): void => t.clock.set(`${day}T09:00:00+07:00`);

beforeAll(async () => {
  t = await testApp({ now: '2025-07-15T08:00:00+07:00' });
  await stateDemoOrganisations(t.app);
  await sampleCompetence(t.app);
  const commune = { level: 'commune', kind: 'commune', parentId: HUE, validFrom: '2025-07-01' } as const;
  at = await sampleDesk(t.app, await sampleUnit(t.app, commune));
  await publish('1.500001', '2025-09-01', { day: '2025-07-14' });
  await publish('1.500002', '2025-07-15', { day: '2025-07-01' });
  await publish('1.500003', '2025-07-15');
  await publish('1.500004', '2025-07-15', { number: '9/QĐ-BTP', day: '2025-06-02', basisFrom: '2025-07-15' });
  on('2025-11-17');
  await publish('1.500001', '2025-11-18', { day: '2025-11-14' });
  await t.settle();
}, 60_000);
afterAll(() => t[Symbol.asyncDispose]());

const asked = (asOf: Day, from = '2025-01', to = '2025-12') =>
  ({ from, to, asOf, today: '2025-11-17', tree: 'then', rules: 'then' }) as const;

async function countsOf(code: string, asOf: Day, from?: string, to?: string): Promise<(number | null)[]> {
  const ask = { codes: [code], unitIds: [at.unitId], ...asked(asOf, from, to) };
  const [row] = await t.app.db.read((tx) => figuresOf(tx, ask));
  return [row!.numerator, row!.denominator];
}

test('1.1: decided 20 working days before the legal base; one late decision makes the procedure late for the year, once it is known', async () => {
  expect(await countsOf('766.1.1', '2025-07-31')).toEqual([2, 3]);
  expect(await countsOf('766.1.1', '2025-07-31', '2025-07', '2025-09')).toEqual([1, 2]);
  expect(await countsOf('766.1.1', '2025-11-17')).toEqual([1, 3]);
  expect(await countsOf('766.1.1', '2025-11-17', '2025-11', '2025-11')).toEqual([0, 1]);
});

test('1.2: published within 10 working days of the decision', async () => {
  expect(await countsOf('766.1.2', '2025-11-17')).toEqual([2, 3]);
  expect(await countsOf('766.1.2', '2025-11-17', '2025-06', '2025-06')).toEqual([null, null]);
});

test('what was published without the day of its decision is left out, with that reason', async () => {
  const ask = { code: '766.1.1', unitId: at.unitId, part: 'excluded', limit: 10 } as const;
  const { lines } = await t.app.db.read((tx) =>
    listRecords(tx, publicActor, { ...ask, ...asked('2025-11-17') }),
  );
  expect(lines.map(({ values, reason }) => [values['procedure'], reason?.text.en])).toEqual([
    ['1.500003', 'Day of the announcement decision: none'],
  ]);
});

test("a province's own rules are judged by its own limits: 5 working days before and after", async () => {
  const own = await t.call(saveOverlay, {
    code: '1.500003',
    provinceId: HUE,
    validFrom: '2025-11-24',
    content: { decision: '2771/QĐ-UBND' },
  });
  await t.call(publishOverlay, { id: own.id, announcement: { day: '2025-11-17' } });
  await t.settle();
  expect(await countsOf('766.1.1', '2025-11-17')).toEqual([2, 4]);
  expect(await countsOf('766.1.2', '2025-11-17')).toEqual([3, 4]);
});

test('facts and sums follow from the events, and stay the same when they are told anew', async () => {
  const verify = () => t.app.db.snapshot(verifyMeasures);
  expect((await verify()).differences).toEqual([]);
  await rebuildMeasures(t.app);
  expect((await verify()).differences).toEqual([]);
  expect(await countsOf('766.1.1', '2025-11-17')).toEqual([2, 4]);
});
