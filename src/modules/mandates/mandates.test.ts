import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { Problem } from '../../kit/problems.ts';
import { type TestApp, testApp } from '../../kit/testing.ts';
import { actorOf, sampleAccount } from '../identity/samples.ts';
import { appoint, createPosition, endAppointment, getPerson, mergeUnits } from '../organisations/contract.ts';
import { loadSnapshot } from '../organisations/index.ts';
import { sampleOfficeHolder, sampleUnit, stateDemoOrganisations } from '../organisations/samples.ts';
import {
  checkAct,
  endFact,
  findCompetent,
  listEnding,
  listFacts,
  listHolders,
  listMine,
  stateAssignment,
  stateMany,
} from './contract.ts';
import { loadMandates, mayAct } from './index.ts';
import { mandatesModule } from './module.ts';
import {
  sampleAbsence,
  sampleAssignment,
  sampleCompetence,
  sampleDelegation,
  samplePaper,
  sampleStaff,
} from './samples.ts';

const birth = { procedureCode: '1.001193', field: 'Hộ tịch' };
const province = 'province-46';
let t: TestApp;
let commune: string;
let people: Record<'chair' | 'clerk' | 'deputy', string>;

const hire = async (unitId: string, fullName: string): Promise<string> => {
  const position = { titleVi: 'Công chức', titleEn: 'Official', rank: 'official' as const };
  return (await sampleOfficeHolder(t.app, { unitId, fullName, ...position })).personId;
};
const refusal = async (work: Promise<unknown>): Promise<Problem> =>
  work.then(
    () => {
      throw new Error('it passed');
    },
    (error: unknown) => error as Problem,
  );

beforeAll(async () => {
  t = await testApp();
  await stateDemoOrganisations(t.app);
  commune = await sampleUnit(t.app, {
    nameVi: 'Xã Mẫu',
    level: 'commune',
    kind: 'commune',
    parentId: province,
    validFrom: '2025-07-01',
  });
  people = {
    chair: await hire(commune, 'Trần Thị Mai'),
    clerk: await hire(commune, 'Lê Văn An'),
    deputy: await hire(commune, 'Phạm Thu Hà'),
  };
  await sampleCompetence(t.app, { holder: { level: 'commune', within: province } });
  await sampleAssignment(t.app, { unitId: commune, personId: people.chair, roles: ['sign'] });
  await sampleAssignment(t.app, { unitId: commune, personId: people.clerk, roles: ['receive'] });
});
afterAll(() => t[Symbol.asyncDispose]());

describe('Who may do a step', () => {
  test('is answered with the chain of papers', async () => {
    const { items } = await t.call(listHolders, { unitId: commune, role: 'sign', ...birth });
    expect(items.map((one) => one.person.name)).toEqual(['Trần Thị Mai']);
    expect(items[0]!.chain.map((link) => link.kind)).toEqual(['competence', 'assignment']);
  });

  test('is nobody before the first day, and the gap says why', async () => {
    const early = await t.call(listHolders, { unitId: commune, role: 'check', ...birth });
    expect(early).toMatchObject({ items: [], gap: { reason: 'noAssignment' } });
  });

  test('is the stand-in while somebody is away, with the paper of the absence last', async () => {
    await sampleAbsence(t.app, {
      unitId: commune,
      personId: people.chair,
      standInId: people.deputy,
      from: '2025-11-20',
      to: '2025-11-25',
      paper: { number: '15/GUQ', issuedOn: '2025-11-19' },
    });
    const on = async (day: string) =>
      (await t.call(listHolders, { unitId: commune, role: 'sign', day, ...birth })).items;
    const [away] = await on('2025-11-21');
    expect(away).toMatchObject({
      person: { name: 'Phạm Thu Hà' },
      standsInFor: { name: 'Trần Thị Mai' },
    });
    expect(away!.chain.at(-1)).toMatchObject({ kind: 'absence', paper: { number: '15/GUQ' } });
    expect((await on('2025-11-25')).map((one) => one.person.name)).toEqual(['Trần Thị Mai']);
    expect((await on('2025-11-19'))[0]!.until).toBe('2025-11-20');
  });

  test('ends with the service, and an act from before stays proved', async () => {
    const personId = await hire(commune, 'Ngô Đức');
    await sampleAssignment(t.app, { unitId: commune, personId, roles: ['appraise'] });
    const { appointments } = await t.call(getPerson, { id: personId });
    await t.call(endAppointment, { id: appointments[0]!.id, on: '2025-11-10', paper: 'QĐ thôi việc' });
    const ask = { personId, unitId: commune, role: 'appraise' as const, ...birth };
    expect(await t.call(checkAct, { ...ask, day: '2025-11-09' })).toMatchObject({
      mayAct: true,
      person: { name: 'Ngô Đức' },
      positions: [{ titleVi: 'Công chức' }],
      holder: { chain: [{ kind: 'competence' }, { kind: 'assignment', paper: { number: '01/QĐ-UBND' } }] },
    });
    const later = await t.call(checkAct, { ...ask, day: '2025-11-10' });
    expect(later).toMatchObject({ mayAct: false, reason: 'notAppointed' });
  });
});

describe('A delegation', () => {
  const trade = { procedureCode: '2.000001', field: 'Công Thương' };

  test('moves the case to the taker, and back when it ends', async () => {
    await sampleCompetence(t.app, {
      holder: { unitId: province },
      scope: { fields: ['Công Thương'] },
      paper: { number: '5/2025/NĐ', issuedOn: '2025-06-12' },
    });
    const id = await sampleDelegation(t.app, {
      giverUnitId: province,
      taker: { unitId: 'hue-industry' },
      scope: { procedures: [trade.procedureCode] },
      to: '2025-11-28',
      paper: { number: '5742/QĐ-UBND', issuedOn: '2025-06-30' },
    });
    const unitOn = async (day: string) =>
      (await t.call(findCompetent, { placeUnitId: commune, level: 'province', day, ...trade })).unit?.id;
    expect([await unitOn('2025-11-27'), await unitOn('2025-11-28')]).toEqual(['hue-industry', province]);
    const { items } = await t.call(listEnding, {});
    expect(items).toMatchObject([{ id, to: '2025-11-28', takerUnit: { id: 'hue-industry' } }]);
    expect((await t.call(listEnding, { within: 5 })).items).toEqual([]);
  });

  test('over the same procedure and place is refused and the other decision is named', async () => {
    const problem = await refusal(
      sampleDelegation(t.app, {
        giverUnitId: province,
        taker: { unitId: 'hue-office' },
        scope: { procedures: [trade.procedureCode, '2.000002'] },
        roles: ['sign'],
      }),
    );
    expect(problem.kind.code).toBe('mandates.overlapping');
    expect(problem.detail?.vi).toContain('5742/QĐ-UBND');
    expect(problem.detail?.vi).toContain(trade.procedureCode);
    // Another time, or another procedure, is no overlap.
    await sampleDelegation(t.app, {
      giverUnitId: province,
      taker: { unitId: 'hue-office' },
      scope: { procedures: [trade.procedureCode] },
      from: '2025-11-28',
    });
  });

  test('a second competence over the same field and place is refused', async () => {
    const problem = await refusal(
      sampleCompetence(t.app, { holder: { unitId: commune }, ground: 'transfer' }),
    );
    expect(problem.kind.code).toBe('mandates.overlapping');
  });
});

describe('After a merger', () => {
  test('the papers of both count for the successor once their people serve there, and old acts stay proved', async () => {
    const [a, b] = [await place('Xã Cũ A'), await place('Xã Cũ B')];
    const [one, two] = [await hire(a, 'Người A'), await hire(b, 'Người B')];
    await sampleAssignment(t.app, { unitId: a, personId: one, roles: ['sign'] });
    await sampleAssignment(t.app, { unitId: b, personId: two, roles: ['sign'] });
    const into = 'xa-moi';
    await t.call(mergeUnits, {
      from: [a, b],
      toNew: {
        id: into,
        level: 'commune',
        kind: 'commune',
        nameVi: 'Xã Mới',
        nameEn: 'New',
        parentId: province,
      },
      on: '2025-11-10',
      legalBasis: 'Nghị quyết',
    });
    const old = await t.call(listHolders, { unitId: a, role: 'sign', day: '2025-11-09', ...birth });
    expect(old.items.map((x) => x.person.name)).toEqual(['Người A']);
    const asked = { unitId: a, role: 'sign' as const, ...birth };
    const gap = await t.call(listHolders, asked);
    expect(gap).toMatchObject({ items: [], gap: { reason: 'notAppointed' } });
    for (const personId of [one, two]) {
      const position = { titleVi: 'Công chức', titleEn: 'Official', rank: 'official' as const };
      const { id } = await t.call(createPosition, { unitId: into, ...position, validFrom: '2025-11-10' });
      await t.call(appoint, { positionId: id, personId, validFrom: '2025-11-10', paper: 'QĐ mới' });
    }
    const now = await t.call(listHolders, asked);
    expect(now.items.map((x) => x.person.name).sort()).toEqual(['Người A', 'Người B']);
    expect(new Set(now.items.map((x) => x.unit.nameVi))).toEqual(new Set(['Xã Mới']));
  });
});

const place = (nameVi: string): Promise<string> =>
  sampleUnit(t.app, {
    nameVi,
    level: 'commune',
    kind: 'commune',
    parentId: province,
    validFrom: '2025-07-01',
  });

describe('Rights', () => {
  test('a head assigns in his own unit only, and states no competence', async () => {
    await sampleAccount(t.app, {
      email: 'head@xa.vn',
      name: 'Trần Thị Mai',
      personId: people.chair,
      roles: [{ role: 'head', unitId: commune }],
    });
    const head = await actorOf(t.app, 'head@xa.vn');
    expect(head.personId).toBe(people.chair);
    const assignment = {
      personId: people.clerk,
      scope: 'all' as const,
      roles: ['return' as const],
      from: '2025-11-17',
      paper: samplePaper,
    };
    const { id } = await t.call(stateAssignment, { ...assignment, unitId: commune }, head);
    const elsewhere = t.call(stateAssignment, { ...assignment, unitId: 'hue-office' }, head);
    expect((await refusal(elsewhere)).kind.code).toBe('kit.notAllowed');
    expect((await t.call(listMine, {}, head)).items.map((one) => one.roles)).toEqual([['sign']]);
    await t.call(endFact, { id, on: '2025-12-01', paper: samplePaper }, head);
    const [competence] = (await t.call(listFacts, { kind: 'competence', unitId: commune })).items;
    const ending = t.call(endFact, { id: competence!.id, on: '2025-12-01', paper: samplePaper }, head);
    expect((await refusal(ending)).kind.code).toBe('kit.notAllowed');
    const again = t.call(endFact, { id, on: '2025-12-05', paper: samplePaper });
    expect((await refusal(again)).kind.code).toBe('mandates.alreadyEnded');
  });
});

describe('Many at once', () => {
  test('are all written or none, and lists page through them', async () => {
    const unitId = await place('Xã Đông');
    const staff = await Promise.all(['A', 'B', 'C'].map((name) => hire(unitId, `Người ${name}`)));
    const ids = await sampleStaff(
      t.app,
      new Map([[unitId, staff.map((personId) => ({ personId, roles: ['check'] as const }))]]),
    );
    expect(ids).toHaveLength(3);
    const first = await t.call(listFacts, { unitId, kind: 'assignment', limit: 2 });
    const rest = await t.call(listFacts, { unitId, kind: 'assignment', limit: 2, cursor: first.next });
    expect([...first.items, ...rest.items].map((one) => one.id).sort()).toEqual([...ids].sort());
    expect(rest.next).toBeUndefined();
    const before = (await t.app.db.read(loadMandates)).facts.assignments.length;
    const bad = { personId: staff[0]!, unitId, scope: 'all' as const, roles: ['sign' as const] };
    const dated = { from: '2025-11-01', paper: samplePaper };
    await refusal(
      t.call(stateMany, {
        assignments: [
          { ...bad, ...dated },
          { ...bad, ...dated, to: '2025-10-01' },
        ],
      }),
    );
    expect((await t.app.db.read(loadMandates)).facts.assignments).toHaveLength(before);
  });
});

test('The proof works on a book alone, and the events give the same facts as the table', async () => {
  const [book, snapshot] = await t.app.db.read(async (tx) => [
    await loadMandates(tx),
    await loadSnapshot(tx),
  ]);
  const ask = { unitId: commune, personId: people.chair, role: 'sign' as const, ...birth };
  expect(mayAct(book, snapshot, ask, '2026-11-17')?.chain).toHaveLength(2);
  const [replay] = mandatesModule.replays!;
  const { checked, differences } = await t.app.db.read(replay!.verify);
  expect(differences).toEqual([]);
  expect(checked).toBeGreaterThan(8);
});
