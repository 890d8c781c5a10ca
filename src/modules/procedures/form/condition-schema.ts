/** A checked condition as JSON Schema over the same values: what `holds` says of typed values, the schema says too. */
import type { FormField } from '../rules/model.ts';
import { holds, operationOf, variableOf } from './conditions.ts';

export type JsonSchema = Record<string, unknown>;
type Fields = ReadonlyMap<string, FormField>;

const negated = ['!=', '!=='];
const bounds: Record<string, string> = {
  '<': 'exclusiveMaximum',
  '<=': 'maximum',
  '>': 'exclusiveMinimum',
  '>=': 'minimum',
};

/** @throws RangeError for a condition that `checkCondition` refuses. */
export function conditionSchema(condition: unknown, fields: Fields): JsonSchema {
  if (condition === true) return {};
  if (condition === false) return { not: {} };
  const operation = operationOf(condition);
  if (!operation) throw new RangeError('not a condition');
  const { operator, parts } = operation;
  if (operator === 'and') return { allOf: parts.map((part) => conditionSchema(part, fields)) };
  if (operator === 'or') return { anyOf: parts.map((part) => conditionSchema(part, fields)) };
  if (variableOf(parts[0]) !== undefined) return atomSchema(condition, operator, parts, fields);
  if (operator === '!') return { not: conditionSchema(parts[0], fields) };
  if (operator === '!!') return conditionSchema(parts[0], fields);
  throw new RangeError(`operator ${operator}`);
}

/** One field against constants. What a missing value means is asked of JSON Logic itself: its coercions surprise. */
function atomSchema(
  condition: unknown,
  operator: string,
  parts: readonly unknown[],
  fields: Fields,
): JsonSchema {
  const key = variableOf(parts[0])!;
  const field = fields.get(key);
  if (!field) throw new RangeError(`unknown field ${key}`);
  const present = { properties: { [key]: presentSchema(operator, parts[1], field) }, required: [key] };
  return holds(condition, {}) ? { anyOf: [present, { not: { required: [key] } }] } : present;
}

function presentSchema(operator: string, constant: unknown, field: FormField): JsonSchema {
  if (operator === 'in') return { enum: [...new Set(constant as unknown[])] };
  const bound = bounds[operator];
  if (bound) return { [bound]: constant };
  if (operator === '!!') return truthy(field);
  if (operator === '!') return { not: truthy(field) };
  return negated.includes(operator) ? { not: { const: constant } } : { const: constant };
}

// Typed values are never blank text.
function truthy({ type }: FormField): JsonSchema {
  if (type === 'yesNo') return { const: true };
  return type === 'number' || type === 'money' ? { not: { const: 0 } } : {};
}
