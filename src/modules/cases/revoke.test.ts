import { createHash } from 'node:crypto';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { publicActor } from '../../kit/actor.ts';
import type { FileReply } from '../../kit/contract.ts';
import { type TestApp, testApp } from '../../kit/testing.ts';
import { samplePublished } from '../procedures/samples.ts';
import * as c from './contract.ts';
import { casesModule } from './module.ts';
import { type SampleDesk, sampleReceived, sampleDesks } from './samples.ts';
import { checkCode } from './slips/code.ts';
import { countRevocations } from './store/revocation.ts';

let t: TestApp;
let a: SampleDesk;
let b: SampleDesk;

beforeAll(async () => {
  t = await testApp({ now: '2025-11-17T08:00:00+07:00' });
  [a, b] = await sampleDesks(t.app, ['Xã A Mẫu', 'Xã B Mẫu']);
  const form = {
    sections: [
      {
        key: 'a',
        title: { vi: 'A', en: 'A' },
        fields: [
          {
            key: 'name',
            term: 'person.fullName@child',
            label: { vi: 'Tên', en: 'Name' },
            type: 'text' as const,
            required: true,
          },
        ],
      },
    ],
  };
  await samplePublished(t.app, { content: { form } });
}, 60_000);
afterAll(() => t[Symbol.asyncDispose]());

const decision = {
  decisionNumber: '45/QĐ-UBND',
  reason: 'Kết quả được cấp không đúng thẩm quyền',
  legalBasis: 'Nghị định 123/2015/NĐ-CP, Điều 70',
};
async function issued() {
  t.clock.set('2025-11-17T08:00:00+07:00');
  const { id, code, secret } = await sampleReceived(t.app, a, { values: { name: 'Nguyễn Văn Bé' } });
  await t.call(c.advanceCase, { id, step: 'appraise' }, a.specialist);
  await t.call(c.signResult, { id, step: 'sign', outcome: 'granted' }, a.head);
  await t.call(c.numberResult, { id }, a.specialist);
  return { id, secret: secret!, code: checkCode(t, code!) };
}
async function printed(id: string): Promise<string> {
  const { body } = (await t.call(c.printSlip, { id, key: 'result' }, a.desk)) as FileReply;
  const parts: Uint8Array[] = [];
  if (body instanceof Uint8Array) parts.push(body);
  else for await (const part of body as AsyncIterable<Uint8Array>) parts.push(part);
  return createHash('sha256').update(Buffer.concat(parts)).digest('hex');
}
const check = (code: string, more: object = {}) =>
  t.call(c.checkPrintedResult, { code, ...more }, publicActor);

test('a result is revoked by decision, by who may sign there; whoever checks the paper reads since when and by which', async () => {
  const { id, code, secret } = await issued();
  expect((await check(code)).state).toBe('valid');
  for (const other of [a.desk, a.specialist])
    await expect(t.call(c.revokeResult, { id, ...decision }, other)).rejects.toThrow(/notAllowed/);
  await expect(t.call(c.revokeResult, { id, ...decision }, b.head)).rejects.toThrow(/notFound/);
  await expect(t.call(c.revokeResult, { id, ...decision, from: '2025-11-16' }, a.head)).rejects.toThrow(
    /invalidInput/,
  );
  t.clock.set('2025-11-24T09:00:00+07:00');
  await t.call(c.revokeResult, { id, ...decision }, a.head);

  const found = await check(code);
  expect(found).toMatchObject({ state: 'revoked', revoked: { since: '2025-11-24', decision: '45/QĐ-UBND' } });
  expect(JSON.stringify(found)).not.toContain(decision.reason);
  expect((await t.call(c.trackCase, { code: id, secret }, publicActor)).revoked).toEqual({
    from: '2025-11-24',
    number: '45/QĐ-UBND',
    reason: decision.reason,
    legalBasis: decision.legalBasis,
  });
  const shown = await t.call(c.getCase, { id }, a.head);
  expect(shown.timeline.at(-1)).toMatchObject({ kind: 'case.resultRevoked' });
  expect(shown.steps).not.toContain('revoke');
});

test('a revoked result is not handed over any more, and not revoked twice', async () => {
  const { id } = await issued();
  await t.call(c.revokeResult, { id, ...decision }, a.head);
  await expect(t.call(c.returnResult, { id, taker: 'Nguyễn Văn Mẫu' }, a.desk)).rejects.toThrow(
    /stepNotOpen/,
  );
  await expect(t.call(c.revokeResult, { id, ...decision }, a.head)).rejects.toThrow(/stepNotOpen/);
});

test('a corrected result has a number and a paper of its own; the old paper is told by its number and by its file', async () => {
  const { id, code } = await issued();
  const first = await check(code);
  const old = await printed(id);
  t.clock.set('2025-11-20T09:00:00+07:00');
  await t.call(c.replaceResult, { id, ...decision, values: { name: 'Nguyễn Văn Bê' } }, a.head);
  const now = await check(code);
  expect(now).toMatchObject({
    state: 'valid',
    signedOn: '2025-11-20',
    mandateHolds: true,
    replaced: [{ number: first.number, since: '2025-11-20', decision: '45/QĐ-UBND' }],
  });
  expect(now.number).not.toBe(first.number);
  const fresh = await printed(id);
  expect(fresh).not.toBe(old);
  expect((await check(code, { number: first.number })).state).toBe('replaced');
  expect((await check(code, { sha256: old })).state).toBe('replaced');
  expect(await check(code, { number: now.number, sha256: fresh })).toMatchObject({
    state: 'valid',
    isSameFile: true,
  });
  expect((await t.call(c.getCase, { id }, a.head)).content?.values['name']).toBe('Nguyễn Văn Bê');
});

test('both are counted per agency and day, and the events make the rows again', async () => {
  const counted = await t.app.db.read((tx) =>
    countRevocations(tx, { unitIds: [a.unitId, b.unitId], from: '2025-11-17', to: '2025-11-30' }),
  );
  expect(counted).toEqual([{ unitId: a.unitId, revoked: 2, replaced: 1 }]);
  t.clock.set('2025-11-30T08:00:00+07:00');
  const book = await t.call(c.getBook, { unitId: a.unitId, from: '2025-11-17', to: '2025-11-30' }, a.head);
  expect(book.resultsEnded).toEqual({ revoked: 2, replaced: 1 });
  for (const replay of casesModule.replays ?? []) {
    const { differences } = await t.app.db.read((tx) => replay.verify(tx));
    expect([replay.name, differences]).toEqual([replay.name, []]);
  }
});
