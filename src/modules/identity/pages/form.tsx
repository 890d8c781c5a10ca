import type { Fields, PageContext } from '../../../kit/page.ts';
import { ErrorSummary } from '../../../web/components/form.tsx';
import type { UnitPick } from '../../../web/components/unit-picker.tsx';
import { unitPick } from '../../organisations/index.ts';
import { everywhere } from '../rules/roles.ts';

/** A field as typed. Passwords are not trimmed, so they do not go through the kit's typing of fields. */
export const raw = (fields: Fields, name: string): string => {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
};

/** What was typed into a form that was refused. */
export function typed(p: PageContext, form: string, name: string): string | undefined {
  const value = p.form?.form === form ? p.form.values[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** What is wrong with a field of a form. */
export const fault = (p: PageContext, form: string, name: string): string | undefined =>
  p.form?.form === form ? p.form.errors[name] : undefined;

/** Field ids of a form; several forms of one page may have fields of the same name. */
export const idIn = (form: string, name: string): string => `f-${form}-${name}`;

/** The unit of an account or a role: any unit, or '*' for the whole installation, where the person may manage it. */
export const managedUnit = { also: [everywhere], may: 'account.manage' };

/** What the unit picker of a form shows. */
export const unitIn = (p: PageContext, form: string): Promise<UnitPick> =>
  unitPick(p, 'unitId', { ...managedUnit, given: (name) => typed(p, form, name) || undefined });

/** Stands above a form that was refused. */
export function Refusal({ p, form, title }: { p: PageContext; form: string; title?: string }) {
  if (p.form?.form !== form) return null;
  const { errors, problem } = p.form;
  const linked = Object.fromEntries(
    Object.entries(errors).map(([name, message]) => [`${form}-${name}`, message]),
  );
  const plain = Object.keys(errors).length === 0;
  return (
    <ErrorSummary
      title={plain ? problem.title : title}
      detail={plain ? (problem.detail ?? problem.remedy) : undefined}
      errors={linked}
    />
  );
}
