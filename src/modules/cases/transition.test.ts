import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { type TestApp, testApp } from '../../kit/testing.ts';
import { endFact } from '../mandates/contract.ts';
import { publishOverlay, saveDraft, saveOverlay } from '../procedures/contract.ts';
import { sampleContent, samplePublished } from '../procedures/samples.ts';
import { commands } from './commands.ts';
import * as c from './contract.ts';
import { applyTransition, previewTransition } from './contract/transition.ts';
import { casesModule } from './module.ts';
import { type SampleDesk, sampleReceived, sampleDesks } from './samples.ts';

let t: TestApp;
let a: SampleDesk;
const START = '2025-11-17T08:00:00+07:00';
const LATER = '2025-11-18T08:00:00+07:00';
const CODE = '1.000001';
const first: { id: string; code: string; dueAt: string }[] = [];
let next: string;
const [check] = commands;
const checked = () => check!.run(t.app, [], {});

const longer = () => ({
  steps: sampleContent()
    .steps.filter((step) => step.key !== 'issue')
    .map((step) =>
      step.key === 'appraise'
        ? { ...step, limit: { value: 12, unit: 'workingHour' as const } }
        : step.key === 'sign'
          ? { ...step, next: [{ to: 'return' }] }
          : step,
    ),
  channels: (['desk', 'online', 'post'] as const).map((channel) => ({
    channel,
    limit: { value: 2, unit: 'workingDay' as const },
    fee: { kind: 'free' as const },
  })),
});

beforeAll(async () => {
  t = await testApp({ now: START });
  [a] = await sampleDesks(t.app, ['Xã A Mẫu']);
  await samplePublished(t.app);
  for (let n = 0; n < 3; n += 1) first.push((await sampleReceived(t.app, a)) as never);
  // One has gone on to a step that the new version does not have.
  const { id } = first[2]!;
  await t.call(c.advanceCase, { id, step: 'appraise' }, a.specialist);
  await t.call(c.signResult, { id, step: 'sign', outcome: 'granted' }, a.head);
  next = await samplePublished(t.app, {
    validFrom: '2025-11-18',
    content: longer(),
    transition: { kind: 'stated', text: { vi: 'Mọi hồ sơ đang giải quyết', en: 'Every running case' } },
  });
}, 60_000);
afterAll(() => t[Symbol.asyncDispose]());

test('before its first day a version only shows which cases would move, with dates and steps before and after', async () => {
  const look = await t.call(previewTransition, { versionId: next });
  expect(look).toMatchObject({ code: CODE, inForce: false, running: 3, moves: 2, undecided: 1 });
  const [one] = look.items.filter((item) => item.id === first[0]!.id);
  expect(one).toMatchObject({
    code: first[0]!.code,
    due: { before: '2025-11-18T10:30:00.000Z', after: '2025-11-19T10:30:00.000Z' },
    step: { key: 'appraise', before: 'Thẩm định', after: 'Thẩm định' },
    fields: { added: [], gone: [] },
  });
  expect(one!.step.dueAfter! > one!.step.dueBefore!).toBe(true);
  expect(look.items.find((item) => item.id === first[2]!.id)).toMatchObject({ undecided: 'stepMissing' });
  const move = { versionId: next, reason: 'Luật mới', legalBasis: '200/QĐ-BTP' };
  await expect(t.call(applyTransition, move)).rejects.toThrow(/notInForce/);
});

test('once in force they move with an event each; who cannot be placed stays, and a second time nothing happens', async () => {
  t.clock.set(LATER);
  const move = { versionId: next, reason: 'Luật mới', legalBasis: '200/QĐ-BTP' };
  expect(await t.call(applyTransition, move)).toEqual({ moved: 2, undecided: 1 });
  expect(await t.call(applyTransition, move)).toEqual({ moved: 0, undecided: 1 });
  const seen = await t.call(c.getCase, { id: first[0]!.id }, a.head);
  expect(seen.procedure.versionId).toBe(next);
  expect(seen.due.at).toBe('2025-11-19T10:30:00.000Z');
  expect(seen.timeline.slice(-2)).toMatchObject([
    { kind: 'case.versionChanged', payload: { reason: 'Luật mới', legalBasis: '200/QĐ-BTP' } },
    { kind: 'case.dueRecomputed', payload: { cause: 'rule', basis: '200/QĐ-BTP' } },
  ]);
  const stays = await t.call(c.getCase, { id: first[2]!.id }, a.head);
  expect(stays.procedure.versionId).not.toBe(next);
  for (const replay of casesModule.replays!)
    expect((await t.app.db.read((tx) => replay.verify(tx))).differences).toEqual([]);
});

test('a version without a transition rule moves nobody', async () => {
  const { id } = await t.call(saveDraft, { code: CODE, validFrom: '2026-03-01', content: sampleContent() });
  expect(await t.call(previewTransition, { versionId: id })).toMatchObject({
    moves: 0,
    undecided: 0,
    items: [],
  });
  await expect(t.call(previewTransition, { versionId: id }, a.head)).rejects.toThrow(/notAllowed/);
});

test('a dry run sees what a province has decided for the first day of the version', async () => {
  const transition = { kind: 'stated' as const, text: { vi: 'Mọi hồ sơ', en: 'Every case' } };
  const draft = { code: CODE, validFrom: '2026-03-01', content: sampleContent(longer()), transition };
  const { id: versionId } = await t.call(saveDraft, draft);
  const due = async () =>
    (await t.call(previewTransition, { versionId })).items.find((one) => one.id === first[0]!.id)?.due.after;
  const before = await due();
  const limit = { value: 9, unit: 'workingDay' as const };
  const { channels, steps } = longer();
  const slower = {
    decision: '7/QĐ-UBND',
    channels: channels.map((row) => ({ ...row, limit })),
    steps: steps.map((step) =>
      step.key === 'appraise' ? { ...step, limit: { value: 68, unit: 'workingHour' as const } } : step,
    ),
  };
  const own = { code: CODE, provinceId: 'province-46', validFrom: '2026-03-01' };
  const overlay = await t.call(saveOverlay, { ...own, content: slower });
  await t.call(publishOverlay, { id: overlay.id });
  expect(before).toBeDefined();
  expect((await due())! > before!).toBe(true);
});

test('the check of cases names what differs from the events and where nobody can act today', async () => {
  expect(await checked()).toMatchObject({ exit: 0, value: { checked: 3, differences: [], stuck: [] } });
  const row = first[0]!.id;
  await t.app.db.write((tx) =>
    tx.run(sql`update cases.case_file set due_at = due_at + interval '1 day' where id = ${row}::uuid`),
  );
  const wrong = await checked();
  expect(wrong.exit).toBe(1);
  expect(wrong.lines.join('\n')).toMatch(new RegExp(`case:${row}: dueAt`));
  await t.app.db.write((tx) =>
    tx.run(sql`update cases.case_file set due_at = due_at - interval '1 day' where id = ${row}::uuid`),
  );
  const facts = await t.app.db.read((tx) =>
    tx.rows<{ id: string }>(
      sql`select id from mandates.v_fact where kind = 'assignment' and person_id = ${a.specialist.personId!}`,
    ),
  );
  for (const { id } of facts)
    await t.call(endFact, { id, on: '2025-11-18', paper: { number: '9/QĐ', issuedOn: '2025-11-17' } });
  const stuck = await checked();
  expect(stuck.exit).toBe(1);
  expect(stuck.lines.join('\n')).toMatch(/Xã A Mẫu .*1\.000001 \[appraise\] 2/);
});
