import type { App } from '../../../kit/app.ts';
import type { FormField, OfferRule, ProcedureContent } from '../../procedures/contract.ts';
import { samplePublished } from '../../procedures/samples.ts';

export const [BIRTH, COPY, CARD, PENSION, PASS, GRANT] = [
  '1.000001',
  '1.000002',
  '1.000003',
  '1.000004',
  '1.000005',
  '1.000006',
] as const;

const field = (key: string, term: string, over: Partial<FormField> = {}): FormField => ({
  key,
  term,
  label: { vi: key, en: key },
  type: 'text',
  required: true,
  ...over,
});
const formOf = (...fields: FormField[]): Partial<ProcedureContent> => ({
  form: { sections: [{ key: 'a', title: { vi: 'A', en: 'A' }, fields }] },
});
const child = [
  field('childName', 'person.fullName@child'),
  field('childBirthDay', 'person.birthDay@child', { type: 'day' }),
];
const rule = (over: Partial<OfferRule>): OfferRule => ({
  on: [{ kind: 'granted', procedureCode: BIRTH }],
  openDays: 30,
  undoDays: 15,
  legalBasis: 'Nghị định 224/2026/NĐ-CP',
  ...over,
});
const offered = (proactive: 1 | 2 | 3 | 4, offer: OfferRule): Partial<ProcedureContent> => ({
  rules: { anyPlace: true, proactive, offer },
});

/** A birth, and what is offered after it: a copy (level 3), a card (2); a pension when told (4), a pass at six years (1). */
export async function publishServices(app: App): Promise<void> {
  await samplePublished(app, { code: BIRTH, content: formOf(...child) });
  const copy = formOf(
    field('childName', 'person.fullName@child'),
    field('copies', 'case.copies', { type: 'number' }),
  );
  const two = { fill: [{ field: 'copies', value: '2' }] };
  await samplePublished(app, { code: COPY, content: { ...copy, ...offered(3, rule(two)) } });
  const clinic = formOf(...child, field('clinic', 'health.clinic@child'));
  await samplePublished(app, { code: CARD, content: { ...clinic, ...offered(2, rule({})) } });
  const told = rule({ on: [{ kind: 'told', event: 'retirement' }], startDays: 10 });
  const name = formOf(field('fullName', 'person.fullName@applicant'));
  await samplePublished(app, { code: PENSION, content: { ...name, ...offered(4, told) } });
  const aged = rule({ on: [{ kind: 'age', role: 'child', years: 6, daysBefore: 30 }] });
  await samplePublished(app, { code: PASS, content: { ...formOf(...child), ...offered(1, aged) } });
}

/** A grant that begins by itself after a birth, with consent (level 4). */
export async function publishGrant(app: App): Promise<void> {
  const name = formOf(field('fullName', 'person.fullName@applicant'));
  await samplePublished(app, { code: GRANT, content: { ...name, ...offered(4, rule({ startDays: 10 })) } });
}
