import { z } from 'zod';

import { day, endpoint, id, instant } from '../../../kit/contract.ts';
import { slipKeys } from '../../documents/contract/templates.ts';
import { refusal, secret } from './words.ts';

export const noSlip = refusal(
  'noSlip',
  404,
  'Hồ sơ chưa đến bước có phiếu này',
  'The case has not come to what this slip is about',
  'Xem các phiếu đã có ở trang hồ sơ.',
  'See the slips there are on the page of the case.',
);

const key = z.enum(slipKeys);
/** The number of the event that called for it: an earlier slip of its kind; the newest where absent. */
const about = z.number().int().positive().optional();

/** The first print is kept as a file: the paper never changes after it has gone out. */
export const printSlip = endpoint({
  name: 'cases.printSlip',
  method: 'GET',
  path: '/cases/:id/slips/:key',
  summary: { vi: 'In phiếu của hồ sơ', en: 'Print a slip of a case' },
  permission: 'signedIn',
  input: { id, key, about },
  reply: z.unknown(),
  problems: [noSlip],
  file: true,
  personal: true,
});

/** The same for the applicant, by the secret of his case; the control slip is the offices' own. */
export const printOwnSlip = endpoint({
  name: 'cases.printOwnSlip',
  method: 'POST',
  path: '/cases/:id/slips/:key',
  summary: { vi: 'Người nộp in phiếu của mình', en: 'The applicant prints his own slip' },
  permission: 'public',
  input: { id, secret, key: key.exclude(['control']), about },
  reply: z.unknown(),
  problems: [noSlip],
  file: true,
  // Not `personal`: its audit row would keep the secret for good.
});

/** What is printed on a result is so, says who signed it, and still holds; no more than its holder shows. */
export const checkPrintedResult = endpoint({
  name: 'cases.checkResult',
  method: 'GET',
  path: '/results/:code',
  summary: { vi: 'Kiểm tra kết quả đã in', en: 'Check a printed result' },
  permission: 'public',
  input: {
    code: z.string().trim().min(10).max(120),
    /** The number on the paper in hand: tells one that was replaced from the one that holds. */
    number: z.string().trim().max(300).optional(),
    /** SHA-256 of the file in hand, to be told whether it is the one that was issued. */
    sha256: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
  },
  reply: z.object({
    state: z.enum(['valid', 'revoked', 'replaced']),
    /** Since when it no longer holds, by which decision. */
    revoked: z.object({ since: day, decision: z.string().optional() }).optional(),
    /** Former results of the same case that a later one replaced. */
    replaced: z.array(z.object({ number: z.string(), since: day, decision: z.string() })).optional(),
    resultName: z.object({ vi: z.string(), en: z.string().optional() }),
    number: z.string(),
    signedOn: day,
    signer: z.string(),
    signerTitle: z.string(),
    unit: z.object({ id: z.string(), nameVi: z.string(), nameEn: z.string() }),
    /** The signer's mandate for that day, proved again now. */
    mandateHolds: z.boolean(),
    issuedAt: instant.optional(),
    sha256: z.string().optional(),
    /** Whether the file in hand is the one issued; absent where none was named. */
    isSameFile: z.boolean().optional(),
  }),
});
