import { z } from 'zod';

import { day, endpoint, id, instant } from '../../../kit/contract.ts';
import { unitId } from '../contract/words.ts';
import { phases } from './rules.ts';

const phase = z.enum(phases);
/** The name of a step; absent for what is no step. */
const name = z.object({ vi: z.string(), en: z.string().optional() }).optional();

export const getCaseTimes = endpoint({
  name: 'cases.times',
  method: 'GET',
  path: '/cases/:id/times',
  summary: {
    vi: 'Thời gian hồ sơ ở từng trạng thái, từng bước, tính bằng phút làm việc',
    en: 'How long a case was in each state and step, in working minutes of its calendar',
  },
  permission: 'case.view',
  input: { id },
  reply: z.object({
    items: z.array(
      z.object({
        phase,
        /** The step, or the reason for which the clock stood. */
        key: z.string(),
        name,
        unitId: z.string(),
        personId: z.string().optional(),
        from: instant,
        /** Absent where the case is now. */
        to: instant.optional(),
        minutes: z.number().int(),
      }),
    ),
  }),
});

export const listStepTimes = endpoint({
  name: 'cases.stepTimes',
  method: 'GET',
  path: '/cases/step-times',
  summary: {
    vi: 'Thời gian từng bước của một thủ tục: trung vị, mức 90 %, số hồ sơ',
    en: 'How long each step of a procedure takes: median, 90th percentile, number of cases',
  },
  permission: 'case.view',
  input: {
    procedureCode: z.string().trim().min(1).max(60),
    /** The deciding unit with everything below it; everything within reach where absent. */
    unitId: unitId.optional(),
    /** Days on which the handling ended, both counted; the last ninety unless given. */
    from: day.optional(),
    to: day.optional(),
  },
  reply: z.object({
    from: day,
    to: day,
    cases: z.number().int(),
    /** More have ended than are counted: these are the newest. */
    isCut: z.boolean(),
    items: z.array(
      z.object({
        phase,
        key: z.string(),
        name,
        cases: z.number().int(),
        /** Working minutes. */
        median: z.number(),
        p90: z.number(),
      }),
    ),
  }),
});
