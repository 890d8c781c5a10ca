import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';

import { build } from '../../../kit/db.ts';
import { testApp } from '../../../kit/testing.ts';
import {
  type CheckedTree,
  checkExpression,
  conditionsOf,
  inWords,
  evaluate,
  type FactKind,
  type FactRecord,
  toSql,
} from './index.ts';

const word = (text: string) => ({ vi: text, en: text });
const kind: FactKind = {
  code: 'parcel',
  text: word('parcel'),
  periods: ['sent'],
  fields: [
    { name: 'late', type: 'boolean', column: 'is_late', text: word('late') },
    { name: 'paid', type: 'boolean', column: 'paid', text: word('paid') },
    { name: 'weight', type: 'number', column: 'weight', text: word('weight') },
    { name: 'pieces', type: 'number', column: 'pieces', text: word('pieces') },
    {
      name: 'colour',
      type: 'text',
      column: 'colour',
      text: word('colour'),
      values: ['red', 'green', 'blue'].map((code) => ({
        code,
        text: word(code.charAt(0).toUpperCase() + code.slice(1)),
      })),
    },
    { name: 'sender', type: 'text', column: 'sender', text: word('sender') },
    { name: 'sent', type: 'day', column: 'sent_on', text: word('sent') },
    { name: 'due', type: 'day', column: 'due_on', text: word('due') },
  ],
};

function treeOf(expression: string, wanted: 'boolean' | 'number' = 'boolean'): CheckedTree {
  const checked = checkExpression(expression, kind, wanted);
  if (!checked.ok) throw new Error(`${expression}: ${checked.problem.en} at ${checked.at.from}`);
  return checked.tree;
}

const says = (expression: string, record: FactRecord = {}, asOf = '2025-11-16') =>
  evaluate(treeOf(expression), record, asOf);

describe('expressions', () => {
  it('say of a record whether it counts, and count what is unknown as no', () => {
    expect(says('late and weight > 3', { late: true, weight: 4 })).toBe(true);
    expect(says('late and weight > 3', { late: true })).toBe(false);
    expect(says('not(late)', {})).toBe(false);
    expect(says('late = null', {})).toBe(true);
    expect(says('colour in ("red", "blue")', { colour: 'blue' })).toBe(true);
    expect(says('colour != "red"', {})).toBe(true);
    expect(
      says('due < asOf and sent between date("2025-01-01") and asOf', {
        due: '2025-11-15',
        sent: '2025-11-16',
      }),
    ).toBe(true);
    expect(says('weight in ([1..3), >= 10)', { weight: 3 })).toBe(false);
    expect(says('days between(sent, due) <= 3', { sent: '2025-02-27', due: '2025-03-02' })).toBe(true);
    expect(says('due + duration("P1M") >= date("2025-02-28")', { due: '2025-01-31' })).toBe(true);
    expect(
      evaluate(
        treeOf('if paid then weight / pieces else null', 'number'),
        { paid: true, weight: 5, pieces: 0 },
        '2025-01-01',
      ),
    ).toBe(null);
    expect(evaluate(treeOf('max(weight, 2.5) * -2', 'number'), { weight: 1 }, '2025-01-01')).toBe(-5);
  });

  it.each([
    ['late and weihgt > 3', 9, 'Did you mean "weight"'],
    ['colour = "rad"', 9, 'never holds "rad"'],
    ["colour = 'red'", 9, 'double quotes'],
    ['late && paid', 5, 'Write "and"'],
    ['weight == 3', 8, 'one sign'],
    ['weight >', 8, 'not finished'],
    ['weight > "3"', 9, 'needs a number'],
    ['weight + 1', 0, 'needs true/false'],
    ['colour < "red"', 0, 'have an order'],
    ['weight > 1e5', 9, '1e5'],
    ['due > date("2025-02-30")', 11, 'A day is written'],
    ['not late', 0, 'not(…)'],
    ['due - sent > 3', 6, 'days between'],
    ['weight in [5..1]', 10, 'lower to the higher'],
    ['weight in (pieces)', 10, 'values only'],
    ['some x in [1] satisfies x > 0', 0, 'part of FEEL'],
    ['string(weight) = "3"', 0, 'no function'],
    ['weight in (1, 2) and true and null', 30, 'null stands only'],
    ['', 0, 'no expression'],
    ['sent.year = 2025', 0, 'part of FEEL'],
    ['weight*weight*weight*weight*weight*weight*weight*weight*weight*weight > 1', 0, 'At most 8'],
    ['"a" + colour = "b"', 0, 'needs a number'],
  ])('refuse %s with the place and the remedy', (expression, from, remedy) => {
    const checked = checkExpression(expression, kind, 'boolean');
    expect(checked.ok).toBe(false);
    if (checked.ok) return;
    expect(checked.problem.en).toContain(remedy);
    expect(checked.at.from).toBe(from);
    expect(checked.problem.vi.length).toBeGreaterThan(10);
  });

  it('refuse what would grow without end, whatever it is made of', () => {
    let text = 'weight > 1';
    for (let i = 0; i < 12; i += 1) text = `(if ${text} then 1 else 2) between 1 and 2`;
    expect(checkExpression(text, kind, 'boolean')).toMatchObject({ ok: false });
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (any) => {
        checkExpression(any, kind, 'boolean');
      }),
    );
  });

  it('never let a text reach SQL as anything but a parameter', () => {
    const query = toSql(treeOf(`sender = "x'; drop table t; --"`), kind, 'f', sql`current_date`);
    const { sql: written, parameters } = query.compile(build);
    expect(written).toBe('coalesce((("f"."sender")::text is not distinct from ($1)::text), false)');
    expect(parameters).toEqual([`x'; drop table t; --`]);
  });
});

const someDay = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));
const record = fc.record({
  late: fc.option(fc.boolean()),
  paid: fc.option(fc.boolean()),
  weight: fc.option(fc.integer({ min: -3, max: 12 }).map((n) => n / 2)),
  pieces: fc.option(fc.integer({ min: 0, max: 4 })),
  colour: fc.option(fc.constantFrom('red', 'green', 'blue')),
  sender: fc.option(fc.constantFrom('Huế', 'An Giang', '')),
  sent: fc.option(someDay),
  due: fc.option(someDay),
});

const literalDay = someDay.map((d) => `date("${d}")`);
const numberText = fc.integer({ min: -8, max: 24 }).map((n) => String(n / 4));
const sign = fc.constantFrom('<', '<=', '>', '>=', '=', '!=');
const { boolean: anyBoolean, number: anyNumber } = fc.letrec((tie) => {
  const b = tie('boolean') as fc.Arbitrary<string>;
  const n = tie('number') as fc.Arbitrary<string>;
  const d = tie('day') as fc.Arbitrary<string>;
  const join = (...parts: (string | fc.Arbitrary<string>)[]) =>
    fc
      .tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part)))
      .map((all) => all.join(''));
  return {
    day: fc.oneof(
      { maxDepth: 2 },
      fc.constantFrom('sent', 'due', 'asOf'),
      literalDay,
      join(
        '(',
        d,
        ' ',
        fc.constantFrom('+', '-'),
        ' duration("P',
        fc.integer({ min: 0, max: 40 }).map(String),
        fc.constantFrom('D', 'M', 'Y'),
        '"))',
      ),
      join('(if ', b, ' then ', d, ' else ', fc.constantFrom('null', 'due'), ')'),
    ),
    number: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom('weight', 'pieces'),
      numberText,
      join('(', n, ' ', fc.constantFrom('+', '-', '*', '/'), ' ', n, ')'),
      join('-(', n, ')'),
      join('days between(', d, ', ', d, ')'),
      join(fc.constantFrom('abs', 'floor', 'ceiling'), '(', n, ')'),
      join(fc.constantFrom('min', 'max'), '(', n, ', ', n, ')'),
      join('(if ', b, ' then ', n, ' else ', fc.constantFrom('null', 'pieces'), ')'),
    ),
    boolean: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('late', 'paid', 'true', 'false'),
      join('(', b, ' ', fc.constantFrom('and', 'or'), ' ', b, ')'),
      join('not(', b, ')'),
      join('(', n, ' ', sign, ' ', n, ')'),
      join('(', d, ' ', sign, ' ', d, ')'),
      join('(', b, ' ', fc.constantFrom('=', '!='), ' ', b, ')'),
      join('(', fc.oneof(b, n, d, fc.constant('colour')), ' ', fc.constantFrom('=', '!='), ' null)'),
      join('(', n, ' between ', n, ' and ', n, ')'),
      join('(', d, ' between ', d, ' and ', d, ')'),
      join('(', n, ' in (', numberText, ', [', '-2', '..', numberText, '), > ', numberText, '))'),
      join(
        '(',
        d,
        ' in [date("2025-01-01")..',
        fc.constantFrom('date("2025-06-30")', 'date("2026-12-31")'),
        '])',
      ),
      join('(colour in (', fc.constantFrom('"red"', '"red", "blue"'), '))'),
      join('(sender ', fc.constantFrom('=', '!='), ' ', fc.constantFrom('"Huế"', '"x"', 'colour'), ')'),
      join('starts with(sender, ', fc.constantFrom('"H"', '""', '"An "'), ')'),
    ),
  };
});

describe('words', () => {
  const words = (expression: string) => inWords(treeOf(expression), kind).en;

  it('read a rule aloud, and name the conditions that must all hold', () => {
    expect(words('late and (weight > 3 or colour in ("red", "blue")) and due <= asOf')).toBe(
      'Late and (weight is more than 3 or colour is “Red” or “Blue”) and due is not after the day asked',
    );
    const tree = treeOf('late and weight > 3 and (paid or due = null)');
    expect(conditionsOf(tree).map((one) => one.text)).toEqual([
      'late',
      '(weight > 3)',
      '(paid or (due = null))',
    ]);
    expect(
      conditionsOf(tree).map((one) => evaluate(one, { late: true, paid: true, weight: 1 }, '2025-01-01')),
    ).toEqual([true, false, true]);
  });
});

describe('one meaning', () => {
  it(
    'has every expression in TypeScript and in PostgreSQL, on every record',
    { timeout: 120_000 },
    async () => {
      await using t = await testApp();
      const asOf = '2025-11-16';
      const one = fc.tuple(
        fc.oneof(
          fc.tuple(fc.constant('boolean' as const), anyBoolean),
          fc.tuple(fc.constant('number' as const), anyNumber),
        ),
        fc.array(record, { minLength: 8, maxLength: 8 }),
      );
      let compared = 0;
      await fc.assert(
        fc.asyncProperty(one, async ([[wanted, expression], records]) => {
          const checked = checkExpression(expression, kind, wanted);
          // the only faults of a well-formed expression: too many products, or too large
          if (!checked.ok) return expect(checked.problem.en).toMatch(/At most 8|too large/);
          const rows = sql`jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as
          f (late boolean, paid boolean, weight numeric, pieces int, colour text, sender text, sent date, due date)`;
          const flat: FactKind = {
            ...kind,
            fields: kind.fields.map((field) => ({ ...field, column: field.name })),
          };
          const found = await t.app.db.read((tx) =>
            tx.rows<{ answer: unknown }>(
              sql`select ${toSql(checked.tree, flat, 'f', sql`${asOf}`)} as answer from ${rows}`,
            ),
          );
          records.forEach((each, index) => {
            const expected = evaluate(checked.tree, each, asOf);
            const answer = found[index]!.answer;
            compared += 1;
            if (typeof expected === 'number' && typeof answer === 'number')
              expect(answer + 0).toBeCloseTo(expected + 0, 9);
            else expect(answer).toBe(expected);
          });
        }),
        { numRuns: 600 },
      );
      expect(compared).toBeGreaterThan(3000);
    },
  );
});
