/** Short hands with which the procedures are written down. */
import type { Cutoff, LimitUnit, TimeLimit } from '../../calendar/contract.ts';
import type {
  ChannelRow,
  Component,
  Fee,
  FormField,
  FormSection,
  ProcedureContent,
  Step,
  Words,
} from '../rules/model.ts';
import { type DatumKey, datumOf, type RoleKey, roles, term } from './terms.ts';

export const w = (vi: string, en: string): Words => ({ vi, en });
export const limit = (value: number, unit: LimitUnit): TimeLimit => ({ value, unit });
export const workingDays = (value: number): TimeLimit => limit(value, 'workingDay');
export const days = (value: number): TimeLimit => limit(value, 'day');
export const option = (value: string, vi: string, en: string) => ({ value, label: w(vi, en) });

/** Condition: a field has this value. */
export const is = (key: string, value: string | boolean) => ({ '===': [{ var: key }, value] });
export const isNot = (key: string, value: string | boolean) => ({ '!==': [{ var: key }, value] });

type More = Partial<Omit<FormField, 'key' | 'term' | 'type'>>;

/** A field that asks for a datum about somebody; label, type and length come from the dictionary. */
export function ask(key: string, datum: DatumKey, role?: RoleKey, more: More = {}): FormField {
  const { name, type, fromAccount, ...rest } = datumOf(datum);
  const label = role
    ? w(`${name.vi} của ${roles[role].vi}`, `${name.en ?? name.vi}: ${roles[role].en}`)
    : name;
  const own = role === 'applicant' && fromAccount ? { fromAccount } : {};
  return { key, term: term(datum, role), label, type, required: true, ...rest, ...own, ...more };
}

/** A question of this procedure alone; `about` tells it from the questions of others. */
export const question = (key: string, about: string, label: Words, more: More = {}): FormField => ({
  key,
  term: term('case.question', about),
  label,
  type: 'yesNo',
  required: true,
  ...more,
});
export const choice = (
  key: string,
  about: string,
  label: Words,
  options: NonNullable<FormField['options']>,
  more: More = {},
): FormField => ({
  key,
  term: term('case.choice', about),
  label,
  type: 'choice',
  required: true,
  options,
  ...more,
});

/** The person who files: what sign-in knows is not typed. */
export const applicantFields: readonly FormField[] = [
  ask('fullName', 'person.fullName', 'applicant'),
  ask('personalId', 'person.personalId', 'applicant'),
  ask('phone', 'person.phone', 'applicant'),
  ask('email', 'person.email', 'applicant', { required: false }),
];
/** Where the applicant lives: decides who is competent in matters of persons. */
export const residenceFields: readonly FormField[] = [
  ask('residence', 'person.residence', 'applicant'),
  ask('address', 'person.address', 'applicant', { required: false }),
];

type Part = Partial<Omit<Component, 'key' | 'name' | 'kind'>>;

export const formPart = (key: string, name: Words, more: Part = {}): Component => ({
  key,
  name,
  kind: 'form',
  originals: 1,
  copies: 0,
  required: true,
  ...more,
});
export const paper = (key: string, name: Words, more: Part = {}): Component => ({
  ...formPart(key, name, more),
  kind: 'paper',
});
export const shown = (key: string, name: Words, more: Part = {}): Component => ({
  ...formPart(key, name, { originals: 0, ...more }),
  kind: 'shown',
});

export const free: Fee = { kind: 'free' };
export const byProvince: Fee = { kind: 'province' };
export const dong = (amount: number, per?: Words): Fee => ({
  kind: 'amount',
  dong: amount,
  ...(per && { per }),
});

export const row = (
  channel: ChannelRow['channel'],
  time: TimeLimit,
  fee: Fee,
  more: Partial<ChannelRow> = {},
): ChannelRow => ({ channel, limit: time, fee, ...more });
/** The same time and fee at the desk, online and by post. */
export const allChannels = (time: TimeLimit, fee: Fee, more: Partial<ChannelRow> = {}): ChannelRow[] =>
  (['online', 'desk', 'post'] as const).map((channel) => row(channel, time, fee, more));

export type PlannedStep = Omit<Step, 'next'> & Partial<Pick<Step, 'next'>>;

/** Steps one after the other, unless a step says itself what follows it. */
export const inOrder = (steps: readonly PlannedStep[]): Step[] =>
  steps.map((step, position) => {
    const following = steps[position + 1];
    return { ...step, next: step.next ?? (following ? [{ to: following.key }] : []) };
  });

const names: Record<string, Words> = {
  receive: w('Tiếp nhận hồ sơ', 'Receive'),
  assign: w('Phân công thụ lý', 'Assign'),
  appraise: w('Thẩm định hồ sơ', 'Appraise'),
  check: w('Kiểm tra, trình ký', 'Check'),
  sign: w('Ký kết quả', 'Sign'),
  issue: w('Vào số, đóng dấu, chuyển kết quả', 'Number, seal, hand on'),
  return: w('Trả kết quả', 'Return the result'),
};

/** A step named after its role; without a time where `time` is absent. */
export const step = (
  role: 'receive' | 'assign' | 'appraise' | 'check' | 'sign' | 'issue' | 'return',
  time?: TimeLimit,
  more: Partial<PlannedStep> = {},
): PlannedStep => ({
  key: role,
  role,
  name: names[role]!,
  at: role === 'receive' ? 'reception' : role === 'return' ? 'returnPlace' : 'competent',
  ...(time && { limit: time }),
  ...more,
});

/** Slips of Circular 03/2025/TT-VPCP, first version each; a province's overlay names its own. */
const slips: Readonly<Record<string, string>> = {
  receipt: '1',
  supplement: '1',
  refusal: '1',
  apology: '1',
  stop: '1',
  control: '1',
};

/** Received after 15:00: the result comes on the next working day, or the time begins there. */
export const after15 = (legalBasis: string, effect: Cutoff['effect'] = 'dueNextWorkingDay'): Cutoff => ({
  at: '15:00',
  effect,
  legalBasis,
});

/** One procedure of the catalogue. */
export interface CatalogueEntry {
  code: string;
  content: ProcedureContent;
}

const common = {
  coordinating: [],
  conditions: [],
  caseKinds: [],
  lifeEvents: [],
  templates: slips,
  rules: { anyPlace: true },
} satisfies Partial<ProcedureContent>;

/** A procedure with what most have in common: slips, any place of the province, no further conditions. */
export const entry = (
  code: string,
  content: Omit<ProcedureContent, keyof typeof common> & Partial<Pick<ProcedureContent, keyof typeof common>>,
): CatalogueEntry => ({ code, content: { ...common, ...content } });

export const section = (key: string, title: Words, fields: readonly FormField[]): FormSection => ({
  key,
  title,
  fields,
});
