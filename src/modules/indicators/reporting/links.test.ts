import { expect, test } from 'vitest';

import { figureHref } from './actions/tables.ts';

test.each([
  ['2025-11', '2025-11', '2025-11'],
  ['2025-10', '2025-11', '2025-Q4'],
  ['2025-10', '2025-12', '2025-Q4'],
  ['2025-07', '2025-11', '2025-H2'],
  ['2025-01', '2025-09', '2025-9M'],
  ['2025-01', '2025-11', '2025'],
])(
  'A figure over the facts of %s to %s opens in the period %s, in the tree of the day',
  (from, to, period) => {
    expect(figureHref('766.2.1', 'province-46', '2025-11-16', { months: { from, to } })).toBe(
      `/measures/766.2.1?unitId=province-46&period=${period}&asOf=2025-11-16&tree=then`,
    );
  },
);

test('A figure over tasks opens with the directive it was narrowed to', () => {
  expect(figureHref('completionOfAll', undefined, '2025-11-16', { directiveId: 'd' })).toBe(
    '/figures/completionOfAll?directiveId=d&asOf=2025-11-16',
  );
});
