import { z } from 'zod';

import { cursor, day, endpoint, id, instant, limit } from '../../../kit/contract.ts';
import { problemKind } from '../../../kit/problems.ts';
import { recordKinds } from '../rules/links.ts';

const n = z.number().int();
export const text = z.object({ vi: z.string(), en: z.string() });
export const unitId = z.string().min(1).max(100);
const unit = z.object({ id: z.string(), name: text });

/** Something with a due moment, and who has to act on it. */
const item = z.object({
  what: z.enum(['task', 'case', 'consultation']),
  id,
  /** Number of the task within its directive, or code of the case. */
  code: z.string(),
  title: text.optional(),
  unit,
  due: z.string(),
  /** The official; where nobody is named the role has to act. */
  person: z.string().optional(),
  role: z.string().optional(),
});
export type BoardItem = z.output<typeof item>;

/** Counts by kind; a kind that the reader may not see is absent, which is not a nought. */
const amounts = z.object({ tasks: n, cases: n.optional(), consultations: n.optional() });
const watch = z.object({ counts: amounts, items: z.array(item) });

const acting = z.object({
  unit,
  /** Of this unit and everything below it. */
  tasks: n,
  cases: n,
  /** Heads and coordinators by name; empty where nobody is appointed. */
  people: z.array(z.object({ name: z.string(), as: text })),
});

const load = z.object({
  unit,
  below: n,
  submitted: n,
  working: n,
  waiting: n,
  ready: n,
  overdue: n,
  receivedToday: n,
  endedToday: n,
});

const exchange = z.object({
  mail: z
    .object({
      waiting: n,
      later: n,
      failed: n,
      oldest: instant.optional(),
      lastSentAt: instant.optional(),
    })
    .optional(),
  /** Messages to the national portal and statuses that it has otherwise, where a connection is stated. */
  portal: z.object({ open: n, late: n, refused: n, conflicts: n }).optional(),
  jobs: z.object({ waiting: n, failed: n }),
  /** Parts of the program that follow the events; `behind` counts up to 10,000. */
  listeners: z.array(z.object({ name: z.string(), behind: n, failing: z.boolean() })),
  seal: z.object({ at: instant, events: n, since: n }).optional(),
});

const quality = z.object({
  /** Units with steps at which nobody stands. */
  gaps: z.object({ units: n, steps: n, first: z.array(z.object({ unit, steps: n })) }).optional(),
  /** Drafts of the catalogue that a check keeps from being published. */
  blocked: z.object({ drafts: n, more: z.boolean() }).optional(),
  silent: z
    .object({
      since: day,
      active: n,
      silent: n,
      first: z.array(z.object({ unit, last: day })),
    })
    .optional(),
  /** When these were looked at: they change slowly and are kept for some minutes. */
  at: instant,
});

const warnings = z.object({
  urgent: n,
  serious: n,
  notice: n,
  total: n,
  unacknowledged: n,
  items: z.array(
    z.object({
      id,
      title: text,
      /** Name of the rule alone: what a wall may say. */
      rule: text,
      severity: z.string(),
      unit,
      people: z.array(z.string()),
      since: instant,
    }),
  ),
});

const figure = z.object({
  code: z.string(),
  version: z.string(),
  name: text,
  /** The month that a figure over cases is of; figures over tasks are of this day. */
  month: z.string().optional(),
  numerator: n,
  denominator: n,
  /** Per cent with a point, rounded by the rule; absent where nothing is counted. */
  rounded: z.string().optional(),
});

export const boardReply = z.object({
  asOf: instant,
  /** Changes with anything else in the reply except `asOf`. */
  version: z.string(),
  unit: unit.extend({ level: z.string() }),
  above: z.array(unit),
  soonDay: day,
  late: watch,
  soon: watch,
  act: z.array(acting),
  load: z.object({ rows: z.array(load), total: load }).optional(),
  signing: z.object({ n, most: n, unitIds: z.array(z.string()) }).optional(),
  /** `none`: nothing of this installation knows it, so there is no number at all. */
  feedback: z.object({ source: z.enum(['none']) }),
  exchange,
  quality,
  warnings: warnings.optional(),
  figures: z.array(figure),
});
export type Board = z.output<typeof boardReply>;

export const unknownUnit = problemKind(
  'operations.unknownUnit',
  404,
  { vi: 'Không có đơn vị này trong phạm vi của bạn', en: 'There is no such unit within your reach' },
  { vi: 'Chọn một đơn vị khác trên trang trung tâm điều hành.', en: 'Choose another unit on the page.' },
);

export const getBoard = endpoint({
  name: 'operations.board',
  method: 'GET',
  path: '/operations/board',
  summary: {
    vi: 'Trung tâm điều hành: chậm, sắp chậm, ai phải làm, khối lượng, kết nối, chất lượng, cảnh báo, chỉ số',
    en: 'Operations centre: late, nearly late, who must act, load, exchange, quality, warnings, figures',
  },
  permission: 'operations.view',
  input: { unitId: unitId.optional() },
  reply: boardReply,
  problems: [unknownUnit],
});

const behind = z.object({
  key: z.string(),
  title: text,
  /** Code of a case or procedure. */
  code: z.string().optional(),
  href: z.string().optional(),
  unit: unit.optional(),
  /** A day or a moment that matters: due, last case, next try. */
  at: z.string().optional(),
  note: text.optional(),
  isBad: z.boolean(),
});

export const listBoardRecords = endpoint({
  name: 'operations.boardRecords',
  method: 'GET',
  path: '/operations/board/records',
  summary: {
    vi: 'Bản ghi sau một con số của trung tâm điều hành',
    en: 'The records behind a number of the operations centre',
  },
  permission: 'operations.view',
  input: {
    unitId: unitId.optional(),
    what: z.enum(recordKinds),
    /** The unit alone, without those below it. */
    own: z.boolean().optional(),
    /** Of what came in or ended on a day; today unless given. */
    day: day.optional(),
    cursor,
    limit,
  },
  reply: z.object({
    unit,
    what: z.enum(recordKinds),
    day,
    /** Absent where the reader may not see such records at all. */
    items: z.array(behind).optional(),
    next: z.string().optional(),
  }),
  problems: [unknownUnit],
});
export type BoardRecord = z.output<typeof behind>;

/** Server-sent events: `board` with the version of the board, at once and again whenever it has changed. */
export const liveBoard = endpoint({
  name: 'operations.liveBoard',
  method: 'GET',
  path: '/operations/board/live',
  summary: { vi: 'Trung tâm điều hành, cập nhật liên tục', en: 'Operations centre, as it changes' },
  permission: 'operations.view',
  input: { unitId: unitId.optional() },
  reply: z.any(),
  file: true,
  problems: [unknownUnit],
});
