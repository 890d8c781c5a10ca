import type { ProcedureForm } from '../../../procedures/contract.ts';

/** Dictionary terms for which the boxes of the applicant ask already: nobody types a datum twice inside one case (R07). */
const boxes: Readonly<Record<string, string>> = {
  'person.fullName@applicant': 'applicant.fullName',
  'person.personalId@applicant': 'applicant.personalId',
  'person.phone@applicant': 'applicant.phone',
  'person.email@applicant': 'applicant.email',
  'person.address@applicant': 'applicant.address',
};
const PERSONAL_ID = /^\d{12}$/;

/** The box above the form that asks for a field of it, by the field's key. */
export const boxesOf = (form: ProcedureForm): Readonly<Record<string, string>> =>
  Object.fromEntries(
    form.sections.flatMap(({ fields }) =>
      fields.flatMap(({ key, term }) => (boxes[term] ? [[key, boxes[term]] as const] : [])),
    ),
  );

/** The form without what the boxes ask for; a section that has nothing else falls away. */
export function formBelow(form: ProcedureForm): ProcedureForm {
  const sections = form.sections.map((section) => ({
    ...section,
    fields: section.fields.filter(({ term }) => !(term in boxes)),
  }));
  return { sections: sections.filter(({ fields }) => fields.length > 0) };
}

/**
 * What the boxes say to the form, by field key. A number that is no personal number (of a business, of a passport) stays
 * with the applicant alone.
 */
export function answersOf(form: ProcedureForm, typed: Readonly<Record<string, unknown>>) {
  return Object.entries(boxesOf(form)).flatMap(([key, box]) => {
    const value = typed[box];
    const text = typeof value === 'string' ? value.trim() : '';
    const isFit = box !== 'applicant.personalId' || PERSONAL_ID.test(text.replaceAll(/\s/g, ''));
    return text !== '' && isFit ? [[key, text] as const] : [];
  });
}
