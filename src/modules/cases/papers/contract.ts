import { z } from 'zod';

import { day, endpoint, id, instant } from '../../../kit/contract.ts';
import { refusal, unitId, words } from '../contract/words.ts';

export const alreadyCorrected = refusal(
  'alreadyCorrected',
  409,
  'Dữ liệu này đã được báo là đã sửa',
  'This datum is already said to be corrected',
  'Tải lại danh sách.',
  'Load the list again.',
);

const n = z.number().int();
const counts = z.object({ cases: n, demanded: n, handed: n, byOriginal: n, byScan: n, byData: n });

/** A published figure: nobody may hide how many certified copies his office asks for. */
export const countCertifiedCopies = endpoint({
  name: 'cases.countCertifiedCopies',
  method: 'GET',
  path: '/certified-copies',
  summary: {
    vi: 'Bản sao chứng thực đã đòi và đã không phải nộp, theo cơ quan',
    en: 'Certified copies asked for and done without, per agency',
  },
  permission: 'public',
  /** Days of reception, both counted. */
  input: { from: day, to: day },
  reply: z.object({
    items: z.array(counts.extend({ unitId: z.string(), name: z.object({ vi: z.string(), en: z.string() }) })),
    total: counts,
  }),
});

const fault = z.object({
  id,
  unitId: z.string(),
  caseId: z.string(),
  caseCode: z.string().optional(),
  component: z.object({ vi: z.string(), en: z.string().optional() }),
  database: z.string(),
  told: z.string(),
  openedAt: instant,
  correctedAt: instant.optional(),
  note: z.string().optional(),
});

/** Data that databases lack or have wrong, as asked for in supplements: to be corrected by who keeps them. */
export const listDataFaults = endpoint({
  name: 'cases.listDataFaults',
  method: 'GET',
  path: '/cases/data-faults',
  summary: { vi: 'Dữ liệu thiếu hoặc sai cần sửa', en: 'Data to be corrected' },
  permission: 'case.view',
  input: { unitId, state: z.enum(['open', 'all']).default('open') },
  reply: z.object({ items: z.array(fault) }),
});

export const correctDataFault = endpoint({
  name: 'cases.correctDataFault',
  method: 'POST',
  path: '/cases/data-faults/:id/correction',
  summary: { vi: 'Báo dữ liệu đã được sửa', en: 'Say that a datum is corrected' },
  permission: 'case.view',
  input: { id, note: words },
  reply: fault,
  problems: [alreadyCorrected],
});
