import { z } from 'zod';

import { day, endpoint, id, instant } from '../../../kit/contract.ts';
import type { Text } from '../../../kit/i18n.ts';
import { stepNotOpen } from './problems.ts';
import { filled, promised, received, secret, standing, states, values, words } from './words.ts';
import { point } from './work.ts';

/** What the applicant does himself: signed in, or with the secret of his case; a desk may do it for him. */
const own = <S extends Record<string, z.ZodType>>(name: string, path: string, summary: Text, input: S) =>
  endpoint({
    name: `cases.${name}`,
    method: 'POST',
    path: `/cases/:id/${path}`,
    summary,
    permission: 'public',
    input: { id, secret, ...input },
    reply: standing,
    problems: [stepNotOpen],
  });

export const answerSupplement = own(
  'answerSupplement',
  'supplement',
  { vi: 'Nộp bổ sung', en: 'Hand in a supplement' },
  {
    values: values.default({}),
    components: filled.components,
    /** Papers brought to the desk: until they are there the supplement stays open. What was said before where absent. */
    promised: promised.optional(),
  },
);
export const askStop = own(
  'askStop',
  'stop-request',
  { vi: 'Đề nghị dừng giải quyết', en: 'Ask to stop' },
  { reason: words },
);
export const withdrawCase = own(
  'withdraw',
  'withdrawal',
  { vi: 'Rút hồ sơ', en: 'Withdraw' },
  { reason: words },
);
export const sendMessage = own(
  'sendMessage',
  'messages',
  { vi: 'Gửi tin nhắn', en: 'Send a message' },
  { text: words },
);
export const rateCase = own(
  'rate',
  'rating',
  { vi: 'Đánh giá', en: 'Rate' },
  { stars: z.coerce.number().int().min(1).max(5), text: words.optional() },
);

export const dueLine = z.object({ kind: z.string(), at: instant, vi: z.string(), en: z.string() });
/** By which decision, and why, a result came to its end. */
export const endedResult = z.object({
  from: day,
  number: z.string().optional(),
  reason: z.string(),
  legalBasis: z.string(),
});
export const paperStates = ['received', 'promised', 'database', 'filled', 'shown', 'missing'] as const;
const trackedPaper = z.object({
  component: z.string(),
  vi: z.string(),
  en: z.string().optional(),
  required: z.boolean(),
  state: z.enum(paperStates),
  /** In which form it is there, and how many of each. */
  received: z.array(received.pick({ form: true, count: true })),
});
export const ownSlips = ['receipt', 'supplement', 'refusal', 'apology', 'stop', 'result'] as const;
export const trackCase = endpoint({
  name: 'cases.track',
  method: 'POST',
  path: '/cases/track',
  summary: { vi: 'Tra cứu hồ sơ', en: 'Follow a case' },
  permission: 'public',
  /** The case code, or the short code or id before it has one; without a secret only its own account sees it. */
  input: { code: z.string().trim().min(6).max(80), secret: z.string().trim().min(6).max(60).optional() },
  reply: z.object({
    id,
    code: z.string().optional(),
    /** The short code that its confirmation says. */
    lookupCode: z.string().optional(),
    procedure: z.object({ code: z.string(), vi: z.string(), en: z.string().optional() }),
    ...states,
    submittedAt: instant,
    receivedAt: instant.optional(),
    dueAt: instant.optional(),
    due: z.array(dueLine),
    places: z.object({ reception: z.string(), decision: z.string().optional(), returnTo: z.string() }),
    step: z.object({ vi: z.string(), en: z.string().optional() }).optional(),
    supplement: z
      .object({
        closesAt: instant,
        points: z.array(point),
        /** Papers that the applicant said he brings for it. */
        awaits: z.array(z.string()),
      })
      .optional(),
    /** What belongs in the case, with what of it is there. */
    papers: z.array(trackedPaper),
    duty: z.object({ amount: z.number(), rest: z.number(), payBy: instant.optional() }).optional(),
    messages: z.array(z.object({ at: instant, from: z.string(), text: z.string() })),
    history: z.array(z.object({ code: z.number(), at: instant })),
    /** Slips issued to the applicant, by the event that called for each. */
    slips: z.array(z.object({ key: z.enum(ownSlips), about: z.number().int(), at: instant })),
    mayDo: z.array(z.string()),
    /** The result no longer holds from a day on. */
    revoked: endedResult.optional(),
    /** A result with a number of its own took the place of the one before. */
    replaced: endedResult.extend({ resultNumber: z.string() }).optional(),
  }),
});
