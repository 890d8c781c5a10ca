import { z } from 'zod';

import { day, endpoint, instant } from '../../../kit/contract.ts';
import { unknownCalendar } from '../problems.ts';
import { cutoffEffects, limitUnits } from '../rules/model.ts';
import { clockTime, due } from './shapes.ts';

const whose = {
  unitId: z.string().max(100).optional(),
  calendarId: z.string().max(60).optional(),
};

export const dayKinds = ['work', 'half', 'rest', 'off', 'makeUp'] as const;

export const listDays = endpoint({
  name: 'calendar.days',
  method: 'GET',
  path: '/calendar/days',
  summary: {
    vi: 'Từng ngày trong lịch của một đơn vị: giờ làm việc, ngày nghỉ, làm bù và căn cứ',
    en: 'Each day of a unit’s calendar: hours, days off, make-up days and their decisions',
  },
  permission: 'public',
  input: { ...whose, from: day, to: day },
  reply: z.object({
    calendarId: z.string(),
    days: z.array(
      z.object({
        day,
        kind: z.enum(dayKinds),
        minutes: z.number().int(),
        spans: z.array(z.object({ from: clockTime, to: clockTime })),
        nameVi: z.string().optional(),
        nameEn: z.string().optional(),
        decision: z.string().optional(),
        insteadOf: day.optional(),
        unverified: z.string().optional(),
      }),
    ),
  }),
  problems: [unknownCalendar],
});

export const getDue = endpoint({
  name: 'calendar.due',
  method: 'GET',
  path: '/calendar/due',
  summary: {
    vi: 'Tính ngày hẹn trả và giải thích từng dòng',
    en: 'Computes a due date and explains it line by line',
  },
  permission: 'public',
  input: {
    ...whose,
    value: z.number().min(0).max(2000),
    unit: z.enum(limitUnits),
    receivedAt: instant,
    channel: z.enum(['online', 'desk', 'post', 'helper']).default('desk'),
    endsAt: z.enum(['endOfDay', 'sameHour']).default('endOfDay'),
    cutoffAt: z.union([clockTime, z.literal('lastHour')]).optional(),
    cutoffEffect: z.enum(cutoffEffects).default('startNextWorkingDay'),
    cutoffCountsFrom: clockTime.optional(),
    legalBasis: z.string().max(500).default(''),
    pausedFrom: instant.optional(),
    pausedTo: instant.optional(),
    pause: z.enum(['restart', 'subtract']).default('subtract'),
  },
  reply: due.extend({ calendarId: z.string() }),
  problems: [unknownCalendar],
});
