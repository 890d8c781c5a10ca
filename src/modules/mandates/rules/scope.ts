import type { Day, Scope, StepRole } from './model.ts';

/** A scope made ready for questions; equal scopes share one. */
export interface Compiled {
  id: number;
  /** 0 named procedures, 1 fields, 2 everything: the smaller number goes before the greater. */
  width: 0 | 1 | 2;
  covers: (procedureCode: string, field: string) => boolean;
}

/** Field names are compared without regard to case and to the way their accents are written. */
export const fieldKey = (field: string): string => field.normalize('NFC').trim().toLowerCase();

const cleaned = new Map<string, string>();

/** `fieldKey`, remembered: the same few hundred names are asked for again and again. */
function knownKey(field: string): string {
  let key = cleaned.get(field);
  if (key === undefined) {
    if (cleaned.size > 10_000) cleaned.clear();
    cleaned.set(field, (key = fieldKey(field)));
  }
  return key;
}

function compile(scope: Scope, id: number): Compiled {
  if (scope === 'all') return { id, width: 2, covers: () => true };
  if ('procedures' in scope) {
    const codes = new Set(scope.procedures);
    return { id, width: 0, covers: (code) => codes.has(code) };
  }
  const fields = new Set(scope.fields.map(fieldKey));
  return { id, width: 1, covers: (_, field) => fields.has(knownKey(field)) };
}

const byText = new Map<string, Compiled>();
const byScope = new WeakMap<object, Compiled>();
const kept = 20_000;
let nextId = 1;

const textOf = (scope: Scope): string =>
  scope === 'all'
    ? 'all'
    : 'procedures' in scope
      ? `p ${[...scope.procedures].sort().join('|')}`
      : `f ${scope.fields.map(fieldKey).sort().join('|')}`;

function byItsText(scope: Scope): Compiled {
  const text = textOf(scope);
  let compiled = byText.get(text);
  if (!compiled) {
    if (byText.size > kept) byText.clear();
    byText.set(text, (compiled = compile(scope, nextId)));
    nextId += 1;
  }
  return compiled;
}

/** The scope made ready; made once per scope. */
export function scopeOf(scope: Scope): Compiled {
  if (scope === 'all') return byItsText(scope);
  let compiled = byScope.get(scope);
  if (!compiled) byScope.set(scope, (compiled = byItsText(scope)));
  return compiled;
}

/** Whether two lists of roles have one in common; no list means every role. */
export const rolesMeet = (a: readonly StepRole[] | undefined, b: readonly StepRole[] | undefined): boolean =>
  !a || !b || a.some((role) => b.includes(role));

export const hasRole = (roles: readonly StepRole[] | undefined, role: StepRole): boolean =>
  !roles || roles.includes(role);

/** What two scopes of the same width have in common, as a text for people; undefined for nothing. */
export function commonOf(a: Scope, b: Scope): string | undefined {
  if (a === 'all' && b === 'all') return '*';
  if (a === 'all' || b === 'all') return undefined;
  if ('procedures' in a && 'procedures' in b) {
    const codes = new Set(b.procedures);
    return a.procedures.find((code) => codes.has(code));
  }
  if ('fields' in a && 'fields' in b) {
    const fields = new Set(b.fields.map(fieldKey));
    return a.fields.find((field) => fields.has(fieldKey(field)));
  }
  return undefined;
}

interface Span {
  from: Day;
  to?: Day | undefined;
}

/** Whether a fact holds on a day; its `to` is the first day on which it does not. */
export const holdsOn = (span: Span, day: Day): boolean =>
  span.from <= day && (span.to === undefined || day < span.to);

/** Whether two facts hold on a common day. */
export const spansMeet = (a: Span, b: Span): boolean =>
  (b.to === undefined || a.from < b.to) && (a.to === undefined || b.from < a.to);
