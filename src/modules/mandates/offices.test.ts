import { expect, test } from 'vitest';

import { testApp } from '../../kit/testing.ts';
import { childrenOn, loadSnapshot } from '../organisations/index.ts';
import { stateDemoOrganisations } from '../organisations/samples.ts';
import { stepRoles } from './contract.ts';
import { loadMandates, proveCoverage } from './index.ts';
import { sampleCompetence, sampleOffices } from './samples.ts';

const birth = { procedureCode: '1.001193', field: 'Hộ tịch' };
const province = 'province-46';

test('The offices of forty communes are staffed in seconds and cover every step for a year', async () => {
  await using hue = await testApp();
  await stateDemoOrganisations(hue.app);
  const snapshot = await hue.app.db.read(loadSnapshot);
  const units = childrenOn(snapshot, province, '2025-11-17').filter((unit) => unit.level === 'commune');
  const ids = units.map((unit) => unit.id);
  const started = performance.now();
  await sampleCompetence(hue.app, { holder: { level: 'commune', within: province } });
  const staff = await sampleOffices(hue.app, ids);
  expect(performance.now() - started).toBeLessThan(15_000);
  expect([...staff.values()].flat()).toHaveLength(240);
  const demands = stepRoles.map((role) => ({ ...birth, stepKey: role, role }));
  const window = { from: '2025-11-17', to: '2026-11-17' };
  const book = await hue.app.db.read(loadMandates);
  expect(proveCoverage(book, snapshot, { units: ids, demands, ...window })).toEqual({
    checked: 360,
    gaps: [],
  });
});
