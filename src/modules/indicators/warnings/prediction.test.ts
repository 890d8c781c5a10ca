import { afterAll, beforeAll, expect, test } from 'vitest';

import { instantOf } from '../../../kit/day.ts';
import { testApp, type TestApp } from '../../../kit/testing.ts';
import { sampleDirective, sampleTask } from '../../directives/samples.ts';
import { sampleAccount } from '../../identity/samples.ts';
import { stateDemoOrganisations } from '../../organisations/samples.ts';
import { completeTask } from '../samples.ts';
import {
  defineWarningRule,
  getPredictionQuality,
  getWarning,
  getWarningRule,
  listWarnings,
} from './contract.ts';
import { warningReplay } from './replay.ts';
import { sampleLook, sampleRule, sampleTouch } from './samples.ts';

let t: TestApp;
let openTask: string;
const at = (day: string): void => t.clock.set(instantOf(day, '09:00'));
const now = (): Date => t.app.clock.now();
const by = { now: instantOf('2025-01-10', '09:00') };

/** Ten tasks of the Ministry of Home Affairs due on 30 June, done 1 to 10 days late; one due on 30 November. */
beforeAll(async () => {
  t = await testApp({ now: '2025-01-10T09:00:00+07:00' });
  await stateDemoOrganisations(t.app);
  await sampleAccount(t.app, {
    email: 'office@thu.vn',
    name: 'Văn phòng',
    roles: [{ role: 'office', unitId: 'centre', clearance: 'internal' }],
  });
  const directiveId = await sampleDirective(t.app, {}, by);
  for (let late = 1; late <= 10; late += 1) {
    const { id } = await sampleTask(t.app, directiveId, {}, by);
    const day = `2025-07-${String(late).padStart(2, '0')}`;
    await completeTask(t.app, id, day, day);
  }
  openTask = (await sampleTask(t.app, directiveId, { ref: 'MỞ', deadlineText: '11/2025' }, by)).id;
  at('2025-11-17');
}, 120_000);
afterAll(() => t[Symbol.asyncDispose]());

const rule = (floor: number) =>
  sampleRule({
    code: 'late',
    watch: { kind: 'prediction', of: 'assignment', bound: 'p50', lateBy: 3, endAt: 1, floor },
    validFrom: '2025-11-17',
  });

test('With too little history nothing is predicted, and that is said', async () => {
  await t.call(defineWarningRule, rule(11));
  await sampleLook(t.app, now());
  expect((await t.call(listWarnings, {})).items).toEqual([]);
  expect((await t.call(getWarningRule, { code: 'late' })).lastRun).toMatchObject({
    subjects: 1,
    unsaid: { tooLittleHistory: 1 },
  });
});

test('An open task gets the range of similar closed ones, with their number and what made them similar', async () => {
  at('2025-11-18');
  await t.call(defineWarningRule, { ...rule(10), validFrom: '2025-11-18' });
  await sampleLook(t.app, now());
  const [warning] = (await t.call(listWarnings, {})).items;
  expect(warning).toMatchObject({ kind: 'prediction', value: 5, unit: { id: 'moha' } });
  const shown = await t.call(getWarning, { id: warning!.id });
  expect(shown).toMatchObject({ range: { p50: 5, p80: 8, similar: 10 }, due: '2025-11-30' });
  expect(shown.valueText.vi).toContain('chậm 5 ngày đến chậm 8 ngày (theo 10 trường hợp tương tự)');
});

test('The past error is measured each day: what had closed by half of a task’s time is too little here', async () => {
  const { items } = await t.call(getPredictionQuality, {});
  expect(items.find((item) => item.of === 'assignment')).toMatchObject({
    measuredOn: '2025-11-18',
    openLate: 0,
    all: { predicted: 0, tooLittleHistory: 10 },
  });
});

test('Finished, the task’s warning is over', async () => {
  await completeTask(t.app, openTask, '2025-11-18', '2025-11-18');
  await t.settle();
  await sampleTouch(t.app, now());
  const [warning] = (await t.call(listWarnings, { state: 'ended' })).items;
  expect((await t.call(getWarning, { id: warning!.id })).history[0]).toMatchObject({ cause: 'itemDone' });
  expect(await t.app.db.snapshot((tx) => warningReplay.verify(tx))).toEqual({ checked: 1, differences: [] });
});
