import { createServer } from 'node:net';
import { buffer } from 'node:stream/consumers';

import { expect, test } from 'vitest';

import type { Actor, Classification } from '../../kit/actor.ts';
import { systemActor } from '../../kit/actor.ts';
import { openContext } from '../../kit/context.ts';
import type { FileReply } from '../../kit/contract.ts';
import { drainJobs } from '../../kit/jobs.ts';
import { testApp, type TestApp } from '../../kit/testing.ts';
import { sampleUnit } from '../organisations/samples.ts';
import { linkFile, listFilesOf } from './actions/links.ts';
import { queueScans } from './actions/scanning.ts';
import { commands } from './commands.ts';
import { downloadFile, getFile, uploadFile } from './contract/files.ts';
import { fileReplay } from './replay.ts';
import { sampleFile, sampleFiles } from './samples.ts';

const person = (
  unitId: string,
  clearance: Classification,
  permissions: string[] = ['file.read', 'file.write'],
): Actor => ({
  kind: 'account',
  id: `person-${unitId}-${clearance}`,
  name: 'Người dùng',
  lang: 'vi',
  grants: [
    { role: 'coordinator', unitId, permissions: new Set(permissions), clearance, units: new Set([unitId]) },
  ],
});
const anyone: Actor = { kind: 'public', id: 'public', name: 'public', lang: undefined, grants: [] };

async function withLink(t: TestApp, fileId: string, record: string, unitId: string): Promise<void> {
  await t.app.db.write(async (tx) => {
    const ctx = openContext(t.app, tx, { actor: systemActor, now: t.clock.now(), requestId: 'r' });
    await linkFile(ctx, fileId, { record, unitId });
    await ctx.flush();
  });
}

/** A scanner that calls everything with the word VIRUS infected. */
async function fakeClamd(): Promise<AsyncDisposable & { url: string }> {
  const server = createServer((socket) => {
    let seen = Buffer.alloc(0);
    socket.on('data', (data) => {
      seen = Buffer.concat([seen, data]);
      if (seen.subarray(-4).equals(Buffer.alloc(4)))
        socket.end(seen.includes('VIRUS') ? 'stream: Test.Virus FOUND\0' : 'stream: OK\0');
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as { port: number };
  return {
    url: `tcp://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: () => new Promise((done) => server.close(() => done())),
  };
}

test('A file comes back byte for byte, named and typed by its content', async () => {
  await using t = await testApp();
  const unitId = await sampleUnit(t.app);
  const made = await sampleFile(t.app, { unitId }, person(unitId, 'internal'));
  expect(made).toMatchObject({
    unitId,
    type: 'application/pdf',
    state: 'notScanned',
    available: true,
    classification: 'internal',
  });
  const reply = (await t.call(downloadFile, { id: made.id }, person(unitId, 'internal'))) as FileReply;
  expect(reply).toMatchObject({ inline: true, name: 'quyết định 12.pdf' });
  expect(await buffer(reply.body as NodeJS.ReadableStream)).toEqual(sampleFiles.pdf.bytes);
  const csv = await sampleFile(t.app, { unitId, ...sampleFiles.csv });
  expect(((await t.call(downloadFile, { id: csv.id })) as FileReply).inline).toBe(false);
});

test('Who may not see a file does not find it', async () => {
  await using t = await testApp();
  const [here, there] = [await sampleUnit(t.app), await sampleUnit(t.app)];
  const [open, internal, secret] = await Promise.all(
    (['public', 'internal', 'restricted'] as const).map((classification) =>
      sampleFile(t.app, { unitId: here, classification }),
    ),
  );
  const statusOf = async (id: string, actor: Actor): Promise<number> =>
    t.call(getFile, { id }, actor).then(
      () => 200,
      (problem) => problem.kind.status,
    );
  const sees = async (actor: Actor): Promise<number[]> =>
    Promise.all([open, internal, secret].map((f) => statusOf(f!.id, actor)));
  expect(await sees(anyone)).toEqual([200, 404, 404]);
  expect(await sees(person(there, 'restricted'))).toEqual([200, 404, 404]);
  expect(await sees(person(here, 'internal'))).toEqual([200, 200, 404]);
  expect(await sees(person(here, 'restricted'))).toEqual([200, 200, 200]);
  await expect(t.call(downloadFile, { id: secret!.id }, person(here, 'internal'))).rejects.toThrow(
    'kit.notFound',
  );
});

test('A link shows a file with its record elsewhere, without loosening its classification', async () => {
  await using t = await testApp();
  const [here, there] = [await sampleUnit(t.app), await sampleUnit(t.app)];
  const internal = await sampleFile(t.app, { unitId: here });
  const secret = await sampleFile(t.app, { unitId: here, classification: 'restricted' });
  for (const file of [internal, secret, internal]) await withLink(t, file.id, 'report:1', there);
  expect((await t.call(getFile, { id: internal.id }, person(there, 'internal'))).id).toBe(internal.id);
  await expect(t.call(getFile, { id: secret.id }, person(there, 'internal'))).rejects.toThrow('kit.notFound');
  const listed = await t.app.db.read((tx) =>
    listFilesOf(
      openContext(t.app, tx, { actor: person(there, 'internal'), now: t.clock.now(), requestId: 'r' }),
      ['report:1', 'report:2'],
    ),
  );
  expect([...listed].map(([record, files]) => [record, files.map((f) => f.id)])).toEqual([
    ['report:1', [internal.id]],
  ]);
});

test('Nobody uploads for another unit, above his clearance, or for a unit that does not exist', async () => {
  await using t = await testApp();
  const [here, there] = [await sampleUnit(t.app), await sampleUnit(t.app)];
  const content = sampleFiles.pdf.bytes.toString('base64');
  const send = (unitId: string, classification: Classification, actor: Actor) =>
    t.call(uploadFile, { unitId, name: 'a.pdf', classification, content }, actor);
  await expect(send(there, 'public', person(here, 'internal'))).rejects.toThrow('kit.notAllowed');
  await expect(send(here, 'restricted', person(here, 'internal'))).rejects.toThrow('kit.notAllowed');
  await expect(send('khong-co', 'public', systemActor)).rejects.toMatchObject({
    fields: [{ path: 'unitId' }],
  });
  await expect(
    t.call(uploadFile, { unitId: here, name: 'a.pdf', content: '<not base64>' }),
  ).rejects.toMatchObject({ fields: [{ path: 'content' }] });
  await expect(t.call(uploadFile, { unitId: here, name: 'a.docx', content })).rejects.toMatchObject({
    kind: { code: 'documents.badFile' },
  });
});

test('With a scanner a file waits, is freed when clean and locked when not; the scanner being away loses nothing', async () => {
  await using t = await testApp();
  await using clamd = await fakeClamd();
  t.app.config.clamdUrl = 'tcp://127.0.0.1:1';
  const unitId = await sampleUnit(t.app);
  const good = await sampleFile(t.app, { unitId });
  const bad = await sampleFile(t.app, { unitId, name: 'b.txt', bytes: Buffer.from('VIRUS') });
  await drainJobs(t.app);
  expect(good.available).toBe(false);
  await expect(t.call(downloadFile, { id: good.id })).rejects.toThrow('documents.fileWaits');
  t.app.config.clamdUrl = clamd.url;
  expect(await queueScans(t.app, 'notScanned')).toBe(2);
  await drainJobs(t.app);
  expect(await t.call(getFile, { id: good.id })).toMatchObject({ state: 'clean', available: true });
  expect(await t.call(getFile, { id: bad.id })).toMatchObject({ state: 'infected', available: false });
  await expect(t.call(downloadFile, { id: bad.id })).rejects.toThrow('documents.fileLocked');
  expect(await queueScans(t.app, 'notScanned')).toBe(0);
  await withLink(t, good.id, 'report:1', unitId);
  expect(await t.app.db.read((tx) => fileReplay.verify(tx))).toEqual({ checked: 2, differences: [] });
  await t.app.db.owner.query(`update documents.file set state = 'clean' where id = $1`, [bad.id]);
  expect((await t.app.db.read((tx) => fileReplay.verify(tx))).differences).toEqual([`file ${bad.id}: state`]);
});

test('A check of the bytes names what is gone', async () => {
  await using t = await testApp();
  const unitId = await sampleUnit(t.app);
  await sampleFile(t.app, { unitId });
  const check = commands.find((c) => c.words === 'files check')!;
  expect(await check.run(t.app, [], {})).toMatchObject({ exit: 0, value: { checked: 1, faults: [] } });
  await t.app.db.owner.query(
    `insert into documents.file select gen_random_uuid(), unit_id, repeat('0', 64), name, type, size, classification, state, uploaded_by, uploaded_by_name, uploaded_at from documents.file`,
  );
  expect(await check.run(t.app, [], {})).toMatchObject({
    exit: 1,
    value: { checked: 2, faults: [{ fault: 'missing' }] },
  });
});
