/** What is known already is not asked again: from sign-in, or from another case of the same person, by dictionary term. */
import type { FormField, ProcedureForm } from '../rules/model.ts';
import type { FormValues } from './conditions.ts';
import { fieldsOf, readValue } from './read-value.ts';
import { readForm, visibleFields } from './values.ts';

/** Where a value of a form comes from. `at` is an instant as ISO text. */
export type Origin =
  | { kind: 'typed' }
  | { kind: 'account'; at: string }
  | { kind: 'case'; caseCode: string; at: string }
  | { kind: 'database'; database: string; at: string };

/** What sign-in tells of a person; `at` is when it did. */
export interface AccountFacts {
  at: string;
  facts: Readonly<Partial<Record<NonNullable<FormField['fromAccount']>, unknown>>>;
}

/** A value that the same person gave before. */
export interface EarlierValue {
  value: unknown;
  caseCode: string;
  at: string;
}

export interface Prefilled {
  /** Typed values by field key. */
  values: Record<string, unknown>;
  /** Keys of fields that the person cannot change here. */
  locks: string[];
  origins: Record<string, Origin>;
}

/**
 * Fills a form before anybody types. Values of the account are locked; those of earlier cases may be changed, since life
 * goes on. A value the field would refuse (an old choice) is left out.
 */
export function prefill(
  form: ProcedureForm,
  account: AccountFacts | undefined,
  earlier: Readonly<Record<string, EarlierValue>> = {},
): Prefilled {
  const filled: Prefilled = { values: {}, locks: [], origins: {} };
  for (const field of fieldsOf(form)) {
    const known =
      field.fromAccount && account ? readValue(field, account.facts[field.fromAccount]) : undefined;
    const before = Object.hasOwn(earlier, field.term) ? earlier[field.term] : undefined;
    if (known !== undefined && account) {
      filled.values[field.key] = known;
      filled.locks.push(field.key);
      filled.origins[field.key] = { kind: 'account', at: account.at };
    } else if (before && fits(field, before.value)) {
      filled.values[field.key] = readValue(field, before.value);
      filled.origins[field.key] = { kind: 'case', caseCode: before.caseCode, at: before.at };
    }
  }
  return filled;
}

const fits = (field: FormField, value: unknown): boolean =>
  readValue(field, value) !== undefined &&
  (field.type !== 'choice' || (field.options ?? []).some((option) => option.value === value));

/** What was typed with what is locked laid over it: the locked value wins, whatever the browser sent. */
export function withLocks(
  typed: FormValues,
  prefilled: Pick<Prefilled, 'values' | 'locks'>,
): Record<string, unknown> {
  return { ...typed, ...Object.fromEntries(prefilled.locks.map((key) => [key, prefilled.values[key]])) };
}

/** Origins after typing: a field keeps that of its prefilled value while the value is the same, else it was typed. */
export function originsOf(
  form: ProcedureForm,
  values: FormValues,
  prefilled: Prefilled,
): Record<string, Origin> {
  const read = readForm(form, values);
  return Object.fromEntries(
    Object.keys(read).map((key) => {
      const known = prefilled.origins[key];
      return [key, known && read[key] === prefilled.values[key] ? known : { kind: 'typed' }];
    }),
  );
}

/** How many answers a person typed, and how many were known. */
export function typedCount(
  form: ProcedureForm,
  values: FormValues,
  origins: Readonly<Record<string, Origin>>,
): { typed: number; known: number } {
  const read = readForm(form, values);
  const answered = visibleFields(form, read).filter(({ key }) => read[key] !== undefined);
  const typed = answered.filter(({ key }) => (origins[key]?.kind ?? 'typed') === 'typed').length;
  return { typed, known: answered.length - typed };
}
