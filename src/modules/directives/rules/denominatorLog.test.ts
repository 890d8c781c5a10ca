import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { denominatorLog, type LogItem } from './denominatorLog.ts';

const out = { numerator: false, denominator: false };
const open = { numerator: false, denominator: true };
const done = { numerator: true, denominator: true };
const item = (
  ref: string,
  cause: LogItem['cause'],
  event: string,
  before: LogItem['before'],
  after: LogItem['after'],
  document?: string,
): LogItem => ({ ref, cause, event, before, after, ...(document && { document }) });

describe('the log of the denominator', () => {
  test('a rate that rose only because tasks were taken out shows no results', () => {
    const log = denominatorLog(
      { numerator: 50, denominator: 100 },
      { numerator: 50, denominator: 80 },
      Array.from({ length: 20 }, (_, i) => item(`n${i}`, 'base', 'cancelled', open, out, '71/NQ-CP')),
    );
    expect(log).toMatchObject({
      before: 50,
      after: 62.5,
      change: 12.5,
      results: 0,
      changedBase: 12.5,
      unexplained: 0,
    });
    expect(log.left).toHaveLength(20);
  });

  test('results and new tasks part: ten done, fifty entered', () => {
    const log = denominatorLog({ numerator: 50, denominator: 100 }, { numerator: 60, denominator: 150 }, [
      ...Array.from({ length: 10 }, (_, i) => item(`d${i}`, 'result', 'completed', open, done)),
      ...Array.from({ length: 50 }, (_, i) => item(`e${i}`, 'base', 'entered', out, open, '624/TB-VPCP')),
    ]);
    expect(log).toMatchObject({ change: -10, results: 10, changedBase: -20, unexplained: 0 });
    expect(log.entered).toHaveLength(50);
  });

  test('what the items do not account for is named, not spread', () => {
    const log = denominatorLog({ numerator: 1, denominator: 4 }, { numerator: 3, denominator: 4 }, [
      item('a', 'result', 'completed', open, done),
    ]);
    expect(log).toMatchObject({
      results: 25,
      changedBase: 0,
      unexplained: 25,
      missing: { numerator: 1, denominator: 0 },
    });
  });

  test('a rate without a base has no change', () => {
    expect(
      denominatorLog({ numerator: 0, denominator: 0 }, { numerator: 1, denominator: 2 }, []).change,
    ).toBeNull();
  });

  const state = fc.constantFrom(out, open, done);
  test('for a complete log the parts always sum to the whole change, and nothing stays unexplained', () => {
    const move = fc.record({
      cause: fc.constantFrom<LogItem['cause']>('result', 'base'),
      before: state,
      after: state,
    });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 40 }), fc.nat(50), fc.nat(50), (moves, n, rest) => {
        const items = moves.map((one, i): LogItem => ({ ref: String(i), event: 'moved', ...one }));
        const count = (when: 'before' | 'after') => ({
          numerator: n + items.filter((one) => one[when].numerator).length,
          denominator: n + rest + 1 + items.filter((one) => one[when].denominator).length,
        });
        const log = denominatorLog(count('before'), count('after'), items);
        expect(log.missing).toEqual({ numerator: 0, denominator: 0 });
        expect(log.results! + log.changedBase! + log.unexplained!).toBeCloseTo(log.change!, 10);
        expect(log.unexplained).toBe(0);
      }),
    );
  });
});
