import { z } from 'zod';

import { cursor, endpoint, id, instant, limit, pageOf } from '../../../kit/contract.ts';
import { outcomes } from '../rules/model.ts';
import { dueLine } from './citizen.ts';
import { atStep, channel, filled, handling, promised, states, step, unitId } from './words.ts';

export const listed = z.object({
  id,
  code: z.string().optional(),
  procedureCode: z.string(),
  applicantName: z.string(),
  channel,
  handling,
  payment: z.string(),
  statusCode: z.number().optional(),
  stepKey: z.string().optional(),
  stepRole: z.string().optional(),
  /** The outcome of the draft, of a case that waits for its signature. */
  proposed: z.enum(outcomes).optional(),
  receptionUnitId: z.string(),
  decisionUnitId: z.string().optional(),
  atUnitId: z.string(),
  personId: z.string().optional(),
  submittedAt: instant,
  receivedAt: instant.optional(),
  dueAt: instant.optional(),
  stepDueAt: instant.optional(),
  /** Working minutes left until the due date; negative once it has passed, a fraction where nobody has worked since. */
  minutesLeft: z.number().optional(),
});

const filters = {
  /** `work`: where this unit has to act; `decision`: what it decides; `received`: its desk's book; `mine`: assigned to me. */
  view: z.enum(['work', 'decision', 'received', 'mine', 'own']).default('work'),
  unitId: unitId.optional(),
  /** With the cases of all units below it, for `work` and `decision`. */
  subtree: z.boolean().default(false),
  handling: z.array(handling).optional(),
  /** Where open cases stand: the words of the overview by unit. */
  work: z.enum(['submitted', 'working', 'waiting', 'ready']).optional(),
  procedureCode: z.string().max(40).optional(),
  stepRole: z.string().max(20).optional(),
  personId: z.string().max(80).optional(),
  unassigned: z.boolean().optional(),
  dueBefore: instant.optional(),
  dueFrom: instant.optional(),
  /** Overdue without an apology slip: the leader's list (R18). */
  withoutApology: z.boolean().optional(),
  channel: channel.optional(),
  day: z.iso.date().optional(),
};
export const listCases = endpoint({
  name: 'cases.list',
  method: 'GET',
  path: '/cases',
  summary: { vi: 'Danh sách hồ sơ', en: 'List cases' },
  permission: 'signedIn',
  input: { ...filters, cursor, limit },
  reply: pageOf(listed),
});
export const searchCases = endpoint({
  name: 'cases.search',
  method: 'GET',
  path: '/cases/search',
  summary: { vi: 'Tìm hồ sơ', en: 'Search cases' },
  permission: 'signedIn',
  input: { q: z.string().trim().min(2).max(100), unitId: unitId.optional(), cursor, limit },
  reply: pageOf(listed),
  personal: true,
});

const consultation = z.object({
  id,
  caseId: id,
  unitId: z.string(),
  code: z.string().optional(),
  question: z.string(),
  askedAt: instant,
  dueAt: instant,
});
export const listConsultations = endpoint({
  name: 'cases.listConsultations',
  method: 'GET',
  path: '/cases/consultations',
  summary: { vi: 'Ý kiến đang chờ trả lời', en: 'Questions waiting for an answer' },
  permission: 'case.handle',
  input: { unitId: unitId.optional(), cursor, limit },
  reply: pageOf(consultation),
});

const count = z.object({
  unitId: z.string(),
  submitted: z.number(),
  working: z.number(),
  waiting: z.number(),
  ready: z.number(),
  overdue: z.number(),
  dueToday: z.number(),
  received: z.number(),
  early: z.number(),
  onTime: z.number(),
  late: z.number(),
  /** With `under`: what the row is called, and how many units there are directly below it. */
  nameVi: z.string().optional(),
  nameEn: z.string().optional(),
  below: z.number().int().optional(),
});
export const overviewCases = endpoint({
  name: 'cases.overview',
  method: 'GET',
  path: '/cases/overview',
  summary: { vi: 'Tổng quan theo đơn vị', en: 'Overview by unit' },
  permission: 'case.view',
  input: {
    unitId: unitId.optional(),
    /** Rows by the units directly below this one, each with everything below it, and one for the unit itself. */
    under: unitId.optional(),
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
  },
  reply: z.object({ items: z.array(count) }),
});

const timelineEntry = z.object({
  seq: z.number(),
  at: instant,
  kind: z.string(),
  by: z.object({
    as: z.string(),
    person: z.string().optional(),
    unitId: z.string().optional(),
    standsInFor: z.string().optional(),
    mandate: z.array(z.object({ kind: z.string(), id: z.string(), paper: z.string() })).optional(),
  }),
  payload: z.record(z.string(), z.unknown()),
});
export const getCase = endpoint({
  name: 'cases.get',
  method: 'GET',
  path: '/cases/:id',
  summary: { vi: 'Hồ sơ', en: 'A case' },
  permission: 'signedIn',
  input: { id },
  reply: z.object({
    id,
    code: z.string().optional(),
    ...states,
    procedure: z.object({
      code: z.string(),
      vi: z.string(),
      en: z.string().optional(),
      versionId: id,
      overlayId: z.string().optional(),
      number: z.number(),
    }),
    channel,
    caseKind: z.string().optional(),
    gap: z.string().optional(),
    places: z.object({
      help: z.string().optional(),
      reception: z.string(),
      decision: z.string().optional(),
      returnTo: z.string(),
    }),
    atUnitId: z.string(),
    personId: z.string().optional(),
    step: atStep.extend({ vi: z.string(), en: z.string().optional() }).optional(),
    next: z.array(
      z.object({
        key: z.string(),
        role: z.string(),
        at: z.string(),
        vi: z.string(),
        en: z.string().optional(),
      }),
    ),
    submittedAt: instant,
    receivedAt: instant.optional(),
    due: z.object({
      at: instant.optional(),
      legalAt: instant.optional(),
      first: instant.optional(),
      minutesLeft: z.number().optional(),
      lines: z.array(dueLine),
    }),
    onTime: z.object({ provincial: z.string(), national: z.string() }),
    content: z
      .object({ version: z.number(), ...filled, promised: promised.optional(), at: instant.optional() })
      .optional(),
    supplements: z.array(z.record(z.string(), z.unknown())),
    consultations: z.array(z.record(z.string(), z.unknown())),
    duty: z.record(z.string(), z.unknown()).optional(),
    receipts: z.array(z.record(z.string(), z.unknown())),
    decision: z.record(z.string(), z.unknown()).optional(),
    /** Where the QR code of the printed result leads. */
    checkAddress: z.string().optional(),
    history: z.array(z.object({ code: z.number(), at: instant })),
    timeline: z.array(timelineEntry),
    /** The steps open to this person now: his buttons. */
    steps: z.array(step),
    version: z.number(),
  }),
  personal: true,
});

const savedView = z.object({ name: z.string(), filters: z.record(z.string(), z.unknown()) });
export const listViews = endpoint({
  name: 'cases.listViews',
  method: 'GET',
  path: '/cases/views',
  summary: { vi: 'Bộ lọc đã lưu', en: 'Saved views' },
  permission: 'signedIn',
  input: {},
  reply: z.object({ items: z.array(savedView) }),
});
export const saveView = endpoint({
  name: 'cases.saveView',
  method: 'PUT',
  path: '/cases/views/:name',
  summary: { vi: 'Lưu bộ lọc', en: 'Save a view' },
  permission: 'signedIn',
  input: {
    name: z.string().trim().min(1).max(80),
    filters: z.record(z.string(), z.unknown()),
    remove: z.boolean().default(false),
  },
  reply: z.object({ items: z.array(savedView) }),
});
