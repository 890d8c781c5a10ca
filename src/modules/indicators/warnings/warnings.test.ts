import { afterAll, beforeAll, expect, test } from 'vitest';

import { type Actor, publicActor } from '../../../kit/actor.ts';
import { instantOf } from '../../../kit/day.ts';
import { Problem } from '../../../kit/problems.ts';
import { testApp, type TestApp } from '../../../kit/testing.ts';
import { sampleDirective, sampleTask } from '../../directives/samples.ts';
import { actorOf, sampleAccount } from '../../identity/samples.ts';
import { stateDemoOrganisations } from '../../organisations/samples.ts';
import { completeTask } from '../samples.ts';
import {
  acknowledgeWarning,
  checkWarning,
  defineWarningRule,
  evaluateWarnings,
  getWarning,
  getWarningRule,
  listOpenWarnings,
  listWarningRules,
  listWarnings,
  previewWarningRule,
} from './contract.ts';
import { warningReplay } from './replay.ts';
import { sampleLook, sampleRule, sampleTouch } from './samples.ts';

let t: TestApp;
let head: Actor;
let office: Actor;
let elsewhere: Actor;
const tasks: string[] = [];

const at = (day: string, clock = '09:00'): void => t.clock.set(instantOf(day, clock));
const now = (): Date => t.app.clock.now();
const account = async (email: string, role: 'head' | 'office' | 'coordinator', unitId: string) => {
  await sampleAccount(t.app, { email, name: email, roles: [{ role, unitId, clearance: 'internal' }] });
  return actorOf(t.app, email);
};
const open = async () => (await t.call(listWarnings, {})).items;
const refusal = (work: Promise<unknown>): Promise<Problem> =>
  work.then(
    () => {
      throw new Error('was taken');
    },
    (error: unknown) => error as Problem,
  );

/** Two tasks of the Ministry of Home Affairs that fell due in June: one done, one not. */
beforeAll(async () => {
  t = await testApp({ now: '2025-01-10T09:00:00+07:00' });
  await stateDemoOrganisations(t.app);
  const by = { now: instantOf('2025-01-10', '09:00') };
  const directiveId = await sampleDirective(t.app, {}, by);
  for (const ref of ['A', 'B']) tasks.push((await sampleTask(t.app, directiveId, { ref }, by)).id);
  await completeTask(t.app, tasks[0]!, '2025-06-20', '2025-06-19');
  at('2025-11-17');
  office = await account('office@thu.vn', 'office', 'centre');
  head = await account('head@thu.vn', 'head', 'moha');
  elsewhere = await account('elsewhere@thu.vn', 'head', 'mops');
}, 120_000);
afterAll(() => t[Symbol.asyncDispose]());

test('A rule is refused while nobody would have to act on it, with the units by name', async () => {
  const rule = sampleRule({ code: 'nobody', units: { levels: ['ministry'] } });
  await using empty = await testApp();
  await stateDemoOrganisations(empty.app);
  const problem = await refusal(empty.call(defineWarningRule, rule));
  expect(problem.fields[0]?.path).toBe('actor.role');
  expect(problem.fields[0]?.message.vi).toContain('Bộ Công an');
});

test('The preview says which units would fire today, with both counts and who must act', async () => {
  const { code, name, severity, watch, units, actor, escalateAfterDays } = sampleRule();
  const shown = await t.call(
    previewWarningRule,
    { code, name, severity, watch, units, actor, escalateAfterDays },
    office,
  );
  expect(shown.firesTotal).toBe(1);
  expect(shown.fires[0]).toMatchObject({
    unit: { id: 'moha' },
    numerator: 1,
    denominator: 2,
    responsible: 'head@thu.vn',
  });
  expect(shown.nobody).toEqual([]);
  expect(await open()).toEqual([]);
});

test.each([
  ['an end above the limit', { endAt: 20 }, 'watch.endAt'],
  ['a figure that does not exist', { figure: { of: 'tasks' as const, code: 'none' } }, 'watch.figure.code'],
])('A rule with %s is refused at that field', async (_, over, path) => {
  const watch = { ...sampleRule().watch, ...over } as ReturnType<typeof sampleRule>['watch'];
  const problem = await refusal(t.call(defineWarningRule, sampleRule({ watch }), office));
  expect(problem.fields.map((f) => f.path)).toContain(path);
});

test('Nobody but an office states rules, and none of the past', async () => {
  expect((await refusal(t.call(defineWarningRule, sampleRule(), head))).kind.code).toBe('kit.notAllowed');
  const past = await refusal(t.call(defineWarningRule, sampleRule({ validFrom: '2025-11-16' }), office));
  expect(past.fields[0]?.path).toBe('validFrom');
});

test('A unit over the threshold gets one warning with an owner; looking again adds none', async () => {
  await t.call(defineWarningRule, sampleRule(), office);
  expect(await t.call(evaluateWarnings, {}, office)).toEqual({
    raised: 1,
    ended: 0,
    escalated: 0,
    nobody: 0,
  });
  expect(await t.call(evaluateWarnings, {}, office)).toMatchObject({ raised: 0, ended: 0 });
  const [warning, ...more] = await open();
  expect(more).toEqual([]);
  expect(warning).toMatchObject({
    unit: { id: 'moha' },
    value: 50,
    numerator: 1,
    denominator: 2,
    phase: 'open',
    responsible: { people: [{ name: 'head@thu.vn' }], how: 'asked' },
  });
});

test('It is seen by the unit and the office above, not by another ministry and not by the public', async () => {
  const [{ id } = { id: '' }] = await open();
  expect((await t.call(listWarnings, { whose: 'mine' }, head)).items).toHaveLength(1);
  expect((await t.call(listWarnings, { whose: 'mine' }, office)).items).toHaveLength(0);
  expect((await t.call(getWarning, { id }, office)).mayAcknowledge).toBe(true);
  expect((await t.call(listWarnings, {}, elsewhere)).items).toHaveLength(0);
  expect((await refusal(t.call(getWarning, { id }, elsewhere))).kind.code).toBe('kit.notFound');
  expect((await refusal(t.call(listWarnings, {}, publicActor))).kind.code).toBe('kit.signInNeeded');
});

test('Not acknowledged for the days of the rule it goes to who stands above, by name, once', async () => {
  at('2025-11-21');
  await sampleLook(t.app, now());
  const [{ id } = { id: '' }] = await open();
  expect((await t.call(getWarning, { id })).responsible.unit.id).toBe('moha');
  at('2025-11-22');
  await sampleLook(t.app, now());
  await sampleLook(t.app, now());
  const raised = await t.call(getWarning, { id });
  expect(raised.responsible).toMatchObject({ people: [{ name: 'office@thu.vn' }], how: 'office' });
  expect(raised.history.filter((h) => h.kind === 'escalated')).toHaveLength(1);
});

test('Acknowledged with a comment it stays open and is not escalated any more', async () => {
  const [{ id } = { id: '' }] = await open();
  await t.call(acknowledgeWarning, { id, comment: 'Sẽ hoàn thành trong tháng 11' }, head);
  const shown = await t.call(getWarning, { id }, head);
  expect(shown).toMatchObject({ phase: 'acknowledged' });
  expect(shown.history[0]).toMatchObject({ kind: 'acknowledged', comment: 'Sẽ hoàn thành trong tháng 11' });
  expect((await t.call(listOpenWarnings, {})).counts).toEqual({
    urgent: 1,
    serious: 0,
    notice: 0,
    total: 1,
    unacknowledged: 0,
  });
});

test('It ends by itself soon after what it is about has been done, with the value', async () => {
  await completeTask(t.app, tasks[1]!, '2025-11-22', '2025-11-22');
  await t.settle();
  await sampleTouch(t.app, now());
  expect(await open()).toEqual([]);
  const [warning] = (await t.call(listWarnings, { state: 'ended' })).items;
  const { history } = await t.call(getWarning, { id: warning!.id });
  expect(history[0]).toMatchObject({ kind: 'ended', cause: 'over', valueText: { vi: '0 % (0/2)' } });
  expect((await refusal(t.call(acknowledgeWarning, { id: warning!.id, comment: 'Muộn' }))).kind.code).toBe(
    'indicators.warningEnded',
  );
});

test('A rule that ends takes its open warnings with it, and says so', async () => {
  at('2025-11-24');
  const silent = sampleRule({
    code: 'silence',
    validFrom: '2025-11-24',
    watch: { kind: 'silence', of: 'unitReports', days: 30 },
  });
  const directiveId = await sampleDirective(
    t.app,
    { number: '5/CT' },
    { now: instantOf('2025-09-01', '09:00') },
  );
  await sampleTask(
    t.app,
    directiveId,
    { leadText: 'Bộ Công an', deadlineText: '12/2026' },
    { now: instantOf('2025-09-01', '09:00') },
  );
  await t.call(defineWarningRule, silent, office);
  await sampleLook(t.app, now());
  const [warning] = await open();
  expect(warning).toMatchObject({ kind: 'silence', unit: { id: 'mops' }, value: 319, numerator: 1 });
  expect((await t.call(checkWarning, { id: warning!.id }, elsewhere)).phase).toBe('open');
  at('2025-11-25');
  await t.call(defineWarningRule, { ...silent, validFrom: '2025-11-25', active: false }, office);
  await sampleLook(t.app, now());
  expect(await open()).toEqual([]);
  expect((await t.call(getWarning, { id: warning!.id })).history[0]).toMatchObject({ cause: 'ruleEnded' });
  expect((await t.call(getWarningRule, { code: 'silence' })).versions).toHaveLength(2);
  expect((await t.call(listWarningRules, {}, office)).items.find((r) => r.code === 'silence')?.active).toBe(
    false,
  );
});

test('Every warning is what its events say', async () => {
  const found = await t.app.db.snapshot((tx) => warningReplay.verify(tx));
  expect(found).toEqual({ checked: 2, differences: [] });
});
