import { z } from 'zod';

import { cursor, endpoint, limit, pageOf } from '../../../../kit/contract.ts';
import { problemKind } from '../../../../kit/problems.ts';
import { notMeasured } from './scores.ts';
import {
  classes,
  frame,
  frameReply,
  indexCode,
  places,
  rankBy,
  rankFloor,
  scope,
  text,
  unit,
  unitId,
} from './words.ts';

export const notByProcedure = problemKind(
  'indicators.notByProcedure',
  409,
  {
    vi: 'Bộ chỉ số này không tính được theo từng thủ tục',
    en: 'This index cannot be told by procedure',
  },
  {
    vi: 'Chọn bộ chỉ số có số liệu đếm theo thủ tục, như chỉ số 766.',
    en: 'Choose an index whose figures count by procedure, such as 766.',
  },
);

const { procedure: _one, ...when } = frame;

const asked = {
  code: indexCode,
  /** A commune, department, province or ministry with all below it, or the country. */
  unitId,
  ...when,
  by: rankBy.default('lowerBound'),
  /** The least number of cases for a place; that of the index unless given. */
  floor: rankFloor.optional(),
  /** Of those with a place; those without come after them, by number of cases. */
  order: z.enum(['best', 'worst', 'cases']).default('best'),
  /** Only those with a place, or only those without. */
  part: z.enum(['ranked', 'unranked']).optional(),
  field: z.string().trim().min(1).max(300).optional(),
  /** Words of code, name or field, with or without diacritics. */
  q: z.string().trim().max(200).optional(),
};

const row = z.object({
  procedure: z.object({ code: z.string(), name: text }),
  /** As the catalogue has it last. */
  field: z.string().optional(),
  /** Among all procedures of the unit, whatever the list is filtered by; absent below the floor. */
  rank: z.number().int().optional(),
  tied: z.number().int(),
  points: z.number(),
  low: z.number(),
  high: z.number(),
  /** Points that count for this procedure. */
  max: z.number(),
  /** Of these, the points that the sources leave open. */
  unknown: z.number(),
  /** Per cent of the points that are not open; absent without cases. */
  share: z.number().optional(),
  records: z.number(),
  /** Where the index has classes for one procedure; several as long as open points leave it undecided. */
  classes,
  places: places.optional(),
  words: text,
});

export const listIndexProcedures = endpoint({
  name: 'indicators.listIndexProcedures',
  method: 'GET',
  path: '/indices/:code/procedures',
  summary: { vi: 'Mọi thủ tục của một đơn vị theo điểm', en: 'All procedures of a unit by points' },
  permission: 'public',
  input: { ...asked, cursor, limit },
  reply: pageOf(row).extend({
    ...frameReply,
    unit,
    level: scope,
    by: rankBy,
    floor: z.number().int(),
    /** Whether the index has classes for one procedure. */
    classed: z.boolean(),
    /** After the filters, before `part`. */
    counts: z.object({ ranked: z.number().int(), unranked: z.number().int() }),
    /** Fields of all procedures of the unit. */
    fields: z.array(z.object({ field: z.string(), procedures: z.number().int() })),
  }),
  problems: [notMeasured, notByProcedure],
  snapshot: true,
});

export const exportIndexProcedures = endpoint({
  name: 'indicators.exportIndexProcedures',
  method: 'GET',
  path: '/indices/:code/procedures/export',
  summary: {
    vi: 'Tải danh sách thủ tục theo điểm: CSV, XLSX',
    en: 'Download the procedures by points: CSV, XLSX',
  },
  permission: 'public',
  input: {
    ...asked,
    format: z.enum(['csv', 'xlsx']).default('csv'),
    language: z.enum(['vi', 'en']).default('vi'),
  },
  reply: z.any(),
  file: true,
  problems: [notMeasured, notByProcedure],
  snapshot: true,
});
