import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Actor } from '../../../kit/actor.ts';
import { publicActor } from '../../../kit/actor.ts';
import { Problem } from '../../../kit/problems.ts';
import { type TestApp, testApp } from '../../../kit/testing.ts';
import { sampleDesk, type SampleDesk, sampleReceived } from '../../cases/samples.ts';
import { actorOf, sampleAccount } from '../../identity/samples.ts';
import { sampleCompetence } from '../../mandates/samples.ts';
import { sampleUnit, stateDemoOrganisations } from '../../organisations/samples.ts';
import { samplePublished } from '../../procedures/samples.ts';
import * as contract from './contract.ts';
import { definitionReplay } from './replay.ts';
import { sampleBody } from './samples.ts';

let t: TestApp;
let office: Actor;
let desk: SampleDesk;
const code = 'trucTuyen';
const draft = (over: object = {}) => ({ code, validFrom: '2025-01-01', body: sampleBody(), ...over });
const proved = () => t.app.db.snapshot((tx) => definitionReplay.verify(tx));

/** The fields that were refused, with the English words. */
async function faults(work: Promise<unknown>): Promise<Record<string, string>> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return Object.fromEntries(error.fields.map(({ path, message }) => [path, message.en]));
  }
  return {};
}

beforeAll(async () => {
  t = await testApp();
  await stateDemoOrganisations(t.app);
  await sampleCompetence(t.app);
  const unitId = await sampleUnit(t.app, {
    nameVi: 'Xã A Mẫu',
    level: 'commune',
    kind: 'commune',
    parentId: 'province-46',
    validFrom: '2025-07-01',
  });
  desk = await sampleDesk(t.app, unitId);
  await samplePublished(t.app);
  const roles = [{ role: 'office' as const, unitId: 'centre', clearance: 'internal' as const }];
  await sampleAccount(t.app, { email: 'dinh.nghia@test.vn', name: 'Người định nghĩa', roles });
  office = await actorOf(t.app, 'dinh.nghia@test.vn');
}, 60_000);
afterAll(() => t[Symbol.asyncDispose]());

describe('a definition', () => {
  test('is checked when it is saved: each fault has its field, its place and its remedy', async () => {
    const body = sampleBody({
      owner: 'nowhere',
      numerator: { fact: 'case', where: 'channel = "onlin"', period: 'birthday' },
      denominator: { fact: 'complaint', where: 'true' },
      zeroDenominator: { rule: 'ratio' },
      comparator: '>=',
    });
    const found = await faults(
      t.call(contract.saveDefinitionDraft, draft({ body, validTo: '2025-01-01' }), office),
    );
    expect(found['body.numerator.where']).toMatch(/never holds "onlin".*"online".*position 11/);
    expect(found['body.numerator.period']).toContain('received');
    expect(found['body.denominator.fact']).toContain('choose one of: case');
    expect(found['body.zeroDenominator.value']).toBeDefined();
    expect(found['body.target']).toBeDefined();
    expect(found['body.owner']).toBeDefined();
    expect(found['validTo']).toBeDefined();
    const taken = await faults(t.call(contract.saveDefinitionDraft, draft({ code: 'overdueShare' }), office));
    expect(taken['code']).toContain('take another');
  });

  test('is previewed on real records before it is published, which only those may who define figures', async () => {
    await expect(t.call(contract.saveDefinitionDraft, draft(), desk.desk)).rejects.toThrow('kit.notAllowed');
    await sampleReceived(t.app, desk);
    await sampleReceived(t.app, desk);
    await t.settle();
    await t.call(contract.saveDefinitionDraft, draft(), office);
    const preview = await t.call(contract.previewDefinition, { code, unitId: 'province-46' }, office);
    expect(preview.before).toBeUndefined();
    expect(preview.after).toMatchObject({ numerator: 0, denominator: 2, rounded: '0.0', status: 'ok' });
    expect(preview.records).toHaveLength(2);
    expect(preview.records[0]).toMatchObject({ part: 'denominator', unitName: 'Xã A Mẫu' });
    expect(preview.records[0]!.why.map((one) => one.en)).toEqual(['Channel is “online”']);
    await expect(t.call(contract.getDefinition, { code })).rejects.toThrow('unknownDefinition');
    expect(await t.call(contract.publishDefinition, { code }, office)).toEqual({ code, version: '1' });
    await expect(t.call(contract.publishDefinition, { code }, office)).rejects.toThrow('noDraft');
  });

  test('is public with its rule in words and as an expression', async () => {
    const one = await t.call(contract.getDefinition, { code }, publicActor);
    expect(one.versions[0]!.numerator).toMatchObject({
      where: 'received != null and channel = "online"',
      words: { vi: 'Có Ngày tiếp nhận và Kênh nộp là “trực tuyến”' },
      period: { field: 'received' },
    });
    expect(one.draft).toBeUndefined();
    const list = await t.call(contract.listDefinitions, { q: 'ho so nop truc tuyen' }, publicActor);
    expect(list.items.map((item) => item.code)).toContain(code);
    const tasks = await t.call(contract.listDefinitions, { fact: 'task' }, publicActor);
    expect(tasks.items).toHaveLength(12);
    expect(tasks.items[0]!.numerator).toContain('class');
    const then = await t.call(contract.listDefinitions, { on: '2024-12-31', fact: 'case' }, publicActor);
    expect(then.items.map((item) => item.code)).not.toContain(code);
  });

  test('gets a second version; the first ends when it begins, and what was published cannot be overlaid', async () => {
    const body = sampleBody({
      numerator: { ...sampleBody().numerator, where: 'received != null and channel in ("online", "desk")' },
    });
    const past = await faults(
      t.call(contract.saveDefinitionDraft, draft({ body, validFrom: '2025-11-01' }), office),
    );
    expect(past['validFrom']).toContain('begins today or later');
    const same = await faults(
      t.call(contract.saveDefinitionDraft, draft({ validFrom: '2026-01-01' }), office),
    );
    expect(same['body.name.vi']).toContain('Nothing differs');
    await t.call(contract.saveDefinitionDraft, draft({ body, validFrom: '2026-01-01' }), office);
    const diff = await t.call(contract.diffDefinition, { code, from: '1', to: 'draft' }, office);
    expect(diff.differences.map((one) => one.path)).toEqual(['numerator.where']);
    await expect(
      t.call(contract.diffDefinition, { code, from: '1', to: 'draft' }, publicActor),
    ).rejects.toThrow('notFound');
    const preview = await t.call(contract.previewDefinition, { code, unitId: desk.unitId }, office);
    expect([preview.before?.figure.numerator, preview.after.numerator]).toEqual([0, 2]);
    expect(preview.records[0]).toMatchObject({ part: 'numerator', was: 'denominator' });
    const open = await faults(t.call(contract.publishDefinition, { code }, office));
    expect(open['endPrevious']).toContain('tick this box');
    await t.call(contract.publishDefinition, { code, endPrevious: true }, office);
    const one = await t.call(contract.getDefinition, { code });
    expect(one.versions.map(({ version, validFrom, validTo }) => [version, validFrom, validTo])).toEqual([
      ['1', '2025-01-01', '2026-01-01'],
      ['2', '2026-01-01', undefined],
    ]);
    expect(one.current).toBe('1');
    const over = await faults(
      t.call(
        contract.saveDefinitionDraft,
        draft({ validFrom: '2025-12-01', body: sampleBody({ status: 'listed' }) }),
        office,
      ),
    );
    expect(over['validFrom']).toMatch(/meet those of version \d/);
  });

  test('ends from today on, once, with a reason; its versions can be told again from their events', async () => {
    const end = (on: string, version = 2) =>
      t.call(contract.endDefinition, { code, version, on, reason: 'Bãi bỏ' }, office);
    expect(await faults(end('2025-12-31'))).toHaveProperty('on');
    await end('2026-07-01');
    await expect(end('2026-08-01')).rejects.toThrow('definitionEnded');
    await expect(end('2026-08-01', 7)).rejects.toThrow('unknownDefinition');
    await t.settle();
    expect((await proved()).differences).toEqual([]);
    await t.app.db.write((tx) =>
      tx.run(
        sql`update indicators.definition set valid_to = '2027-01-01' where code = ${code} and version = 2`,
      ),
    );
    expect((await proved()).differences).toEqual([`definition ${code} version 2`]);
  });

  test('tells a rule read aloud while it is written', async () => {
    const ask = (text: string) => t.call(contract.checkRule, { fact: 'case', text }, office);
    expect((await ask('due < asOf')).words?.vi).toBe('Ngày hẹn trả trước ngày xem');
    expect(await ask('du < asOf')).toMatchObject({ ok: false, at: { from: 0, to: 2 } });
    expect((await t.call(contract.listFactKinds, {}, publicActor)).items.map((kind) => kind.code)).toContain(
      'procedure',
    );
  });
});
