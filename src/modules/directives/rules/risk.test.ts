import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { addDays } from '../../../kit/day.ts';
import { datedRules, defaultRiskRules, risks, rulesInForce, timeUsed, type RiskFacts } from './risk.ts';

const AS_OF = '2025-11-16';
const facts = (more: Partial<RiskFacts>): RiskFacts => ({
  work: 'inProgress',
  startsOn: '2025-10-13',
  due: '2026-12-31',
  progress: 50,
  lastReportOn: '2025-11-01',
  ...more,
});
const codes = (more: Partial<RiskFacts>) =>
  risks(facts(more), defaultRiskRules, AS_OF).map((risk) => risk.code);

describe('risk', () => {
  test.each<[string, Partial<RiskFacts>, string[]]>([
    ['a task on its way', {}, []],
    ['half the time, little progress', { due: '2025-12-15', progress: 19 }, ['half-time']],
    ['half the time, enough progress', { due: '2025-12-15', progress: 20 }, []],
    ['nearly all the time', { due: '2025-11-20', progress: 59 }, ['late-time', 'due-soon']],
    ['45 days of silence', { lastReportOn: '2025-10-02' }, ['silence']],
    ['44 days of silence', { lastReportOn: '2025-10-03' }, []],
    ['never reported since long', { lastReportOn: undefined, startsOn: '2025-01-09' }, ['silence']],
    [
      'depends on a late one',
      {
        dependencies: [
          { ref: 'NQ03-NV-047', overdue: true },
          { ref: 'x', overdue: false },
        ],
      },
      ['dependency'],
    ],
    ['due on the day', { due: AS_OF, progress: 79 }, ['due-soon']],
    ['already overdue is not "soon"', { due: '2025-11-15', progress: 79 }, []],
    ['without a due day only silence and dependencies', { due: undefined, progress: 0 }, []],
    ['waits for acceptance', { work: 'submitted', due: AS_OF, progress: 0 }, []],
    ['done', { work: 'completed', lastReportOn: '2025-01-01' }, []],
  ])('%s', (_, more, expected) => expect(codes(more)).toEqual(expected));

  test('says why, with the figures', () => {
    expect(risks(facts({ due: '2025-12-15', progress: 10 }), defaultRiskRules, AS_OF)).toEqual([
      { code: 'half-time', line: { key: 'riskTimeUsed', params: { used: 53, progress: 10 } } },
    ]);
  });

  test('the rules of their time apply', () => {
    const next = { ...defaultRiskRules, version: '2', validFrom: '2026-01-01' };
    expect(rulesInForce([next, defaultRiskRules], AS_OF)?.version).toBe('1');
    expect(rulesInForce([next, defaultRiskRules], '2026-01-01')?.version).toBe('2');
    expect(rulesInForce([next], AS_OF)).toBeUndefined();
  });

  test('more progress never adds a risk, and time used stays within 0 and 100', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.nat(100), fc.integer({ min: -50, max: 400 }), (a, b, offset) => {
        const due = addDays(AS_OF, offset);
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        expect(codes({ due, progress: less }).length).toBeGreaterThanOrEqual(
          codes({ due, progress: more }).length,
        );
        const used = timeUsed(facts({ due }), AS_OF)!;
        expect(used >= 0 && used <= 100).toBe(true);
      }),
    );
  });
});

test('Each set holds until the day before the next; of two from one day the later stated holds', () => {
  const set = (version: string, validFrom: string) => ({ version, validFrom, rules: [] });
  const sets = [
    set('1', '2025-01-01'),
    set('2', '2025-06-01'),
    set('10', '2025-06-01'),
    set('11', '2026-01-01'),
  ];
  const dated = datedRules(sets, '2025-11-17').map(({ version, validTo, state }) => [
    version,
    state,
    validTo,
  ]);
  expect(dated).toEqual([
    ['1', 'past', '2025-05-31'],
    ['2', 'never', undefined],
    ['10', 'inForce', '2025-12-31'],
    ['11', 'coming', undefined],
  ]);
  expect(rulesInForce(sets, '2025-11-17')?.version).toBe('10');
});
