import { describe, expect, test } from 'vitest';

import { birth } from '../facts/complete/birth.ts';
import type { FormField, ProcedureForm } from '../rules/model.ts';
import { checkForm } from './check.ts';
import { diffForms } from './diff.ts';
import { originsOf, prefill, typedCount, withLocks } from './prefill.ts';
import { progressOf } from './progress.ts';
import { validateForm } from './validate.ts';
import { readForm, visibleFields } from './values.ts';

const field = (key: string, type: FormField['type'], more: Partial<FormField> = {}): FormField => ({
  key,
  term: `t.${key}`,
  label: { vi: `Mục ${key}`, en: `Entry ${key}` },
  type,
  required: true,
  ...more,
});
const formOf = (...fields: FormField[]): ProcedureForm => ({
  sections: [{ key: 'one', title: { vi: 'Một', en: 'One' }, fields }],
});
const yesNo = [
  { value: 'a', label: { vi: 'A', en: 'A' } },
  { value: 'b', label: { vi: 'B', en: 'B' } },
];

describe('one value', () => {
  test.each<[FormField['type'], unknown, unknown, boolean]>([
    ['personalId', '079 090 001 234', '079090001234', true],
    ['personalId', '07909000123', '07909000123', false],
    ['personalId', '07909000123x', '07909000123x', false],
    ['phone', '0912.345.678', '0912345678', true],
    ['phone', '+84 912 345 678', '0912345678', true],
    ['phone', '12345', '12345', false],
    ['email', 'lan@vidu.vn', 'lan@vidu.vn', true],
    ['email', 'lan@vidu', 'lan@vidu', false],
    ['email', 'lan vidu.vn', 'lan vidu.vn', false],
    ['day', '30/06/2025', '2025-06-30', true],
    ['day', '1-2-2025', '2025-02-01', true],
    ['day', '31/06/2025', '31/06/2025', false],
    ['day', '29/02/2024', '2024-02-29', true],
    ['day', '29/02/2025', '29/02/2025', false],
    ['day', '2025-06-30', '2025-06-30', true],
    ['number', '1.234,5', 1234.5, true],
    ['number', '1234.5', 1234.5, true],
    ['number', '12a', '12a', false],
    ['money', '1.500.000', 1_500_000, true],
    ['money', '1,5', 1.5, false],
    ['money', '-5', -5, false],
    ['yesNo', 'true', true, true],
    ['yesNo', 'false', false, true],
    ['yesNo', 'perhaps', 'perhaps', false],
    ['place', 'xa-26734', 'xa-26734', true],
    ['place', 'Xã X', 'Xã X', false],
    ['text', '  Nguyễn Thị Lan ', 'Nguyễn Thị Lan', true],
    ['text', 'x'.repeat(301), 'x'.repeat(301), false],
    ['text', '   ', undefined, false],
  ])('of kind %s: %j is read as %j, valid: %s', (type, raw, read, isValid) => {
    const form = formOf(field('x', type));
    expect(readForm(form, { x: raw })['x']).toEqual(read);
    const faults = validateForm(form, { x: raw });
    expect(Object.keys(faults)).toEqual(isValid ? [] : ['x']);
    if (!isValid) {
      expect(faults['x']!.vi).toMatch(/\./);
      expect(faults['x']!.en).not.toBe(faults['x']!.vi);
    }
  });

  test('is bounded where the field says so, and the fault names the bound', () => {
    const form = formOf(field('x', 'number', { min: 1, max: 1000 }));
    expect(validateForm(form, { x: 0 })['x']!.vi).toContain('từ 1 trở lên');
    expect(validateForm(form, { x: 1001 })['x']!.vi).toContain('1.000');
    expect(validateForm(form, { x: 1001 })['x']!.en).toContain('1,000');
  });

  test('that is a day cannot lie in the future where the field forbids it', () => {
    const form = formOf(field('x', 'day', { notAfterToday: true }));
    expect(validateForm(form, { x: '17/11/2025' }, { today: '2025-11-16' })['x']!.vi).toContain('chưa tới');
    expect(validateForm(form, { x: '16/11/2025' }, { today: '2025-11-16' })).toEqual({});
  });

  test('must be one of the choices', () => {
    expect(validateForm(formOf(field('x', 'choice', { options: yesNo })), { x: 'c' })['x']!.vi).toContain(
      'danh sách',
    );
  });
});

describe('fields with conditions', () => {
  const form = formOf(
    field('first', 'choice', { options: yesNo }),
    field('second', 'yesNo', { when: { '===': [{ var: 'first' }, 'a'] } }),
    field('third', 'text', { when: { '===': [{ var: 'second' }, true] } }),
  );

  test('are asked and required only while their condition holds', () => {
    expect(visibleFields(form, { first: 'b' }).map(({ key }) => key)).toEqual(['first']);
    expect(validateForm(form, { first: 'b' })).toEqual({});
    expect(Object.keys(validateForm(form, { first: 'a', second: true }))).toEqual(['third']);
  });

  test('forget answers of a branch not taken, however deep', () => {
    expect(readForm(form, { first: 'b', second: true, third: 'x', more: 1 })).toEqual({ first: 'b' });
  });
});

describe('a form is refused', () => {
  test('when a datum is asked twice of the same person, not of two', () => {
    const twice = formOf(
      field('a', 'text', { term: 'person.fullName@child' }),
      field('b', 'text', { term: 'person.fullName@child' }),
      field('c', 'text', { term: 'person.fullName@mother' }),
    );
    expect(checkForm(twice).map(({ rule, key }) => [rule, key])).toEqual([['duplicateTerm', 'b']]);
  });

  test.each<[string, ProcedureForm, string]>([
    ['keys are doubled', formOf(field('a', 'text'), field('a', 'text', { term: 'x' })), 'duplicateKey'],
    ['a key would not unfold', formOf(field('a.b', 'text')), 'key'],
    ['a key is a name that objects have', formOf(field('constructor', 'text')), 'key'],
    ['a label is missing', formOf(field('a', 'text', { label: { vi: 'A' } })), 'label'],
    ['a term is missing', formOf(field('a', 'text', { term: ' ' })), 'term'],
    ['a choice has one option', formOf(field('a', 'choice', { options: yesNo.slice(1) })), 'options'],
    [
      'a condition names no field',
      formOf(field('a', 'text', { when: { '!!': [{ var: 'z' }] } })),
      'condition',
    ],
    [
      'a condition looks ahead',
      formOf(field('a', 'text', { when: { '!!': [{ var: 'b' }] } }), field('b', 'text')),
      'condition',
    ],
    [
      'a condition looks at itself',
      formOf(field('a', 'text', { when: { '!!': [{ var: 'a' }] } })),
      'condition',
    ],
    ['a section is empty', formOf(), 'empty'],
  ])('when %s', (_, form, rule) => {
    const faults = checkForm(form);
    expect(faults.map((fault) => fault.rule)).toContain(rule);
    for (const { message } of faults) expect(message.vi).not.toBe(message.en);
  });
});

describe('two forms differ', () => {
  const [a, b, c] = [field('a', 'text'), field('b', 'text'), field('c', 'text')];

  test('by the identity of data: a renamed field is changed, not replaced', () => {
    const diff = diffForms(
      formOf(a, b),
      formOf({ ...a, key: 'renamed', label: { vi: 'Mới', en: 'New' } }, c),
    );
    expect(diff.added.map(({ field: { key } }) => key)).toEqual(['c']);
    expect(diff.removed.map(({ field: { key } }) => key)).toEqual(['b']);
    expect(diff.changed.map(({ properties }) => properties)).toEqual([['key', 'label']]);
  });

  test('in order: only the field that moved is named', () => {
    const { changed } = diffForms(formOf(a, b, c), formOf(c, a, b));
    expect(changed.map(({ after, properties }) => [after.field.key, properties])).toEqual([['c', ['order']]]);
  });

  test('not at all when they are the same', () => {
    expect(diffForms(birth.content.form, structuredClone(birth.content.form))).toEqual({
      added: [],
      removed: [],
      changed: [],
    });
  });
});

describe('what is known is not typed', () => {
  const form = birth.content.form!;
  const at = '2025-11-16T02:00:00Z';
  const account = {
    at,
    facts: { fullName: 'Nguyễn Thị Lan', personalId: '079190001234', phone: '0912345678' },
  };
  const known = prefill(form, account, {
    'person.homeTown@child': { value: 'Huế', caseCode: 'H57.01-251110-0001', at },
    'person.sex@child': { value: 'unknown', caseCode: 'H57.01-251110-0001', at },
  });

  test('sign-in fills and locks, an earlier case fills, with origin and time; unfit values stay out', () => {
    expect(known.values).toEqual({
      fullName: 'Nguyễn Thị Lan',
      personalId: '079190001234',
      phone: '0912345678',
      childHomeTown: 'Huế',
    });
    expect(known.locks).toEqual(['fullName', 'personalId', 'phone']);
    expect(known.origins['childHomeTown']).toEqual({ kind: 'case', caseCode: 'H57.01-251110-0001', at });
  });

  test('a lock wins over what the browser sent', () => {
    expect(withLocks({ fullName: 'Somebody', childName: 'An' }, known)).toMatchObject({
      fullName: 'Nguyễn Thị Lan',
      childName: 'An',
    });
  });

  test('what was changed counts as typed, what was kept as known', () => {
    const values = { ...known.values, childName: 'Trần An', childHomeTown: 'Đà Nẵng' };
    const origins = originsOf(form, values, known);
    expect(origins['childHomeTown']).toEqual({ kind: 'typed' });
    expect(typedCount(form, values, origins)).toEqual({ typed: 2, known: 3 });
  });

  test('a mother who files is not asked for her name and number again', () => {
    const keys = visibleFields(form, { relation: 'mother' }).map(({ key }) => key);
    expect(keys).not.toContain('motherName');
    expect(keys).not.toContain('motherId');
    expect(keys).toContain('fatherKnown');
  });

  test('progress counts the required answers asked for', () => {
    const { done, all } = progressOf(form, known.values);
    expect(done).toBe(4);
    expect(all).toBeGreaterThan(done);
  });
});
