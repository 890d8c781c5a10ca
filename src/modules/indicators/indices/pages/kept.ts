import type { PageContext } from '../../../../kit/page.ts';

const first = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;

/** The same for a group of boxes of which several may be ticked. */
export const manyIn =
  (p: PageContext, form: string) =>
  (
    name: string,
    otherwise: readonly string[],
  ): { name: string; values: readonly string[]; error: string | undefined } => {
    const refused = p.form?.form === form ? p.form : undefined;
    return {
      name,
      values: refused ? [refused.values[name] ?? []].flat() : otherwise,
      error: refused?.errors[name],
    };
  };

/** Props of a control: what was typed when the form was refused, otherwise what is given. */
export const keptIn =
  (p: PageContext, form: string) =>
  (
    name: string,
    otherwise?: string | number,
  ): { name: string; value: string | undefined; error: string | undefined } => {
    const refused = p.form?.form === form ? p.form : undefined;
    const value = refused
      ? first(refused.values[name])
      : otherwise === undefined
        ? undefined
        : String(otherwise);
    return { name, value, error: refused?.errors[name] };
  };
