import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { play } from '../../src/demo/play.ts';
import { drain } from '../../src/kit/outbox.ts';
import { checkCode } from '../../src/modules/cases/slips/code.ts';
import {
  exportTasks,
  getTask,
  listAssignments,
  listDirectives,
  listTasks,
} from '../../src/modules/directives/contract.ts';
import { uploadFile } from '../../src/modules/documents/contract/files.ts';
import { sampleAccount } from '../../src/modules/identity/samples.ts';
import { freezeReport } from '../../src/modules/indicators/contract/reports.ts';
import { openDraft } from '../../src/modules/indicators/reporting/contract/drafts.ts';
import { listCertificates, stateCompetence } from '../../src/modules/mandates/contract.ts';
import { announceDowntime, writeHandOver } from '../../src/modules/operations/contract.ts';
import { startImport } from '../../src/modules/organisations/contract/imports.ts';
import { listProcedures } from '../../src/modules/procedures/contract.ts';
import { allPages, Links, lookAt } from './every-page.ts';
import { listen, openWorld, type World } from './world.ts';

const NOW = '2025-11-16T08:00:00+07:00';
const EVERYTHING = 'moi.viec@thu.vn';
const everyRole = ['office', 'head', 'coordinator', 'administrator', 'leader', 'desk', 'specialist'] as const;
let world: World;

const cut = new Error('the power went');
const cutIn = (month: string) => (line: string) => {
  if (line.includes(month)) throw cut;
};

/** The demonstration is loaded in two goes: the first is interrupted between two transactions. */
beforeAll(async () => {
  world = await openWorld({ now: NOW });
  await expect(play(world.t.app, new Date(NOW), cutIn('08/2025'))).rejects.toBe(cut);
  await play(world.t.app, new Date(NOW), () => undefined);
  const roles = everyRole.map((role) => ({
    role,
    unitId: role === 'administrator' ? '*' : 'centre',
    clearance: role === 'administrator' ? ('internal' as const) : ('restricted' as const),
  }));
  await sampleAccount(world.t.app, { email: EVERYTHING, name: 'Mọi việc', roles, unitId: 'centre' });
}, 150_000);
afterAll(() => world[Symbol.asyncDispose]());

async function taskByRef(ref: string, asOf?: string) {
  const { items } = await world.t.call(listTasks, { q: ref, limit: 100 });
  const id = items.find((t) => t.ref === ref)!.id;
  return world.t.call(getTask, { id, ...(asOf ? { asOf } : {}) });
}

describe('the demonstration tells what really happened', () => {
  test.each([
    ['TB315-01', '214/NQ-CP', 23],
    ['CD103-02', '278/2025/NĐ-CP', 52],
    ['CD103-03', '2439/QĐ-TTg', 65],
  ])('%s was completed by %s, %i days late', async (ref, product, days) => {
    const task = await taskByRef(ref);
    expect(task.standing).toMatchObject({ work: 'completed', time: 'doneLate', daysLate: days });
    const words = task.explanation.map((line) => line.vi).join(' ');
    expect(words).toContain(`${days} ngày`);
    expect(words).toContain(product);
  });

  test('The index set was in use on time', async () => {
    expect((await taskByRef('BCD1-01')).standing).toMatchObject({ time: 'doneOnTime', doneOn: '2025-05-20' });
  });

  test('One task carries the assignments of three documents, and of two', async () => {
    const task = await taskByRef('NQ03-NV-047');
    expect(task.dutyList.map((d) => d.number)).toEqual(['03/NQ-CP', '552/TB-VPCP', '624/TB-VPCP']);
    expect(task.standing.work).not.toBe('completed');
    const twice = await taskByRef('CD103-03');
    expect(twice.dutyList.map((d) => d.number)).toEqual(['103/CĐ-TTg', '214/NQ-CP']);
    expect(twice.duplicates.map((d) => d.ref)).toEqual(['NQ214-01']);
  });

  test('The deadline of the tool set moved within two days, and the first one stays', async () => {
    expect((await taskByRef('TB624-02')).standing).toMatchObject({
      firstDue: '2025-11-30',
      due: '2025-12-09',
    });
  });

  test('What was assigned to a merged ministry is held by its successor, and the past reads as it was', async () => {
    const task = await taskByRef('NQ03-NV-089');
    const { items } = await world.t.call(listAssignments, { taskId: task.id, role: 'lead' });
    expect(items[0]!.unit).toMatchObject({ id: 'mic', holder: { id: 'most' } });
    const before = await taskByRef('NQ03-NV-089', '2025-02-01');
    expect(before.assignments[0]!.unit.name).toBe('Bộ Thông tin và Truyền thông');
  });

  test('Events give the live rows again, and listeners keep up with them', async () => {
    await drain(world.t.app);
    for (const replay of world.t.app.modules.flatMap((m) => m.replays ?? [])) {
      const { differences } = await world.t.app.db.snapshot((tx) => replay.verify(tx));
      expect(differences, replay.name).toEqual([]);
    }
  });
});

/** Where the QR code of a real result of the demonstration leads. */
async function printedResult(): Promise<string> {
  const { app } = world.t;
  const { code } = await app.db.read((tx) =>
    tx.one<{ code: string }>(
      sql`select code from cases.case_file where state #>> '{decision,revoked,from}' is not null order by code limit 1`,
    ),
  );
  return `/results/${encodeURIComponent(checkCode({ app }, code))}`;
}

/** Addresses of pages that no link leads the public to, or none before somebody has imported or frozen something. */
async function givenAddresses(): Promise<Map<string, string>> {
  const { call } = world.t;
  const report = await call(freezeReport, {
    unitId: 'centre',
    classification: 'public',
    statedReason: 'Lập thử',
  });
  const reportDraft = await call(openDraft, {
    unitId: 'government',
    templateCode: 'year',
    classification: 'public',
  });
  const communes = Buffer.from('mã,tên\n1,?').toString('base64');
  const imported = await call(startImport, { files: { communes } });
  const csv = (await call(exportTasks, {})) as { body: string };
  const content = Buffer.from(csv.body.split('\n').slice(0, 30).join('\n')).toString('base64');
  const file = await call(uploadFile, { unitId: 'centre', name: 'nhiem-vu.csv', content });
  const directiveId = (await call(listDirectives, {})).items[0]!.id;
  const open = await taskByRef('NQ03-NV-089');
  const competence = await call(stateCompetence, {
    holder: { level: 'commune', within: 'centre' },
    ground: 'law',
    scope: { fields: ['Hộ tịch'] },
    from: '2025-07-01',
    paper: { number: '120/2025/NĐ-CP', issuedOn: '2025-06-11' },
  });
  const unitId = 'commune-19789';
  const certificate = (await call(listCertificates, { unitId })).items[0]!;
  const draft = (await call(listProcedures, { state: 'draft' })).items[0]!.versionId;
  const note = await call(writeHandOver, { unitId: 'centre', note: 'Không có việc gì lạ.' });
  // Every page carries its line from here on.
  await call(announceDowntime, {
    begins: '2025-11-20T22:00:00+07:00',
    ends: '2025-11-21T02:00:00+07:00',
    reason: 'Nâng cấp máy chủ cơ sở dữ liệu',
    reasonEn: 'New database servers',
  });
  return new Map([
    ['/operations/hand-overs/:id', `/operations/hand-overs/${note.id}`],
    ['/catalogue/versions/:id/publish', `/catalogue/versions/${draft}/publish`],
    ['/catalogue/versions/:id/cases', `/catalogue/versions/${draft}/cases`],
    ['/track/:code', '/track/19789-251112-0004'],
    ['/results/:code', await printedResult()],
    ['/offers/:id', '/offers/019a801b-d8e0-7528-b18d-de0900d17573'],
    ['/mandates/facts/:id', `/mandates/facts/${competence.id}`],
    ['/mandates/certificates/:id', `/mandates/certificates/${certificate.id}`],
    ['/reports/:id', `/reports/${report.id}`],
    ['/reports/drafts/:id', `/reports/drafts/${reportDraft.id}?preview=1`],
    ['/organisations/import/:id', `/organisations/import/${imported.id}`],
    ['/directives/import/:fileId', `/directives/import/${file.id}?ownerUnitId=centre&classification=public`],
    ['/assignments/:id/report', `/assignments/${open.assignments[0]!.id}/report`],
    ['/directives/:id/edit', `/directives/${directiveId}/edit`],
    ['/directives/:id/tasks/new', `/directives/${directiveId}/tasks/new`],
    ['/definitions/:code/edit', '/definitions/local.2.1.closed/edit'],
    ['/definitions/:code/preview', '/definitions/local.2.1.closed/preview'],
    ['/indices/:code/edit', '/indices/766/edit?version=2025'],
    ['/index-values', '/index-values?code=dti-province&unitId=province-46'],
    ['/units/:id', '/units/most'],
    ['/organisations/units/:id/change', '/organisations/units/most/change'],
    ['/organisations/units/:id/staff', '/organisations/units/most/staff'],
  ]);
}

/** Pages that look different with a choice in their address. */
const CHOICES = [
  '/figures?by=unit',
  '/figures?by=dueMonth&count=assignments',
  '/tasks?standing=overdue',
  '/assignments?role=lead',
  '/notices?state=all',
  '/?asOf=2025-02-01',
  '/cases/times?procedureCode=1.001193',
  '/catalogue/findings?severity=warn',
  '/indices/766?unitId=province-46&trend=1&wanted=5',
  '/indices/dti-province?unitId=province-46',
  '/indices/766/ranking?level=commune&within=province-46&node=2.1&floor=3&about=commune-19815',
  '/indices/766/ranking?level=commune&within=province-46&floor=3',
  '/indices/766/procedures?unitId=province-46',
  '/indices/766/procedures?unitId=commune-19815&part=unranked&order=worst',
];

/** Vietnamese by day on a desk, English by night on a phone; each also in the other width. */
const sittings = [
  { lang: 'vi', colorScheme: 'light', full: 1280, other: 360 },
  { lang: 'en', colorScheme: 'dark', full: 360, other: 1280 },
] as const;

type Sitting = (typeof sittings)[number];

/** Two browsers of a sitting: of the public, and of a person who may open everything. */
async function seats(s: Sitting) {
  const context = { colorScheme: s.colorScheme, locale: s.lang };
  const seat = async (as?: string) => {
    const visitor = await world.visitor({ ...context, ...(as ? { as } : {}) });
    await visitor.page.goto(`${world.url}/?lang=${s.lang}`);
    return { ...visitor, said: listen(visitor.page) };
  };
  return { public: await seat(), own: await seat(EVERYTHING) };
}

/** Looks at all pages; those that nothing leads to wait until a later page has linked to them, and are faults at the end. */
async function walk(s: Sitting, given: ReadonlyMap<string, string>): Promise<string[]> {
  const pages = allPages(world.t.app);
  const links = new Links();
  const { public: anybody, own } = await seats(s);
  const found: string[] = [];
  const look = async (address: string, permission: string) => {
    const seat = permission === 'public' ? anybody : own;
    found.push(...(await lookAt(seat.page, seat.said, world.url + address, s)));
    await links.collect(seat.page);
  };
  let waiting = pages;
  for (let before = Infinity; waiting.length < before;) {
    before = waiting.length;
    const still: typeof pages = [];
    for (const page of waiting) {
      const address = given.get(page.path) ?? links.addressOf(page, pages);
      // What is given here is not for the public.
      if (address) await look(address, given.has(page.path) ? 'signedIn' : page.permission);
      else still.push(page);
    }
    waiting = still;
  }
  found.push(...waiting.map((page) => `${page.path} (${s.lang}): no link leads there`));
  for (const address of CHOICES) await look(address, 'public');
  // Public pages in the frame of those who have signed in.
  const kinds = ['trend', 'silence', 'prediction'].map((kind) => `/warnings/rules/new?kind=${kind}`);
  const more = ['/warnings?whose=mine', '/warnings?state=ended', ...kinds];
  for (const address of ['/', '/figures', '/sign-out', '/operations?kiosk=1', ...more])
    await look(address, 'signedIn');
  await anybody.close();
  await own.close();
  return found;
}

describe('every page', () => {
  let given: Map<string, string>;
  beforeAll(async () => {
    given = await givenAddresses();
  });

  test.each(sittings)(
    'In $lang each answers, fits its window and passes axe ($full and $other px)',
    async (s) => {
      expect((await walk(s, given)).join('\n')).toBe('');
    },
    500_000,
  );
});
