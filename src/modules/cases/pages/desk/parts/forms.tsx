import type { Text } from '../../../../../kit/i18n.ts';
import type { FormState, PageContext } from '../../../../../kit/page.ts';
import { ErrorSummary } from '../../../../../web/components/form.tsx';
import { type PickFrom, unitPick } from '../../../../organisations/index.ts';
import { deskMessages, type DeskMessages } from '../../../messages/desk.ts';

const first = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;

/** What one form of a page shows again: what was typed when it was refused, otherwise what is given. */
export interface Kept {
  form: string;
  refused: FormState | undefined;
  value: (name: string, otherwise?: string | number) => string | undefined;
  /** Name, id, value and error of a control; ids differ between the forms of a page. */
  field: (
    name: string,
    otherwise?: string | number,
  ) => { name: string; id: string; value: string | undefined; error: string | undefined };
  checked: (name: string, otherwise?: boolean, value?: string) => boolean;
}

/** Reads the state of one form; `path` maps names of inputs to paths of errors where they differ. */
export function keptOf(p: PageContext, form: string, path = (name: string): string => name): Kept {
  const refused = p.form?.form === form ? p.form : undefined;
  const value = (name: string, otherwise?: string | number): string | undefined => {
    if (refused) return first(refused.values[name]);
    return otherwise === undefined ? undefined : String(otherwise);
  };
  return {
    form,
    refused,
    value,
    field: (name, otherwise) => ({
      name,
      id: idIn(form, name),
      value: value(name, otherwise),
      error: refused?.errors[path(name)],
    }),
    checked: (name, otherwise = false, ticked = 'true') =>
      refused ? [refused.values[name]].flat().includes(ticked) : otherwise,
  };
}

export const idIn = (form: string, name: string): string => `f-${form}-${name}`.replaceAll(/[^\w-]/g, '-');

/** A unit picker of a form, ready to be drawn. */
export async function pickIn(p: PageContext, kept: Kept, name: string, from: PickFrom = {}, given?: string) {
  const { id, error } = kept.field(name);
  const pick = await unitPick(p, name, {
    ...from,
    given: (field) => kept.value(field, field === name ? given : undefined),
  });
  return { name, id, error, pick };
}
export type Picked = Awaited<ReturnType<typeof pickIn>>;

/** Stands above a refused form and leads to each wrong field; says what to do where no field is to blame. */
export function Refusal({ kept }: { kept: Kept }) {
  if (!kept.refused) return null;
  const { errors, problem } = kept.refused;
  const named = Object.fromEntries(
    Object.entries(errors).map(([path, message]) => [`${kept.form}-${path}`, message]),
  );
  const detail = [problem.detail, problem.remedy].filter(Boolean).join(' ');
  return <ErrorSummary title={problem.title} detail={detail} errors={named} />;
}

/** One sentence in both languages. */
export const said = (pick: (m: DeskMessages) => string): Text => ({
  vi: pick(deskMessages.vi),
  en: pick(deskMessages.en),
});
