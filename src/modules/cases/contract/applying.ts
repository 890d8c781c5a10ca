import { z } from 'zod';

import { endpoint, id, instant } from '../../../kit/contract.ts';
import { effectiveVersion } from '../../procedures/contract.ts';
import { dueLine } from './citizen.ts';
import { notOffered, notPublished, wrongPlace, stepNotOpen } from './problems.ts';
import { applicant, channel, secret, standing, unitId, values } from './words.ts';

/** The parts of an application that are typed. */
export const typedParts = ['who', 'form', 'give'] as const;

export const typeDraft = endpoint({
  name: 'cases.typeDraft',
  method: 'PUT',
  path: '/cases/drafts/:id/typed/:part',
  summary: { vi: 'Lưu những gì đang gõ', en: 'Save what is being typed' },
  permission: 'public',
  input: {
    id,
    part: z.enum(typedParts),
    /** Inputs by name as they stand on the page; `ticket` proves that the page was drawn for this draft. */
    content: z.record(
      z.string().max(120),
      z.union([z.string().max(20_000), z.array(z.string().max(2000)).max(100)]),
    ),
  },
  reply: z.object({ savedAt: instant }),
});

const paper = z.object({
  key: z.string(),
  vi: z.string(),
  en: z.string().optional(),
  kind: z.enum(['form', 'paper', 'shown']),
  originals: z.number().int(),
  copies: z.number().int(),
  required: z.boolean(),
  replacedBy: z.object({ database: z.string(), legalPlace: z.string() }).optional(),
});

/** What follows from answers before anything is handed in: papers, kind of case, fee, who decides, the due date. */
export const previewCase = endpoint({
  name: 'cases.preview',
  method: 'POST',
  path: '/cases/preview',
  summary: { vi: 'Xem trước hồ sơ sẽ nộp', en: 'Preview of an application' },
  permission: 'public',
  input: {
    procedureCode: z.string().min(1).max(40),
    channel: channel.default('online'),
    values: values.default({}),
    placeUnitId: unitId.optional(),
    receptionUnitId: unitId.optional(),
    returnUnitId: unitId.optional(),
  },
  reply: z.object({
    version: effectiveVersion,
    papers: z.array(paper),
    caseKind: z.object({ key: z.string(), vi: z.string(), en: z.string().optional() }).optional(),
    decisionUnitId: z.string().optional(),
    receptionUnitId: z.string().optional(),
    returnUnitId: z.string().optional(),
    gap: z.string().optional(),
    /** If it were received now; the lines say how it is counted. */
    due: z.object({ at: instant.optional(), lines: z.array(dueLine) }),
  }),
  problems: [notPublished, notOffered, wrongPlace],
});

export const knownOfMe = endpoint({
  name: 'cases.knownOfMe',
  method: 'GET',
  path: '/cases/known',
  summary: {
    vi: 'Dữ liệu tôi đã khai trong các hồ sơ trước',
    en: 'What I have stated in earlier cases',
  },
  permission: 'signedIn',
  input: {},
  reply: z.object({
    items: z.array(z.object({ term: z.string(), value: z.unknown(), caseCode: z.string(), at: instant })),
  }),
  personal: true,
});

/** The applicant's own case: what he stated, the form it was stated in, and a draft result that waits for him. */
export const openOwnCase = endpoint({
  name: 'cases.openOwn',
  method: 'POST',
  path: '/cases/:id/own',
  summary: { vi: 'Mở hồ sơ của mình', en: 'Open one’s own case' },
  permission: 'public',
  input: { id, secret },
  reply: z.object({
    id,
    applicant,
    values,
    version: effectiveVersion,
    draft: z
      .object({ text: z.string().optional(), outcome: z.string().optional(), silentAt: instant.optional() })
      .optional(),
  }),
});

export const answerDraft = endpoint({
  name: 'cases.answerDraft',
  method: 'POST',
  path: '/cases/:id/draft-answer',
  summary: { vi: 'Trả lời dự thảo kết quả', en: 'Answer a draft of the result' },
  permission: 'public',
  input: { id, secret, agrees: z.boolean(), text: z.string().trim().max(2000).optional() },
  reply: standing,
  problems: [stepNotOpen],
});
