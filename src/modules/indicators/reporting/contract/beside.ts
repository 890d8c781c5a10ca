import { z } from 'zod';

import { day } from '../../../../kit/contract.ts';
import { recordClass } from '../../contract/words.ts';

const n = z.number().int();
const besideCounts = z.object({
  numerator: z.number().optional(),
  denominator: z.number().optional(),
  value: z.number().optional(),
  rounded: z.string().optional(),
});
/** The figures of a composed report as they stand today, and the records that make the difference. */
export const paperBeside = z.object({
  asOf: day,
  figures: z.array(
    z.object({
      key: z.string(),
      code: z.string(),
      name: z.string(),
      unitName: z.string(),
      decimals: n,
      unit: z.string(),
      href: z.string(),
      then: besideCounts,
      now: besideCounts.optional(),
    }),
  ),
  same: n,
  changed: n,
  /** Each record that stands otherwise than it did, the first two hundred. */
  records: z.array(
    z.object({
      id: z.string(),
      ref: z.string(),
      title: z.string(),
      directiveNumber: z.string(),
      from: recordClass.optional(),
      to: recordClass.optional(),
    }),
  ),
  /** Cases and procedures that stand otherwise in a figure than they did, the first fifty of each. */
  moves: z.array(
    z.object({
      figure: z.string(),
      name: z.string(),
      id: z.string().optional(),
      code: z.string().optional(),
      withheld: z.boolean(),
      wasIn: z.boolean(),
      isIn: z.boolean(),
      wasCounted: z.boolean(),
      isCounted: z.boolean(),
    }),
  ),
});
export type PaperBeside = z.output<typeof paperBeside>;
