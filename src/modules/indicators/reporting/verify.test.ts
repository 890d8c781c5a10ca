import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { publicActor } from '../../../kit/actor.ts';
import { instantOf } from '../../../kit/day.ts';
import { testApp, type TestApp } from '../../../kit/testing.ts';
import { stateDemoOrganisations } from '../../organisations/samples.ts';
import { freezeDraft, openDraft, reportFile, reportKey, reportProof, saveDraft } from '../contract.ts';
import { sampleSet } from '../samples.ts';
import { checkReportFile } from './verify.ts';

let t: TestApp;
let frozenId: string;
beforeAll(async () => {
  t = await testApp({ now: '2025-01-10T09:00:00+07:00' });
  await stateDemoOrganisations(t.app);
  const { directiveId } = await sampleSet(t.app);
  t.clock.set(instantOf('2025-11-17', '09:00'));
  const { id } = await t.call(openDraft, { unitId: 'government', templateCode: 'session', directiveId });
  const text = {
    'part.a.shown': '1',
    'part.a.heading': 'Lãnh đạo',
    'part.a.text': 'Đạt {{figure:completionOfAll}}.',
  };
  await t.call(saveDraft, { id, content: text });
  frozenId = (await t.call(freezeDraft, { id })).id;
});
afterAll(() => t[Symbol.asyncDispose]());

const bytesOf = (file: unknown): Buffer => Buffer.from((file as { body: Buffer | string }).body);

test('One changed byte is found in every form, and what was changed is named', async () => {
  const proof = bytesOf(await t.call(reportProof, { id: frozenId })).toString('utf8');
  expect(checkReportFile(Buffer.from(proof)).faults).toEqual([]);
  const changed = (from: string, to: string) => {
    const file = JSON.parse(proof) as { content: string };
    const content = file.content.replace(from, to);
    expect(content).not.toBe(file.content);
    return checkReportFile(Buffer.from(JSON.stringify({ ...file, content })))
      .faults.map((f) => f.vi)
      .join('\n');
  };
  expect(changed('"numerator":3', '"numerator":4')).toMatch(
    /sửa ở figure f\d+ \w+[\s\S]*không khớp danh sách bản ghi/,
  );
  expect(changed('Lãnh đạo', 'Lãnh Đạo')).toMatch(/sửa ở part 1 Lãnh Đạo; part 1 Lãnh đạo|sửa ở part 1/);
  const broken = proof.replace('"hash"', '"hash');
  expect(checkReportFile(Buffer.from(broken)).faults[0]!.vi).toContain('bị hỏng');
  for (const other of ['', 'xin chào', '{"a":1}', '\x7fELF'])
    expect(checkReportFile(Buffer.from(other)).faults.map((f) => f.vi)).toEqual([
      expect.stringMatching(/không phải báo cáo do hệ thống ký; chọn tệp PDF/),
    ]);
  const pdf = bytesOf(await t.call(reportFile, { id: frozenId, format: 'pdf' }));
  pdf[Math.floor(pdf.length / 3)]! ^= 1;
  expect(checkReportFile(pdf).faults.length).toBeGreaterThan(0);
  const docx = unzipSync(bytesOf(await t.call(reportFile, { id: frozenId, format: 'docx' })));
  docx['word/document.xml'] = strToU8(strFromU8(docx['word/document.xml']!).replace('33,3', '43,3'));
  expect(
    checkReportFile(zipSync(docx))
      .faults.map((f) => f.vi)
      .join(),
  ).toContain('word/document.xml');
}, 60_000);

test('A key from elsewhere decides whose signature counts', async () => {
  const proof = bytesOf(await t.call(reportProof, { id: frozenId }));
  const own = bytesOf(await t.call(reportKey, {}, publicActor)).toString('utf8');
  expect(checkReportFile(proof, { trusted: own }).faults).toEqual([]);
  const other = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }) as string;
  expect(checkReportFile(proof, { trusted: other }).faults[0]!.en).toContain('not with key');
});

test('The command checks a file from an empty folder, without a database', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lienthong-verify-'));
  await writeFile(
    join(folder, 'report.pdf'),
    bytesOf(await t.call(reportFile, { id: frozenId, format: 'pdf' })),
  );
  const root = join(import.meta.dirname, '../../../..');
  const command = [
    join(root, 'node_modules/tsx/dist/cli.mjs'),
    join(root, 'src/cli/main.ts'),
    'verify',
    'report',
  ];
  const run = promisify(execFile);
  const env = {
    PATH: process.env['PATH'] ?? '',
    LIENTHONG_DATA: join(folder, 'none'),
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
  };
  const { stdout } = await run(process.execPath, [...command, 'report.pdf'], { cwd: folder, env });
  expect(stdout).toContain('Nguyên vẹn / intact');
  expect(existsSync(join(folder, 'none'))).toBe(false);
}, 60_000);
