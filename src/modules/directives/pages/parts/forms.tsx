import type { Text } from '../../../../kit/i18n.ts';
import type { FormState, PageContext } from '../../../../kit/page.ts';
import { ErrorSummary } from '../../../../web/components/form.tsx';
import { type PickFrom, unitPick } from '../../../organisations/index.ts';
import { messages, type Messages } from '../../messages.ts';
import { useMessages } from './say.tsx';

/** What a form shows again: what was typed when it was refused, otherwise what is given. */
export interface Kept {
  /** Name, id, value and error of a text control; ids differ between the forms of a page. */
  field: (
    name: string,
    otherwise?: string | number,
  ) => { name: string; id: string; value: string | undefined; error: string | undefined };
  checked: (name: string, otherwise?: boolean, value?: string) => boolean;
  id: (name: string) => string;
  error: (name: string) => string | undefined;
  form: string;
  /** Set when this form was refused. */
  refused: FormState | undefined;
}

const first = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;

/** Reads the state of one form of a page; `draft` is what was saved while typing. */
export function keptOf(p: PageContext, form: string, draft: Record<string, unknown> = {}): Kept {
  const refused = p.form?.form === form ? p.form : undefined;
  const given = refused ? refused.values : (draft as Record<string, string | string[]>);
  const anything = refused !== undefined || Object.keys(draft).length > 0;
  const value = (name: string, otherwise?: string | number) =>
    anything ? first(given[name]) : otherwise === undefined ? undefined : String(otherwise);
  const error = (name: string) =>
    refused?.errors[name] ??
    Object.entries(refused?.errors ?? {}).find(([path]) => path.startsWith(`${name}.`))?.[1];
  const id = (name: string) => `f-${form}-${name}`.replaceAll(/[^\w-]/g, '-');
  return {
    form,
    refused,
    error,
    id,
    field: (name, otherwise) => ({ name, id: id(name), value: value(name, otherwise), error: error(name) }),
    checked: (name, otherwise = false, ticked = 'true') =>
      anything ? [given[name]].flat().includes(ticked) : otherwise,
  };
}

/** The props of a unit picker of a form: name, id, error, and what it shows. */
export async function pickIn(p: PageContext, kept: Kept, name: string, from: PickFrom = {}) {
  const { id, error } = kept.field(name);
  const pick = await unitPick(p, name, { ...from, given: (field) => kept.field(field).value });
  return { name, id, error, pick };
}

/** A unit picker of a form, ready to be drawn. */
export type Picked = Awaited<ReturnType<typeof pickIn>>;

/** The name of a field by the end of its path: `product.date` → "Ngày". */
function nameOf(path: string, { fields }: Messages): string | undefined {
  const end = path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? '';
  return fields[end as keyof typeof fields];
}

/** Stands above a refused form and leads to each wrong field; says what to do where no field is to blame. */
export function Refusal({ kept }: { kept: Kept }) {
  const words = useMessages();
  if (!kept.refused) return null;
  const { errors, problem } = kept.refused;
  if (Object.keys(errors).length === 0)
    return (
      <ErrorSummary
        title={problem.title}
        detail={[problem.detail, problem.remedy].filter(Boolean).join(' ')}
      />
    );
  const named = Object.entries(errors).map(([path, message]) => [
    `${kept.form}-${path}`,
    [nameOf(path, words), message].filter(Boolean).join(': '),
  ]);
  return <ErrorSummary errors={Object.fromEntries(named)} />;
}

/** One sentence in both languages, for what is said after a form was taken. */
export const said = (pick: (m: Messages) => string): Text => ({
  vi: pick(messages.vi),
  en: pick(messages.en),
});
