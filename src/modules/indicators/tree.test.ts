import { afterAll, beforeAll, expect, test } from 'vitest';

import { instantOf } from '../../kit/day.ts';
import { testApp, type TestApp } from '../../kit/testing.ts';
import { sampleDirective, sampleTask } from '../directives/samples.ts';
import { stateDemoOrganisations } from '../organisations/samples.ts';
import { board, computeFigure, exportFigureRecords, listFigureRecords } from './contract.ts';

let t: TestApp;
let directiveId: string;
const FEBRUARY = '2025-02-15';

beforeAll(async () => {
  t = await testApp({ now: '2025-01-10T09:00:00+07:00' });
  await stateDemoOrganisations(t.app);
  const by = { now: instantOf('2025-01-10', '09:00') };
  directiveId = await sampleDirective(t.app, { number: 'theo cây' }, by);
  // On 1 March this ministry became a part of that of science and technology.
  await sampleTask(t.app, directiveId, { ref: '1', leadText: 'Bộ Thông tin và Truyền thông' }, by);
  t.clock.set(instantOf('2025-11-17', '09:00'));
});
afterAll(() => t[Symbol.asyncDispose]());

const code = 'completionOfAll';
const of = (over: object) => t.call(computeFigure, { code, directiveId, asOf: FEBRUARY, ...over });

test.each([
  ['mic', 'then', 1],
  ['most', 'then', 0],
  ['most', 'now', 1],
] as const)('As known in February, %s by the units of %s has %i task', async (unitId, tree, tasks) => {
  const found = await of({ unitId, tree });
  expect(found).toMatchObject({ tree, figure: { denominator: tasks } });
  const records = { code, directiveId, asOf: FEBRUARY, unitId, tree };
  expect((await t.call(listFigureRecords, records)).items.length).toBe(tasks);
});

test('A board of a past day stands by the units of that day, or by those of today', async () => {
  const rows = async (tree: 'then' | 'now') =>
    (await t.call(board, { directiveId, asOf: FEBRUARY, by: 'unit', tree })).rows
      .filter((row) => row.total > 0)
      .map((row) => row.key);
  expect(await rows('then')).toContain('mic');
  expect(await rows('now')).toContain('most');
  expect(await rows('now')).not.toContain('mic');
});

test('A file of a past day says by whose units and rules it is told', async () => {
  const where = { code, directiveId, asOf: FEBRUARY, unitId: 'most' };
  const file = await t.call(exportFigureRecords, { ...where, tree: 'now', rules: 'now', format: 'json' });
  const data = JSON.parse(String(file.body)) as { rows: { denominator: number }[] };
  expect(data).toMatchObject({ tree: 'now', rules: 'now' });
  expect(data.rows[0]?.denominator).toBe(1);
});

test('The rule of that day, or that of today', async () => {
  await t.app.db.owner.query(
    `with old as (update indicators.figure_definition set valid_to = '2025-10-01' where code = $1 returning code, position, body)
     insert into indicators.figure_definition (code, version, valid_from, position, body) select code, '2', '2025-10-01', position, body from old`,
    [code],
  );
  const version = async (rules: 'then' | 'now') => (await of({ rules })).figure.version;
  expect([await version('then'), await version('now')]).toEqual([expect.not.stringMatching('^2$'), '2']);
});
