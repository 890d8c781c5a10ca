import { z } from 'zod';

import { dayText, type Endpoint } from './contract.ts';
import type { Text } from './i18n.ts';
import { type FieldFault, Problem, invalidInput } from './problems.ts';

type Issue = z.core.$ZodIssue;

const missingText: Text = {
  vi: 'Chưa nhập; trường này là bắt buộc.',
  en: 'Missing; this field is required.',
};

const wrongType: Readonly<Record<string, Text>> = {
  number: { vi: 'Không phải là số. Nhập bằng chữ số.', en: 'Not a number. Write it in digits.' },
  int: { vi: 'Không phải là số nguyên. Nhập bằng chữ số.', en: 'Not a whole number. Write it in digits.' },
  string: { vi: 'Không phải là chữ. Nhập một đoạn chữ.', en: 'Not a text. Give a text.' },
  boolean: { vi: 'Chọn có (true) hoặc không (false).', en: 'Choose yes (true) or no (false).' },
};
const wrongTypeText = (expected: string): Text => ({
  vi: `Sai kiểu dữ liệu; cần ${expected}.`,
  en: `Wrong type; ${expected} is needed.`,
});

/** What is wrong with the size of a value: of a text its length, of a number its amount. */
function sizeText(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): Text {
  const small = issue.code === 'too_small';
  const limit = String(small ? issue.minimum : issue.maximum);
  if (issue.origin === 'array' && small && limit === '1') return missingText;
  if (issue.origin !== 'string' && small && issue.inclusive === false)
    return { vi: `Phải lớn hơn ${limit}.`, en: `Must be greater than ${limit}.` };
  if (issue.origin !== 'string')
    return small
      ? { vi: `Quá nhỏ; cần ít nhất ${limit}.`, en: `Too small; at least ${limit} is needed.` }
      : { vi: `Quá lớn; tối đa ${limit}.`, en: `Too large; at most ${limit}.` };
  if (small && limit === '1') return missingText;
  return small
    ? {
        vi: `Quá ngắn; cần ít nhất ${limit} ký tự.`,
        en: `Too short; at least ${limit} characters are needed.`,
      }
    : { vi: `Quá dài; tối đa ${limit} ký tự.`, en: `Too long; at most ${limit} characters.` };
}

/** Says in both languages what is wrong with a field and what to do. */
function explain(issue: Issue): Text {
  const given = (issue as { params?: Partial<Text> }).params;
  if (given?.vi && given.en) return { vi: given.vi, en: given.en };
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return missingText;
      return wrongType[issue.expected] ?? wrongTypeText(issue.expected);
    case 'too_small':
    case 'too_big':
      return sizeText(issue);
    case 'invalid_format':
      if (issue.format === 'regex' && issue.pattern?.includes('\\d{4}-')) return dayText;
      return { vi: `Sai định dạng (${issue.format}).`, en: `Wrong format (${issue.format}).` };
    case 'invalid_value': {
      const values = issue.values.slice(0, 12).join(', ');
      return {
        vi: `Không có trong danh mục; chọn một trong: ${values}.`,
        en: `Not one of the allowed values: ${values}.`,
      };
    }
    case 'unrecognized_keys': {
      const keys = issue.keys.join(', ');
      return { vi: `Không có trường tên “${keys}”.`, en: `There is no field named “${keys}”.` };
    }
    default:
      return { vi: 'Giá trị không hợp lệ.', en: issue.message };
  }
}

function faultOf(issue: Issue): FieldFault {
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]!] : issue.path;
  return { path: path.map(String).join('.'), message: explain(issue) };
}

/** Checks an input against its contract; throws `kit.invalidInput` with every faulty field named. */
export function parseInput(endpoint: Endpoint, input: unknown): never {
  const result = endpoint.input.safeParse(input ?? {}, { reportInput: true });
  if (!result.success) throw new Problem(invalidInput, { fields: result.error.issues.map(faultOf) });
  return result.data as never;
}

interface JsonSchema {
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  format?: string;
}

const schemas = new WeakMap<z.ZodType, JsonSchema>();

/** The JSON Schema of what an endpoint takes. */
export function inputSchema(schema: z.ZodType): JsonSchema {
  let known = schemas.get(schema);
  if (!known) {
    known = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
    schemas.set(schema, known);
  }
  return known;
}

const dayPrinted = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

/** What a tick, a choice or an address says; anything else stays as it is, and is refused at its field. */
const answers = new Map([
  ...['on', 'true', '1', 'yes'].map((yes) => [yes, true] as const),
  ...['off', 'false', '0', 'no'].map((no) => [no, false] as const),
]);

function typed(schema: JsonSchema | undefined, value: unknown): unknown {
  const option = schema?.anyOf?.find((s) => s.type !== 'null') ?? schema;
  const type = Array.isArray(option?.type) ? option.type.find((t) => t !== 'null') : option?.type;
  if (type === 'array')
    return (Array.isArray(value) ? value : isBlank(value) ? [] : [value])
      .map((v) => typed(option?.items, v))
      .filter((v) => v !== undefined);
  if (type === 'object')
    return typeof value === 'object' && value ? typedObject(option, value as Record<string, unknown>) : value;
  if (typeof value !== 'string') return value;
  if (isBlank(value)) return undefined;
  const text = value.trim();
  if (type === 'integer' || type === 'number') return /^-?[\d.]+(,\d+)?$/.test(text) ? numberOf(text) : text;
  if (type === 'boolean') return answers.get(text.toLowerCase()) ?? text;
  const printed = option?.format === 'date' ? dayPrinted.exec(text) : null;
  if (printed) return `${printed[3]}-${printed[2]!.padStart(2, '0')}-${printed[1]!.padStart(2, '0')}`;
  return text;
}

/** Numbers as typed in Vietnam (1.234,5) or with a decimal point (1234.5). */
function numberOf(text: string): number {
  const grouped = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(text) || text.includes(',');
  return Number(grouped ? text.replaceAll('.', '').replace(',', '.') : text);
}

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

function typedObject(
  schema: JsonSchema | undefined,
  fields: Record<string, unknown>,
): Record<string, unknown> | undefined {
  const out: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    const made = typed(schema?.properties?.[name], value);
    if (made !== undefined) out[name] = made;
  }
  return Object.keys(out).length > 0 || Object.keys(fields).length === 0 ? out : undefined;
}

/** Unfolds `evidence.0.number` into nested arrays and objects. Names such as `__proto__` are left out. */
function unfold(fields: Record<string, unknown>): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    const path = name.split('.');
    if (path.some((p) => p === '__proto__' || p === 'constructor' || p === 'prototype')) continue;
    let at: Record<string, unknown> = root;
    for (const key of path.slice(0, -1)) at = (at[key] ??= {}) as Record<string, unknown>;
    at[path.at(-1)!] = value;
  }
  return lists(root) as Record<string, unknown>;
}

function lists(value: unknown): unknown {
  if (
    !value ||
    typeof value !== 'object' ||
    Array.isArray(value) ||
    Object.getPrototypeOf(value) !== Object.prototype
  )
    return value;
  const entries = Object.entries(value).map(([k, v]) => [k, lists(v)] as const);
  if (entries.length > 0 && entries.every(([k]) => /^\d+$/.test(k)))
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, v]) => v);
  return Object.fromEntries(entries);
}

/** Turns the text fields of a form or a query string into the types an endpoint asks for; blank means absent. */
export function typedFields(endpoint: Endpoint, fields: Record<string, unknown>): Record<string, unknown> {
  return typedObject(inputSchema(endpoint.input), unfold(fields)) ?? {};
}
