import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';

import { procedureContent } from '../contract/content.ts';
import { checkForm } from '../form/check.ts';
import { checkCondition } from '../form/conditions.ts';
import { fieldsOf } from '../form/read-value.ts';
import { messages } from '../messages.ts';
import type { ProcedureContent, Step } from '../rules/model.ts';
import { catalogueFacts, completeProcedures, nationalRows } from './catalogue.ts';
import { laws } from './laws.ts';
import { substitutionFacts } from './substitution.ts';
import { data, roles } from './terms.ts';

const shared = resolve('../shared/data');
const all = catalogueFacts();
const byCode = new Map(all.map(({ code, content }) => [code, content]));
const hoursIn: Record<string, number> = { workingHour: 1, workingDay: 8, day: 24 };

describe.skipIf(!existsSync(shared))('the facts that ship are those of the source', () => {
  test('88 procedures, byte by byte', () => {
    expect(readFileSync(join(import.meta.dirname, 'procedures.csv'), 'utf8')).toBe(
      readFileSync(join(shared, 'procedures.csv'), 'utf8'),
    );
  });

  test('787 papers that databases replace, row by row', () => {
    const source = parse<Record<string, string>>(readFileSync(join(shared, 'data-substitution.csv')), {
      columns: true,
      bom: true,
    });
    expect(substitutionFacts()).toEqual(
      source.map((row) => ({
        code: row['code'],
        document: row['document_replaced_vi'],
        database: row['database'],
        databaseName: row['database_as_published'],
        legalPlace: [row['legal_text'], row['legal_place']].filter(Boolean).join(', '),
      })),
    );
  });
});

test('codes are text of the national form, each once in the list', () => {
  expect(all).toHaveLength(88);
  expect(new Set(all.map(({ code }) => code)).size).toBe(88);
  for (const code of [...byCode.keys(), ...substitutionFacts().map((fact) => fact.code)])
    expect(code).toMatch(/^\d\.\d{6}$/);
});

test('every complete procedure is one of the list', () => {
  const listed = new Set(nationalRows().map(({ code }) => code));
  expect(completeProcedures.filter(({ code }) => !listed.has(code))).toEqual([]);
  expect(completeProcedures.length).toBeGreaterThanOrEqual(11);
});

describe.each(all)('$code', ({ content }) => {
  const fields = content.form ? fieldsOf(content.form) : [];

  test('keeps to the contract of contents, nothing of it is lost', () => {
    expect(procedureContent.parse(content)).toEqual(content);
  });

  test('has a form without faults whose terms stand in the dictionary', () => {
    expect(checkForm(content.form!)).toEqual([]);
    for (const { term } of fields) {
      const [datum = '', role] = term.split('@');
      expect(Object.keys(data)).toContain(datum);
      if (role && !datum.startsWith('case.')) expect(Object.keys(roles)).toContain(role);
    }
  });

  test('has conditions over its own fields only', () => {
    const conditions = [
      ...content.caseKinds.map(({ when }) => when),
      ...content.components.map(({ when }) => when),
      ...content.steps.flatMap(({ next }) => next.map(({ when }) => when)),
    ];
    expect(conditions.flatMap((condition) => checkCondition(condition, fields))).toEqual([]);
  });

  test('has a plan that leads from reception to return', () => {
    const keys = content.steps.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const step of content.steps) for (const { to } of step.next) expect(keys).toContain(to);
    if (content.steps.length === 0) return;
    expect(content.steps[0]!.role).toBe('receive');
    expect(content.steps.filter(({ next }) => next.length === 0).map(({ role }) => role)).toEqual(['return']);
  });

  test('has step times that sum to a limit it promises', () => {
    if (content.steps.length === 0) return;
    const sum = content.steps.reduce((total, step) => total + hoursOf(step), 0);
    // A limit of no working days is one inside the day of reception.
    const promised = content.channels
      .filter(({ limit }) => limit)
      .map(
        ({ limit }) => Math.max(limit!.value, limit!.unit === 'workingDay' ? 1 : 0) * hoursIn[limit!.unit]!,
      );
    expect(promised).toContain(sum);
  });
});

const hoursOf = ({ limit }: Step): number => (limit ? limit.value * hoursIn[limit.unit]! : 0);

describe('what is unknown stays unknown', () => {
  const rows = new Map(nationalRows().map((row) => [row.code, row]));
  const plain = all.filter(({ code }) => !completeProcedures.some((one) => one.code === code));

  test('a fee, a time and papers are stated only where the record states them', () => {
    for (const { code, content } of plain) {
      const row = rows.get(code)!;
      if (row.sla_value === '') expect(content.channels.every(({ limit }) => !limit)).toBe(true);
      if (row.documents_vi === '') expect(content.components).toEqual([]);
      if (row.fee_vnd === '' && !/fees?( set)? by/.test(row.notes))
        expect(content.channels.every(({ fee }) => fee.kind === 'unknown')).toBe(true);
      expect(content.serviceLevel ?? '').toBe(row.service_level);
    }
  });

  test.each<[string, (content: ProcedureContent) => unknown, unknown]>([
    ['1.004884', (c) => c.channels[0], { channel: 'desk', limitText: '5', fee: { kind: 'province' } }],
    ['1.003622', (c) => c.channels[0], { channel: 'online', fee: { kind: 'unknown' } }],
    ['1.006390', (c) => c.agencyText, ''],
    [
      '1.004222',
      (c) => c.channels.map(({ fee }) => fee),
      [10_000, 20_000, 20_000].map((dong) => ({ kind: 'amount', dong })),
    ],
    ['2.001019', (c) => c.results[0]!.code, 'KQ.G15.000029'],
    ['2.000913', (c) => c.channels[0]!.limit, { value: 0, unit: 'workingDay' }],
    ['1.012994', (c) => c.steps.map(({ limit }) => limit?.value), [4, 4, 112, 24, 16, 8, undefined]],
  ])('%s', (code, read, expected) => {
    expect(read(byCode.get(code)!)).toEqual(expected);
  });
});

test('papers that a database replaces name a place of the law that stands in the annex or a text in force', () => {
  const places = new Set(substitutionFacts().map(({ legalPlace }) => legalPlace.toLowerCase()));
  const stated = completeProcedures.flatMap(({ content }) =>
    content.components.flatMap(({ replacedBy }) => (replacedBy ? [replacedBy.legalPlace] : [])),
  );
  expect(stated.length).toBeGreaterThan(4);
  for (const place of stated)
    expect(
      place === laws.dataInsteadOfPaper || [...places].some((known) => known.startsWith(place.toLowerCase())),
    ).toBe(true);
});

test('no paper is asked for that was abolished with the household book', () => {
  for (const { content } of completeProcedures)
    for (const { name } of content.components) expect(name.vi).not.toMatch(/sổ hộ khẩu/i);
});

test('every life event of the catalogue is told in English too', () => {
  const named = completeProcedures.flatMap(({ content }) => content.lifeEvents);
  for (const key of new Set(named))
    expect(messages.en.words.lifeEventName(key).toLowerCase()).not.toBe(key.toLowerCase());
});
