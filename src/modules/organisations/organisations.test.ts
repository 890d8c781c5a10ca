import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { testApp } from '../../kit/testing.ts';
import type { TestApp } from '../../kit/testing.ts';
import * as contract from './contract.ts';
import { loadSnapshot } from './index.ts';
import { replays } from './replay.ts';
import { holdersOf } from './rules/succession.ts';
import { sampleOfficeHolder, stateDemoOrganisations, sampleUnit } from './samples.ts';

let t: TestApp;
beforeAll(async () => {
  t = await testApp();
  await stateDemoOrganisations(t.app);
});
afterAll(async () => t[Symbol.asyncDispose]());

const legalBasis = 'Nghị quyết thử nghiệm';

describe('units', () => {
  it('are listed as of a day, by part of the name without diacritics, page by page', async () => {
    const found = await t.call(contract.listUnits, {
      search: 'thong tin va truyen thong',
      asOf: '2025-01-09',
    });
    expect(found.items.map((unit) => unit.id)).toEqual(['mic']);
    expect(
      (await t.call(contract.listUnits, { search: 'thông tin và truyền thông', asOf: '2025-11-16' })).items,
    ).toEqual([]);
    const first = await t.call(contract.listUnits, { level: 'province', limit: 20 });
    const second = await t.call(contract.listUnits, { level: 'province', limit: 20, cursor: first.next });
    expect(new Set([...first.items, ...second.items].map((unit) => unit.id)).size).toBe(34);
    expect(second.next).toBeUndefined();
  });

  it('are shown with their successors, predecessors and the holder of their duties', async () => {
    const mic = await t.call(contract.getUnit, { id: 'mic' });
    expect(mic).toMatchObject({
      living: false,
      to: '2025-03-01',
      holders: { needsRule: false, units: [{ id: 'most' }] },
    });
    expect(mic.successors[0]).toMatchObject({
      kind: 'merge',
      on: '2025-03-01',
      to: [{ id: 'most' }, { id: 'mocst' }, { id: 'mops' }],
    });
    const most = await t.call(contract.getUnit, { id: 'most' });
    expect(most.holdsFor.map((unit) => unit.id)).toEqual(['mic']);
    await expect(t.call(contract.getUnit, { id: 'nobody' })).rejects.toMatchObject({ kind: { status: 404 } });
  });

  it('are found again by their code on another day', async () => {
    const answer = await t.call(contract.resolveUnitCode, { system: 'gso', code: '45' });
    expect(answer).toMatchObject({ found: 'unit', units: [{ nameVi: 'Tỉnh Quảng Trị' }] });
  });

  it('can be renamed and change status, and the past reads as it was', async () => {
    const id = await sampleUnit(t.app, {
      nameVi: 'Xã Thử',
      level: 'commune',
      kind: 'commune',
      parentId: 'province-46',
    });
    await t.call(contract.changeStatus, {
      id,
      on: '2025-10-01',
      kind: 'ward',
      nameVi: 'Phường Thử',
      legalBasis,
    });
    const past = await t.call(contract.getUnit, { id, asOf: '2025-09-30' });
    const now = await t.call(contract.getUnit, { id });
    expect([past.nameVi, past.kind, now.nameVi, now.kind]).toEqual([
      'Xã Thử',
      'commune',
      'Phường Thử',
      'ward',
    ]);
    expect(now.versions).toHaveLength(2);
  });

  it('merge into a new unit, to which those below them go on the same day', async () => {
    const [a, b] = [
      await sampleUnit(t.app, { nameVi: 'Sở A', parentId: 'province-46' }),
      await sampleUnit(t.app, { nameVi: 'Sở B', parentId: 'province-46' }),
    ];
    const below = await sampleUnit(t.app, { nameVi: 'Phòng B1', parentId: b });
    const toNew = {
      level: 'department',
      kind: 'department',
      nameVi: 'Sở AB',
      nameEn: 'AB',
      parentId: 'province-46',
    } as const;
    const { unitIds } = await t.call(contract.mergeUnits, {
      on: '2025-09-01',
      from: [a, b],
      toNew,
      legalBasis,
    });
    expect((await t.call(contract.getUnit, { id: below })).parentId).toBe(unitIds[0]);
    expect((await t.call(contract.getUnit, { id: below, asOf: '2025-08-31' })).parentId).toBe(b);
    await expect(
      t.call(contract.mergeUnits, { on: '2025-10-01', from: [a], to: 'most', legalBasis }),
    ).rejects.toMatchObject({
      kind: { code: 'organisations.unitNotLiving' },
    });
  });

  it('are not split without a rule; the refusal names the unit and the candidates', async () => {
    const from = await sampleUnit(t.app, { nameVi: 'Cơ quan Chia' });
    const [x, y] = [
      await sampleUnit(t.app, { nameVi: 'Cơ quan X' }),
      await sampleUnit(t.app, { nameVi: 'Cơ quan Y' }),
    ];
    const split = { on: '2025-09-01', from, to: [x, y], legalBasis };
    await expect(t.call(contract.splitUnit, split)).rejects.toMatchObject({
      kind: { code: 'organisations.ruleMissing' },
      detail: { vi: expect.stringContaining('Cơ quan Chia chia cho: Cơ quan X; Cơ quan Y') },
    });
    await t.call(contract.splitUnit, {
      ...split,
      rule: { default: x, bySubject: [{ subject: 'press', toUnitId: y }] },
    });
    const snapshot = await t.app.db.read(loadSnapshot);
    expect(holdersOf(snapshot, from, '2025-10-01')).toMatchObject({ holder: x });
    expect(holdersOf(snapshot, from, '2025-10-01', 'press')).toMatchObject({ holder: y });
  });

  it('give subjects away and live on', async () => {
    await t.call(contract.transferCompetence, {
      on: '2025-09-01',
      from: 'moha',
      to: 'most',
      subjects: ['digitalOffice'],
      legalBasis,
    });
    const snapshot = await t.app.db.read(loadSnapshot);
    expect(holdersOf(snapshot, 'moha', '2025-09-01', 'digitalOffice')).toMatchObject({ holder: 'most' });
    expect(holdersOf(snapshot, 'moha', '2025-09-01')).toMatchObject({ holder: 'moha' });
  });

  it('cannot be placed below themselves, nor bear a code that is taken', async () => {
    await expect(
      t.call(contract.changeStatus, { id: 'government', on: '2025-09-01', parentId: 'most', legalBasis }),
    ).rejects.toMatchObject({
      kind: { code: 'organisations.wouldCircle' },
    });
    const unit = {
      level: 'province',
      kind: 'province',
      nameVi: 'Tỉnh Mới',
      nameEn: 'New',
      parentId: 'centre',
      code: '46',
      codeSystem: 'gso',
    } as const;
    await expect(t.call(contract.createUnit, { ...unit, validFrom: '2025-09-01' })).rejects.toMatchObject({
      kind: { code: 'organisations.codeTaken' },
    });
  });

  it('are read out of a printed text', async () => {
    const { parts } = await t.call(contract.parseAgencyText, {
      text: 'VTV, các địa phương',
      asOf: '2025-01-09',
    });
    expect(parts.map((part) => [part.kind, part.units.length])).toEqual([
      ['unit', 1],
      ['collective', 63],
    ]);
  });
});

describe('people', () => {
  it('hold positions on paper from a day to a day, one at a time', async () => {
    const { personId, positionId } = await sampleOfficeHolder(t.app, {
      unitId: 'most',
      fullName: 'Nguyễn Thị Thử',
      email: 'thu@example.vn',
      titleVi: 'Chánh Văn phòng',
      titleEn: 'Chief of Office',
      rank: 'standingOffice',
    });
    const again = { positionId, personId, validFrom: '2025-10-01', paper: 'QĐ 2' };
    await expect(t.call(contract.appoint, again)).rejects.toMatchObject({
      kind: { code: 'organisations.alreadyHeld' },
    });
    const { items } = await t.call(contract.listPositions, { unitId: 'most' });
    await t.call(contract.endAppointment, { id: items[0]!.appointmentId!, on: '2025-10-01', paper: 'QĐ 1' });
    await t.call(contract.appoint, again);
    const person = await t.call(contract.getPerson, { id: personId });
    expect(person.appointments.map((term) => [term.validFrom, term.validTo])).toEqual([
      ['2025-10-01', null],
      ['2025-07-01', '2025-10-01'],
    ]);
    await expect(
      t.call(contract.createPerson, { fullName: 'Người khác', email: 'THU@example.vn' }),
    ).rejects.toMatchObject({
      kind: { code: 'organisations.emailTaken' },
    });
    expect((await t.call(contract.listPeople, { search: 'nguyen thi thu' })).items).toHaveLength(1);
  });
});

const folder = path.resolve('../shared/data/administrative-units');

describe.skipIf(!existsSync(folder))('a whole country', () => {
  const read = (name: string) => readFileSync(path.join(folder, `${name}.csv`)).toString('base64');
  const files = {
    provinces: read('provinces'),
    communes: read('communes'),
    mapping: read('mapping'),
    changes: read('changes'),
  };

  it('is previewed, imported within a minute, and skipped the second time', async () => {
    const preview = await t.call(contract.startImport, { files });
    expect(preview.report.counts).toMatchObject({ faults: 0, splitsWithoutRule: 1162 });
    const start = performance.now();
    const done = await t.call(contract.applyImport, { id: preview.id });
    expect(performance.now() - start).toBeLessThan(60_000);
    expect(done.report.counts.created).toBe(preview.report.counts.created);
    const snapshot = await t.app.db.read(loadSnapshot);
    expect(snapshot.units.size).toBeGreaterThan(14_000);
    const again = await t.call(contract.startImport, { files });
    expect(again.report.counts).toMatchObject({ created: 0, changed: 0, faults: 0 });
    await expect(t.call(contract.applyImport, { id: preview.id })).rejects.toMatchObject({
      kind: { code: 'organisations.importDone' },
    });
  }, 90_000);

  it('answers for an old code with the successor, or with candidates and then with the rule a person states', async () => {
    const one = await t.call(contract.resolveUnitCode, { system: 'gso', code: '00001' });
    expect(one).toMatchObject({
      found: 'unit',
      bearer: { nameVi: 'Phường Phúc Xá' },
      units: [{ nameVi: 'Phường Hồng Hà' }],
    });
    const split = await t.call(contract.resolveUnitCode, { system: 'gso', code: '00007' });
    expect(split).toMatchObject({
      found: 'candidates',
      units: [{ nameVi: 'Phường Ngọc Hà' }, { nameVi: 'Phường Giảng Võ' }],
    });
    const succession = (await t.call(contract.getUnit, { id: split.bearer!.id })).successors[0]!;
    await t.call(contract.stateRule, {
      id: succession.id,
      rule: { default: split.units[0]!.id },
      legalBasis,
    });
    expect(await t.call(contract.resolveUnitCode, { system: 'gso', code: '00007' })).toMatchObject({
      found: 'unit',
      units: [{ nameVi: 'Phường Ngọc Hà' }],
    });
    expect((await t.call(contract.listGaps, {})).total).toBe(1161);
  });

  it('knows the status changes of 2026 from their day on', async () => {
    const before = await t.call(contract.getUnit, { id: 'province-75', asOf: '2026-04-29' });
    const after = await t.call(contract.getUnit, { id: 'province-75', asOf: '2026-04-30' });
    expect([before.nameVi, after.nameVi]).toEqual(['Tỉnh Đồng Nai', 'Thành phố Đồng Nai']);
  });

  it('refuses codes turned into numbers by line and column, and then imports nothing', async () => {
    const spoilt = Buffer.from(
      Buffer.from(files.communes, 'base64').toString().replace('\n00004,', '\n4,'),
    ).toString('base64');
    const preview = await t.call(contract.startImport, { files: { communes: spoilt } });
    expect(preview.report.faults).toMatchObject([{ file: 'communes', line: 2, column: 'code' }]);
    await expect(t.call(contract.applyImport, { id: preview.id })).rejects.toMatchObject({
      kind: { code: 'organisations.importFaulty' },
    });
  });
});

describe('the events', () => {
  it('give the same tree and people as the live tables', async () => {
    for (const replay of replays) {
      const { checked, differences } = await t.app.db.read((tx) => replay.verify(tx));
      expect(differences).toEqual([]);
      expect(checked).toBeGreaterThan(2);
    }
  });
});
