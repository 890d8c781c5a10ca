import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { type Actor, publicActor } from '../../../kit/actor.ts';
import type { FileReply } from '../../../kit/contract.ts';
import { listStream } from '../../../kit/events.ts';
import { type TestApp, testApp } from '../../../kit/testing.ts';
import type { SlipKey } from '../../documents/index.ts';
import { sampleContent, samplePublished } from '../../procedures/samples.ts';
import { pinnedVersion } from '../actions/grounds.ts';
import {
  advanceCase,
  apologise,
  assignCase,
  askStop,
  askSupplement,
  checkPrintedResult,
  getCase,
  numberResult,
  printOwnSlip,
  printSlip,
  proposeResult,
  refuseCase,
  signResult,
  stopCase,
  undoStep,
} from '../contract.ts';
import { casesModule } from '../module.ts';
import { type SampleDesk, sampleReceived, sampleDesks } from '../samples.ts';
import { checkCode } from './code.ts';
import { occasionOf } from './occasion.ts';
import { handOverRows } from './tables.ts';

let t: TestApp;
let at: SampleDesk;

beforeAll(async () => {
  t = await testApp();
  [at] = await sampleDesks(t.app, ['Xã Giấy Mẫu']);
  // Five days, so that there is time for an apology.
  const channels = (['desk', 'online', 'post'] as const).map((channel) => ({
    channel,
    limit: { value: 5, unit: 'workingDay' as const },
    fee: { kind: 'free' as const },
  }));
  const steps = sampleContent().steps.map((step) =>
    step.key === 'appraise' ? { ...step, limit: { value: 35, unit: 'workingHour' as const } } : step,
  );
  await samplePublished(t.app, { content: { channels, steps } });
}, 60_000);
afterAll(() => t[Symbol.asyncDispose]());

async function bytesOf({ body }: FileReply): Promise<Buffer> {
  if (typeof body === 'string') return Buffer.from(body);
  if (body instanceof Uint8Array) return Buffer.from(body);
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

const print = async (id: string, key: SlipKey, actor: Actor): Promise<Buffer> =>
  bytesOf((await t.call(printSlip, { id, key }, actor)) as FileReply);

const issuedOf = async (id: string) => {
  const events = await t.app.db.read((tx) => listStream(tx, `case:${id}`));
  return events.filter((event) => event.kind === 'case.slipIssued');
};

/** Brings a new case to where a slip is called for; who prints it. */
const calls: Record<SlipKey, (id: string) => Promise<unknown>> = {
  receipt: async () => {},
  supplement: (id) =>
    t.call(
      askSupplement,
      { id, points: [{ component: 'declaration', reason: 'missing', text: 'Thiếu trang 2' }] },
      at.specialist,
    ),
  refusal: (id) =>
    t.call(refuseCase, { id, reason: 'Không thuộc thẩm quyền', legalBasis: 'Luật Hộ tịch' }, at.specialist),
  apology: (id) =>
    t.call(
      apologise,
      {
        id,
        reason: 'Phải xác minh',
        limit: { value: 2, unit: 'workingDay' },
        basis: 'Nghị định 118/2025/NĐ-CP',
      },
      at.specialist,
    ),
  stop: async (id) => {
    await t.call(askStop, { id, reason: 'Không còn nhu cầu' }, at.desk);
    await t.call(stopCase, { id, reason: 'Theo đề nghị', legalBasis: 'Nghị định 118/2025' }, at.specialist);
  },
  control: (id) => t.call(advanceCase, { id, step: 'appraise' }, at.specialist),
  draft: (id) => t.call(proposeResult, { id, outcome: 'granted', text: 'Đủ điều kiện' }, at.specialist),
  result: async (id) => {
    await t.call(advanceCase, { id, step: 'appraise' }, at.specialist);
    await t.call(signResult, { id, step: 'sign', outcome: 'granted' }, at.head);
    await t.call(numberResult, { id }, at.specialist);
  },
};

test.each(Object.keys(calls) as SlipKey[])(
  'the slip %s is printed from the case, kept, and printed again with the same bytes',
  async (key) => {
    const { id } = await sampleReceived(t.app, at);
    await calls[key](id);
    const first = await print(id, key, at.specialist);
    expect(first.subarray(0, 5).toString()).toBe('%PDF-');
    const second = await print(id, key, at.head);
    expect(second.equals(first)).toBe(true);
    const [issued, ...more] = await issuedOf(id);
    expect(more).toEqual([]);
    expect(issued?.payload).toMatchObject({
      key,
      templateId: `standard/${key}@0`,
      sha256: createHash('sha256').update(first).digest('hex'),
    });
  },
);

describe('before its moment', () => {
  test('there is no slip', async () => {
    const { id } = await sampleReceived(t.app, at);
    await expect(print(id, 'refusal', at.desk)).rejects.toThrow(/noSlip/);
  });

  test('and nobody prints a case he does not see', async () => {
    const { id } = await sampleReceived(t.app, at);
    await expect(print(id, 'receipt', publicActor)).rejects.toThrow(/signInNeeded/);
  });
});

test('the applicant prints his slips by his secret, never the control slip of the offices', async () => {
  const { id, secret } = await sampleReceived(t.app, at);
  const own = (await t.call(printOwnSlip, { id, secret, key: 'receipt' }, publicActor)) as FileReply;
  expect((await bytesOf(own)).equals(await print(id, 'receipt', at.desk))).toBe(true);
  await expect(
    t.call(printOwnSlip, { id, secret: 'XXXXXXXXXX', key: 'receipt' }, publicActor),
  ).rejects.toThrow(/notFound/);
  await expect(
    t.call(printOwnSlip, { id, secret, key: 'control' as 'receipt' }, publicActor),
  ).rejects.toThrow(/invalidInput/);
});

test('a step cannot be taken back once a slip is out', async () => {
  const { id } = await sampleReceived(t.app, at);
  await calls.control(id);
  await print(id, 'control', at.specialist);
  await expect(t.call(undoStep, { id }, at.specialist)).rejects.toThrow(/stepNotOpen/);
});

describe('the code on a result', () => {
  test('leads to who signed it, and tells the issued file from any other', async () => {
    const { id, code } = await sampleReceived(t.app, at);
    await calls.result(id);
    const sha256 = createHash('sha256')
      .update(await print(id, 'result', at.desk))
      .digest('hex');
    const ask = { code: checkCode(t, code!), sha256 };
    const found = await t.call(checkPrintedResult, ask, publicActor);
    expect(found).toMatchObject({
      state: 'valid',
      signedOn: '2025-11-17',
      signer: `Chủ tịch ${at.unitId}`,
      signerTitle: 'Chủ tịch',
      mandateHolds: true,
      sha256,
      isSameFile: true,
    });
    expect(JSON.stringify(found)).not.toMatch(/Nguyễn Văn Mẫu|046000/);
    const other = await t.call(checkPrintedResult, { ...ask, sha256: 'a'.repeat(64) }, publicActor);
    expect(other.isSameFile).toBe(false);
  });

  test('cannot be guessed from the code of the case', async () => {
    const { id, code } = await sampleReceived(t.app, at);
    await calls.result(id);
    for (const forged of [code!, `${code}.AAAAAAAAAAAAAAAA`])
      await expect(t.call(checkPrintedResult, { code: forged }, publicActor)).rejects.toThrow(/notFound/);
  });
});

test('the events with their slips make the rows again', async () => {
  const { id } = await sampleReceived(t.app, at);
  await print(id, 'receipt', at.desk);
  expect((await t.call(getCase, { id }, at.desk)).timeline.at(-1)?.kind).toBe('case.slipIssued');
  for (const replay of casesModule.replays!)
    expect((await t.app.db.read((tx) => replay.verify(tx))).differences).toEqual([]);
});

describe('the control slip', () => {
  const canReadText = spawnSync('pdftotext', ['-v']).error === undefined;
  /** What the slip of a case says, as one line of words; wrapped cells are told apart by blanks only. */
  async function wordsOn(id: string): Promise<string> {
    const input = await print(id, 'control', at.specialist);
    const text = spawnSync('pdftotext', ['-', '-'], { input }).stdout.toString('utf8');
    return text.replaceAll(/\s+/g, ' ');
  }
  /** The rows of its table, from the events alone. */
  async function rowsOf(id: string) {
    const stored = await t.app.db.read((tx) => listStream(tx, `case:${id}`));
    const occasion = occasionOf(stored, 'control')!;
    const version = await t.app.db.read((tx) => pinnedVersion(tx, occasion.state));
    const names = {
      person: (person: string | undefined) =>
        [at.desk, at.specialist, at.head].find((one) => one.personId === person)?.name ?? '',
      unit: (unitId: string) => (unitId === at.unitId ? 'Xã Giấy Mẫu' : unitId),
    };
    return handOverRows(version, occasion.events, names);
  }

  test('says each hand-over from the desk to the specialist, the head and back: giver, taker, hour, and how he stood to his time', async () => {
    t.clock.set('2025-11-17T08:00:00+07:00');
    const { id } = await sampleReceived(t.app, at);
    expect(await rowsOf(id)).toEqual([
      {
        no: '1',
        step: 'Tiếp nhận',
        giver: at.desk.name,
        taker: 'Xã Giấy Mẫu',
        at: '08 giờ 00 phút, ngày 17/11/2025',
        state: 'Không có hạn',
        remark: '',
      },
    ]);
    t.clock.set('2025-11-18T09:30:00+07:00');
    const remarks = 'Hồ sơ hợp lệ';
    await t.call(advanceCase, { id, step: 'appraise', remarks }, at.specialist);
    t.clock.set('2025-11-25T16:00:00+07:00');
    await t.call(signResult, { id, step: 'sign', outcome: 'granted' }, at.head);
    await t.call(numberResult, { id }, at.specialist);
    const rows = await rowsOf(id);
    expect(rows.map(({ no, step, giver, at: when, state }) => [no, step, giver, when, state])).toEqual([
      ['1', 'Tiếp nhận', at.desk.name, '08 giờ 00 phút, ngày 17/11/2025', 'Không có hạn'],
      ['2', 'Thẩm định', at.specialist.name, '09 giờ 30 phút, ngày 18/11/2025', 'Trước hạn'],
      ['3', 'Ký duyệt', at.head.name, '16 giờ 00 phút, ngày 25/11/2025', 'Quá hạn'],
      ['4', 'Vào sổ, đóng dấu', at.specialist.name, '16 giờ 00 phút, ngày 25/11/2025', 'Trước hạn'],
    ]);
    expect(rows.map(({ taker }) => taker)).toEqual([
      'Xã Giấy Mẫu',
      'Xã Giấy Mẫu',
      'Xã Giấy Mẫu',
      'Xã Giấy Mẫu',
    ]);
    expect(rows[1]!['remark']).toBe(remarks);
    if (!canReadText) return;
    const words = await wordsOn(id);
    for (const told of ['Mẫu số 06', 'Tiếp nhận', 'Thẩm định', 'Ký duyệt', remarks, 'Quá hạn'])
      expect(words).toContain(told);
    t.clock.set('2025-11-17T08:00:00+07:00');
  });

  test('says who was given the case by the head', async () => {
    const { id } = await sampleReceived(t.app, at);
    const remarks = 'Làm trước 15 giờ';
    await t.call(assignCase, { id, personId: at.specialist.personId!, remarks }, at.head);
    expect((await rowsOf(id)).at(-1)).toMatchObject({
      no: '2',
      step: 'Phân công',
      giver: at.head.name,
      taker: at.specialist.name,
      remark: remarks,
    });
  });
});
