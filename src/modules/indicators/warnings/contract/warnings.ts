import { z } from 'zod';

import { cursor, day, endpoint, id, instant, limit, pageOf } from '../../../../kit/contract.ts';
import { problemKind } from '../../../../kit/problems.ts';
import { unsaid } from '../rules/decide.ts';
import { endCauses } from '../rules/evolve.ts';
import { severities, subjectKinds, watchKinds } from '../rules/rule.ts';
import { ruleShown } from './schemas.ts';

const text = z.object({ vi: z.string(), en: z.string() });
const unitId = z.string().max(100);
const unit = z.object({ id: z.string(), name: text });
const severity = z.enum(severities);
const phase = z.enum(['open', 'acknowledged', 'ended']);

const responsible = z.object({
  people: z.array(z.object({ key: z.string(), name: z.string(), as: z.string() })),
  unit,
  /** asked: as the rule says. head: the post is vacant, the head stands in. above: nobody in the unit. office: nobody in line. */
  how: z.enum(['asked', 'head', 'above', 'office']),
  /** Units in which nobody was found. */
  vacant: z.array(unit),
});

const numbers = {
  /** Per cent (threshold), points (trend), days (silence, prediction). */
  value: z.number().optional(),
  numerator: z.number().int().optional(),
  denominator: z.number().int().optional(),
};

const warning = z.object({
  id,
  ruleCode: z.string(),
  ruleVersion: z.number().int(),
  ruleName: text,
  kind: z.enum(watchKinds),
  severity,
  phase,
  subject: z.object({ kind: z.enum(subjectKinds), id: z.string(), title: text, href: z.string() }),
  unit,
  raisedAt: instant,
  acknowledgedAt: instant.optional(),
  endedAt: instant.optional(),
  /** The value of the last look, else of the raising. */
  ...numbers,
  valueText: text,
  responsible,
  /** The one who asks must act. */
  mine: z.boolean(),
});

const filters = {
  /** mine: I must act. unit: of the units my roles are for. all: all I may see. */
  whose: z.enum(['mine', 'unit', 'all']).default('all'),
  state: z.enum(['open', 'acknowledged', 'running', 'ended', 'all']).default('running'),
  severity: severity.optional(),
  kind: z.enum(watchKinds).optional(),
  ruleCode: z.string().max(60).optional(),
  /** With all units below it. */
  unitId: unitId.optional(),
};

const counts = z.object({
  urgent: z.number().int(),
  serious: z.number().int(),
  notice: z.number().int(),
  total: z.number().int(),
  unacknowledged: z.number().int(),
});

export const listWarnings = endpoint({
  name: 'indicators.warnings',
  method: 'GET',
  path: '/warnings',
  summary: {
    vi: 'Cảnh báo: của tôi, của đơn vị, tất cả được xem',
    en: 'Warnings: mine, of my units, all I may see',
  },
  permission: 'warning.view',
  input: { ...filters, cursor, limit },
  reply: pageOf(warning),
});

export const listOpenWarnings = endpoint({
  name: 'indicators.warnings.open',
  method: 'GET',
  path: '/warnings-open',
  summary: {
    vi: 'Cảnh báo đang mở: số lượng theo mức độ và theo đơn vị',
    en: 'Open warnings: counts by severity and by unit',
  },
  permission: 'warning.view',
  input: { unitId: unitId.optional(), cursor, limit },
  reply: z.object({
    counts,
    /** Units with the most urgent first. */
    units: z.array(z.object({ unit, counts, oldest: instant })),
    next: z.string().optional(),
  }),
});

export const countMyWarnings = endpoint({
  name: 'indicators.warnings.mine',
  method: 'GET',
  path: '/warnings-mine',
  summary: { vi: 'Số cảnh báo tôi phải tiếp nhận', en: 'How many warnings wait for my acknowledgement' },
  permission: 'warning.view',
  input: {},
  reply: z.object({ open: z.number().int() }),
});

const look = z.object({ on: day, ...numbers, why: z.enum(unsaid).optional() });

export const getWarning = endpoint({
  name: 'indicators.warning',
  method: 'GET',
  path: '/warnings/:id',
  summary: {
    vi: 'Một cảnh báo: quy tắc, giá trị, diễn biến, ai phải xử lý',
    en: 'One warning: rule, value, what happened, who must act',
  },
  permission: 'warning.view',
  input: { id },
  reply: warning.extend({
    rule: ruleShown,
    ruleNow: z.object({ version: z.number().int(), active: z.boolean() }).optional(),
    raised: z.object({ on: day, ...numbers, valueText: text }),
    steps: z.array(z.object({ on: day, ...numbers })),
    range: z.object({ p50: z.number(), p80: z.number(), similar: z.number().int(), basis: text }).optional(),
    due: day.optional(),
    figure: z
      .object({ name: text, version: z.string().optional(), href: z.string(), recordsHref: z.string() })
      .optional(),
    looks: z.array(look),
    history: z.array(
      z.object({
        at: instant,
        kind: z.enum(['raised', 'acknowledged', 'escalated', 'ended']),
        by: z.string().optional(),
        comment: z.string().optional(),
        cause: z.enum(endCauses).optional(),
        valueText: text.optional(),
        responsible: responsible.optional(),
        waitedDays: z.number().int().optional(),
      }),
    ),
    mayAcknowledge: z.boolean(),
    mayCheck: z.boolean(),
  }),
});

export const warningEnded = problemKind(
  'indicators.warningEnded',
  409,
  { vi: 'Cảnh báo này đã kết thúc', en: 'This warning has ended' },
  {
    vi: 'Không cần tiếp nhận nữa; xem diễn biến trên trang cảnh báo.',
    en: 'Nothing is left to acknowledge; its page shows what happened.',
  },
);

export const acknowledgeWarning = endpoint({
  name: 'indicators.warning.acknowledge',
  method: 'POST',
  path: '/warnings/:id/acknowledge',
  summary: { vi: 'Tiếp nhận cảnh báo, kèm ý kiến', en: 'Acknowledge a warning, with a comment' },
  permission: 'warning.acknowledge',
  input: { id, comment: z.string().trim().min(3).max(2000) },
  reply: z.object({}),
  problems: [warningEnded],
});

export const checkWarning = endpoint({
  name: 'indicators.warning.check',
  method: 'POST',
  path: '/warnings/:id/check',
  summary: { vi: 'Kiểm tra lại một cảnh báo ngay bây giờ', en: 'Look at a warning again now' },
  permission: 'warning.acknowledge',
  input: { id },
  reply: z.object({ phase }),
});
