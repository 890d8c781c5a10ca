import { afterAll, beforeAll, expect, test } from 'vitest';

import { Problem } from '../../kit/problems.ts';
import { testApp, type TestApp } from '../../kit/testing.ts';
import { stateDemoOrganisations } from '../organisations/samples.ts';
import { applyImport, closeTask, listTasks, previewImport } from './contract.ts';
import { cellCases, fileCases } from './intake/faultCases.ts';

/** Every kind of fault through the real import: what its report says is what happens, and nothing else. */

let t: TestApp;
beforeAll(async () => {
  t = await testApp();
  await stateDemoOrganisations(t.app);
}, 60_000);
afterAll(() => t[Symbol.asyncDispose]());

const stored = async (): Promise<number> => {
  const { rows } = await t.app.db.owner.query<{ n: number }>(
    'select count(*)::int as n from directives.task',
  );
  return rows[0]!.n;
};

async function importCase(input: Uint8Array): Promise<string | undefined> {
  const file = { content: Buffer.from(input).toString('base64'), filename: 'nhiem-vu.csv' };
  const before = await stored();
  const preview = await t.call(previewImport, file);
  if ((await stored()) !== before) return 'the preview stored something';
  const made = await t.call(applyImport, file).catch((error: unknown) => error);
  const added = (await stored()) - before;
  if (!preview.ready) {
    if (!(made instanceof Problem)) return 'an import with errors was not refused';
    return added === 0 ? undefined : `refused, yet ${added} tasks were stored`;
  }
  if (made instanceof Error) return `ready, yet refused: ${made.message}`;
  return added === preview.counts.create
    ? undefined
    : `${preview.counts.create} were promised, ${added} stored`;
}

const cases = [...fileCases, ...cellCases];

test(`each of ${cases.length} files is refused or imported exactly as its report says`, async () => {
  expect(cases.length).toBeGreaterThanOrEqual(50);
  const wrong: string[] = [];
  for (const [name, input] of cases) {
    const fault = await importCase(input);
    if (fault) wrong.push(`${name}: ${fault}`);
  }
  expect(wrong).toEqual([]);
}, 120_000);

test('what was imported can be found and closed again', async () => {
  const found = await t.call(listTasks, { q: 'xay dung de an' });
  expect(found.items.length).toBeGreaterThan(0);
  const closed = await t.call(closeTask, { id: found.items[0]!.id, how: 'cancelled', reason: 'Nhập thử' });
  expect(closed.assignments).toBeGreaterThan(0);
});
