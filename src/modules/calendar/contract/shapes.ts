import { z } from 'zod';

import { day, instant } from '../../../kit/contract.ts';
import { cutoffEffects, limitUnits, weekdays } from '../rules/model.ts';

const law = z.string().trim().max(500);

/** 'HH:MM'. */
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** A length of legal time; days and months are whole numbers, a working day may be halved (it is then four hours). */
export const timeLimit = z
  .object({ value: z.number().min(0).max(10_000), unit: z.enum(limitUnits) })
  .refine(({ value, unit }) => (unit === 'day' || unit === 'month' ? Number.isInteger(value) : true), {
    path: ['value'],
    error: 'days and months are whole numbers',
  });

export const cutoff = z.object({
  at: z.union([clockTime, z.literal('lastHour')]),
  effect: z.enum(cutoffEffects),
  countsFrom: clockTime.optional(),
  legalBasis: law,
});

/** The way time is counted for one kind of case. */
export const timeRule = z.object({
  limit: timeLimit,
  legalLimit: timeLimit.optional(),
  cutoff: cutoff.optional(),
  endsAt: z.enum(['endOfDay', 'sameHour']).optional(),
  pause: z.enum(['restart', 'subtract']),
  autoCloseAfter: z.number().int().min(1).max(365).optional(),
  legalBasis: law,
});

const workSpan = z.object({ from: clockTime, to: clockTime });
export const workWeek = z.object(
  Object.fromEntries(weekdays.map((weekday) => [weekday, z.array(workSpan).max(4)])) as Record<
    (typeof weekdays)[number],
    z.ZodArray<typeof workSpan>
  >,
);

export const calendarVersion = z.object({
  validFrom: day,
  week: workWeek,
  keepsMakeUpDays: z.boolean(),
  legalBasis: law.min(1),
  unverified: z.string().optional(),
});

export const dayException = z.object({
  day,
  kind: z.enum(['off', 'working']),
  insteadOf: day.optional(),
  nameVi: z.string().trim().min(1).max(200),
  nameEn: z.string().trim().min(1).max(200),
  decision: law.min(1),
  issuedOn: day,
  unverified: z.string().optional(),
});

export const dueLine = z.object({
  kind: z.enum([
    'received',
    'cutoff',
    'start',
    'limit',
    'dayOff',
    'makeUp',
    'pause',
    'restart',
    'addition',
    'due',
    'open',
  ]),
  at: instant,
  vi: z.string(),
  en: z.string(),
});

/** A due date with its explanation, as it travels. */
export const due = z.object({
  startAt: instant,
  dueAt: instant.optional(),
  legalDueAt: instant.optional(),
  closesAt: instant.optional(),
  lines: z.array(dueLine),
});
