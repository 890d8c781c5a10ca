import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { lateList, lateListStatement, type AgencyKind, type LateTask } from './latelist.ts';

const agency = (code: string, kind: AgencyKind = 'ministry') => ({ code, name: code, kind });

describe('the late list', () => {
  test('33 late tasks of 8 ministries with 24 counts and 11 provinces: shared tasks count once for each', () => {
    const ministries = Array.from({ length: 8 }, (_, i) => agency(`Bộ ${i}`));
    const provinces = Array.from({ length: 11 }, (_, i) => agency(`Tỉnh ${i}`, 'province'));
    const own: LateTask[] = Array.from({ length: 31 }, (_, i) => ({
      ref: `n${i}`,
      time: i < 12 ? 'doneLate' : 'overdue',
      agencies: [i < 20 ? ministries[i % 8]! : provinces[i - 20]!],
    }));
    const shared: LateTask[] = [
      { ref: 's1', time: 'overdue', agencies: [ministries[0]!, ministries[1]!] },
      { ref: 's2', time: 'overdue', agencies: [ministries[2]!, ministries[3]!] },
    ];
    const list = lateList([...own, ...shared, { ref: 'ok', time: 'inTerm', agencies: [ministries[0]!] }]);
    expect(list).toMatchObject({
      total: 33,
      doneLate: 12,
      overdue: 21,
      sum: 35,
      excess: 2,
      sharedRefs: ['s1', 's2'],
    });
    const perMinistry = list.groups.filter((g) => g.kind === 'ministry').reduce((all, g) => all + g.count, 0);
    expect(perMinistry).toBe(24);
    expect(list.groups.map((g) => g.kind).indexOf('province')).toBe(8);
    expect(lateListStatement.vi(list)).toBe(
      'Tổng số nhiệm vụ chậm là 33; cộng theo cơ quan được 35 vì 2 nhiệm vụ do nhiều cơ quan cùng chủ trì được tính cho từng cơ quan.',
    );
    expect(lateListStatement.en(list)).toContain('33 tasks are late');
  });

  test('ministries first, the most late first, then by name', () => {
    const list = lateList([
      { ref: '1', time: 'overdue', agencies: [agency('Tỉnh A', 'province')] },
      {
        ref: '2',
        time: 'overdue',
        agencies: [agency('Bộ Y tế'), agency('Bộ Công an'), agency('Bộ Xây dựng')],
      },
      { ref: '3', time: 'doneLate', agencies: [agency('Bộ Y tế')] },
    ]);
    expect(list.groups.map((g) => g.name)).toEqual(['Bộ Y tế', 'Bộ Công an', 'Bộ Xây dựng', 'Tỉnh A']);
  });

  test('a task without agency is named, an agency named twice counts once', () => {
    const list = lateList([
      { ref: 'x', time: 'overdue', agencies: [] },
      { ref: 'y', time: 'overdue', agencies: [agency('A'), agency('A')] },
    ]);
    expect(list).toMatchObject({ total: 2, sum: 1, excess: 0, withoutAgency: ['x'], sharedRefs: [] });
    expect(lateListStatement.vi(list)).toBe('');
  });

  test('the sum by agency is never below the tasks that have one', () => {
    const tasks = fc.array(
      fc.record({
        ref: fc.uuid(),
        time: fc.constantFrom('overdue' as const, 'doneLate' as const, 'inTerm' as const),
        agencies: fc.array(
          fc.constantFrom(...'ABCDE').map((code) => agency(code)),
          { maxLength: 4 },
        ),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(tasks, (all) => {
        const list = lateList(all);
        expect(list.excess).toBeGreaterThanOrEqual(0);
        expect(list.excess > 0).toBe(list.sharedRefs.length > 0);
        expect(list.overdue + list.doneLate).toBe(list.total);
      }),
    );
  });
});
