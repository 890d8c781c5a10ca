import { z } from 'zod';

import { endpoint, id, instant } from '../../../kit/contract.ts';
import { refusal, shortWords, words } from './words.ts';

export const notInForce = refusal(
  'notInForce',
  409,
  'Phiên bản này chưa được công bố hoặc chưa có hiệu lực',
  'This version is not published or has not begun',
  'Chuyển hồ sơ sau khi phiên bản được công bố và đến ngày hiệu lực; trước đó chỉ xem thử được.',
  'Move the cases once the version is published and its first day has come; until then only a dry run is possible.',
);

/** Why nobody can say by rule where a case would stand in the new version. */
export const undecidedReasons = ['stepMissing', 'kindMissing', 'channelMissing'] as const;

const effect = z.object({
  id,
  code: z.string().optional(),
  unitId: z.string(),
  unitVi: z.string(),
  unitEn: z.string(),
  due: z.object({ before: instant.optional(), after: instant.optional() }),
  step: z.object({
    key: z.string(),
    before: z.string(),
    after: z.string().optional(),
    dueBefore: instant.optional(),
    dueAfter: instant.optional(),
  }),
  /** Fields of the form that only the new or only the old version knows. */
  fields: z.object({ added: z.array(z.string()), gone: z.array(z.string()) }),
  undecided: z.enum(undecidedReasons).optional(),
});

const input = { versionId: id };

export const previewTransition = endpoint({
  name: 'cases.previewTransition',
  method: 'GET',
  path: '/cases/transitions/:versionId',
  summary: {
    vi: 'Xem thử: hồ sơ nào chuyển sang phiên bản mới',
    en: 'Dry run: which running cases would move to a new version',
  },
  permission: 'procedure.publish',
  input,
  reply: z.object({
    code: z.string(),
    /** Published and begun, so that the cases may be moved now. */
    inForce: z.boolean(),
    /** Running cases on earlier versions; those that would move, and those that no rule can place. */
    running: z.number().int(),
    moves: z.number().int(),
    undecided: z.number().int(),
    /** The first of those that move or cannot be placed. */
    items: z.array(effect),
  }),
});

export const applyTransition = endpoint({
  name: 'cases.applyTransition',
  method: 'POST',
  path: '/cases/transitions/:versionId',
  summary: { vi: 'Chuyển hồ sơ sang phiên bản mới', en: 'Move running cases to a new version' },
  permission: 'procedure.publish',
  input: { ...input, reason: words, legalBasis: shortWords },
  reply: z.object({ moved: z.number().int(), undecided: z.number().int() }),
  problems: [notInForce],
});
