import { z } from 'zod';

import { day, endpoint } from '../../../../kit/contract.ts';
import { problemKind } from '../../../../kit/problems.ts';
import { definitionBody } from './body.ts';
import { definitionCode, unknownDefinition } from './catalogue.ts';
import { measureValue } from './figure.ts';

const text = z.object({ vi: z.string(), en: z.string() });

export const noDraft = problemKind(
  'indicators.noDraft',
  409,
  { vi: 'Không có bản nháp nào để công bố', en: 'There is no draft to publish' },
  { vi: 'Soạn và lưu bản nháp trước.', en: 'Write and save a draft first.' },
);
export const notHolding = problemKind(
  'indicators.definitionEnded',
  409,
  { vi: 'Phiên bản này đã có ngày hết hiệu lực', en: 'This version already has a last day' },
  { vi: 'Mở trang định nghĩa để xem các phiên bản.', en: 'Open the definition to see its versions.' },
);

const draftInput = {
  code: definitionCode,
  validFrom: day,
  /** First day on which it no longer holds. */
  validTo: day.optional(),
  body: definitionBody,
};

export const checkRule = endpoint({
  name: 'indicators.rule.check',
  method: 'GET',
  path: '/rule-check',
  summary: {
    vi: 'Kiểm tra một biểu thức với một loại dữ kiện',
    en: 'Check an expression against a kind of facts',
  },
  permission: 'figure.define',
  input: {
    fact: z.string().trim().max(60),
    text: z.string().max(2000),
    wanted: z.enum(['boolean', 'number']).default('boolean'),
  },
  reply: z.object({
    ok: z.boolean(),
    /** The rule read aloud. */
    words: text.optional(),
    problem: text.optional(),
    /** Character offsets of what stands in the way. */
    at: z.object({ from: z.number().int(), to: z.number().int() }).optional(),
  }),
});

export const saveDefinitionDraft = endpoint({
  name: 'indicators.definition.saveDraft',
  method: 'PUT',
  path: '/definitions/:code/draft',
  summary: {
    vi: 'Lưu bản nháp của một định nghĩa sau khi kiểm tra',
    en: 'Save the draft of a definition after checking it',
  },
  permission: 'figure.define',
  input: draftInput,
  reply: z.object({ code: z.string() }),
});

export const getDefinitionDraft = endpoint({
  name: 'indicators.definition.draft',
  method: 'GET',
  path: '/definitions/:code/draft',
  summary: { vi: 'Bản nháp của một định nghĩa', en: 'The draft of a definition' },
  permission: 'figure.define',
  input: { code: definitionCode },
  reply: z.object({
    ...draftInput,
    savedAt: z.iso.datetime(),
    savedBy: z.string(),
    /** The number that it gets when it is published. */
    version: z.number().int(),
    /** The version without a last day that ends when this one begins. */
    ends: z.object({ version: z.number().int(), on: day }).optional(),
  }),
});

export const dropDefinitionDraft = endpoint({
  name: 'indicators.definition.dropDraft',
  method: 'DELETE',
  path: '/definitions/:code/draft',
  summary: { vi: 'Bỏ bản nháp', en: 'Throw the draft away' },
  permission: 'figure.define',
  input: { code: definitionCode },
  reply: z.object({ code: z.string() }),
});

export const publishDefinition = endpoint({
  name: 'indicators.definition.publish',
  method: 'POST',
  path: '/definitions/:code/publish',
  summary: {
    vi: 'Công bố bản nháp thành phiên bản mới',
    en: 'Publish the draft as a new version',
  },
  permission: 'figure.define',
  input: {
    code: definitionCode,
    /** Ends the version that has no last day on the day on which the new one begins. */
    endPrevious: z.boolean().default(false),
  },
  reply: z.object({ code: z.string(), version: z.string() }),
  problems: [noDraft],
});

export const endDefinition = endpoint({
  name: 'indicators.definition.end',
  method: 'POST',
  path: '/definitions/:code/end',
  summary: { vi: 'Kết thúc hiệu lực một phiên bản', en: 'End a version' },
  permission: 'figure.define',
  input: {
    code: definitionCode,
    version: z.coerce.number().int().positive(),
    /** First day on which it no longer holds. */
    on: day,
    reason: z.string().trim().min(3).max(500),
  },
  reply: z.object({ code: z.string() }),
  problems: [unknownDefinition, notHolding],
});

const value = measureValue.omit({ value: true });

export const previewDefinition = endpoint({
  name: 'indicators.definition.preview',
  method: 'GET',
  path: '/definitions/:code/preview',
  summary: {
    vi: 'Xem trước bản nháp trên bản ghi thật: chỉ số trước và sau, 20 bản ghi kèm lý do',
    en: 'Preview of the draft on real records: the figure before and after, 20 records with the reasons',
  },
  permission: 'figure.define',
  snapshot: true,
  input: {
    code: definitionCode,
    unitId: z.string().max(100).default('centre'),
    /** First and last month of the period; the current year unless given. */
    from: z
      .string()
      .regex(/^\d{4}-\d\d$/)
      .optional(),
    to: z
      .string()
      .regex(/^\d{4}-\d\d$/)
      .optional(),
    asOf: day.optional(),
  },
  reply: z.object({
    asOf: day,
    from: z.string(),
    to: z.string(),
    unitName: text,
    before: z.object({ version: z.string(), figure: value }).optional(),
    after: value,
    records: z.array(
      z.object({
        id: z.string(),
        unitName: z.string(),
        /** Values of the fields that the rules use, in words. */
        values: z.array(z.object({ name: z.string(), label: text, value: text })),
        part: z.enum(['numerator', 'denominator', 'excluded']),
        /** The part in the version before, where there is one and it differs. */
        was: z.enum(['numerator', 'denominator', 'excluded']).optional(),
        /** Conditions that are not met: of the denominator, or else of the numerator. */
        why: z.array(text),
      }),
    ),
  }),
  problems: [unknownDefinition],
});
