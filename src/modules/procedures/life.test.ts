import { afterAll, beforeAll, expect, test } from 'vitest';

import { publicActor } from '../../kit/actor.ts';
import type { Problem } from '../../kit/problems.ts';
import { testApp, type TestApp } from '../../kit/testing.ts';
import { stateDemoOrganisations } from '../organisations/samples.ts';
import {
  endVersion,
  getProcedure,
  countProcedures,
  listProcedures,
  publishOverlay,
  publishVersion,
  saveDraft,
  saveOverlay,
} from './contract.ts';
import { getPinned, loadEffective } from './index.ts';
import { replays } from './replay.ts';
import { sampleContent, samplePublished } from './samples.ts';
import { loadProcedure } from './store/procedure.ts';

let t: TestApp;
beforeAll(async () => {
  t = await testApp({ now: '2025-11-17T08:00:00+07:00' });
  await stateDemoOrganisations(t.app);
});
afterAll(() => t[Symbol.asyncDispose]());

const refusal = (work: Promise<unknown>): Promise<Problem> =>
  work.then(
    () => {
      throw new Error('was not refused');
    },
    (problem: Problem) => problem,
  );
const effective = (code: string, day: string, provinceId?: string) =>
  t.app.db.read((tx) => loadEffective(tx, { code, day, provinceId }));

test('a version holds from the instant its first day begins: the day before sees the old one, that day the new one (R01)', async () => {
  const code = '1.100001';
  const first = await samplePublished(t.app, { code, content: { name: { vi: 'Tên cũ' } } });
  const next = await t.call(saveDraft, {
    code,
    validFrom: '2025-12-01',
    content: sampleContent({ name: { vi: 'Tên mới' } }),
  });
  expect(await t.call(publishVersion, { id: next.id })).toMatchObject({
    endedId: first,
    validFrom: '2025-12-01',
  });

  t.clock.set('2025-11-30T23:59:59+07:00');
  expect((await t.call(getProcedure, { code })).version?.content.name.vi).toBe('Tên cũ');
  t.clock.set('2025-12-01T00:00:00+07:00');
  expect((await t.call(getProcedure, { code })).version?.content.name.vi).toBe('Tên mới');
  t.clock.set('2025-11-17T08:00:00+07:00');

  const pinned = await t.app.db.read((tx) => getPinned(tx, { versionId: first }));
  expect(pinned.content.name.vi).toBe('Tên cũ');
  for (const provinceId of ['province-01', 'province-46', undefined]) {
    expect((await effective(code, '2025-11-30', provinceId))?.id).toBe(first);
    expect((await effective(code, '2025-12-01', provinceId))?.id).toBe(next.id);
  }
});

test('two versions never hold on one day, and days that have passed do not change', async () => {
  const code = '1.100002';
  await samplePublished(t.app, { code });
  const past = await t.call(saveDraft, { code, validFrom: '2025-11-01', content: sampleContent() });
  const refused = await refusal(t.call(publishVersion, { id: past.id }));
  expect(refused.kind.code).toBe('procedures.overlap');
  const later = await t.call(saveDraft, { code, validFrom: '2026-01-01', content: sampleContent() });
  await t.call(publishVersion, { id: later.id });
  const between = await t.call(saveDraft, { code, validFrom: '2025-12-01', content: sampleContent() });
  expect((await refusal(t.call(publishVersion, { id: between.id }))).kind.code).toBe('procedures.overlap');
});

test('withdrawing a version that has not begun lets the one before it go on', async () => {
  const code = '1.100003';
  const first = await samplePublished(t.app, { code });
  const coming = await t.call(saveDraft, { code, validFrom: '2026-01-01', content: sampleContent() });
  await t.call(publishVersion, { id: coming.id });
  await t.call(endVersion, { id: coming.id, validTo: '2026-01-01', paper: '200/QĐ-BTP' });
  expect(await effective(code, '2026-02-01')).toMatchObject({ id: first });
  expect((await effective(code, '2026-02-01'))?.validTo).toBeUndefined();
});

test('a province lays its own rules over the national version by its own decision', async () => {
  const code = '1.100004';
  await samplePublished(t.app, { code });
  const own = await t.call(saveOverlay, {
    code,
    provinceId: 'province-46',
    validFrom: '2025-11-20',
    content: { decision: '2770/QĐ-UBND', serviceLevel: 'partial', serviceLevelReason: 'Chưa kết nối' },
  });
  await t.call(publishOverlay, { id: own.id });
  expect((await effective(code, '2025-11-20', 'province-46'))?.content.serviceLevel).toBe('partial');
  expect((await effective(code, '2025-11-19', 'province-46'))?.content.serviceLevel).toBe('full');
  expect((await effective(code, '2025-11-20', 'province-01'))?.content.serviceLevel).toBe('full');
  expect((await effective(code, '2025-11-20', 'province-46'))?.overlayId).toBe(own.id);
});

test('the public sees what is published and finds it without diacritics; drafts are of those who edit', async () => {
  await samplePublished(t.app, { code: '1.100005', content: { name: { vi: 'Đăng ký khai sinh thử' } } });
  await t.call(saveDraft, {
    code: '1.100006',
    validFrom: '2026-01-01',
    content: sampleContent({ name: { vi: 'Dự thảo' } }),
  });
  const found = await t.call(listProcedures, { q: 'dang ky KHAI sinh' }, publicActor);
  expect(found.items.map((one) => one.code)).toEqual(['1.100005']);
  expect((await refusal(t.call(getProcedure, { code: '1.100006' }, publicActor))).kind.status).toBe(404);
  expect((await refusal(t.call(listProcedures, { state: 'draft' }, publicActor))).kind.status).toBe(403);
  expect((await t.call(listProcedures, { state: 'draft' })).items.map((one) => one.code)).toContain(
    '1.100006',
  );
});

test('what bears the words in its name comes before what has them elsewhere, page by page', async () => {
  const names = {
    '1.100011': 'An toàn của cơ sở sản xuất doanh nghiệp',
    '1.100012': 'Bản vẽ đất',
    '1.100013': 'Đổi sổ đỏ',
  };
  for (const [code, vi] of Object.entries(names))
    await samplePublished(t.app, {
      code,
      content: { name: { vi }, lifeEvents: code === '1.100012' ? ['cấp sổ đỏ'] : [] },
    });
  const codes: string[] = [];
  let cursor: string | undefined;
  do {
    const part = await t.call(listProcedures, { q: 'so  do', limit: 1, cursor }, publicActor);
    codes.push(...part.items.map((one) => one.code));
    cursor = part.next;
  } while (cursor);
  expect(codes).toEqual(['1.100013', '1.100012', '1.100011']);
});

test('fields are counted in the order of the Vietnamese alphabet', async () => {
  for (const [code, fieldVi] of [
    ['1.100021', 'Đất đai'],
    ['1.100022', 'Xây dựng'],
    ['1.100023', 'Dân tộc'],
  ] as const)
    await samplePublished(t.app, { code, content: { fieldVi } });
  const { fields } = await t.call(countProcedures, {}, publicActor);
  const names = fields.map(({ field }) => field).filter((one) => /^(Đất|Xây|Dân)/.test(one));
  expect(names).toEqual(['Dân tộc', 'Đất đai', 'Xây dựng']);
});

test('a list goes on where its page ended', async () => {
  const all = (await t.call(listProcedures, {})).items.map((one) => one.code);
  const paged: string[] = [];
  let cursor: string | undefined;
  do {
    const part = await t.call(listProcedures, { limit: 2, cursor });
    paged.push(...part.items.map((one) => one.code));
    cursor = part.next;
  } while (cursor);
  expect(paged).toEqual(all);
});

test('publishing states the decision that announces it; without one, what the draft says stays, and a day to come is refused', async () => {
  const code = '1.100007';
  const decision = { number: '900/QĐ-BTP', day: '2025-10-20', basisFrom: '2025-12-01' };
  const draft = { code, validFrom: '2025-12-01', content: sampleContent(), announcement: decision };
  const { id } = await t.call(saveDraft, draft);
  await t.call(saveDraft, { code, validFrom: '2025-12-01', content: sampleContent(), versionId: id });
  const coming = { ...decision, day: '2025-11-18' };
  const refused = await refusal(t.call(publishVersion, { id, announcement: coming }));
  expect(refused.fields.map(({ path }) => path)).toEqual(['announcement.day']);
  await t.call(publishVersion, { id });
  expect((await effective(code, '2025-12-01'))?.announcement).toEqual(decision);

  const next = await t.call(saveDraft, { code, validFrom: '2026-01-01', content: sampleContent() });
  await t.call(publishVersion, { id: next.id, announcement: { day: '2025-11-10' } });
  expect((await effective(code, '2026-01-01'))?.announcement).toEqual({ day: '2025-11-10' });
  const own = await t.call(saveOverlay, {
    code,
    provinceId: 'province-46',
    validFrom: '2025-12-05',
    content: { decision: '2771/QĐ-UBND' },
  });
  await t.call(publishOverlay, { id: own.id, announcement: { day: '2025-11-12' } });
  const { overlays } = await t.app.db.read((tx) => loadProcedure(tx, code));
  expect(overlays[0]?.announcement).toEqual({ day: '2025-11-12' });
});

test('versions and overlays follow from their events', async () => {
  const [proof] = await Promise.all(replays.map((replay) => t.app.db.read((tx) => replay.verify(tx))));
  expect(proof!.differences).toEqual([]);
  expect(proof!.checked).toBeGreaterThan(4);
});
