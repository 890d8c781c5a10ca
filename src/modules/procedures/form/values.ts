/** Which fields are asked, and what a form sent. */
import type { FormField, ProcedureForm } from '../rules/model.ts';
import { type FormValues, holds } from './conditions.ts';
import { fieldsOf, readValue } from './read-value.ts';

/**
 * The fields that are asked, and their values. A condition sees only fields before its own that are asked themselves:
 * an answer left over from a branch not taken decides nothing.
 */
export function visibleOf(
  fields: readonly FormField[],
  values: FormValues,
): { fields: FormField[]; values: Record<string, unknown> } {
  const seen: Record<string, unknown> = {};
  const visible = fields.filter((field) => {
    if (!holds(field.when, seen)) return false;
    if (values[field.key] !== undefined) seen[field.key] = values[field.key];
    return true;
  });
  return { fields: visible, values: seen };
}

/** The fields asked for with these values, typed or as they came, in the order of the form. */
export function visibleFields(form: ProcedureForm, values: FormValues): FormField[] {
  return visibleOf(fieldsOf(form), readAll(form, values)).fields;
}

/**
 * What a form sent, typed and stripped of all that the form does not ask: unknown keys, blanks, and fields whose
 * condition does not hold. This is what is checked, kept and handed on.
 */
export function readForm(form: ProcedureForm, raw: FormValues): Record<string, unknown> {
  return visibleOf(fieldsOf(form), readAll(form, raw)).values;
}

const readAll = (form: ProcedureForm, raw: FormValues): Record<string, unknown> =>
  Object.fromEntries(
    fieldsOf(form).map((field) => [
      field.key,
      readValue(field, Object.hasOwn(raw, field.key) ? raw[field.key] : undefined),
    ]),
  );
