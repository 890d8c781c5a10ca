import type { Day } from '../../../../../kit/day.ts';
import type { FieldFault } from '../../../../../kit/problems.ts';
import { competentPlace, validateForm } from '../../../../procedures/index.ts';
import { fault, type Flat, type StepKey } from './draft.ts';
import type { Application } from './load.ts';

const phone = /^0\d{9,10}$/;
const email = /^[^\s@]{1,64}@[^\s@]+\.[^\s@]+$/;
export const plainNumber = (text: string | undefined): string => (text ?? '').replaceAll(/[\s.()-]/g, '');

type Check = [path: string, isFault: boolean, pick: Parameters<typeof fault>[1]];
const faultsOf = (checks: Check[]): FieldFault[] =>
  checks.filter(([, isFault]) => isFault).map(([path, , pick]) => fault(path, pick));

/** What is wrong with who applies. */
export function checkWho(flat: Flat): FieldFault[] {
  const has = (name: string): boolean => (flat[`who.${name}`] ?? '').trim() !== '';
  const isPerson = (flat['who.kind'] ?? 'citizen') === 'citizen';
  const [id, tel, mail] = ['personalId', 'phone', 'email'].map((name) => flat[`who.${name}`]?.trim() ?? '');
  const represented = flat['who.for'] === 'other';
  return faultsOf([
    ['who.kind', !has('kind'), (m) => m.who.faults.kind],
    ['who.for', !has('for'), (m) => m.who.faults.for],
    ['who.fullName', !has('fullName'), (m) => m.who.faults.fullName],
    ['who.personalId', isPerson && !/^\d{12}$/.test(plainNumber(id)), (m) => m.who.faults.personalId],
    ['who.personalId', !isPerson && !has('personalId'), (m) => m.who.faults.businessId],
    ['who.phone', !tel && !mail, (m) => m.who.faults.contact],
    ['who.phone', tel !== '' && !phone.test(plainNumber(tel)), (m) => m.who.faults.phone],
    ['who.email', mail !== '' && !email.test(mail!), (m) => m.who.faults.email],
    ['who.repName', represented && !has('repName'), (m) => m.who.faults.repName],
    ['who.authority', represented && !has('authority'), (m) => m.who.faults.authority],
    ['who.consent-true', represented && !has('consent'), (m) => m.who.faults.consent],
  ]);
}

export function checkForm(a: Pick<Application, 'form' | 'values'>, today: Day): FieldFault[] {
  if (!a.form) return [];
  return Object.entries(validateForm(a.form, a.values, { today })).map(([key, message]) => ({
    path: `form.${key}`,
    message,
  }));
}

export const wantedPapers = ({ preview }: Pick<Application, 'preview'>) =>
  preview.papers.filter((paper) => paper.kind === 'paper' && !paper.replacedBy);

/** Papers that are required and neither uploaded nor brought to the desk. */
export function checkPapers({ preview, draft }: Pick<Application, 'preview' | 'draft'>): FieldFault[] {
  const { papers, atDesk } = draft.content;
  return wantedPapers({ preview })
    .filter(({ key, required }) => required && !papers[key]?.length && !atDesk.includes(key))
    .map(({ key, vi, en }) => ({
      path: `file.${key}`,
      message: {
        vi: fault('', (m) => m.papers.missing(vi)).message.vi,
        en: fault('', (m) => m.papers.missing(en ?? vi)).message.en,
      },
    }));
}

/** Whether the form itself does not say which place decides. */
export const asksPlace = (a: Pick<Application, 'version' | 'values'>): boolean =>
  competentPlace(a.version.content, a.values) === undefined;

export function checkGive(flat: Flat, a: Pick<Application, 'version' | 'values'>): FieldFault[] {
  const has = (name: string): boolean => (flat[`give.${name}`] ?? '').trim() !== '';
  return faultsOf([
    ['give.place', asksPlace(a) && !has('place'), (m) => m.give.faults.place],
    ['give.how', !has('how'), (m) => m.give.faults.how],
    ['give.address', flat['give.how'] === 'post' && !has('address'), (m) => m.give.faults.address],
  ]);
}

/** What is still missing, step by step; nothing where it may be handed in. */
export function checkAll(a: Application, today: Day): { step: StepKey; faults: FieldFault[] }[] {
  const { typed } = a.draft.content;
  const all = [
    { step: 'who' as const, faults: checkWho(typed.who ?? {}) },
    { step: 'form' as const, faults: checkForm(a, today) },
    { step: 'papers' as const, faults: checkPapers(a) },
    { step: 'give' as const, faults: checkGive(typed.give ?? {}, a) },
  ];
  return all.filter(({ faults }) => faults.length > 0);
}
