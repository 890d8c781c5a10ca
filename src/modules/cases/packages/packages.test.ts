import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { FileReply } from '../../../kit/contract.ts';
import { listStream } from '../../../kit/events.ts';
import { hashOfBytes as sha256 } from '../../../kit/files.ts';
import { newId } from '../../../kit/ids.ts';
import { type TestApp, testApp } from '../../../kit/testing.ts';
import { createServer } from '../../../server.ts';
import { sampleSession } from '../../identity/samples.ts';
import type { ProcedureContent } from '../../procedures/contract.ts';
import { samplePublished } from '../../procedures/samples.ts';
import { advanceCase, getCase, keepIntakeFile, listCases, printSlip, receiveCase } from '../contract.ts';
import { casesModule } from '../module.ts';
import { type SampleDesk, sampleDesks } from '../samples.ts';
import { exportPackage, lookAtPackage, openPackage } from './contract.ts';
import type { PackageCase } from './format.ts';

const code = '1.700001';
const issued = 'Giấy tờ do cơ quan phát hành, ở lại với hồ sơ cũ.';
const pdf = Buffer.from('%PDF-1.4 giấy tờ\n%%EOF startxref\n');
let t: TestApp;
let a: SampleDesk;
let b: SampleDesk;
let caseId: string;

type Field = NonNullable<ProcedureContent['form']>['sections'][number]['fields'][number];
const field = (key: string, term: string, more: Partial<Field> = {}): Field => ({
  key,
  term,
  type: 'text',
  label: { vi: `Mục ${key}`, en: `Field ${key}` },
  required: false,
  ...more,
});
const formOf = (...fields: Field[]): ProcedureContent['form'] => ({
  sections: [{ key: 'matter', title: { vi: 'Nội dung', en: 'Matter' }, fields }],
});
const form = formOf(
  field('residence', 'person.residence@applicant', { type: 'place' }),
  field('purpose', 'certificate.purpose'),
  field('copies', 'certificate.copies', { type: 'number' }),
);

beforeAll(async () => {
  t = await testApp();
  [a, b] = await sampleDesks(t.app, ['Xã Gửi Gói', 'Xã Nhận Gói']);
  await samplePublished(t.app, { code, content: { form } });
  const id = newId(t.clock.now());
  const kept = { id, unitId: a.unitId, name: 'to-khai.pdf', content: pdf.toString('base64') };
  const file = await t.call(keepIntakeFile, kept, a.desk);
  await t.call(
    receiveCase,
    {
      id,
      procedureCode: code,
      receptionUnitId: a.unitId,
      applicant: { kind: 'citizen', fullName: 'Đặng Thị Hường', personalId: '046190000002' },
      coApplicants: [{ fullName: 'Lê Văn Cùng' }],
      values: { residence: a.unitId, purpose: 'Nhập học', copies: 2 },
      components: [{ component: 'declaration', form: 'scan', fileIds: [file.id] }],
    },
    a.desk,
  );
  caseId = id;
  await t.call(advanceCase, { id, step: 'appraise' }, a.specialist);
}, 60_000);
afterAll(() => t[Symbol.asyncDispose]());

const exported = async (): Promise<Uint8Array> =>
  ((await t.call(exportPackage, { id: caseId }, a.head)) as FileReply).body as Uint8Array;
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
/** A package changed by whoever can write a manifest too: its digests agree. */
function rewritten(
  bytes: Uint8Array,
  change: (content: PackageCase, parts: Record<string, Uint8Array>) => void,
) {
  const { 'manifest.json': _, ...parts } = unzipSync(bytes);
  const content = JSON.parse(strFromU8(parts['case.json']!)) as PackageCase;
  change(content, parts);
  parts['case.json'] = strToU8(JSON.stringify(content));
  const listed = Object.entries(parts).map(([path, part]) => ({
    path,
    size: part.length,
    sha256: sha256(part),
  }));
  const manifest = { format: 'lienthong-package', version: 1, parts: listed };
  return zipSync({ 'manifest.json': strToU8(JSON.stringify(manifest)), ...parts });
}
const look = (bytes: Uint8Array) =>
  t.call(lookAtPackage, { receptionUnitId: a.unitId, content: base64(bytes) }, a.desk);
const open = (bytes: Uint8Array, more: { leaveOut?: boolean; id?: string } = {}) =>
  t.call(openPackage, { receptionUnitId: a.unitId, content: base64(bytes), ...more }, a.desk);
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );
const countAll = () =>
  t.app.db.read(async (tx) => [
    (await tx.one<{ n: number }>(sql`select count(*)::int as n from cases.case_file`)).n,
    (await tx.one<{ n: number }>(sql`select count(*)::int as n from documents.file`)).n,
  ]);

describe('the package of a case', () => {
  test('tells procedure, values by their terms, papers, due date explained and events with their hashes', async () => {
    const parts = unzipSync(await exported());
    const content = JSON.parse(strFromU8(parts['case.json']!)) as PackageCase;
    const seen = await t.call(getCase, { id: caseId }, a.head);
    expect(content).toMatchObject({
      format: 'lienthong-case',
      version: 1,
      from: { id: a.unitId, name: 'Xã Gửi Gói' },
      case: { id: caseId, code: seen.code, handling: 'handling' },
      procedure: { code, number: 1, versionId: seen.procedure.versionId },
      applicant: { fullName: 'Đặng Thị Hường', personalId: '046190000002' },
      values: [
        { key: 'residence', term: 'person.residence@applicant', value: a.unitId, name: 'Xã Gửi Gói' },
        { key: 'purpose', term: 'certificate.purpose', value: 'Nhập học' },
        { key: 'copies', term: 'certificate.copies', value: 2 },
      ],
      components: [{ component: 'declaration', vi: 'Tờ khai', files: [sha256(pdf)] }],
      files: [{ name: 'to-khai.pdf', sha256: sha256(pdf), size: pdf.length }],
      due: { at: seen.due.at, lines: seen.due.lines },
    });
    expect(content.events.map(({ kind }) => kind)).toEqual(['case.received', 'case.stepDone']);
    for (const { hash } of content.events) expect(hash).toMatch(/^[0-9a-f]{64}$/);
    const manifest = JSON.parse(strFromU8(parts['manifest.json']!)) as {
      parts: { path: string; sha256: string }[];
    };
    expect(manifest.parts.map(({ path }) => path)).toEqual(['case.json', 'files/01-to-khai.pdf']);
    for (const one of manifest.parts) expect(sha256(parts[one.path]!)).toBe(one.sha256);
  });

  test('is for who may see the case, and each export is written down', async () => {
    await expect(t.call(exportPackage, { id: caseId }, b.desk)).rejects.toThrow(/notFound/);
    await exported();
    const audit = await t.app.db.read((tx) => listStream(tx, `audit:${a.head.id}`));
    expect(audit.at(-1)?.payload).toEqual({ endpoint: 'cases.exportPackage', input: { id: caseId } });
  });
});

describe('opening a package', () => {
  test('makes a new case with the same person, values and files, each value from the package it names', async () => {
    t.clock.set('2025-11-17T08:01:00+07:00');
    await t.call(printSlip, { id: caseId, key: 'receipt' }, a.desk);
    const bytes = await exported();
    const seen = await look(bytes);
    expect(seen).toMatchObject({ applicantName: 'Đặng Thị Hường', procedureCode: code, losses: 0 });
    expect(seen.lines.filter(({ isTaken }) => !isTaken).map(({ reason }) => reason?.vi)).toEqual([issued]);
    const id = newId(t.clock.now());
    const made = await open(bytes, { id });
    const again = await open(bytes, { id });
    expect([again.id, again.code]).toEqual([id, made.code]);
    const [old, fresh] = await Promise.all([caseId, id].map((one) => t.call(getCase, { id: one }, a.desk)));
    expect(fresh!.code).not.toBe(old!.code);
    expect(fresh!.content).toMatchObject({
      applicant: old!.content!.applicant,
      coApplicants: old!.content!.coApplicants,
      values: old!.content!.values,
    });
    const origin = `Gói hồ sơ ${old!.code} – Xã Gửi Gói`;
    expect(fresh!.content!.provenance['purpose']).toMatchObject({ source: 'earlierCase', database: origin });
    expect(fresh!.content!.components[0]!.fileIds).toHaveLength(1);
    expect(fresh!.timeline.find(({ kind }) => kind === 'case.noted')?.payload['text']).toContain(seen.digest);
    const second = ((await t.call(exportPackage, { id }, a.head)) as FileReply).body as Uint8Array;
    const [told, first] = [second, bytes].map(
      (one) => JSON.parse(strFromU8(unzipSync(one)['case.json']!)) as PackageCase,
    );
    const plain = ({ values }: PackageCase) => values.map((one) => ({ ...one, provenance: undefined }));
    expect(plain(told!)).toEqual(plain(first!));
    expect(told!.components).toEqual(first!.components);
  });

  test('is refused whole when a digest does not agree, a part is missing or one is slipped in', async () => {
    const before = await countAll();
    const parts = unzipSync(await exported());
    const path = 'files/01-to-khai.pdf';
    const changed = { ...parts, [path]: strToU8('%PDF-1.4 khác\n%%EOF startxref\n') };
    const { [path]: _, ...without } = parts;
    for (const [entries, said] of [
      [changed, 'SHA-256'],
      [without, 'thiếu'],
      [{ ...parts, 'files/99.pdf': pdf }, 'không có trong bản kê'],
      [{ 'case.json': parts['case.json']! }, 'không phải gói hồ sơ'],
    ] as const)
      for (const way of [look, open])
        expect(await refusal(way(zipSync(entries)))).toMatchObject({
          kind: { code: 'cases.brokenPackage' },
          detail: { vi: expect.stringContaining(said) },
        });
    expect(await refusal(look(strToU8('PK nothing')))).toMatchObject({
      kind: { code: 'cases.brokenPackage' },
    });
    expect(await countAll()).toEqual(before);
  });

  test('names the procedure that nobody publishes here', async () => {
    const foreign = rewritten(await exported(), (content) => void (content.procedure.code = '9.999999'));
    const refused = await refusal(open(foreign));
    expect(refused).toMatchObject({
      kind: { code: 'cases.notPublished' },
      detail: { vi: expect.stringContaining('9.999999') },
    });
  });

  test('opens nothing while a line does not fit; with consent it opens without it, and the case says so', async () => {
    const before = await countAll();
    const program = strToU8('MZ\0\0chương trình');
    const bad = rewritten(await exported(), (content, parts) => {
      const [file] = content.files;
      parts[file!.path!] = program;
      content.components[0]!.files = [sha256(program)];
      Object.assign(file!, { sha256: sha256(program), size: program.length });
      content.values[0]!.value = 'no-such-unit';
      content.values[2]!.value = 'nhiều';
      content.values.push({ key: 'old', term: 'certificate.old', label: { vi: 'Mục cũ' }, value: 'x' });
      content.components.push({ component: 'gone', vi: 'Giấy đã bỏ', form: 'copy', count: 1, files: [] });
    });
    const { lines, losses } = await look(bad);
    expect(losses).toBe(5);
    expect(
      lines.filter(({ isTaken }) => !isTaken).map(({ label, reason }) => [label.vi, reason?.vi]),
    ).toEqual([
      ['Mục residence', 'Hệ thống này không có đơn vị đó.'],
      ['Mục copies', expect.any(String)],
      ['Mục cũ', 'Tờ khai đang có hiệu lực không hỏi mục này.'],
      ['Giấy đã bỏ', 'Thành phần hồ sơ đang có hiệu lực không có giấy tờ này.'],
      ['to-khai.pdf', 'Không nhận chương trình hoặc tập lệnh.'],
      [expect.stringMatching(/^giay-tiep-nhan/), issued],
    ]);
    const refused = (await refusal(open(bad))) as { kind: { code: string }; fields: unknown[] };
    expect([refused.kind.code, refused.fields.length]).toEqual(['cases.packageUnfit', 5]);
    expect(await countAll()).toEqual(before);
    const made = await open(bad, { leaveOut: true });
    expect(made.leftOut).toBe(5);
    const seen = await t.call(getCase, { id: made.id }, a.desk);
    expect(seen.content!.values).toEqual({ purpose: 'Nhập học' });
    expect(seen.content!.components).toMatchObject([{ component: 'declaration', fileIds: [] }]);
    expect(seen.timeline.find(({ kind }) => kind === 'case.noted')?.payload['text']).toContain('Giấy đã bỏ');
  });

  test('finds a datum by its term where the form in force calls it otherwise', async () => {
    const bytes = await exported();
    t.clock.set('2025-11-18T08:00:00+07:00');
    const renamed = formOf(
      field('why', 'certificate.purpose'),
      field('copies', 'certificate.copies', { type: 'number' }),
    );
    await samplePublished(t.app, { code, validFrom: '2025-11-18', content: { form: renamed } });
    const { lines } = await look(bytes);
    expect(lines.find(({ isTaken }) => !isTaken)?.key).toBe('residence');
    const made = await open(bytes, { leaveOut: true });
    const seen = await t.call(getCase, { id: made.id }, a.desk);
    expect(seen.content!.values).toEqual({ why: 'Nhập học', copies: 2 });
  });
});

test('at the desk a package is looked at, opened, and the new case shown; the page of a case exports one', async () => {
  const http = await createServer(t.app);
  const cookie = `lt_session=${await sampleSession(t.app, `desk.${a.unitId}@cases.test.vn`)}`;
  const shown = await http.inject({ url: '/desk/packages', headers: { cookie } });
  const csrf = /name="csrf" value="([^"]+)"/.exec(shown.body)![1]!;
  const bytes = await exported();
  const send = (fields: Record<string, string>) => {
    const payload = new FormData();
    for (const [name, value] of Object.entries({
      csrf,
      form: 'package',
      id: newId(t.clock.now()),
      ...fields,
    }))
      payload.append(name, value);
    payload.append('content', new Blob([Buffer.from(bytes)]), 'goi.zip');
    return http.inject({ method: 'POST', url: '/desk/packages', headers: { cookie }, payload });
  };
  const looked = await send({ do: 'look' });
  expect(looked.statusCode).toBe(200);
  expect(looked.body).toContain('Đặng Thị Hường');
  expect(looked.body).toContain('1 dòng không nhận được');
  const count = (await countAll())[0]!;
  expect((await send({ do: 'open' })).statusCode).toBe(409);
  expect((await countAll())[0]).toBe(count);
  const opened = await send({ do: 'open', leaveOut: 'true' });
  const page = await http.inject({ url: String(opened.headers.location), headers: { cookie } });
  expect(page.body).toContain(`${String(opened.headers.location).replace('/cases', '/api/cases')}/package`);
  expect((await t.call(listCases, { view: 'received', unitId: a.unitId }, a.desk)).items.length).toBe(
    count + 1,
  );
  await http.close();
});

test('the events make the rows again', async () => {
  for (const replay of casesModule.replays!)
    expect((await t.app.db.read((tx) => replay.verify(tx))).differences).toEqual([]);
});
