import { z } from 'zod';

import { cursor, day, endpoint, id, instant, limit, pageOf } from '../../../kit/contract.ts';
import { bookKeys, lateCauses } from '../rules/book.ts';
import { channel, handling, unitId } from './words.ts';

const counted = <K extends string>(keys: readonly K[]) =>
  z.object(Object.fromEntries(keys.map((key) => [key, z.number().int()])) as Record<K, z.ZodNumber>);
const line = z.object({ counts: counted(bookKeys), causes: counted(lateCauses) });

const period = { unitId, from: day, to: day };

/** Forms 06a, 07a (by field) and 07b (by unit) of one unit or of a unit with all below it. */
export const getBook = endpoint({
  name: 'cases.book',
  method: 'GET',
  path: '/cases/book',
  summary: {
    vi: 'Tình hình giải quyết và nguyên nhân quá hạn trong kỳ',
    en: 'Cases received and handled in a period, and causes of delay',
  },
  permission: 'case.view',
  input: { ...period, subtree: z.boolean().default(false) },
  reply: z.object({
    byField: z.array(line.extend({ field: z.string() })),
    byUnit: z.array(line.extend({ unitId: z.string() })),
    total: line,
    /** Results that came to their end in the period, by decision or because an offer was undone. */
    resultsEnded: z.object({ revoked: z.number().int(), replaced: z.number().int() }),
  }),
  snapshot: true,
});

/** The tracking book of a desk (form 07). */
export const getDayBook = endpoint({
  name: 'cases.dayBook',
  method: 'GET',
  path: '/cases/day-book',
  summary: { vi: 'Sổ theo dõi hồ sơ (mẫu 07)', en: 'Tracking book of cases (form 07)' },
  permission: 'case.view',
  input: { ...period, cursor, limit },
  reply: pageOf(
    z.object({
      id,
      code: z.string().optional(),
      procedureCode: z.string(),
      applicantName: z.string(),
      channel,
      handling,
      decisionUnitId: z.string().optional(),
      receivedAt: instant,
      dueAt: instant.optional(),
      endedAt: instant.optional(),
      returnedAt: instant.optional(),
    }),
  ),
  personal: true,
});
