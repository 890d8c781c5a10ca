import { z } from 'zod';

import { endpoint, id, instant } from '../../../kit/contract.ts';
import { secondmentReply } from '../../mandates/contract.ts';
import { checklistItem, effectiveVersion } from '../../procedures/contract.ts';
import { listed } from './views.ts';
import { unitId } from './words.ts';

/** What a case runs on: its pinned version, what it must hold, and who has worked on it by name. */
export const getPlan = endpoint({
  name: 'cases.plan',
  method: 'GET',
  path: '/cases/:id/plan',
  summary: {
    vi: 'Quy trình, thành phần và người đã xử lý của hồ sơ',
    en: 'Plan, components and people of a case',
  },
  permission: 'signedIn',
  input: { id },
  reply: z.object({
    version: effectiveVersion,
    field: z.string(),
    checklist: z.array(checklistItem),
    people: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
  personal: true,
});

const row = listed.extend({
  /** Working minutes left to accept, ask for a supplement or refuse; negative when they have passed. */
  answerMinutesLeft: z.number().optional(),
});
export const deskDay = endpoint({
  name: 'cases.deskDay',
  method: 'GET',
  path: '/cases/desk',
  summary: { vi: 'Ngày làm việc của quầy một cửa', en: 'The day of a one-stop desk' },
  permission: 'case.receive',
  input: { unitId },
  reply: z.object({
    submitted: z.array(row),
    supplements: z.array(row),
    ready: z.array(row),
    dueToday: z.array(row),
    /** Cases of this desk by state of handling, with what was received today. */
    counts: z.object({
      receivedToday: z.number().int(),
      submitted: z.number().int(),
      working: z.number().int(),
      waiting: z.number().int(),
      ready: z.number().int(),
      returnedToday: z.number().int(),
    }),
  }),
  personal: true,
});

const load = {
  open: z.number().int(),
  dueToday: z.number().int(),
  late: z.number().int(),
  /** Working minutes that the plans give to the steps at which open cases stand. */
  minutes: z.number(),
};
export const getWorkload = endpoint({
  name: 'cases.workload',
  method: 'GET',
  path: '/cases/workload',
  summary: {
    vi: 'Khối lượng việc theo cơ quan và công chức, gợi ý điều động',
    en: 'Workload by unit and official, with suggestions to lend staff',
  },
  permission: 'case.view',
  input: {
    /** With all units below it; everything within reach where absent. */
    unitId: unitId.optional(),
  },
  reply: z.object({
    days: z.number().int(),
    /** The 200 with the most hours per official, out of `unitCount`. */
    units: z.array(
      z.object({ unitId: z.string(), officials: z.number().int(), receivedPerDay: z.number(), ...load }),
    ),
    unitCount: z.number().int(),
    people: z.array(
      z.object({
        unitId: z.string(),
        personId: z.string().optional(),
        name: z.string().optional(),
        ...load,
      }),
    ),
    median: z.number().optional(),
    /** Who is lent today, from or to one of these units. */
    secondments: z.array(secondmentReply),
    lend: z.array(
      z.object({
        toUnitId: z.string(),
        fromUnitId: z.string(),
        toMinutes: z.number(),
        fromMinutes: z.number(),
      }),
    ),
    late: z.array(listed),
    near: z.array(listed),
    /** Overdue without an apology slip (R18). */
    unapologised: z.array(listed),
  }),
  personal: true,
});

/** What an officer types at the desk, kept under the id that the case will have: a lost line loses nothing. */
export const keepIntake = endpoint({
  name: 'cases.keepIntake',
  method: 'PUT',
  path: '/cases/intake/:id',
  summary: { vi: 'Giữ những gì đang nhập tại quầy', en: 'Keep what is being typed at the desk' },
  permission: 'case.receive',
  input: {
    id,
    content: z.record(
      z.string().max(120),
      z.union([z.string().max(20_000), z.array(z.string().max(2000)).max(100)]),
    ),
    /** The case is received: nothing needs to be kept any more. */
    remove: z.boolean().default(false),
  },
  reply: z.object({ savedAt: instant }),
});
