import { expect, test } from 'vitest';

import { publicActor } from '../../kit/actor.ts';
import { testApp } from '../../kit/testing.ts';
import { sampleCompetence } from '../mandates/samples.ts';
import { sampleUnit, stateDemoOrganisations } from '../organisations/samples.ts';
import { samplePublished } from '../procedures/samples.ts';
import * as c from './contract.ts';
import { sampleDesk } from './samples.ts';

test('drafts are saved as one types and belong to who knows the secret', async () => {
  await using t = await testApp();
  await stateDemoOrganisations(t.app);
  await sampleCompetence(t.app);
  const a = await sampleDesk(
    t.app,
    await sampleUnit(t.app, { level: 'commune', kind: 'commune', parentId: 'province-46' }),
  );
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
