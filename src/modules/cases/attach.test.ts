import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { publicActor } from '../../kit/actor.ts';
import { listStream } from '../../kit/events.ts';
import { newId } from '../../kit/ids.ts';
import { drainJobs } from '../../kit/jobs.ts';
import { type TestApp, testApp } from '../../kit/testing.ts';
import { listFilesOf } from '../documents/index.ts';
import { samplePublished } from '../procedures/samples.ts';
import {
  askSupplement,
  answerSupplement,
  attachFile,
  detachFile,
  dropDraft,
  getCase,
  keepIntake,
  keepIntakeFile,
  listAttached,
  openDraft,
  openOwnCase,
  previewCase,
  receiveCase,
  saveDraft,
  submitCase,
  trackCase,
  typeDraft,
} from './contract.ts';
import { type SampleDesk, sampleDesks } from './samples.ts';
import { dropOldDrafts } from './schedules.ts';
import { ticketOf } from './secrets.ts';

let t: TestApp;
let desk: SampleDesk;
const procedureCode = '1.000001';
const pdf = Buffer.from('%PDF-1.4\n%%EOF startxref\n').toString('base64');
const applicant = {
  kind: 'citizen' as const,
  fullName: 'Lê Thị Hoa',
  personalId: '046190000001',
  phone: '0912345678',
};

beforeAll(async () => {
  t = await testApp();
  [desk] = await sampleDesks(t.app, ['Xã Đính Kèm']);
  await samplePublished(t.app);
}, 60_000);
afterAll(() => t[Symbol.asyncDispose]());

const begin = async () => {
  const made = await t.call(saveDraft, { procedureCode, content: {} }, publicActor);
  return { id: made.id, secret: made.secret! };
};
const attach = (draft: { id: string; secret: string }, more: { name?: string; content?: string } = {}) =>
  t.call(attachFile, { ...draft, name: 'giay-to.pdf', content: pdf, ...more }, publicActor);
const submit = (draft: { id: string; secret: string }, fileIds: string[]) =>
  t.call(
    submitCase,
    {
      id: draft.id,
      draftSecret: draft.secret,
      procedureCode,
      placeUnitId: desk.unitId,
      applicant,
      components: [{ component: 'declaration', form: 'scan', fileIds }],
      delivery: { how: 'post', address: '1 Lê Lợi' },
    },
    publicActor,
  );

describe('papers of somebody without an account', () => {
  test('are kept with the secret of the draft and go along to the desk', async () => {
    const draft = await begin();
    const file = await attach(draft);
    expect(file).toMatchObject({ name: 'giay-to.pdf', state: 'notScanned', looks: [] });
    expect((await t.call(listAttached, draft, publicActor)).items.map((one) => one.id)).toEqual([file.id]);
    const made = await submit(draft, [file.id]);
    const seen = await t.call(getCase, { id: made.id }, desk.desk);
    expect(seen.content?.components[0]?.fileIds).toEqual([file.id]);
    expect(seen.content?.delivery).toEqual({ how: 'post', address: '1 Lê Lợi' });
    const record = `case:${made.id}`;
    const files = await t.app.db.read((tx) =>
      listFilesOf({ tx, actor: desk.desk, app: t.app } as never, [record]),
    );
    expect(files.get(record)?.map((one) => one.id)).toEqual([file.id]);
  });

  test('are not taken without the secret, nor another draft’s papers along with one’s own', async () => {
    const [mine, other] = [await begin(), await begin()];
    await expect(attach({ ...mine, secret: other.secret })).rejects.toThrow(/notFound/);
    await expect(t.call(listAttached, { id: mine.id }, publicActor)).rejects.toThrow(/notFound/);
    const file = await attach(other);
    await expect(submit(mine, [file.id])).rejects.toThrow(/invalidInput/);
  });

  test('are refused with their reason when they are empty, locked or the test virus', async () => {
    const draft = await begin();
    const send = (text: string, name = 'a.pdf') =>
      attach(draft, { name, content: Buffer.from(text).toString('base64') });
    await expect(attach(draft, { content: '' })).rejects.toThrow(/badFile/);
    await expect(send('%PDF-1.4 /Encrypt 5 0 R startxref %%EOF')).rejects.toThrow(/badFile/);
    const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!', '$H+H*'].join('');
    await expect(send(eicar, 'a.txt')).rejects.toThrow(/infectedFile/);
  });
});

describe('files of an application that is never handed in', () => {
  const has = (fileId: string): Promise<boolean> =>
    t.app.db
      .read((tx) => tx.maybe<{ hash: string }>(sql`select hash from documents.file where id = ${fileId}`))
      .then((row) => row !== undefined);
  const whyGone = async (fileId: string) => {
    const events = await t.app.db.read((tx) => listStream(tx, `file:${fileId}`));
    return events.find((event) => event.kind === 'file.deleted')?.payload;
  };
  const once = (text: string) => Buffer.from(`%PDF-1.4 ${text}\n%%EOF startxref\n`).toString('base64');
  const bytesOf = async (fileId: string) =>
    (
      await t.app.db.read((tx) =>
        tx.one<{ hash: string }>(sql`select hash from documents.file where id = ${fileId}`),
      )
    ).hash;

  test('are gone with row and bytes once taken off; the same bytes of another file stay', async () => {
    const [mine, other] = [await begin(), await begin()];
    const [first, same] = [
      await attach(mine, { content: once('A') }),
      await attach(other, { content: once('A') }),
    ];
    const [hash, kept] = [await bytesOf(first.id), await attach(mine, { content: once('B') })];
    const off = (draft: typeof mine, fileId: string) => t.call(detachFile, { ...draft, fileId }, publicActor);
    await expect(off({ ...mine, secret: other.secret }, first.id)).rejects.toThrow(/notFound/);
    await off(mine, same.id);
    expect(await has(same.id)).toBe(true);
    await off(mine, first.id);
    expect([await has(first.id), await has(kept.id)]).toEqual([false, true]);
    expect(await whyGone(first.id)).toEqual({ record: `case:${mine.id}`, why: 'takenOff' });
    await drainJobs(t.app);
    expect(await t.app.files.has(hash)).toBe(true);
    await off(other, same.id);
    await drainJobs(t.app);
    expect(await t.app.files.has(hash)).toBe(false);
  });

  test('go with the draft that is thrown away; what is handed in stays, what is not goes', async () => {
    const thrown = await begin();
    const file = await attach(thrown);
    await t.call(dropDraft, thrown, publicActor);
    await expect(t.call(openDraft, thrown, publicActor)).rejects.toThrow(/notFound/);
    expect([await has(file.id), await whyGone(file.id)]).toMatchObject([false, { why: 'thrownAway' }]);
    const handedIn = await begin();
    const [used, unused] = [await attach(handedIn), await attach(handedIn)];
    await submit(handedIn, [used.id]);
    expect([await has(used.id), await has(unused.id)]).toEqual([true, false]);
    expect(await whyGone(unused.id)).toMatchObject({ why: 'notHandedIn' });
    await expect(t.call(detachFile, { ...handedIn, fileId: used.id }, publicActor)).rejects.toThrow(
      /notFound/,
    );
  });

  test('go with the draft when its time is over, those of an intake at the desk too', async () => {
    const draft = await begin();
    const file = await attach(draft);
    const intake = { id: newId(t.clock.now()), unitId: desk.unitId, name: 'ban-quet.pdf', content: pdf };
    const scan = await t.call(keepIntakeFile, intake, desk.desk);
    await t.call(keepIntake, { id: intake.id, content: { 'fileId.declaration': scan.id } }, desk.desk);
    expect(await dropOldDrafts(t.app)).toBe(0);
    const now = t.clock.now();
    t.clock.set(new Date(now.getTime() + 91 * 86_400_000));
    expect(await dropOldDrafts(t.app)).toBeGreaterThanOrEqual(2);
    t.clock.set(now);
    expect([await has(file.id), await has(scan.id)]).toEqual([false, false]);
    expect(await whyGone(scan.id)).toEqual({ record: `intake:${intake.id}`, why: 'expired' });
  });

  test('stay with the case that a desk received, and the events make the files again', async () => {
    const id = newId(t.clock.now());
    const file = await t.call(
      keepIntakeFile,
      { id, unitId: desk.unitId, name: 'a.pdf', content: pdf },
      desk.desk,
    );
    const components = [{ component: 'declaration', form: 'scan' as const, fileIds: [file.id] }];
    await t.call(
      receiveCase,
      { id, procedureCode, receptionUnitId: desk.unitId, applicant, components },
      desk.desk,
    );
    await t.call(keepIntake, { id, content: {}, remove: true }, desk.desk);
    expect(await has(file.id)).toBe(true);
    const replay = t.app.modules
      .flatMap((one) => one.replays ?? [])
      .find((one) => one.name === 'documents.files')!;
    expect((await t.app.db.read((tx) => replay.verify(tx))).differences).toEqual([]);
  });
});

describe('an application that is being written', () => {
  test('keeps what is typed part by part, for the page that was drawn for it', async () => {
    const draft = await begin();
    const ticket = ticketOf(t.app, draft.id);
    const type = (part: 'who' | 'form', content: Record<string, string>) =>
      t.call(typeDraft, { id: draft.id, part, content }, publicActor);
    await type('who', { ticket, 'who.fullName': 'Lê' });
    await type('form', { ticket, 'form.note': 'một' });
    await type('who', { ticket, 'who.fullName': 'Lê Thị Hoa' });
    const { content } = await t.call(openDraft, draft, publicActor);
    expect(content).toEqual({
      typed: { who: { 'who.fullName': 'Lê Thị Hoa' }, form: { 'form.note': 'một' } },
    });
    await expect(type('who', { ticket: 'x' })).rejects.toThrow(/notFound/);
  });

  test('is followed after it is handed in by its id and the same secret, also when it is sent twice', async () => {
    const draft = await begin();
    const first = await submit(draft, []);
    const again = await submit(draft, []);
    expect([first.secret, again.id]).toEqual([draft.secret, draft.id]);
    const seen = await t.call(trackCase, { code: draft.id, secret: draft.secret }, publicActor);
    expect(seen.handling).toBe('submitted');
  });

  test('tells who decides and when it would be due before it is handed in', async () => {
    const seen = await t.call(previewCase, { procedureCode, placeUnitId: desk.unitId }, publicActor);
    expect(seen).toMatchObject({ decisionUnitId: desk.unitId, due: { at: '2025-11-18T10:30:00.000Z' } });
    expect(seen.due.lines.length).toBeGreaterThan(1);
    expect((await t.call(previewCase, { procedureCode }, publicActor)).due.lines).toEqual([]);
  });
});

test('a supplement is answered with the secret, with a paper that goes to those who work on the case', async () => {
  const draft = await begin();
  await submit(draft, []);
  const points = [{ component: 'declaration', reason: 'unreadable' as const, text: 'Chụp lại' }];
  await t.call(askSupplement, { id: draft.id, points }, desk.desk);
  const own = await t.call(openOwnCase, draft, publicActor);
  expect(own).toMatchObject({ applicant: { fullName: 'Lê Thị Hoa' }, version: { code: procedureCode } });
  const file = await attach(draft);
  const components = [{ component: 'declaration', form: 'scan' as const, fileIds: [file.id] }];
  const answered = await t.call(answerSupplement, { ...draft, components }, publicActor);
  expect(answered.handling).toBe('submitted');
  await expect(t.call(openOwnCase, { id: draft.id, secret: 'WRONGSECRE' }, publicActor)).rejects.toThrow(
    /notFound/,
  );
});
