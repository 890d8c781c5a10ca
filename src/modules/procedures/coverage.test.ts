import { afterAll, beforeAll, expect, test } from 'vitest';

import { listStream } from '../../kit/events.ts';
import type { Problem } from '../../kit/problems.ts';
import { testApp, type TestApp } from '../../kit/testing.ts';
import { sampleAssignment, sampleCompetence } from '../mandates/samples.ts';
import { endAppointment } from '../organisations/contract.ts';
import { listOfficeHolders } from '../organisations/index.ts';
import { sampleOfficeHolder, sampleUnit } from '../organisations/samples.ts';
import { commands } from './commands.ts';
import {
  countGaps,
  listGaps,
  previewPublish,
  proveCoverageNow,
  publishVersion,
  saveDraft,
} from './contract.ts';
import { sampleContent } from './samples.ts';

let t: TestApp;
async function officer(unitId: string, fullName: string, rank: 'head' | 'official'): Promise<string> {
  const made = await sampleOfficeHolder(t.app, {
    unitId,
    fullName,
    rank,
    titleVi: 'Chức danh',
    titleEn: 'Position',
  });
  return made.personId;
}

beforeAll(async () => {
  t = await testApp({ now: '2025-11-17T08:00:00+07:00' });
  await sampleUnit(t.app, { id: 'centre', nameVi: 'Trung ương', level: 'centre', kind: 'centre' });
  await sampleUnit(t.app, {
    id: 'p1',
    nameVi: 'Tỉnh Một',
    level: 'province',
    kind: 'province',
    parentId: 'centre',
  });
  for (const [id, nameVi] of [
    ['c1', 'Xã Một'],
    ['c2', 'Xã Hai'],
    ['c3', 'Xã Ba'],
  ] as const)
    await sampleUnit(t.app, { id, nameVi, level: 'commune', kind: 'commune', parentId: 'p1' });
  await sampleCompetence(t.app);
  const all = await officer('c1', 'Chủ tịch Một', 'head');
  await sampleAssignment(t.app, { personId: all, unitId: 'c1' });
  const half = await officer('c2', 'Cán bộ Hai', 'official');
  await sampleAssignment(t.app, {
    personId: half,
    unitId: 'c2',
    roles: ['receive', 'appraise', 'issue', 'return'],
  });
});
afterAll(() => t[Symbol.asyncDispose]());

test('publishing is refused while nobody may sign in a unit, with unit and step by name; units without people are left out', async () => {
  const draft = await t.call(saveDraft, {
    code: '1.200001',
    validFrom: '2025-12-01',
    content: sampleContent(),
  });
  const preview = await t.call(previewPublish, { id: draft.id });
  expect(preview.gaps).toMatchObject([
    { unitId: 'c2', unitVi: 'Xã Hai', stepKey: 'sign', stepVi: 'Ký duyệt' },
  ]);
  expect(preview.covered).toBe(10);
  const refused = await t.call(publishVersion, { id: draft.id }).catch((e: Problem) => e);
  expect((refused as Problem).kind.code).toBe('procedures.coverageGap');
  expect((refused as Problem).fields[0]!.message.vi).toContain('Xã Hai: bước “Ký duyệt”');

  const head = await officer('c2', 'Chủ tịch Hai', 'head');
  await sampleAssignment(t.app, { personId: head, unitId: 'c2', roles: ['sign'] });
  expect(await t.call(publishVersion, { id: draft.id })).toMatchObject({ covered: 10 });
});

test('a gap that opens later is an alarm with an owner, once, and closes when somebody stands there again', async () => {
  t.clock.set('2025-12-02T08:00:00+07:00');
  expect(await t.call(proveCoverageNow, {})).toMatchObject({ checked: 10, gaps: 0, opened: 0 });
  const holders = await t.app.db.read((tx) => listOfficeHolders(tx, ['c2'], '2025-12-01'));
  const leaver = holders.find((one) => one.personName === 'Chủ tịch Hai')!;
  await t.call(endAppointment, { id: leaver.appointmentId!, on: '2025-12-02', paper: '12/QĐ-UBND' });
  expect(await t.call(proveCoverageNow, {})).toMatchObject({ gaps: 1, opened: 1 });
  expect(await t.call(proveCoverageNow, {})).toMatchObject({ gaps: 1, opened: 0 });
  const board = await t.call(listGaps, {});
  expect(board.items).toMatchObject([
    {
      unitId: 'c2',
      code: '1.200001',
      stepKey: 'sign',
      reason: 'notAppointed',
      since: '2025-12-02',
      owner: { unitId: 'c2' },
    },
  ]);
  expect((await t.call(countGaps, {})).items).toMatchObject([{ unitId: 'c2', gaps: 1, procedures: 1 }]);
  const [check] = commands;
  const said = await check!.run(t.app, [], {});
  expect(said).toMatchObject({ exit: 1 });
  expect(said.lines[1]).toContain('Xã Hai (c2): 1.200001');

  const next = await officer('c2', 'Phó Chủ tịch Hai', 'official');
  await sampleAssignment(t.app, { personId: next, unitId: 'c2', roles: ['sign'] });
  expect(await t.call(proveCoverageNow, {})).toMatchObject({ gaps: 0, closed: 1 });
  const events = await t.app.db.read((tx) => listStream(tx, 'coverage:c2'));
  expect(events.map((event) => event.kind)).toEqual(['coverage.opened', 'coverage.closed']);
  expect(events[0]!.payload).toMatchObject({ ownerUnitId: 'c2', gaps: [{ stepKey: 'sign' }] });
});
