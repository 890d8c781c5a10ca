import { z } from 'zod';

import { day, endpoint } from '../../../../kit/contract.ts';
import { problemKind } from '../../../../kit/problems.ts';
import {
  frame,
  frameReply,
  indexCode,
  nodeCode,
  nodeScore,
  places,
  rankBy,
  rankFloor,
  rankedLevel,
  scope,
  text,
  total,
  unit,
  unitId,
} from './words.ts';

export const notMeasured = problemKind(
  'indicators.notMeasured',
  409,
  { vi: 'Đơn vị này không thuộc phạm vi của bộ chỉ số', en: 'The index does not speak of this unit' },
  {
    vi: 'Chọn một tỉnh, bộ, xã hoặc phường trong phạm vi của bộ chỉ số.',
    en: 'Choose a province, ministry or commune that it measures.',
  },
);

export const listIndices = endpoint({
  name: 'indicators.listIndices',
  method: 'GET',
  path: '/indices',
  summary: { vi: 'Các bộ chỉ số và phiên bản', en: 'Indices with their versions' },
  permission: 'public',
  input: {},
  reply: z.object({
    items: z.array(
      z.object({
        code: z.string(),
        name: text,
        explanation: text,
        maximum: z.number(),
        levels: z.array(scope),
        versions: z.array(
          z.object({ version: z.string(), validFrom: day, validTo: day.optional(), current: z.boolean() }),
        ),
      }),
    ),
  }),
});

export const getIndexScore = endpoint({
  name: 'indicators.getIndexScore',
  method: 'GET',
  path: '/indices/:code/score',
  summary: { vi: 'Điểm của một đơn vị theo bộ chỉ số', en: 'Score of a unit by an index' },
  permission: 'public',
  input: { code: indexCode, unitId, ...frame },
  reply: z.object({ ...frameReply, unit, level: scope, total, nodes: z.array(nodeScore) }),
  problems: [notMeasured],
  snapshot: true,
});

export const getIndexTrend = endpoint({
  name: 'indicators.getIndexTrend',
  method: 'GET',
  path: '/indices/:code/trend',
  summary: { vi: 'Điểm của một đơn vị qua các tháng', en: 'Score of a unit by month' },
  permission: 'public',
  input: { code: indexCode, unitId, ...frame, months: z.coerce.number().int().min(2).max(12).default(6) },
  reply: z.object({
    ...frameReply,
    unit,
    months: z.array(
      z.object({
        month: z.string(),
        version: z.string(),
        points: z.number(),
        unknown: z.number(),
        max: z.number(),
      }),
    ),
  }),
  problems: [notMeasured],
  snapshot: true,
});

const gain = z.object({
  code: z.string(),
  name: text,
  from: z.number(),
  to: z.number(),
  gain: z.number(),
  records: z.number().int(),
  of: z.number(),
});

export const whatWouldItTake = endpoint({
  name: 'indicators.whatWouldItTake',
  method: 'GET',
  path: '/indices/:code/what-if',
  summary: { vi: 'Cần thêm gì để tăng điểm', en: 'What more points would take' },
  permission: 'public',
  input: { code: indexCode, unitId, ...frame, wanted: z.coerce.number().min(0.1).max(1000).default(2) },
  reply: z.object({
    ...frameReply,
    unit,
    points: z.number(),
    wanted: z.number(),
    gained: z.number(),
    reached: z.boolean(),
    records: z.number().int(),
    plan: z.array(gain),
    alone: z.array(gain.extend({ enough: z.boolean() })),
    /** Indicators that cannot help because no source says how they stand. */
    without: z.array(z.object({ code: z.string(), name: text, max: z.number() })),
  }),
  problems: [notMeasured],
  snapshot: true,
});

export const listIndexRanking = endpoint({
  name: 'indicators.listIndexRanking',
  method: 'GET',
  path: '/indices/:code/ranking',
  summary: { vi: 'So sánh, xếp hạng các đơn vị một cấp', en: 'Units of a level compared and ranked' },
  permission: 'public',
  input: {
    code: indexCode,
    level: rankedLevel.default('commune'),
    /** Units below this one. */
    within: unitId.optional(),
    /** One indicator; the total of the index unless given. */
    node: nodeCode.optional(),
    by: rankBy.default('lowerBound'),
    /** The least number of records for a place; that of the index unless given. */
    floor: rankFloor.optional(),
    /** Say what would move this unit. */
    about: unitId.optional(),
    ...frame,
  },
  reply: z.object({
    ...frameReply,
    level: rankedLevel,
    within: unit.optional(),
    node: z.object({ code: z.string(), name: text, max: z.number() }).optional(),
    by: rankBy,
    floor: z.number().int(),
    /** End of the scale of value, low and high: per cent or points. */
    scale: z.number(),
    rows: z.array(
      z.object({
        unit,
        rank: z.number().int().optional(),
        tied: z.number().int(),
        /** Per cent of the two counts, or points of the total. */
        value: z.number().optional(),
        low: z.number().optional(),
        high: z.number().optional(),
        numerator: z.number().optional(),
        denominator: z.number().optional(),
        unknown: z.number(),
        records: z.number(),
        places: places.optional(),
        words: text,
      }),
    ),
    about: z.object({ unit, rank: z.number().int().optional(), sentences: z.array(text) }).optional(),
  }),
  snapshot: true,
});

export const getPublishedRanking = endpoint({
  name: 'indicators.getPublishedRanking',
  method: 'GET',
  path: '/rankings/published/:code',
  summary: {
    vi: 'Một bảng xếp hạng đã công bố, đọc lại cho đúng',
    en: 'A published ranking, read again with care',
  },
  permission: 'public',
  input: {
    code: z.string().max(60),
    by: rankBy.default('value'),
    floor: z.coerce.number().int().min(1).max(1000).default(10),
  },
  reply: z.object({
    code: z.string(),
    title: text,
    source: z.string(),
    asOf: day,
    by: rankBy,
    floor: z.number().int(),
    total: z.object({ numerator: z.number(), denominator: z.number() }),
    rest: z.object({ units: z.number().int(), denominator: z.number() }),
    rows: z.array(
      z.object({
        name: z.string(),
        rank: z.number().int().optional(),
        tied: z.number().int(),
        numerator: z.number().optional(),
        denominator: z.number(),
        low: z.number().optional(),
        high: z.number().optional(),
        words: text,
      }),
    ),
    lessons: z.array(text),
  }),
});
