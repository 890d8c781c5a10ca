import { z } from 'zod';

import { day, endpoint, id, instant } from '../../../kit/contract.ts';
import { lifeEvent } from '../../procedures/contract.ts';
import { applicant, refusal, secret, shortWords, unitId, values } from '../contract/words.ts';
import { offerStatuses, offerSteps } from './rules.ts';

export const offerNotOpen = refusal(
  'offerNotOpen',
  409,
  'Đề xuất này không còn ở trạng thái cho phép việc đó',
  'The offer is no longer open to this',
  'Tải lại trang đề xuất; thời hạn trả lời và hoàn tác ghi ở đó.',
  'Load the offer again; it says until when it can be answered and undone.',
);
export const consentUnfit = refusal(
  'consentUnfit',
  409,
  'Thủ tục này không tự bắt đầu',
  'This procedure does not begin by itself',
  'Chỉ thủ tục chủ động mức 4 mới cần đồng ý trước.',
  'Consent is asked only for procedures of proactive level 4.',
);

const words = z.object({ vi: z.string(), en: z.string().optional() });
const source = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('case'), caseId: id, code: z.string() }),
  z.object({ kind: z.literal('authority'), name: z.string() }),
]);
const occasion = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('granted'),
    procedureCode: z.string(),
    months: z.number().int().optional(),
    daysBefore: z.number().int().optional(),
  }),
  z.object({
    kind: z.literal('age'),
    role: z.string(),
    years: z.number().int(),
    daysBefore: z.number().int().optional(),
  }),
  z.object({ kind: z.literal('told'), event: lifeEvent }),
]);

const offer = z.object({
  id,
  procedureCode: z.string(),
  procedure: words,
  level: z.number().int(),
  status: z.enum(offerStatuses),
  occasion,
  /** The procedure whose result is the occasion. */
  occasionName: words.optional(),
  factDay: day,
  source,
  legalBasis: z.string(),
  madeAt: instant,
  /** Last day on which it can be answered. */
  until: day,
  undoDays: z.number().int(),
  /** It begins by itself on this day unless it is refused before. */
  startsOn: day.optional(),
  ready: z.boolean(),
  /** The draft or case that came of it, and the last day on which it can be undone. */
  caseId: z.string().optional(),
  caseCode: z.string().optional(),
  isDraft: z.boolean().optional(),
  undoUntil: day.optional(),
  steps: z.array(z.enum(offerSteps)),
});
const filledField = z.object({
  key: z.string(),
  label: words,
  /** As a person reads it. */
  shown: words,
  from: z.object({
    source: z.enum(['applicant', 'account', 'official', 'registry', 'earlierCase']),
    database: z.string().optional(),
    caseCode: z.string().optional(),
    at: instant,
  }),
});
const fullOffer = offer.extend({
  applicantName: z.string(),
  place: z.object({ id: z.string(), name: words }),
  fields: z.array(filledField),
  missing: z.array(words),
  /** Level 4: whether it may begin by itself in future. */
  consentId: z.string().optional(),
});

export const openOffer = endpoint({
  name: 'cases.openOffer',
  method: 'POST',
  path: '/offers/:id/open',
  summary: { vi: 'Xem một đề xuất chủ động', en: 'Read an offer' },
  permission: 'public',
  input: { id, secret },
  reply: fullOffer,
});
export const listMyOffers = endpoint({
  name: 'cases.listMyOffers',
  method: 'GET',
  path: '/offers',
  summary: { vi: 'Đề xuất chủ động dành cho tôi', en: 'What is offered to me' },
  permission: 'signedIn',
  input: {},
  reply: z.object({ items: z.array(offer) }),
});
/** For the applicant of a case (by account or secret), and for officials who see it. */
export const listOffersOfCase = endpoint({
  name: 'cases.listOffersOfCase',
  method: 'POST',
  path: '/cases/:id/offers',
  summary: { vi: 'Đề xuất quanh một hồ sơ', en: 'Offers around a case' },
  permission: 'public',
  input: { id, secret },
  reply: z.object({ items: z.array(offer) }),
});

const own = { id, secret };
export const acceptOffer = endpoint({
  name: 'cases.acceptOffer',
  method: 'POST',
  path: '/offers/:id/accept',
  summary: { vi: 'Nhận một đề xuất', en: 'Accept an offer' },
  permission: 'public',
  input: {
    ...own,
    /** As it is prepared, where it is ready to be sent; or as a draft in which everything can be changed. */
    how: z.enum(['asPrepared', 'change']).default('asPrepared'),
  },
  reply: z.object({ id, caseId: id, as: z.enum(['draft', 'case']), undoUntil: day }),
  problems: [offerNotOpen],
});
export const refuseOffer = endpoint({
  name: 'cases.refuseOffer',
  method: 'POST',
  path: '/offers/:id/refuse',
  summary: { vi: 'Từ chối đề xuất, không hỏi lại', en: 'Refuse an offer for good' },
  permission: 'public',
  input: { ...own, reason: shortWords.optional() },
  reply: z.object({ id, status: z.enum(offerStatuses) }),
  problems: [offerNotOpen],
});
export const undoOffer = endpoint({
  name: 'cases.undoOffer',
  method: 'POST',
  path: '/offers/:id/undo',
  summary: {
    vi: 'Hoàn tác việc đã nhận hoặc đã tự bắt đầu',
    en: 'Undo what was accepted or began by itself',
  },
  permission: 'public',
  input: { ...own, reason: shortWords.optional() },
  reply: z.object({ id, status: z.enum(offerStatuses), undone: z.enum(['draft', 'case', 'result']) }),
  problems: [offerNotOpen],
});

const consent = z.object({ id, procedureCode: z.string(), procedure: words, givenAt: instant });
const consents = z.object({
  items: z.array(consent),
  /** Procedures of level 4 for which no consent is given. */
  possible: z.array(z.object({ procedureCode: z.string(), procedure: words })),
});
export const listConsents = endpoint({
  name: 'cases.listConsents',
  method: 'GET',
  path: '/offers/consents',
  summary: { vi: 'Những thủ tục tôi cho phép tự bắt đầu', en: 'What I allow to begin by itself' },
  permission: 'signedIn',
  input: {},
  reply: consents,
});
/** By secret or account: consents for what follows from one case, and what may still be allowed after it. */
export const listConsentsOfCase = endpoint({
  name: 'cases.listConsentsOfCase',
  method: 'POST',
  path: '/cases/:id/consents',
  summary: {
    vi: 'Những thủ tục được phép tự bắt đầu sau một hồ sơ',
    en: 'What may begin by itself after one case',
  },
  permission: 'public',
  input: { id, secret },
  reply: consents,
});
/** Of an account for whatever comes; with a case for what follows from it alone. */
export const giveConsent = endpoint({
  name: 'cases.giveConsent',
  method: 'POST',
  path: '/offers/consents',
  summary: { vi: 'Cho phép một thủ tục tự bắt đầu', en: 'Let a procedure begin by itself' },
  permission: 'public',
  input: { procedureCode: z.string().min(1).max(40), caseId: id.optional(), secret },
  reply: z.object({ id }),
  problems: [consentUnfit],
});
export const withdrawConsent = endpoint({
  name: 'cases.withdrawConsent',
  method: 'POST',
  path: '/offers/consents/:id/withdraw',
  summary: { vi: 'Rút lại sự đồng ý', en: 'Take a consent back' },
  permission: 'public',
  /** The secret is that of the case, where the consent is for what follows from it. */
  input: { id, secret },
  reply: z.object({ id }),
});

/** What an authority knows of somebody, from which services are offered; the desk hands the secret to the person. */
export const tellLifeEvent = endpoint({
  name: 'cases.tellLifeEvent',
  method: 'POST',
  path: '/life-events',
  summary: { vi: 'Báo một sự kiện trong đời', en: 'Tell an event of life' },
  permission: 'case.receive',
  input: {
    event: lifeEvent,
    day,
    /** The commune concerned. */
    unitId,
    /** Register or agency that knows it, as the citizen reads it. */
    authority: shortWords,
    person: applicant,
    /** What it knows, by terms of the dictionary. */
    known: values.default({}),
  },
  reply: z.object({ id, offers: z.array(id), secret: z.string().optional() }),
});

export const countUnitOffers = endpoint({
  name: 'cases.countUnitOffers',
  method: 'GET',
  path: '/offers/counts',
  summary: { vi: 'Đề xuất chủ động của một đơn vị', en: 'Offers of a unit, counted' },
  permission: 'case.view',
  input: { unitId },
  reply: z.object({
    /** Waiting for the citizen. */
    open: z.number().int(),
    accepted: z.number().int(),
    started: z.number().int(),
    refused: z.number().int(),
    undone: z.number().int(),
    lapsed: z.number().int(),
    startedToday: z.number().int(),
  }),
});
