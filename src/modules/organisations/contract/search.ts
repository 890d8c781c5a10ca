import { z } from 'zod';

import { cursor, day, endpoint, pageOf } from '../../../kit/contract.ts';
import { levels } from '../rules/model.ts';
import { level, unitId, unitRef, unitSummary } from './shapes.ts';

export const searchUnits = endpoint({
  name: 'organisations.searchUnits',
  method: 'GET',
  path: '/organisations/search',
  summary: {
    vi: 'Tìm cơ quan theo tên hoặc mã tại một ngày, sát nhất trước',
    en: 'Find units by name or code as of a day, the nearest first',
  },
  permission: 'public',
  input: {
    q: z.string().trim().min(1).max(200),
    asOf: day.optional(),
    level: z.array(level).max(levels.length).optional(),
    within: unitId.optional(),
    /** Only units for which the asker holds this permission. */
    may: z.string().max(60).optional(),
    cursor,
    limit: z.coerce.number().int().min(1).max(50).default(20),
  },
  reply: pageOf(
    unitSummary.extend({
      /** The text is a whole name, abbreviation, other spelling or code of the unit. */
      exact: z.boolean(),
      /** The units above, nearest first, without the centre. */
      above: z.array(unitRef),
    }),
  ).extend({ asOf: day }),
});
