import type { ComponentChildren } from 'preact';

import type { Fields, FormState, PageContext } from '../../../../kit/page.ts';
import { ErrorSummary } from '../../../../web/components/form.tsx';
import { FileInput } from '../../../../web/components/inputs.tsx';
import { Explain } from '../../../../web/components/records.tsx';
import { formatInstant, formatMoney } from '../../../../web/format.ts';
import { useLang } from '../../../../web/language.tsx';
import { getUnit } from '../../../organisations/contract.ts';
import type { ChannelRow } from '../../../procedures/contract.ts';
import { publicMessages, type PublicMessages } from '../../messages/public.ts';

/** The words of these pages in the language of the page. */
export const useMessages = (): PublicMessages => publicMessages[useLang()];
export const textIn = (p: PageContext): PublicMessages => publicMessages[p.lang];

/** One sentence in both languages. */
export const said = (pick: (m: PublicMessages) => string) => ({
  vi: pick(publicMessages.vi),
  en: pick(publicMessages.en),
});

export interface Words {
  vi: string;
  en?: string | undefined;
}
export const sayIn = (lang: 'vi' | 'en', words: Words): string => (lang === 'en' && words.en) || words.vi;

/** A text in the language of the page; Vietnamese on an English page says so to screen readers. */
export function Say({ words }: { words: Words }) {
  const lang = useLang();
  if (lang === 'vi') return <>{words.vi}</>;
  return words.en ? <>{words.en}</> : <span lang="vi">{words.vi}</span>;
}

/** Text inputs of a form by name; files, tokens and the name of the form are left out. */
export const flatOf = (fields: Fields): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).filter(
      (entry): entry is [string, string] =>
        typeof entry[1] === 'string' && !['csrf', 'form', 'ticket', 'secret', 'continue'].includes(entry[0]),
    ),
  );

/** What a form holds: as it was refused, else as it was kept. */
export function heldIn(p: PageContext, form: string, kept: Readonly<Record<string, string>> = {}) {
  const refused = p.form?.form === form ? p.form : undefined;
  const given: Readonly<Record<string, string | string[]>> = refused?.values ?? kept;
  const first = (name: string): string | undefined => [given[name]].flat()[0];
  return {
    refused,
    value: first,
    error: (name: string) => refused?.errors[name],
    field: (name: string) => ({ name, value: first(name), error: refused?.errors[name] }),
  };
}
export type Held = ReturnType<typeof heldIn>;

/** Stands above a refused form and leads to its fields. */
export function Refusal({ form, title }: { form: FormState | undefined; title?: string }) {
  if (!form) return null;
  const { problem, errors } = form;
  const detail = [problem.detail, problem.remedy].filter(Boolean).join(' ');
  return Object.keys(errors).length > 0 ? (
    <ErrorSummary {...(title && { title })} errors={errors} />
  ) : (
    <ErrorSummary title={problem.title} detail={detail} />
  );
}

/** The name of a unit for everybody; its identifier where it is unknown. */
export async function unitName(p: PageContext, id: string | undefined): Promise<string> {
  if (!id) return '–';
  const unit = await p.maybe(getUnit, { id });
  return unit ? (p.lang === 'en' && unit.nameEn) || unit.nameVi : id;
}

export function feeText(row: ChannelRow | undefined, lang: 'vi' | 'en'): string {
  const { fees } = publicMessages[lang].apply;
  const fee = row?.fee ?? { kind: 'unknown' as const };
  if (fee.kind !== 'amount') return fees[fee.kind];
  return formatMoney(fee.dong, lang) + (fee.per ? ` / ${sayIn(lang, fee.per)}` : '');
}

/** How a due date came about, in the words that officials see too. */
export function DueLines({
  summary,
  lines,
  note,
}: {
  summary: string;
  lines: readonly { at: string; vi: string; en: string }[];
  note?: ComponentChildren;
}) {
  const lang = useLang();
  if (lines.length === 0) return null;
  return (
    <Explain summary={summary}>
      <ol class="stack">
        {lines.map((line, index) => (
          <li key={index}>
            {line[lang]} <small>{formatInstant(line.at)}</small>
          </li>
        ))}
      </ol>
      {note && <p class="hint">{note}</p>}
    </Explain>
  );
}

/** A file from the device, or from its camera: two boxes, since one with `capture` offers no files on a phone. */
export function PaperInputs({
  name,
  file,
  camera,
  error,
}: {
  name: string;
  file: string;
  camera: string;
  error?: string | undefined;
}) {
  return (
    <>
      <FileInput
        name={`file.${name}`}
        label={file}
        accept=".pdf,.png,.jpg,.jpeg,.docx,.odt,.p7s"
        error={error}
      />
      <FileInput name={`camera.${name}`} label={camera} accept="image/*" capture="environment" />
    </>
  );
}
