import { z } from 'zod';

import { day, endpoint, instant } from '../../../../kit/contract.ts';
import { problemKind } from '../../../../kit/problems.ts';
import { unsaid } from '../rules/decide.ts';
import { previewRow, ruleBody, ruleShown, rulesShort } from './schemas.ts';

const text = z.object({ vi: z.string(), en: z.string() });
const unit = z.object({ id: z.string(), name: text });

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
