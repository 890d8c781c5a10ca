import { z } from 'zod';

import { cursor, day, endpoint, id, instant, limit, pageOf } from '../../../../kit/contract.ts';
import { problemKind } from '../../../../kit/problems.ts';
import { unsaid } from '../rules/decide.ts';
import { endCauses } from '../rules/evolve.ts';
import { severities, subjectKinds, watchKinds } from '../rules/rule.ts';
import { previewRow, ruleBody, ruleShown, rulesShort } from './schemas.ts';

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

export const listWarningRules = endpoint({
  name: 'indicators.warningRules',
  method: 'GET',
  path: '/warning-rules',
  summary: { vi: 'Danh mục quy tắc cảnh báo', en: 'The rules of warnings' },
  permission: 'warning.view',
  input: {},
  reply: z.object({ items: z.array(rulesShort), mayDefine: z.boolean() }),
});

export const listWarningFigures = endpoint({
  name: 'indicators.warningFigures',
  method: 'GET',
  path: '/warning-figures',
  summary: { vi: 'Các chỉ số có thể theo dõi bằng cảnh báo', en: 'Figures that a warning may watch' },
  permission: 'warning.define',
  input: {},
  reply: z.object({
    items: z.array(
      z.object({ of: z.enum(['tasks', 'assignments', 'records']), code: z.string(), name: text }),
    ),
  }),
});

export const unknownWarningRule = problemKind(
  'indicators.unknownWarningRule',
  404,
  { vi: 'Không có quy tắc cảnh báo này', en: 'There is no such rule of warnings' },
  { vi: 'Chọn một quy tắc trong danh mục.', en: 'Choose a rule of the list.' },
);

export const getWarningRule = endpoint({
  name: 'indicators.warningRule',
  method: 'GET',
  path: '/warning-rules/:code',
  summary: { vi: 'Một quy tắc cảnh báo với mọi phiên bản', en: 'One rule of warnings with all versions' },
  permission: 'warning.view',
  input: { code: z.string().max(60) },
  reply: z.object({
    rule: ruleShown,
    versions: z.array(ruleShown),
    inForce: z.number().int().optional(),
    open: z.number().int(),
    lastRun: z
      .object({
        on: day,
        at: instant,
        complete: z.boolean(),
        subjects: z.number().int(),
        raised: z.number().int(),
        ended: z.number().int(),
        escalated: z.number().int(),
        unsaid: z.partialRecord(z.enum(unsaid), z.number().int()),
        /** Warnings that could not be raised since nobody at all would have to act. */
        nobody: z.array(z.object({ unit, title: text })),
      })
      .optional(),
    mayDefine: z.boolean(),
  }),
  problems: [unknownWarningRule],
});

export const defineWarningRule = endpoint({
  name: 'indicators.warningRule.define',
  method: 'POST',
  path: '/warning-rules',
  summary: {
    vi: 'Đặt một quy tắc cảnh báo, hoặc phiên bản mới của nó',
    en: 'State a rule of warnings, or a new version of one',
  },
  permission: 'warning.define',
  input: { ...ruleBody, validFrom: day, reason: z.string().trim().min(3).max(1000) },
  reply: z.object({ code: z.string(), version: z.number().int() }),
});

export const previewWarningRule = endpoint({
  name: 'indicators.warningRule.preview',
  method: 'POST',
  path: '/warning-rules/preview',
  summary: {
    vi: 'Xem trước: hôm nay quy tắc sẽ cảnh báo những đơn vị nào',
    en: 'Preview: which units the rule would warn of today',
  },
  permission: 'warning.define',
  input: { ...ruleBody },
  reply: z.object({
    on: day,
    subjects: z.number().int(),
    /** Those that would fire today, with whom it would concern. */
    fires: z.array(previewRow),
    firesTotal: z.number().int(),
    /** Those about which nothing can be said, by reason. */
    unsaid: z.partialRecord(z.enum(unsaid), z.number().int()),
    /** Units for which nobody would have to act. */
    nobody: z.array(unit),
  }),
});

export const evaluateWarnings = endpoint({
  name: 'indicators.warnings.evaluate',
  method: 'POST',
  path: '/warnings-evaluate',
  summary: { vi: 'Kiểm tra ngay mọi quy tắc, hoặc một quy tắc', en: 'Look at all rules now, or at one' },
  permission: 'warning.define',
  input: { ruleCode: z.string().max(60).optional() },
  reply: z.object({
    raised: z.number().int(),
    ended: z.number().int(),
    escalated: z.number().int(),
    nobody: z.number().int(),
  }),
});

const hits = z.object({
  /** Items that had closed and of which a range could have been given half-way through their time. */
  predicted: z.number().int(),
  /** Of these: the real delay was at most the p50, at most the p80, and between the two. */
  withinP50: z.number().int(),
  withinP80: z.number().int(),
  inRange: z.number().int(),
  /** Days, of the p50. */
  meanAbsoluteError: z.number().optional(),
  tooLittleHistory: z.number().int(),
});

export const getPredictionQuality = endpoint({
  name: 'indicators.predictionQuality',
  method: 'GET',
  path: '/prediction-quality',
  summary: {
    vi: 'Chất lượng dự báo chậm: dự báo trước đây so với thực tế',
    en: 'How good predictions of delay are: what would have been said against what came',
  },
  permission: 'public',
  input: {},
  reply: z.object({
    items: z.array(
      z.object({
        of: z.enum(['assignment', 'case']),
        floor: z.number().int(),
        measuredOn: day,
        from: day.optional(),
        to: day.optional(),
        /** Items still open whose time is over: they are in no past delay yet, so ranges are too good where there are many. */
        openLate: z.number().int(),
        all: hits,
        groups: z.array(z.object({ key: z.string(), name: text, hits })),
      }),
    ),
  }),
});
