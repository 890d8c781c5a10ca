import { z } from 'zod';

import { id, instant } from '../../../kit/contract.ts';
import type { Text } from '../../../kit/i18n.ts';
import { problemKind } from '../../../kit/problems.ts';
import { isIdentityNumber } from '../rules/identityNumber.ts';
import { caseChannels, deliveries, handlings, outcomes, payments, syncs } from '../rules/model.ts';
import { caseSteps } from '../rules/steps.ts';

const text = (most: number) => z.string().trim().min(1).max(most);
export const words = text(2000);
export const shortWords = text(300);
export const secret = z.string().min(6).max(60).optional();
export const unitId = z.string().min(1).max(80);
export const dong = z.number().int().min(0).max(1_000_000_000_000);

const identityText: Text = {
  vi: 'Số định danh có 12 chữ số, chứng minh nhân dân cũ 9, mã số doanh nghiệp 10 hoặc 13; hộ chiếu có chữ cái và ít nhất 5 chữ số.',
  en: 'A personal number has 12 digits, an old identity card 9, a business number 10 or 13; a passport has letters and at least 5 digits.',
};
/** A number as it stands on the paper, of a person or a business. */
const identityNumber = z.string().trim().min(1).max(30).refine(isIdentityNumber, { params: identityText });

export const person = z.object({
  fullName: text(200),
  personalId: identityNumber.optional(),
  phone: z.string().trim().max(30).optional(),
  email: z.string().trim().max(200).optional(),
  address: z.string().trim().max(500).optional(),
});
export const applicant = person.extend({
  kind: z.enum(['citizen', 'business', 'organisation']),
  /** The language in which he wants to be written to. */
  lang: z.enum(['vi', 'en']).optional(),
});
export const representative = person.extend({ authority: text(500), consentAt: instant.optional() });
export const received = z.object({
  component: text(100),
  form: z.enum(['original', 'copy', 'certified', 'scan', 'shown', 'electronic', 'database']),
  count: z.number().int().min(0).max(1000).default(1),
  fileIds: z.array(id).max(50).default([]),
});
/** Keys of components that the applicant brings to the desk. */
export const promised = z.array(text(100)).max(100);
export const provenance = z.object({
  source: z.enum(['applicant', 'account', 'official', 'registry', 'earlierCase']),
  at: instant,
  database: z.string().max(200).optional(),
  by: z.string().max(80).optional(),
});
export const values = z.record(z.string().max(100), z.unknown());

/** What is handed in on every channel. */
export const filled = {
  applicant: applicant,
  representative: representative.optional(),
  coApplicants: z.array(person).max(50).default([]),
  values: values.default({}),
  provenance: z.record(z.string().max(100), provenance).default({}),
  components: z.array(received).max(100).default([]),
  /** How the applicant wants the result: through the portal, at the place of return, or by post. */
  delivery: z.object({ how: z.enum(['portal', 'desk', 'post']), address: shortWords.optional() }).optional(),
};

export const handling = z.enum(handlings);
export const channel = z.enum(caseChannels);
export const step = z.enum(caseSteps);
export const outcome = z.enum(outcomes);
export const states = {
  handling,
  payment: z.enum(payments),
  delivery: z.enum(deliveries),
  sync: z.enum(syncs),
  /** Code 1–10 of the national portal. */
  statusCode: z.number().int().optional(),
};

export const atStep = z.object({
  key: z.string(),
  role: z.string(),
  unitId: z.string(),
  since: instant,
  dueAt: instant.optional(),
});
/** How a case stands after a step: the reply of every step. */
export const standing = z.object({
  id,
  code: z.string().optional(),
  ...states,
  atUnitId: z.string(),
  personId: z.string().optional(),
  step: atStep.optional(),
  dueAt: instant.optional(),
  version: z.number().int(),
});
export const twin = z.object({ id, code: z.string().optional(), handling, submittedAt: instant });

export const refusal = (code: string, status: number, vi: string, en: string, doVi: string, doEn: string) =>
  problemKind(`cases.${code}`, status, { vi, en }, { vi: doVi, en: doEn });
