import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { addDays } from '../../../kit/day.ts';
import { timeStates, workStates } from './axes.ts';
import { defaultOnTime, figureDefinitions, getDefinition, onTimeForms } from './figureDefinitions.ts';
import { compute, membership, tally, type Counts, type Tallied } from './figures.ts';
import { timeState } from './states.ts';

const AS_OF = '2025-11-16';
const times = (n: number, item: Tallied): Tallied[] => Array.from({ length: n }, () => item);

/** Huế, quarter III/2025: 139 tasks, 113 done, 102 of them on time. */
const hue = tally(
  [
    ...times(102, { work: 'completed', time: 'doneOnTime', due: '2025-09-30' }),
    ...times(11, { work: 'completed', time: 'doneLate', due: '2025-08-31' }),
    ...times(26, { work: 'inProgress', time: 'inTerm', due: '2025-12-31' }),
  ],
  AS_OF,
);

describe('figures', () => {
  test.each([
    ['completionOfAll', 113, 139, '81.3'],
    ['onTimeOfClosed', 102, 113, '90.3'],
    ['onTimeOfAll', 102, 139, '73.4'],
    ['onTimeOfClosedAndOverdue', 102, 113, '90.3'],
    ['onTimeOfDue', 102, 113, '90.3'],
    ['inTermShare', 26, 139, '18.7'],
    ['overdueShare', 0, 139, '0.00'],
  ])('Huế %s = %d of %d = %s', (code, numerator, denominator, rounded) => {
    expect(compute(getDefinition(code), hue)).toMatchObject({ numerator, denominator, rounded });
  });

  test('the three forms of "on time" part when something is done ahead of a term to come, or open and overdue', () => {
    const counts = tally(
      [
        ...times(4, { work: 'completed', time: 'doneOnTime', due: '2025-12-31' }),
        ...times(3, { work: 'completed', time: 'doneOnTime', due: '2025-10-31' }),
        ...times(1, { work: 'completed', time: 'doneLate', due: '2025-08-31' }),
        ...times(2, { work: 'inProgress', time: 'overdue', due: '2025-09-30' }),
        ...times(5, { work: 'recurring', time: 'noTerm' }),
        ...times(9, { work: 'cancelled', time: 'noTerm' }),
      ],
      AS_OF,
    );
    expect(
      onTimeForms
        .map((code) => compute(getDefinition(code), counts))
        .map((f) => [f.numerator, f.denominator, f.rounded]),
    ).toEqual([
      [7, 10, '70.0'],
      [7, 8, '87.5'],
      [3, 6, '50.0'],
    ]);
    expect(onTimeForms[0]).toBe(defaultOnTime);
    expect(counts).toMatchObject({ total: 15, cancelled: 9, recurring: 5 });
  });

  test('nothing in the denominator gives no figure, unless the definition says otherwise', () => {
    const none = tally([], AS_OF);
    const definition = getDefinition('completionOfAll');
    expect(compute(definition, none)).toMatchObject({ value: null, rounded: null, denominator: 0 });
    expect(compute({ ...definition, zeroDenominator: 'hundred' }, none).rounded).toBe('100.0');
  });

  test('cut instead of rounded gives the printed 81.2', () => {
    const definition = {
      ...getDefinition('completionOfAll'),
      rounding: { mode: 'cut' as const, decimals: 1 },
    };
    expect(compute(definition, hue).rounded).toBe('81.2');
  });

  test('every definition has both names, both descriptions, a source, and a code of its own', () => {
    expect(new Set(figureDefinitions.map((d) => d.code)).size).toBe(figureDefinitions.length);
    for (const d of figureDefinitions) {
      for (const text of [d.name, d.numeratorText, d.denominatorText])
        expect(text.vi && text.en).toBeTruthy();
      expect(d.source).not.toBe('');
    }
    expect(() => getDefinition('none')).toThrow(RangeError);
  });

  const item = fc
    .tuple(
      fc.constantFrom(...workStates),
      fc.option(fc.integer({ min: -300, max: 300 })),
      fc.integer({ min: -300, max: 0 }),
      fc.boolean(),
    )
    .map(([work, offset, done, atRisk]): Tallied => {
      const due = offset === null ? undefined : addDays(AS_OF, offset);
      return {
        work,
        due,
        time: timeState({ work, due, doneOn: addDays(AS_OF, done) }, AS_OF, { atRisk }).time,
      };
    });

  test('counts partition, no percentage leaves 0–100, and the records behind a figure are its counts', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 60 }), (items) => {
        const c: Counts = tally(items, AS_OF);
        expect(c.total + c.cancelled).toBe(items.length);
        expect(c.done + c.inTerm + c.overdue + c.openNoTerm + c.recurring).toBe(c.total);
        expect(c.doneOnTime + c.doneLate + c.doneNoTerm).toBe(c.done);
        expect(c.withTerm).toBe(c.doneOnTime + c.doneLate + c.inTerm + c.overdue);
        for (const definition of figureDefinitions) {
          const figure = compute(definition, c);
          if (definition.code !== 'inTermOfDone' && figure.value !== null)
            expect(figure.value >= 0 && figure.value <= 100).toBe(true);
          const within = items.map((one) => membership(definition, one, AS_OF));
          expect(within.filter((one) => one.numerator).length).toBe(figure.numerator);
          expect(within.filter((one) => one.denominator).length).toBe(figure.denominator);
        }
      }),
    );
  });

  test('every time state is counted somewhere', () => {
    for (const time of timeStates)
      expect(tally([{ work: time.startsWith('done') ? 'completed' : 'inProgress', time }], AS_OF).total).toBe(
        1,
      );
  });
});
