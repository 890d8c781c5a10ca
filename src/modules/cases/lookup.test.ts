import { afterAll, beforeAll, expect, test } from 'vitest';

import { publicActor } from '../../kit/actor.ts';
import type { Problem } from '../../kit/problems.ts';
import { type TestApp, testApp } from '../../kit/testing.ts';
import { samplePublished } from '../procedures/samples.ts';
import { acceptCase, saveDraft, searchCases, submitCase, trackCase } from './contract.ts';
import { lookupCodeOf } from './lookupCode.ts';
import { type SampleDesk, sampleDesks } from './samples.ts';

let t: TestApp;
let a: SampleDesk;
let b: SampleDesk;
const procedureCode = '1.000001';
const applicant = { kind: 'citizen' as const, fullName: 'Phạm Văn Tra' };

beforeAll(async () => {
  t = await testApp();
  [a, b] = await sampleDesks(t.app, ['Xã Tra Cứu', 'Xã Bên Cạnh']);
  await samplePublished(t.app);
}, 60_000);
afterAll(() => t[Symbol.asyncDispose]());

async function submitted() {
  const draft = await t.call(saveDraft, { procedureCode, content: {} }, publicActor);
  const of = { id: draft.id, draftSecret: draft.secret!, procedureCode, placeUnitId: a.unitId, applicant };
  const made = await t.call(submitCase, of, publicActor);
  return { id: draft.id, secret: draft.secret!, code: made.lookupCode! };
}
const fieldsOf = (work: Promise<unknown>) =>
  work.then(
    () => [],
    (problem: Problem) => problem.fields.map(({ path }) => path),
  );

test('a submission answers with a short code, which opens the case with its secret however it is typed', async () => {
  const { id, secret, code } = await submitted();
  expect(code).toMatch(/^\w{3}-\w{3}-\w{4}$/);
  for (const typed of [
    code,
    code.toLowerCase(),
    code.replaceAll('-', ''),
    ` ${code.replaceAll('-', ' ')} `,
  ]) {
    const seen = await t.call(trackCase, { code: typed, secret }, publicActor);
    expect(seen).toMatchObject({ id, lookupCode: code });
  }
  await expect(t.call(trackCase, { code, secret: 'AAAAAAAAAA' }, publicActor)).rejects.toThrow(/notFound/);
});

test('it goes on leading to the case once that has a case code', async () => {
  const { id, secret, code } = await submitted();
  const accepted = await t.call(acceptCase, { id }, a.desk);
  const seen = await t.call(trackCase, { code, secret }, publicActor);
  expect(seen).toMatchObject({ id, code: accepted.code });
});

test('a mistyped code is told as that, at its field; one that fits but is nobody’s is not found', async () => {
  const { secret, code } = await submitted();
  const wrong = code.slice(0, -1) + (code.endsWith('2') ? '3' : '2');
  expect(await fieldsOf(t.call(trackCase, { code: wrong, secret }, publicActor))).toEqual(['code']);
  const other = lookupCodeOf('019a9012-3456-7000-8000-00000000002a')!;
  await expect(t.call(trackCase, { code: other, secret }, publicActor)).rejects.toThrow(/notFound/);
});

test('the desk finds the case by it, and no desk that may not see it', async () => {
  const { id, code } = await submitted();
  for (const q of [code, code.toLowerCase().replaceAll('-', '')])
    expect((await t.call(searchCases, { q }, a.desk)).items.map((one) => one.id)).toEqual([id]);
  expect((await t.call(searchCases, { q: code }, b.desk)).items).toEqual([]);
});

test('drafts made in one moment have codes of their own', async () => {
  const made = await Promise.all(
    Array.from({ length: 40 }, () => t.call(saveDraft, { procedureCode, content: {} }, publicActor)),
  );
  expect(new Set(made.map(({ id }) => lookupCodeOf(id))).size).toBe(40);
});
