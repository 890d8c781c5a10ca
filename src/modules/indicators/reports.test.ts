import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { publicActor } from '../../kit/actor.ts';
import { instantOf } from '../../kit/day.ts';
import { Problem } from '../../kit/problems.ts';
import { testApp, type TestApp } from '../../kit/testing.ts';
import { readXlsx } from '../documents/index.ts';
import { actorOf, sampleAccount } from '../identity/samples.ts';
import { stateDemoOrganisations } from '../organisations/samples.ts';
import {
  computeFigure,
  draftFile,
  freezeReport,
  getReport,
  listReports,
  previewReport,
  reportFile,
  reportProof,
} from './contract.ts';
import { completeTask, enterReportedFigures, sampleSet } from './samples.ts';

let t: TestApp;
let set: Awaited<ReturnType<typeof sampleSet>>;
beforeAll(async () => {
  t = await testApp({ now: '2025-01-10T09:00:00+07:00' });
  await stateDemoOrganisations(t.app);
  set = await sampleSet(t.app);
  await enterReportedFigures(t.app);
  t.clock.set(instantOf('2025-11-17', '09:00'));
});
afterAll(() => t[Symbol.asyncDispose]());

const draft = (over = {}) => ({
  unitId: 'government',
  directiveId: set.directiveId,
  leadership: ['Ban Chỉ đạo đã họp 5 phiên.'],
  ...over,
});
async function verify(source: string) {
  const command = t.app.modules.flatMap((m) => m.commands ?? []).find((c) => c.words === 'verify report')!;
  return (await command.apart!([source], {})) ?? command.run(t.app, [source], {});
}
const body = (file: unknown) => (file as { body: Buffer | string }).body;

test('A session report has the columns used in Việt Nam, both counts with each rate, and its checks hold', async () => {
  const made = await t.call(previewReport, draft());
  expect(made.tasks.map((x) => x.ref)).toEqual(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'I', 'J', 'L']);
  expect(made.tasks.find((x) => x.ref === 'A')).toMatchObject({
    class: 'doneOnTime',
    agencies: 'Bộ Nội vụ',
    result: 'Đã ban hành',
    leads: 1,
    leadsDone: 1,
  });
  expect(
    made.tasks
      .find((x) => x.ref === 'C')!
      .agencies.split('; ')
      .sort(),
  ).toEqual(['Bộ Công an', 'Bộ Nội vụ']);
  expect(made.figures.find((f) => f.code === 'completionOfAll')).toMatchObject({
    numerator: 3,
    denominator: 9,
  });
  expect(made.checks.every((c) => c.ok)).toBe(true);
  expect(made.late).toMatchObject({ total: 3, overdue: 2, doneLate: 1, sum: 4, excess: 1 });
  expect(made.classification).toBe('internal');
});

test('A frozen report stays as it was while the live one goes on, and the difference is shown', async () => {
  const { id, hash } = await t.call(freezeReport, draft());
  const before = await t.call(getReport, { id });
  expect(before).toMatchObject({ intact: true, hash, live: { changed: 0, same: 11 } });
  const proof = JSON.parse(String(body(await t.call(reportProof, { id }))));
  await completeTask(t.app, set.tasks['D']!, '2025-11-17', '2025-11-16');
  const after = await t.call(getReport, { id });
  expect(after.content).toEqual(before.content);
  expect(after.live!).toMatchObject({
    changed: 1,
    same: 10,
    moves: [{ from: 'inTerm', to: 'doneAhead', n: 1 }],
  });
  const moved = after.live!.figures.find((f) => f.frozen.code === 'completionOfAll')!;
  expect([moved.frozen.numerator, moved.now!.numerator]).toEqual([3, 4]);
  const checked = await verify(id);
  expect(checked.exit).toBe(0);
  const folder = t.app.config.dataDir;
  await writeFile(join(folder, 'proof.json'), JSON.stringify(proof));
  expect((await verify(join(folder, 'proof.json'))).exit).toBe(0);
  const record = proof.content.replace('"numerator":3', '"numerator":4');
  for (const [name, wrong] of Object.entries({
    content: { ...proof, content: record },
    signature: { ...proof, signature: Buffer.alloc(64).toString('base64') },
    key: { ...proof, keyId: '0'.repeat(16) },
  })) {
    await writeFile(join(folder, `${name}.json`), JSON.stringify(wrong));
    expect((await verify(join(folder, `${name}.json`))).exit).toBe(1);
  }
  await expect(t.app.db.owner.query('update indicators.frozen_report set title = $1', ['x'])).rejects.toThrow(
    'append-only',
  );
});

test('The report is downloaded as PDF, DOCX and XLSX with the same rows', async () => {
  const [{ id } = { id: '' }] = (await t.call(listReports, {})).items;
  for (const format of ['pdf', 'docx', 'xlsx'] as const) {
    const bytes = Buffer.from(body(await t.call(reportFile, { id, format })) as Buffer);
    expect(bytes.subarray(0, 4).toString('latin1')).toBe(format === 'pdf' ? '%PDF' : 'PK\u0003\u0004');
    if (format !== 'xlsx') continue;
    const book = await readXlsx(bytes);
    expect(book.sheets.map((s) => s.name)).toEqual(['Chỉ số', 'Theo cơ quan', 'Nhiệm vụ', 'Nhiệm vụ chậm']);
  }
  const late = Buffer.from(
    body(
      await t.call(draftFile, { kind: 'late', directiveId: set.directiveId, format: 'pdf' }, publicActor),
    ) as Buffer,
  );
  expect(late.subarray(0, 4).toString()).toBe('%PDF');
}, 60_000);

test('A report with a figure that does not add up is frozen only with a reason', async () => {
  const refused = await t.call(freezeReport, draft({ cites: ['9831-nhiem-vu'] })).catch((e: Problem) => e);
  expect(refused).toBeInstanceOf(Problem);
  expect((refused as Problem).kind.code).toBe('indicators.checkFailed');
  expect((refused as Problem).fields[0]!.message.vi).toMatch(/thiếu 18.*1\.620/s);
  const { id } = await t.call(
    freezeReport,
    draft({ cites: ['9831-nhiem-vu'], statedReason: 'Trích nguyên văn bản tin' }),
  );
  expect((await t.call(getReport, { id })).content).toMatchObject({
    statedReason: 'Trích nguyên văn bản tin',
  });
  await t.call(freezeReport, draft({ cites: ['9831-bon-ngay-sau'] }));
});

test('Who freezes signs with his name, for a unit he may; others neither freeze nor see what is not for them', async () => {
  const now = new Date('2025-01-01T00:00:00Z');
  await sampleAccount(t.app, {
    email: 'vp@x.vn',
    name: 'Trần Minh Đức',
    roles: [{ role: 'office', unitId: 'government', clearance: 'internal' }],
    now,
  });
  const office = await actorOf(t.app, 'vp@x.vn');
  const { id } = await t.call(freezeReport, draft(), office);
  expect((await t.call(getReport, { id }, office)).frozenBy).toBe('Trần Minh Đức');
  await expect(t.call(freezeReport, draft({ unitId: 'ministry-finance' }), office)).rejects.toThrow(
    /notAllowed|invalidInput/,
  );
  await expect(t.call(freezeReport, draft(), publicActor)).rejects.toThrow('signInNeeded');
  await expect(t.call(getReport, { id }, publicActor)).rejects.toThrow('notFound');
  expect((await t.call(listReports, {}, publicActor)).items).toEqual([]);
});

test('Two ways of counting agree, and a tampered tally or report is named', async () => {
  const replays = t.app.modules
    .flatMap((m) => m.replays ?? [])
    .filter((r) => ['indicators.figures', 'indicators.frozenReports'].includes(r.name));
  const run = async () =>
    (await Promise.all(replays.map((r) => t.app.db.snapshot((tx) => r.verify(tx))))).flatMap(
      (r) => r.differences,
    );
  expect(replays.length).toBe(2);
  expect(await run()).toEqual([]);
  await t.app.db.owner.query(
    `update directives.tally set n = n + 1 where work = 'completed' and late_days > 0`,
  );
  await t.app.db.owner.query('alter table indicators.frozen_report disable trigger all');
  await t.app.db.owner.query(
    `update indicators.frozen_report set content = replace(content, 'Bộ Nội vụ', 'Bộ Nội Vụ') where id = (select min(id::text)::uuid from indicators.frozen_report)`,
  );
  expect((await run()).join('\n')).toMatch(
    /assignments doneLate: kept \d+, history \d+[\s\S]*does not fit its hash/,
  );
  await t.app.db.owner.query(
    `update directives.tally set n = n - 1 where work = 'completed' and late_days > 0`,
  );
  expect(
    (await t.call(computeFigure, { code: 'completionOfAll', directiveId: set.directiveId })).figure.numerator,
  ).toBe(4);
  expect(await t.app.db.read((tx) => tx.rows(sql`select 1 from indicators.frozen_report`))).not.toEqual([]);
});
