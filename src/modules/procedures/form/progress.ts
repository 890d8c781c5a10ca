import type { ProcedureForm } from '../rules/model.ts';
import type { FormValues } from './conditions.ts';
import { readForm, visibleFields } from './values.ts';

/** How many of the required answers asked for with these values are given. */
export function progressOf(form: ProcedureForm, values: FormValues): { done: number; all: number } {
  const read = readForm(form, values);
  const asked = visibleFields(form, read).filter(({ required }) => required);
  return { done: asked.filter(({ key }) => read[key] !== undefined).length, all: asked.length };
}
