/** Places and units of a form on the server: what their pickers show, and from what they choose. */
import type { PageContext } from '../../../kit/page.ts';
import type { UnitPick } from '../../../web/components/unit-picker.tsx';
import { unitPick } from '../../organisations/index.ts';
import type { FormField, ProcedureForm } from '../rules/model.ts';
import type { FormValues } from './conditions.ts';
import { fieldsOf } from './read-value.ts';

// A place is a commune, ward or special zone of today; its province is told beside it.
const fromOf = ({ type }: FormField) => (type === 'place' ? { levels: ['commune' as const] } : {});
const picked = (form: ProcedureForm): FormField[] =>
  fieldsOf(form).filter(({ type }) => type === 'place' || type === 'unit');

/** For `pickedHandler` of organisations: from what each picker of the form chooses, by the name of its input. */
export const formPicksFrom = (form: ProcedureForm, name = 'form') =>
  Object.fromEntries(picked(form).map((field) => [`${name}.${field.key}`, fromOf(field)]));

/**
 * What the pickers of a form show, by field key: the unit by its name, or what the text typed before may mean. A refused
 * form's own texts come first, else the values.
 */
export async function formPicks(
  p: PageContext,
  form: ProcedureForm,
  values: FormValues,
  name = 'form',
): Promise<Record<string, UnitPick>> {
  const sent = p.form?.values ?? {};
  const picks = picked(form).map(async (field) => {
    const own = `${name}.${field.key}`;
    const given = (input: string): string | undefined => {
      const value = sent[input] ?? (input === own ? values[field.key] : undefined);
      return typeof value === 'string' && value !== '' ? value : undefined;
    };
    return [field.key, await unitPick(p, own, { ...fromOf(field), given })] as const;
  });
  return Object.fromEntries(await Promise.all(picks));
}
