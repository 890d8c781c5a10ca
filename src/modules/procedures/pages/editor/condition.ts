import { isDeepStrictEqual } from 'node:util';

import { operationOf, variableOf } from '../../form/conditions.ts';
import type { FormField } from '../../rules/model.ts';
import { foldWords } from '../../rules/words.ts';
import { boxes, type Flat, rowAt, rowsOf } from './flat.ts';

/** Conditions as officials write them: field, comparison, value; several joined by “and” or by “or”. */
export const comparisons = ['===', '!==', 'in', '<', '<=', '>', '>='] as const;
export type Comparison = (typeof comparisons)[number];

interface Line {
  field: string;
  compare: Comparison;
  value: unknown;
}

const isComparison = (text: string): text is Comparison => comparisons.some((one) => one === text);

function lineOf(part: unknown): Line | undefined {
  const { operator, parts } = operationOf(part) ?? { operator: '', parts: [] };
  const field = variableOf(parts[0]);
  return isComparison(operator) && field !== undefined && parts.length === 2
    ? { field, compare: operator, value: parts[1] }
    : undefined;
}

const isLine = (line: Line | undefined): line is Line => line !== undefined;

function linesOfCondition(condition: unknown): { join: 'and' | 'or'; lines: Line[] } | undefined {
  const { operator, parts } = operationOf(condition) ?? { operator: '', parts: [] };
  const join = operator === 'or' ? 'or' : 'and';
  const joined = operator === 'and' || operator === 'or' ? parts : [condition];
  const lines = joined.map(lineOf);
  return lines.every(isLine) ? { join, lines } : undefined;
}

const textOf = (value: unknown): string =>
  Array.isArray(value)
    ? value.map(textOf).join('; ')
    : typeof value === 'number'
      ? String(value).replace('.', ',')
      : String(value);

/** The boxes of a condition; what boxes cannot say is carried along as it is, in `raw`. */
export function conditionBoxes(at: string, condition: unknown, fields: readonly FormField[]): Flat {
  if (condition === undefined) return {};
  const read = linesOfCondition(condition);
  const flat = {
    ...boxes(at, { join: read?.join ?? 'and' }),
    ...Object.assign(
      {},
      ...(read?.lines ?? []).map((line, i) =>
        boxes(`${at}.${i}`, { field: line.field, compare: line.compare, value: textOf(line.value) }),
      ),
    ),
  } as Flat;
  return read && isDeepStrictEqual(conditionFrom(flat, at, fields), condition)
    ? flat
    : boxes(at, { raw: JSON.stringify(condition) });
}

const yes = /^(true|co|yes|dung)$/;

/** A value as typed: its option by name or value, yes and no in words, numbers in Vietnamese style. */
function typed(text: string, field: FormField | undefined): unknown {
  const folded = foldWords(text);
  if (field?.type === 'yesNo') return yes.test(folded);
  if (field?.type === 'number' || field?.type === 'money') {
    const number = Number(text.replaceAll('.', '').replace(',', '.'));
    return Number.isFinite(number) ? number : text;
  }
  const options = field?.options ?? [];
  if (options.some(({ value }) => value === text)) return text;
  return (
    options.find(({ label }) => [label.vi, label.en ?? ''].some((one) => foldWords(one) === folded))?.value ??
    text
  );
}

/** The condition that the boxes at `at` say; undefined for none. Written lines win over what was carried along. */
export function conditionFrom(values: Flat, at: string, fields: readonly FormField[]): unknown {
  const parts = rowsOf(values, at).flatMap((row) => {
    const key = row.text('field');
    if (!key) return [];
    const field = fields.find((one) => one.key === key);
    const compare = row.text('compare') || '===';
    const text = row.text('value');
    const value =
      compare === 'in' ? text.split(';').map((one) => typed(one.trim(), field)) : typed(text, field);
    return [{ [compare]: [{ var: key }, value] }];
  });
  const whole = rowAt(values, at);
  if (parts.length > 1) return { [whole.text('join') === 'or' ? 'or' : 'and']: parts };
  if (parts.length === 1) return parts[0];
  return whole.yes('drop') ? undefined : carried(whole.text('raw'));
}

function carried(raw: string): unknown {
  try {
    return raw ? (JSON.parse(raw) as unknown) : undefined;
  } catch {
    return undefined;
  }
}

/** A condition as a part of a row: absent where there is none. */
export const whenFrom = (values: Flat, at: string, fields: readonly FormField[]): { when?: unknown } => {
  const when = conditionFrom(values, at, fields);
  return when === undefined ? {} : { when };
};
