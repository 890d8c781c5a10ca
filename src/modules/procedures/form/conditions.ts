/**
 * Conditions in JSON Logic over the fields of a form. Only a handful of operators is let in: those that a schema can say
 * too, so that form, check and JSON Schema never disagree.
 */
import { LogicEngine } from 'json-logic-engine';

import type { Text } from '../../../kit/i18n.ts';
import type { FormField } from '../rules/model.ts';
import { inBoth } from './messages.ts';

/** Typed values by field key; see `readForm`. */
export type FormValues = Readonly<Record<string, unknown>>;

type Known = Pick<FormField, 'key' | 'type' | 'options'>;

const engine = new LogicEngine();
const equalities = ['==', '!=', '===', '!=='];
const comparisons = ['<', '<=', '>', '>='];

/** Whether a condition holds; one that is absent always does. @throws for operators that `checkCondition` refuses. */
export function holds(condition: unknown, values: FormValues): boolean {
  return condition === undefined || Boolean(engine.run(condition, values));
}

/** One operation of a condition: its name and what it works on. */
export function operationOf(condition: unknown): { operator: string; parts: unknown[] } | undefined {
  if (typeof condition !== 'object' || condition === null || Array.isArray(condition)) return undefined;
  const entries = Object.entries(condition);
  const [first] = entries;
  if (!first || entries.length > 1) return undefined;
  return { operator: first[0], parts: Array.isArray(first[1]) ? first[1] : [first[1]] };
}

/** The field that `{ "var": "key" }` names. */
export function variableOf(part: unknown): string | undefined {
  const operation = operationOf(part);
  const [name] = operation?.operator === 'var' ? operation.parts : [];
  return typeof name === 'string' ? name : undefined;
}

/** Keys of the fields a condition looks at, each once. */
export function variablesOf(condition: unknown): string[] {
  const own = variableOf(condition);
  if (own !== undefined) return [own];
  const parts = operationOf(condition)?.parts ?? [];
  return [...new Set(parts.flatMap((part) => variablesOf(part)))];
}

/** Everything wrong with a condition: unknown operators, fields that do not exist, values the field cannot take. */
export function checkCondition(condition: unknown, fields: readonly Known[]): Text[] {
  if (condition === undefined || typeof condition === 'boolean') return [];
  const operation = operationOf(condition);
  if (!operation) return [inBoth((text) => text.condition.shape)];
  const { operator, parts } = operation;
  if (operator === 'and' || operator === 'or')
    return parts.length > 0
      ? parts.flatMap((part) => checkCondition(part, fields))
      : [inBoth((text) => text.condition.shape)];
  if (operator === '!' || operator === '!!') {
    if (parts.length !== 1) return [inBoth((text) => text.condition.shape)];
    return variableOf(parts[0]) === undefined
      ? checkCondition(parts[0], fields)
      : checkVariable(parts[0], fields);
  }
  if ([...equalities, ...comparisons, 'in'].includes(operator)) return checkAtom(operator, parts, fields);
  return [inBoth((text) => text.condition.operator(operator))];
}

const fieldOf = (part: unknown, fields: readonly Known[]): Known | undefined =>
  fields.find(({ key }) => key === variableOf(part));

function checkVariable(part: unknown, fields: readonly Known[]): Text[] {
  const name = variableOf(part);
  if (name === undefined) return [inBoth((text) => text.condition.shape)];
  return fieldOf(part, fields) ? [] : [inBoth((text) => text.condition.field(name))];
}

function checkAtom(operator: string, parts: readonly unknown[], fields: readonly Known[]): Text[] {
  const [left, right] = parts;
  const faults = parts.length === 2 ? checkVariable(left, fields) : [inBoth((text) => text.condition.shape)];
  const field = fieldOf(left, fields);
  if (faults.length > 0 || !field) return faults;
  const isNumber = field.type === 'number' || field.type === 'money';
  if (comparisons.includes(operator) && !isNumber)
    return [inBoth((text) => text.condition.compare(field.key))];
  if (operator === 'in' && !(Array.isArray(right) && right.length > 0))
    return [inBoth((text) => text.condition.shape)];
  const constants = operator === 'in' ? (right as unknown[]) : [right];
  return constants
    .filter((constant) => !canHold(field, constant))
    .map((constant) => inBoth((text) => text.condition.value(field.key, JSON.stringify(constant) ?? '')));
}

function canHold(field: Known, constant: unknown): boolean {
  if (field.type === 'number' || field.type === 'money') return typeof constant === 'number';
  if (field.type === 'yesNo') return typeof constant === 'boolean';
  if (typeof constant !== 'string' || constant === '') return false;
  return field.type !== 'choice' || (field.options ?? []).some(({ value }) => value === constant);
}
