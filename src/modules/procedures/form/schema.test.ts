import addFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { catalogueFacts, completeProcedures } from '../facts/catalogue.ts';
import { plainForm } from '../facts/convert.ts';
import type { FormField, ProcedureForm } from '../rules/model.ts';
import { conditionSchema } from './condition-schema.ts';
import { holds } from './conditions.ts';
import { fieldsOf } from './read-value.ts';
import { formSchema } from './schema.ts';
import { validateForm } from './validate.ts';
import { readForm } from './values.ts';

const compiled = (schema: object) => {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  return ajv.compile(schema);
};

const good: Record<FormField['type'], (field: FormField) => fc.Arbitrary<unknown>> = {
  text: () => fc.constantFrom('Nguyễn Văn An', 'x', ' Huế '),
  longText: () => fc.constantFrom('Một\r\nhai', 'x'),
  day: () => fc.constantFrom('2024-02-29', '1/1/1990', '30/06/2025'),
  number: ({ min = 0, max = 10 }) => fc.double({ min, max: Math.min(max, min + 100), noNaN: true }),
  money: ({ min = 0 }) => fc.integer({ min, max: 2_000_000_000 }),
  choice: ({ options = [] }) => fc.constantFrom(...options.map(({ value }) => value)),
  yesNo: () => fc.constantFrom(true, false, 'true', 'false'),
  personalId: () => fc.constantFrom('079090001234', '001 190 000 001'),
  phone: () => fc.constantFrom('0912345678', '+84912345678'),
  email: () => fc.constantFrom('a@b.vn', 'ten.ho@vidu.com.vn'),
  place: () => fc.constantFrom('xa-00001', 'phuong-2'),
  unit: () => fc.constantFrom('bo-y-te'),
};
const junk = fc.constantFrom<unknown>(
  '',
  ' ',
  '30/02/2025',
  'abc',
  '12',
  -1,
  0,
  1.5,
  null,
  {},
  [],
  NaN,
  'x'.repeat(5000),
);

/** Values of a form as people send them: mostly right, sometimes missing, sometimes nonsense. */
const sent = (form: ProcedureForm, faulty: boolean) =>
  fc.record(
    Object.fromEntries(
      fieldsOf(form).map((field) => [
        field.key,
        faulty
          ? fc.oneof({ weight: 8, arbitrary: good[field.type](field) }, { weight: 1, arbitrary: junk })
          : good[field.type](field),
      ]),
    ),
    { requiredKeys: [] },
  );

const forms = [
  ...completeProcedures.map(({ code, content }) => [code, content.form!] as const),
  ['plain', plainForm] as const,
];

describe.each(forms)('the form of %s', (_, form) => {
  const accepts = compiled(formSchema(form));

  test('and its JSON Schema accept and refuse the same values', () => {
    let accepted = 0;
    fc.assert(
      fc.property(fc.oneof(sent(form, false), sent(form, true)), (raw) => {
        const read = readForm(form, raw);
        const isGood = Object.keys(validateForm(form, raw)).length === 0;
        if (isGood) accepted += 1;
        // NaN and objects do not travel as JSON; the check refuses them anyway.
        return accepts(read) === isGood;
      }),
      { numRuns: 400 },
    );
    expect(accepted).toBeGreaterThan(0);
  });

  test('is read once for all: reading again changes nothing', () => {
    fc.assert(
      fc.property(sent(form, true), (raw) => {
        const read = readForm(form, raw);
        expect(readForm(form, read)).toEqual(read);
      }),
    );
  });
});

test('every property carries its identity', () => {
  for (const { content } of catalogueFacts()) {
    const properties = Object.values(
      formSchema(content.form!)['properties'] as Record<string, Record<string, unknown>>,
    );
    expect(properties.every((property) => typeof property['x-term'] === 'string')).toBe(true);
  }
});

describe('a condition as schema', () => {
  const fields: FormField[] = (
    [
      ['kind', 'choice'],
      ['known', 'yesNo'],
      ['count', 'number'],
      ['name', 'text'],
    ] as const
  ).map(([key, type]) => ({ key, type, term: key, label: { vi: key }, required: false }));
  const byKey = new Map(fields.map((field) => [field.key, field]));
  const constant = {
    kind: fc.constantFrom('a', 'b'),
    known: fc.boolean(),
    count: fc.integer({ min: -2, max: 2 }),
    name: fc.constantFrom('x', 'y'),
  };
  const atom = fc.oneof(
    ...fields.flatMap(({ key }) => {
      const value = constant[key as keyof typeof constant] as fc.Arbitrary<unknown>;
      const equal = fc
        .tuple(fc.constantFrom('==', '!=', '===', '!=='), value)
        .map(([operator, one]): unknown => ({ [operator]: [{ var: key }, one] }));
      const among = fc
        .array(value, { minLength: 1, maxLength: 3 })
        .map((all): unknown => ({ in: [{ var: key }, all] }));
      const there = fc.constantFrom('!', '!!').map((operator): unknown => ({ [operator]: [{ var: key }] }));
      return [equal, among, there];
    }),
    fc
      .tuple(fc.constantFrom('<', '<=', '>', '>='), constant.count)
      .map(([operator, one]): unknown => ({ [operator]: [{ var: 'count' }, one] })),
  );
  const { condition } = fc.letrec<{ condition: unknown }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      atom,
      fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((and): unknown => ({ and })),
      fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((or): unknown => ({ or })),
      tie('condition').map((one): unknown => ({ '!': [one] })),
    ),
  }));
  const values = fc.record(constant, { requiredKeys: [] });

  test('says of all values what the condition says', () => {
    fc.assert(
      fc.property(condition, fc.array(values, { minLength: 5, maxLength: 5 }), (one, all) => {
        const accepts = compiled(conditionSchema(one, byKey));
        for (const value of all) expect([value, accepts(value)]).toEqual([value, holds(one, value)]);
      }),
      { numRuns: 150 },
    );
  });
});
