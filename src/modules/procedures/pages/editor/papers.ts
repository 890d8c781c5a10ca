import { fieldsOf } from '../../form/read-value.ts';
import { componentOf } from '../../intake/parts.ts';
import type { Component, ProcedureContent } from '../../rules/model.ts';
import { conditionBoxes, whenFrom } from './condition.ts';
import { boxes, type Flat, given, listBoxes, type Row, rowsOf } from './flat.ts';
import { keyFor } from './keys.ts';

const formFields = ({ form }: Partial<ProcedureContent>) => (form ? fieldsOf(form) : []);

/** The papers a case consists of. */
export const paperBoxes = (c: Partial<ProcedureContent>): Flat =>
  listBoxes('components', c.components, (one, at) => ({
    ...boxes(at, {
      was: one.key,
      vi: one.name.vi,
      en: one.name.en,
      kind: one.kind,
      originals: one.originals,
      copies: one.copies,
      certified: one.certified,
      required: one.required,
      formNumber: one.formNumber,
      database: one.replacedBy?.database,
      legalPlace: one.replacedBy?.legalPlace,
    }),
    ...conditionBoxes(`${at}.when`, one.when, formFields(c)),
  }));

const paperFrom = (values: Flat, row: Row, was: ProcedureContent, taken: string[]): Component[] => {
  const vi = row.text('vi');
  if (!vi) return [];
  const [database, before] = [
    row.text('database'),
    was.components.find(({ key }) => key === row.text('was')),
  ];
  const kind = (row.text('kind') || componentOf(vi, row.index).kind) as Component['kind'];
  const certified = row.yes('certified') || (before?.certified === false ? false : undefined);
  return [
    {
      key: row.text('was') || keyFor(vi, taken),
      name: { vi, ...given({ en: row.text('en') }) },
      kind,
      originals: Number(row.text('originals') || 0),
      copies: Number(row.text('copies') || 0),
      ...(certified === undefined ? {} : { certified }),
      required: row.yes('required'),
      ...whenFrom(values, `${row.at}.when`, formFields(was)),
      ...(database ? { replacedBy: { database, legalPlace: row.text('legalPlace') } } : {}),
      ...given({ formNumber: row.text('formNumber') }),
    },
  ];
};

export function papersFrom(values: Flat, was: ProcedureContent): Partial<ProcedureContent> {
  const taken = was.components.map(({ key }) => key);
  return { components: rowsOf(values, 'components').flatMap((row) => paperFrom(values, row, was, taken)) };
}
