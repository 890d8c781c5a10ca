import { z } from 'zod';

import { classification, day, id, instant } from '../../../../kit/contract.ts';
import { totalCheck } from '../../contract/lists.ts';
import { recordClass, text } from '../../contract/words.ts';
import { paperKinds } from '../rules/period.ts';
import { shows } from '../rules/tokens.ts';
import { chartsOf, tablesOf } from './parts.ts';

/** A composed report as data: the same for screen, paper, workbook and signature. All words are of its language. */

const n = z.number().int();
const rounding = z.object({ mode: z.enum(['halfUp', 'cut']), decimals: n });

/** A rule by which records of the scopes are counted, so that the report can be recounted from itself. */
export const paperRule = z.object({
  code: z.string(),
  version: z.string(),
  name: z.string(),
  rule: z.string(),
  source: z.string(),
  /** What is counted: tasks by the state they stand in, or published facts by an expression. */
  by: z.enum(['states', 'facts']),
  numerator: z.array(recordClass).optional(),
  denominator: z.array(recordClass).optional(),
  rounding,
  unit: z.string(),
});

/** The records under the figures of one unit on one day: each by how it stood. */
export const paperScope = z.object({
  key: z.string(),
  unitId: z.string().optional(),
  unitName: z.string(),
  day,
  input: z.record(z.string(), z.unknown()),
  records: z.partialRecord(recordClass, z.array(z.string())),
});

/** Records of one side: how many, those not told by name, the digest over the sorted ids, and the ids while they are few. */
const factRecords = z.object({
  n,
  withheld: n,
  digest: z.string(),
  ids: z.array(z.string()).optional(),
});
export type FactRecords = z.output<typeof factRecords>;

export const paperFigure = z.object({
  key: z.string(),
  code: z.string(),
  version: z.string(),
  scope: z.string(),
  numerator: z.number().optional(),
  denominator: z.number().optional(),
  value: z.number().optional(),
  rounded: z.string().optional(),
  status: z.enum(['ok', 'noRecords', 'sourceMissing', 'computing', 'notApplicable']),
  /** For figures over facts: the records of both sides, so far as they could be told to the one who signed. */
  records: z.object({ numerator: factRecords, denominator: factRecords }).optional(),
});

const inline = z.union([
  z.string(),
  z.object({ figure: z.string(), show: z.enum(shows), text: z.string() }),
  /** A number that the author typed: no figure stands behind it. */
  z.object({ typed: z.string() }),
]);
const cell = z.union([
  z.string(),
  z.number(),
  z.null(),
  z.object({ day }),
  /** A percentage with both its counts, and where it opens. */
  z.object({
    numerator: z.number(),
    denominator: z.number(),
    rounded: z.string().optional(),
    decimals: n,
    href: z.string().optional(),
  }),
]);
const table = z.object({
  columns: z.array(
    z.object({ title: z.string(), width: z.number(), align: z.enum(['left', 'center', 'right']) }),
  ),
  rows: z.array(z.array(cell)),
  groups: z.array(z.object({ before: n, text: z.string() })).default([]),
  notes: z.array(z.string()).default([]),
});
const chart = z.object({
  form: z.enum(['stacked', 'bars', 'line']),
  title: z.string(),
  /** What a reader who cannot see it is told. */
  alt: z.string(),
  categoryName: z.string(),
  categories: z.array(z.string()),
  series: z.array(z.object({ name: z.string(), tone: z.string(), values: z.array(z.number().nullable()) })),
  unit: z.string().optional(),
  max: z.number().optional(),
  /** Both counts of each value, in the order of the categories. */
  counts: z.array(z.string()).optional(),
});
const base = { id: z.string(), heading: z.string() };

export const paperPart = z.discriminatedUnion('kind', [
  z.object({ ...base, kind: z.literal('text'), paragraphs: z.array(z.array(inline)) }),
  z.object({ ...base, kind: z.literal('figures'), keys: z.array(z.string()), before: z.array(z.string()) }),
  z.object({ ...base, kind: z.literal('table'), of: z.enum(tablesOf), table }),
  z.object({ ...base, kind: z.literal('chart'), of: z.enum(chartsOf), chart }),
  z.object({ ...base, kind: z.literal('cites'), codes: z.array(z.string()), table }),
  z.object({ ...base, kind: z.literal('checks') }),
]);

export const paperContent = z.object({
  format: z.literal('lienthong-report/2'),
  kind: z.enum(paperKinds),
  title: z.string(),
  number: z.string().optional(),
  place: z.string(),
  language: z.enum(['vi', 'en']),
  classification,
  unit: z.object({ id: z.string(), name: z.string(), superior: z.string().optional() }),
  about: z.object({ id: z.string().optional(), directiveId: id.optional(), name: z.string() }),
  period: z.object({ code: z.string(), from: day, to: day, before: day, words: z.string() }),
  asOf: instant,
  day,
  template: z.object({ code: z.string(), version: n }),
  rules: z.array(paperRule),
  scopes: z.array(paperScope),
  figures: z.array(paperFigure),
  parts: z.array(paperPart),
  checks: z.array(totalCheck.extend({ name: text })),
});
export type PaperContent = z.output<typeof paperContent>;
export type PaperPart = PaperContent['parts'][number];
export type PaperFigure = PaperContent['figures'][number];
export type PaperTable = z.output<typeof table>;
export type PaperCell = z.output<typeof cell>;
export type PaperChart = z.output<typeof chart>;
export type Inline = z.output<typeof inline>;

export const frozenPaper = paperContent.extend({
  id,
  frozenAt: instant,
  frozenBy: z.object({ id: z.string(), name: z.string() }),
  statedReason: z.string().optional(),
  /** SHA-256 of each piece of the content, so that a change can be named; all of it is under the hash of the whole. */
  digests: z.record(z.string(), z.string()),
});
export type FrozenPaper = z.output<typeof frozenPaper>;
