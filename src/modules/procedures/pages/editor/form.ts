import { fieldsOf } from '../../form/read-value.ts';
import type { FormField, FormSection, ProcedureContent, ProcedureForm, Words } from '../../rules/model.ts';
import { conditionBoxes, whenFrom } from './condition.ts';
import { boxes, type Flat, given, linesOf, listBoxes, type Row, rowsOf } from './flat.ts';
import { keyFor } from './keys.ts';

/** The form of a procedure: sections with fields; a field keeps its key for good. */

const optionLine = ({ value, label }: NonNullable<FormField['options']>[number]): string =>
  [value, label.vi, label.en].filter((one) => one !== undefined).join(' | ');

const fieldBoxes = (field: FormField, at: string, above: readonly FormField[]): Flat => ({
  ...boxes(at, {
    was: field.key,
    vi: field.label.vi,
    en: field.label.en,
    datum: field.term.split('@')[0],
    role: field.term.split('@').slice(1).join('@'),
    type: field.type,
    required: field.required,
    hintVi: field.hint?.vi,
    hintEn: field.hint?.en,
    options: field.options?.map(optionLine).join('\n'),
    fromAccount: field.fromAccount,
    database: field.source?.database,
    path: field.source?.path,
    maxLength: field.maxLength,
    notAfterToday: field.notAfterToday,
    min: field.min,
    max: field.max,
  }),
  ...conditionBoxes(`${at}.when`, field.when, above),
});

export function formBoxes({ form }: Partial<ProcedureContent>): Flat {
  const all = form ? fieldsOf(form) : [];
  return listBoxes('sections', form?.sections, (section, at) => ({
    ...boxes(at, { was: section.key, vi: section.title.vi, en: section.title.en }),
    ...listBoxes(`${at}.fields`, section.fields, (field, path) => fieldBoxes(field, path, all)),
  }));
}

const words = (vi: string, en: string): Words | undefined => (vi ? { vi, ...given({ en }) } : undefined);

const optionFrom = (line: string, taken: string[]): NonNullable<FormField['options']>[number] => {
  const parts = line.split('|').map((one) => one.trim());
  const [value, vi, en = ''] = parts.length > 1 ? parts : [keyFor(line, taken), line];
  return { value: value!, label: { vi: vi!, ...given({ en }) } };
};

const numberFrom = (text: string): number | undefined =>
  text === '' ? undefined : Number(text.replace(',', '.'));

const present = (values: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

function fieldFrom(row: Row, was: FormField | undefined, key: string): Omit<FormField, 'when'> {
  const [database, path, options] = [row.text('database'), row.text('path'), linesOf(row.text('options'))];
  const taken: string[] = [];
  return {
    key,
    term: [row.text('datum'), row.text('role')].filter(Boolean).join('@'),
    label: { vi: row.text('vi'), ...given({ en: row.text('en') }) },
    type: (row.text('type') || 'text') as FormField['type'],
    required: row.yes('required'),
    ...present({
      hint: words(row.text('hintVi'), row.text('hintEn')),
      options:
        options.length > 0 || was?.options ? options.map((line) => optionFrom(line, taken)) : undefined,
      source: database || path ? { database, path } : undefined,
      fromAccount: row.text('fromAccount') || undefined,
      maxLength: numberFrom(row.text('maxLength')),
      notAfterToday: row.yes('notAfterToday') || (was?.notAfterToday === false ? false : undefined),
      min: numberFrom(row.text('min')),
      max: numberFrom(row.text('max')),
    }),
  };
}

/** A new field is called after its datum and role: `childFullName`. */
const keyOf = (row: Row, taken: string[]): string =>
  keyFor(
    [
      row.text('role'),
      (row.text('datum').split('.')[1] ?? row.text('vi')).replaceAll(/([A-Z])/g, ' $1'),
    ].join(' '),
    taken,
  );

export function sectionsFrom(values: Flat, was: ProcedureForm | undefined): FormSection[] {
  const before = was ? fieldsOf(was) : [];
  const taken = before.map(({ key }) => key);
  const takenSections = (was?.sections ?? []).map(({ key }) => key);
  const all = rowsOf(values, 'sections').flatMap((section) =>
    rowsOf(values, `${section.at}.fields`)
      .filter((row) => row.text('vi'))
      .map((row) => {
        const key = row.text('was') || keyOf(row, taken);
        return {
          section: section.at,
          at: row.at,
          field: fieldFrom(
            row,
            before.find((one) => one.key === key),
            key,
          ),
        };
      }),
  );
  const known = all.map(({ field }) => field);
  return rowsOf(values, 'sections').flatMap((row): FormSection[] => {
    const vi = row.text('vi');
    if (!vi) return [];
    const own = all.filter((one) => one.section === row.at);
    return [
      {
        key: row.text('was') || keyFor(vi, takenSections),
        title: { vi, ...given({ en: row.text('en') }) },
        fields: own.map(({ at, field }) => ({ ...field, ...whenFrom(values, `${at}.when`, known) })),
      },
    ];
  });
}

export function formFrom(values: Flat, was: ProcedureContent): Partial<ProcedureContent> {
  const sections = sectionsFrom(values, was.form);
  return sections.length > 0 || was.form ? { form: { sections } } : { form: undefined };
}
