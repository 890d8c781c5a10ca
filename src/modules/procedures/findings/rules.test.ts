import { expect, test } from 'vitest';

import { countByMinistry, ministryOf } from './rules.ts';

const signs = new Map([
  ['BTP', 'moj'],
  ['BCA', 'mops'],
]);

test.each([
  ['163/QĐ-BTP', 'moj'],
  ['1234/QĐ-BCA-C06', 'mops'],
  ['QĐ/0001-BTP', 'moj'],
  ['Quyết định số 163/qđ-btp ngày 21/01/2025', 'moj'],
  ['12/QĐ-UBND', undefined],
  ['', undefined],
])('the decision “%s” is of %s', (decision, ministry) => {
  expect(ministryOf(decision, signs)).toBe(ministry);
});

test('a procedure counts once for each check; what blocks goes before what warns, without a ministry comes last', () => {
  const block = { check: 'agencyMissing', severity: 'block' as const };
  const warn = { check: 'feeUnknown', severity: 'warn' as const };
  const counts = countByMinistry([
    { ministryId: undefined, checks: [block] },
    { ministryId: 'mops', checks: [] },
    { ministryId: 'moj', checks: [block, block, warn] },
    { ministryId: 'moj', checks: [warn] },
  ]);
  expect(counts).toEqual([
    {
      ministryId: 'moj',
      procedures: 2,
      blocked: 1,
      warned: 1,
      checks: { agencyMissing: 1, feeUnknown: 2 },
    },
    { ministryId: 'mops', procedures: 1, blocked: 0, warned: 0, checks: {} },
    { procedures: 1, blocked: 1, warned: 0, checks: { agencyMissing: 1 } },
  ]);
});
