import type { ProcedureContent } from '../../../procedures/contract.ts';

const field = (key: string, term: string, type: string, more = {}) =>
  ({ key, term, type, label: { vi: `Mục ${key}`, en: `Field ${key}` }, required: true, ...more }) as never;
/** A form whose name step 1 knows, whose place decides, and one answer of its own. */
export const form: ProcedureContent['form'] = {
  sections: [
    {
      key: 'applicant',
      title: { vi: 'Người nộp', en: 'Applicant' },
      fields: [
        field('fullName', 'person.fullName@applicant', 'text'),
        field('residence', 'person.residence@applicant', 'place'),
        field('purpose', 'certificate.purpose', 'text'),
      ],
    },
  ],
};
export const paper = {
  key: 'photo',
  name: { vi: 'Ảnh chân dung', en: 'Portrait' },
  kind: 'paper' as const,
  originals: 1,
  copies: 0,
  required: true,
};
