import { z } from 'zod';

import { day } from '../../../../kit/contract.ts';
import { period } from '../../contract/words.ts';
import { scopes } from '../rules/model.ts';

/** Schemas that the endpoints of indices share. */
export const text = z.object({ vi: z.string(), en: z.string() });
export const indexCode = z
  .string()
  .trim()
  .regex(/^[a-z0-9][a-z0-9-]{1,39}$/);
export const nodeCode = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$/);
export const unitId = z.string().min(1).max(100);
export const scope = z.enum(scopes);
/** Units that are ranked together; departments of provinces are measured like their province. */
export const rankedLevel = z.enum([...scopes, 'department']);

/** What a score is asked for. */
export const frame = {
  /** A month 2025-11, a quarter 2025-Q4 or a year 2025; this year unless given. */
  period: period.optional(),
  /** As was known at the end of this day; today unless given. */
  asOf: day.optional(),
  /** Units of that day, or of today with the past of those they came from. */
  tree: z.enum(['then', 'now']).default('now'),
  /** Wording of the index on the last day of the period, or of today. */
  rules: z.enum(['then', 'now']).default('then'),
  /** Only the indicators that count by procedure, of this one. */
  procedure: z.string().trim().max(60).optional(),
};

export const unit = z.object({ id: z.string(), name: text, level: z.string() });

export const frameReply = {
  index: z.object({ code: z.string(), version: z.string(), name: text, maximum: z.number() }),
  period: z.string(),
  periodName: text,
  asOf: day,
  procedure: z.object({ code: z.string(), name: text }).optional(),
};

/** By the value itself, or by the lower end of its interval. */
export const rankBy = z.enum(['lowerBound', 'value']);
export const rankFloor = z.coerce.number().int().min(1).max(100_000);
/** Places that cannot be excluded at 95 %. */
export const places = z.object({ from: z.number().int(), to: z.number().int() });

const range = z.object({ low: z.number(), high: z.number() });

export const nodeScore = z.object({
  code: z.string(),
  parent: z.string().optional(),
  name: text,
  group: z.boolean(),
  /** Absent where the sources leave the points open. */
  points: z.number().optional(),
  max: z.number(),
  /** Points of the node, or of nodes below a group, that are open. */
  unknown: z.number(),
  claimedPoints: z.number().optional(),
  numerator: z.number().optional(),
  denominator: z.number().optional(),
  /** Rounded by the rule of the figure, with a point. */
  rounded: z.string().optional(),
  unit: z.string().optional(),
  status: z.string(),
  statusText: text,
  /** Points possible at 95 % by the size of the denominator. */
  range: range.optional(),
  /** The figure behind it, with the version of its definition. */
  figure: z.object({ code: z.string(), version: z.string().optional() }).optional(),
  alternative: z.boolean(),
  note: text.optional(),
  conflict: text.optional(),
  beside: z.array(
    z.object({
      code: z.string(),
      name: text,
      numerator: z.number().optional(),
      denominator: z.number().optional(),
      rounded: z.string().optional(),
      status: z.string(),
    }),
  ),
});

/** One when the score decides it, several as long as open points leave it undecided. */
export const classes = z.array(z.object({ code: z.string(), name: text }));

export const total = z.object({
  points: z.number(),
  max: z.number(),
  unknown: z.number(),
  range,
  classes,
});
