import { z } from 'zod';

import { day, endpoint } from '../../../kit/contract.ts';
import { idTaken, unknownCalendar } from '../problems.ts';
import { limitUnits } from '../rules/model.ts';
import { calendarVersion, dayException } from './shapes.ts';

const permission = 'calendar.edit';
const unitId = z.string().min(1).max(100);
const calendarId = z.string().regex(/^[a-z0-9-]{1,60}$/);
const name = z.string().trim().min(1).max(200);
const version = calendarVersion.omit({ unverified: true });
const exception = dayException.omit({ unverified: true });

const summary = z.object({
  id: calendarId,
  nameVi: z.string(),
  nameEn: z.string(),
  follows: z.string().optional(),
  ownerUnitId: z.string(),
  /** In force on the day asked for. */
  version: calendarVersion,
  versionCount: z.number().int(),
  unitCount: z.number().int(),
});

export const listCalendars = endpoint({
  name: 'calendar.list',
  method: 'GET',
  path: '/calendars',
  summary: { vi: 'Các lịch làm việc', en: 'The working calendars' },
  permission: 'public',
  input: {},
  reply: z.object({ items: z.array(summary) }),
});

export const getCalendar = endpoint({
  name: 'calendar.get',
  method: 'GET',
  path: '/calendars/:id',
  summary: {
    vi: 'Một lịch làm việc: các phiên bản, ngày nghỉ và làm bù của một năm, đơn vị áp dụng',
    en: 'One calendar: its versions, days off and make-up days of a year, units that keep it',
  },
  permission: 'public',
  input: { id: calendarId, year: z.number().int().min(2000).max(2090).optional() },
  reply: summary.extend({
    year: z.number().int(),
    versions: z.array(calendarVersion),
    exceptions: z.array(dayException.extend({ own: z.boolean() })),
    openQuestions: z.array(z.object({ vi: z.string(), en: z.string() })),
    units: z.array(
      z.object({ unitId, nameVi: z.string(), nameEn: z.string(), validFrom: day, decision: z.string() }),
    ),
    /** Whether the caller may change it. */
    editable: z.boolean(),
  }),
  problems: [unknownCalendar],
});

export const createCalendar = endpoint({
  name: 'calendar.create',
  method: 'POST',
  path: '/calendars',
  summary: { vi: 'Lập một lịch làm việc mới', en: 'State a new calendar' },
  permission,
  input: {
    id: calendarId,
    nameVi: name,
    nameEn: name,
    follows: calendarId.optional(),
    ownerUnitId: unitId,
    version,
  },
  reply: z.object({ id: z.string() }),
  problems: [idTaken, unknownCalendar],
});

export const stateVersion = endpoint({
  name: 'calendar.stateVersion',
  method: 'POST',
  path: '/calendars/:id/versions',
  summary: { vi: 'Nêu giờ làm việc mới từ một ngày', en: 'State new working hours from a day on' },
  permission,
  input: { id: calendarId, ...version.shape },
  reply: z.object({}),
  problems: [unknownCalendar],
});

export const stateException = endpoint({
  name: 'calendar.stateException',
  method: 'POST',
  path: '/calendars/:id/exceptions',
  summary: {
    vi: 'Nêu ngày nghỉ hoặc ngày làm bù theo quyết định',
    en: 'State a day off or a make-up day by a decision',
  },
  permission,
  input: { id: calendarId, ...exception.shape },
  reply: z.object({}),
  problems: [unknownCalendar],
});

export const keepCalendar = endpoint({
  name: 'calendar.keep',
  method: 'POST',
  path: '/calendars/:id/units',
  summary: {
    vi: 'Nêu đơn vị làm việc theo lịch này từ một ngày',
    en: 'State that a unit works by this calendar from a day on',
  },
  permission,
  input: { id: calendarId, unitId, validFrom: day, decision: z.string().trim().min(1).max(500) },
  reply: z.object({}),
  problems: [unknownCalendar],
});

export const previewException = endpoint({
  name: 'calendar.preview',
  method: 'GET',
  path: '/calendars/:id/preview',
  summary: {
    vi: 'Ngày hẹn trả nào sẽ thay đổi nếu nêu ngày nghỉ hoặc làm bù này',
    en: 'Which due dates this day off or make-up day would move',
  },
  permission,
  input: { id: calendarId, day, kind: z.enum(['off', 'working']), insteadOf: day.optional() },
  reply: z.object({
    receptions: z.number().int(),
    limits: z.array(
      z.object({
        value: z.number(),
        unit: z.enum(limitUnits),
        changed: z.number().int(),
        example: z.object({ received: day, before: day, after: day }).optional(),
      }),
    ),
  }),
  problems: [unknownCalendar],
});
