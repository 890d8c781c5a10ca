import { z } from 'zod';

import { day, endpoint } from '../../../kit/contract.ts';
import { code, text, unknownFigure } from '../contract/words.ts';

const unitId = z.string().max(100).optional();
const value = z.object({
  numerator: z.number().optional(),
  denominator: z.number().optional(),
  /** With a decimal point, rounded by the rule; absent where nothing can be divided. */
  rounded: z.string().optional(),
  status: z.enum(['ok', 'noRecords', 'sourceMissing', 'computing', 'notApplicable']),
});
const named = z.object({ id: z.string(), name: z.string(), nameEn: z.string() });

const shown = z.object({
  code: z.string(),
  version: z.string(),
  name: text,
  rule: text,
  source: text,
  /** percent, number, days … */
  unit: z.string(),
  decimals: z.number().int(),
  /** states: tasks by the state they stand in; facts: cases and procedures. */
  by: z.enum(['states', 'facts']),
  ...value.shape,
});
export type PublicFigure = z.output<typeof shown>;

const frame = {
  asOf: day,
  /** The months counted, for figures over facts. */
  from: day,
  /** Absent: all that is public. */
  about: named.optional(),
};

export const listPublicFigures = endpoint({
  name: 'indicators.public.list',
  method: 'GET',
  path: '/public-figures',
  summary: {
    vi: 'Các chỉ số công khai của một đơn vị, có tìm kiếm',
    en: 'Public figures of a unit, with search',
  },
  permission: 'public',
  snapshot: true,
  input: { unitId, q: z.string().trim().max(100).optional() },
  reply: z.object({ ...frame, items: z.array(shown) }),
});

const oneFigure = z.object({
  ...frame,
  figure: shown,
  /** The same figure of each unit below. */
  units: z.array(
    named.extend({ numerator: z.number(), denominator: z.number(), rounded: z.string().optional() }),
  ),
});
export type PublicFigureReply = z.output<typeof oneFigure>;

export const getPublicFigure = endpoint({
  name: 'indicators.public.get',
  method: 'GET',
  path: '/public-figures/:code',
  summary: {
    vi: 'Một chỉ số công khai: giá trị, cả hai số đếm, cách tính, từng đơn vị bên dưới',
    en: 'A public figure: value, both counts, rule, and each unit below',
  },
  permission: 'public',
  snapshot: true,
  input: { code, unitId },
  reply: oneFigure,
  problems: [unknownFigure],
});

const language = z.enum(['vi', 'en']).default('vi');

export const publicFigureData = endpoint({
  name: 'indicators.public.data',
  method: 'GET',
  path: '/public-figures/:code/data',
  summary: {
    vi: 'Dữ liệu của một chỉ số công khai (JSON, CSV), dùng được từ trang khác',
    en: 'The data of a public figure (JSON, CSV), readable from other sites',
  },
  permission: 'public',
  snapshot: true,
  input: { code, unitId, format: z.enum(['json', 'csv']).default('json'), language },
  reply: z.any(),
  file: true,
  problems: [unknownFigure],
});

export const publicFigurePicture = endpoint({
  name: 'indicators.public.picture',
  method: 'GET',
  path: '/public-figures/:code/picture',
  summary: {
    vi: 'Hình nhúng của một chỉ số công khai (SVG): giá trị, hai số đếm, ngày, nguồn',
    en: 'Embeddable picture of a public figure (SVG): value, both counts, day, source',
  },
  permission: 'public',
  snapshot: true,
  input: { code, unitId, language },
  reply: z.any(),
  file: true,
  problems: [unknownFigure],
});

export const publicFigureFrame = endpoint({
  name: 'indicators.public.frame',
  method: 'GET',
  path: '/public-figures/:code/frame',
  summary: {
    vi: 'Trang nhỏ của một chỉ số công khai, để nhúng bằng iframe',
    en: 'A small page of a public figure, to be framed by others',
  },
  permission: 'public',
  snapshot: true,
  input: { code, unitId, language },
  reply: z.any(),
  file: true,
  problems: [unknownFigure],
});
