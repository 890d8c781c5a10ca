import { afterAll, beforeAll, expect, test } from 'vitest';

import { testApp, type TestApp } from '../../../kit/testing.ts';
import { stateDemoOrganisations } from '../../organisations/samples.ts';
import { listVersions } from '../definitions/store/definition.ts';
import { figuresOf } from '../measures/index.ts';
import { definitions766 } from './facts/definitions766.ts';

let t: TestApp;
beforeAll(async () => {
  t = await testApp();
  await stateDemoOrganisations(t.app);
});
afterAll(() => t[Symbol.asyncDispose]());

test('the definitions that the product brings along stand in the database as they are written down', async () => {
  const stored = new Map(
    (await t.app.db.read(listVersions)).map((v) => [`${v.code} ${v.version}`, v] as const),
  );
  for (const { code, version, validFrom, validTo, body } of definitions766)
    expect(stored.get(`${code} ${version}`)).toMatchObject({ validFrom, validTo: validTo ?? null, body });
});

test('x', async () => {
  const rows = await t.app.db.read((tx) =>
    figuresOf(tx, {
      codes: definitions766.map((d) => d.code),
      unitIds: ['centre'],
      from: '2025-01',
      to: '2025-12',
      asOf: '2025-11-17',
      today: '2025-11-17',
      tree: 'now',
      rules: 'then',
    }),
  );
  console.log(rows.map((r) => `${r.code} ${r.version} ${r.status} ${r.numerator}/${r.denominator}`));
});
