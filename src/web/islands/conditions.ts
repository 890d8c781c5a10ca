/** Fields of a form that are asked under a condition appear and disappear while the person answers. */

type Value = string | number | boolean | undefined;
type Values = Record<string, Value>;

const blank = (value: unknown): boolean => value === undefined || value === null || value === '';

/**
 * The operators that the server lets into conditions; a test holds them against the server's own reading of every
 * condition. Not the library: it is larger than all other scripts of a page together.
 */
export function holds(condition: unknown, values: Values): boolean {
  if (typeof condition !== 'object' || condition === null) return Boolean(condition);
  const [operator = '', given] = Object.entries(condition)[0] ?? [];
  const parts: unknown[] = Array.isArray(given) ? given : [given];
  const valueOf = (part: unknown): unknown => {
    const isOperation = typeof part === 'object' && part !== null && !Array.isArray(part);
    if (!isOperation) return part;
    return 'var' in part
      ? values[[(part as { var: string | string[] }).var].flat()[0]!]
      : holds(part, values);
  };
  const [left, right] = [valueOf(parts[0]), valueOf(parts[1])];
  switch (operator) {
    case 'and':
      return parts.every((part) => holds(part, values));
    case 'or':
      return parts.some((part) => holds(part, values));
    case '!':
      return !left;
    case '!!':
      return Boolean(left);
    case 'in':
      return Array.isArray(right) && right.includes(left);
    case '===':
      return left === right;
    case '!==':
      return left !== right;
    case '==':
      return loose(left, right);
    case '!=':
      return !loose(left, right);
    default:
      return compares(operator, Number(left ?? 0), Number(right));
  }
}

function compares(operator: string, left: number, right: number): boolean {
  if (operator === '<') return left < right;
  if (operator === '<=') return left <= right;
  return operator === '>' ? left > right : operator === '>=' && left >= right;
}

// What is missing equals false and zero, as the server's library has it.
const loose = (left: unknown, right: unknown): boolean =>
  blank(left) ? right === false || right === 0 || blank(right) : left === right;

/** A typed answer, read as the server reads it. */
export function readAnswer(type: string | undefined, text: string): Value {
  const plain = text.trim();
  if (plain === '') return undefined;
  if (type === 'yesNo') return plain === 'true';
  if (type !== 'number' && type !== 'money') return plain;
  const grouped = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain) || plain.includes(',');
  const number = Number(grouped ? plain.replaceAll('.', '').replace(',', '.') : plain);
  return Number.isNaN(number) ? plain : number;
}

function answerOf(field: HTMLElement, name: string): Value {
  const inputs = [...field.querySelectorAll<HTMLInputElement>('input, select, textarea')];
  const own = inputs.filter((input) => input.name === name);
  const chosen = own.find((input) => (input.type === 'radio' ? input.checked : true));
  return readAnswer(field.dataset['type'], chosen?.value ?? field.dataset['value'] ?? '');
}

function refresh(form: HTMLElement): void {
  const seen: Values = {};
  for (const field of form.querySelectorAll<HTMLElement>('[data-field]')) {
    const { field: key = '', when } = field.dataset;
    field.hidden = when !== undefined && !holds(JSON.parse(when), seen);
    if (!field.hidden) seen[key] = answerOf(field, `${form.dataset['conditions'] ?? ''}.${key}`);
  }
}

/** Listens on every form with conditions. A field hidden keeps its answer; the server leaves it out. */
export function startConditions(): void {
  for (const form of document.querySelectorAll<HTMLElement>('[data-conditions]')) {
    form.addEventListener('input', () => refresh(form));
    form.addEventListener('change', () => refresh(form));
    refresh(form);
  }
}
