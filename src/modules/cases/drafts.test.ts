import { expect, test } from 'vitest';

import { publicActor } from '../../kit/actor.ts';
import { testApp } from '../../kit/testing.ts';
import { samplePublished } from '../procedures/samples.ts';
import * as c from './contract.ts';
import { sampleDesks } from './samples.ts';

test('drafts are saved as one types and belong to who knows the secret', async () => {
  await using t = await testApp();
  const [a] = await sampleDesks(t.app, ['Xã Nháp Mẫu']);
  await samplePublished(t.app);
  const first = await t.call(c.saveDraft, { procedureCode: '1.000001', content: { a: 1 } }, publicActor);
  const again = await t.call(
    c.saveDraft,
    { id: first.id, secret: first.secret, procedureCode: '1.000001', content: { a: 2 } },
    publicActor,
  );
  expect(again.id).toBe(first.id);
  expect((await t.call(c.openDraft, { id: first.id, secret: first.secret }, publicActor)).content).toEqual({
    a: 2,
  });
  await expect(t.call(c.openDraft, { id: first.id, secret: 'ZZZZZZZZZZ' }, publicActor)).rejects.toThrow(
    /notFound/,
  );
  const applicant = { kind: 'citizen' as const, fullName: 'Lê Thị Nháp' };
  const made = await t.call(
    c.submitCase,
    { id: first.id, draftSecret: first.secret, procedureCode: '1.000001', placeUnitId: a.unitId, applicant },
    publicActor,
  );
  expect(made.id).toBe(first.id);
  await expect(t.call(c.openDraft, { id: first.id, secret: first.secret }, publicActor)).rejects.toThrow(
    /notFound/,
  );
});
