import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { testApp, type TestApp } from '../../kit/testing.ts';
import { createUnit, searchUnits } from './contract.ts';
import { stateDemoOrganisations } from './samples.ts';

let t: TestApp;
let dongNai = '';
let vinhLong = '';
const find = async (q: string, more: object = {}) => (await t.call(searchUnits, { q, ...more })).items;
const names = async (q: string, more: object = {}) => (await find(q, more)).map((unit) => unit.nameVi);

beforeAll(async () => {
  t = await testApp({ now: '2025-11-17T08:00:00+07:00' });
  await stateDemoOrganisations(t.app);
  [dongNai, vinhLong] = (await Promise.all([find('Tỉnh Đồng Nai'), find('Tỉnh Vĩnh Long')])).map(
    (u) => u[0]!.id,
  ) as [string, string];
  for (const [id, parentId, nameVi] of [
    ['tan-phu-1', dongNai, 'Xã Tân Phú'],
    ['tan-phu-2', vinhLong, 'Xã Tân Phú'],
    ['tan-phu-trung', vinhLong, 'Xã Tân Phú Trung'],
  ] as const)
    await t.call(createUnit, {
      id,
      level: 'commune',
      kind: 'commune',
      nameVi,
      nameEn: `${nameVi} commune`,
      parentId,
      validFrom: '2025-07-01',
    });
});
afterAll(() => t[Symbol.asyncDispose]());

describe('finding a unit', () => {
  test('needs no diacritics and puts the nearest name first', async () => {
    expect((await names('bo khoa hoc va cong nghe'))[0]).toBe('Bộ Khoa học và Công nghệ');
    expect((await find('xa tan phu')).map((unit) => [unit.id, unit.exact])).toEqual([
      ['tan-phu-1', true],
      ['tan-phu-2', true],
      ['tan-phu-trung', false],
    ]);
  });

  test('knows codes and abbreviations', async () => {
    const [hue] = await find('46');
    expect(hue).toMatchObject({ code: '46', exact: true });
    expect((await find('Bộ KH&CN'))[0]).toMatchObject({ id: 'most', exact: true });
  });

  test('tells places of the same name apart by the unit above', async () => {
    expect((await find('tân phú đồng nai')).map((unit) => unit.id)).toEqual(['tan-phu-1']);
    const [one] = await find('tan phu');
    expect(one?.above.map((unit) => unit.nameVi).join()).toMatch(/Đồng Nai/);
  });

  test('is as of a day', async () => {
    expect(await names('Bộ Thông tin và Truyền thông')).toEqual([]);
    expect(await names('Bộ Thông tin và Truyền thông', { asOf: '2025-01-15' })).toHaveLength(1);
  });

  test('goes on page by page without gap or repetition', async () => {
    const whole = (await find('a', { limit: 50 })).map((unit) => unit.id);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await t.call(searchUnits, { q: 'a', limit: 7, ...(cursor && { cursor }) });
      seen.push(...page.items.map((unit) => unit.id));
      cursor = page.next;
    } while (cursor && seen.length < 50);
    expect(seen.slice(0, 50)).toEqual(whole.slice(0, seen.length));
    expect(new Set(seen).size).toBe(seen.length);
  });

  test('narrows to levels, to a subtree, and to what the asker may', async () => {
    expect(await find('tan phu', { level: ['province'] })).toEqual([]);
    expect((await find('tan phu', { within: dongNai })).map((unit) => unit.id)).toEqual(['tan-phu-1']);
    const nobody = { kind: 'public', lang: 'vi', grants: [] } as never;
    expect((await t.call(searchUnits, { q: 'tan phu', may: 'directive.edit' }, nobody)).items).toEqual([]);
  });

  test('finds nothing for signs alone', async () => {
    expect(await find('–')).toEqual([]);
  });
});
