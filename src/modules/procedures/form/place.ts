import type { ProcedureContent } from '../rules/model.ts';
import type { FormValues } from './conditions.ts';
import { fieldsOf } from './read-value.ts';
import { readForm } from './values.ts';

const about = { residence: 'person.residence', land: 'land.', business: 'business.' } as const;

/** The field of a form whose commune decides who is competent; undefined where that is the place of reception. */
export function competentPlaceField({ form, competence }: Pick<ProcedureContent, 'form' | 'competence'>) {
  if (!form || competence.place === 'reception') return undefined;
  const prefix = about[competence.place];
  return fieldsOf(form).find(({ type, term }) => type === 'place' && term.startsWith(prefix));
}

/** The commune that the form's own answers name as the place of the case, so that nobody chooses it a second time. */
export function competentPlace(
  content: Pick<ProcedureContent, 'form' | 'competence'>,
  values: FormValues,
): string | undefined {
  const field = competentPlaceField(content);
  const value = field && content.form ? readForm(content.form, values)[field.key] : undefined;
  return typeof value === 'string' ? value : undefined;
}
