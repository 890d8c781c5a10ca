import { expect, test } from 'vitest';

import { listStream } from '../../kit/events.ts';
import { testApp } from '../../kit/testing.ts';
import { stateDemoOrganisations } from '../organisations/samples.ts';
import { endFact } from './contract.ts';
import { mandatesModule } from './module.ts';
import { sampleDelegation, samplePaper } from './samples.ts';
import { warnOfEnds } from './schedules.ts';

test('The end of a delegation is announced once, fifteen days before; what was ended on purpose is not', async () => {
  await using t = await testApp({ now: '2025-11-17T08:00:00+07:00' });
  await stateDemoOrganisations(t.app);
  const delegate = (code: string, to?: string) =>
    sampleDelegation(t.app, {
      giverUnitId: 'province-46',
      taker: { unitId: 'hue-industry' },
      scope: { procedures: [code] },
      ...(to !== undefined && { to }),
    });
  const soon = await delegate('1', '2025-12-03');
  const ended = await delegate('2');
  await t.call(endFact, { id: ended, on: '2025-11-20', paper: samplePaper });
  const warnings = async (id: string) =>
    (await t.app.db.read((tx) => listStream(tx, `mandate:${id}`))).filter(
      (event) => event.kind === 'delegation.endsSoon',
    );
  await warnOfEnds(t.app);
  expect(await warnings(soon)).toEqual([]);
  t.clock.set('2025-11-18T08:00:00+07:00');
  await warnOfEnds(t.app);
  await warnOfEnds(t.app);
  expect(await warnings(soon)).toMatchObject([{ payload: { on: '2025-12-03', days: 15 } }]);
  expect(await warnings(ended)).toEqual([]);
  const { differences } = await t.app.db.read(mandatesModule.replays![0]!.verify);
  expect(differences).toEqual([]);
});
