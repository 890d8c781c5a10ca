import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Endpoint } from '../src/kit/contract.ts';
import { inputSchema, parseInput, typedFields } from '../src/kit/parse.ts';
import { Problem } from '../src/kit/problems.ts';
import { type TestApp, testApp } from '../src/kit/testing.ts';

let t: TestApp;
beforeAll(async () => {
  t = await testApp();
}, 60_000);
afterAll(() => t[Symbol.asyncDispose]());

interface Property {
  type?: string | string[];
  anyOf?: Property[];
}
const isBoolean = ({ type, anyOf }: Property): boolean =>
  type === 'boolean' || (anyOf?.filter((one) => one.type !== 'null').every(isBoolean) ?? false);

/** Every yes-or-no that any endpoint takes. */
const questions = (): { endpoint: Endpoint; field: string }[] =>
  [...t.app.routes.values()].flatMap(({ endpoint }) =>
    Object.entries(inputSchema(endpoint.input).properties ?? {})
      .filter(([, property]) => isBoolean(property))
      .map(([field]) => ({ endpoint, field })),
  );

/** What is said of one field that came as text, from a form or an address; nothing where it is taken. */
function toldOf(endpoint: Endpoint, field: string, text: unknown): unknown {
  try {
    parseInput(endpoint, typedFields(endpoint, { [field]: text }));
  } catch (error) {
    return (error as Problem).fields.find(({ path }) => path === field)?.message;
  }
  return undefined;
}

describe('A yes or no in an address or a form', () => {
  test.each(['maybe', '2', 'truee', 'null', ['true', 'maybe']])(
    'that is neither is refused at its field, in both languages, by every endpoint: %s',
    (text) => {
      expect(questions().length).toBeGreaterThan(40);
      for (const { endpoint, field } of questions())
        expect(toldOf(endpoint, field, text), `${endpoint.name} ${field}`).toEqual({
          vi: 'Chọn có (true) hoặc không (false).',
          en: 'Choose yes (true) or no (false).',
        });
    },
  );

  test.each([
    ['true', true],
    ['on', true],
    ['1', true],
    ['yes', true],
    ['TRUE', true],
    ['false', false],
    ['off', false],
    ['0', false],
    ['no', false],
    ['False', false],
    ['', undefined],
  ])('is read by every endpoint: %s', (text, meant) => {
    for (const { endpoint, field } of questions())
      expect(typedFields(endpoint, { [field]: text })[field], `${endpoint.name} ${field}`).toBe(meant);
  });
});
