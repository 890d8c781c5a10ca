import { z } from 'zod';

import { day, endpoint } from '../../../kit/contract.ts';
import { problemKind } from '../../../kit/problems.ts';
import { slipKeys } from '../rules/slip.ts';

export { slipKeys };

export const badTemplate = problemKind(
  'documents.badTemplate',
  422,
  { vi: 'Mẫu phiếu có lỗi', en: 'The template has faults' },
  { vi: 'Sửa các dòng được nêu rồi gửi lại.', en: 'Mend the lines named and send it again.' },
);

const key = z.enum(slipKeys);
const ownerUnitId = z.string().min(1).max(80);
const text = z.string().min(1).max(20_000);

const template = z.object({
  key,
  /** Absent for the standard slip of the circular. */
  ownerUnitId: z.string().optional(),
  version: z.number().int(),
  validFrom: z.string().optional(),
  decision: z.string(),
  text: z.string(),
});
const fault = z.object({ line: z.number().int(), vi: z.string(), en: z.string() });

export const getTemplate = endpoint({
  name: 'documents.getTemplate',
  method: 'GET',
  path: '/templates/:key',
  summary: { vi: 'Mẫu phiếu đang dùng ở một đơn vị', en: 'The template of a slip in force for a unit' },
  permission: 'public',
  input: { key, unitId: ownerUnitId.optional(), day: day.optional() },
  reply: template.extend({
    words: z.record(z.string(), z.string()),
    tables: z.record(z.string(), z.array(z.string())),
    versions: z.array(
      z.object({
        ownerUnitId: z.string(),
        version: z.number().int(),
        validFrom: z.string(),
        decision: z.string(),
      }),
    ),
  }),
});

export const checkTemplate = endpoint({
  name: 'documents.checkTemplate',
  method: 'POST',
  path: '/templates/:key/check',
  summary: { vi: 'Kiểm tra một mẫu phiếu trước khi ban hành', en: 'Check a template before it is stated' },
  permission: 'procedure.edit',
  input: { key, text },
  reply: z.object({ faults: z.array(fault) }),
});

export const stateTemplate = endpoint({
  name: 'documents.stateTemplate',
  method: 'POST',
  path: '/templates/:key',
  summary: { vi: 'Ban hành phiên bản mẫu phiếu', en: 'State a version of a slip’s template' },
  permission: 'procedure.edit',
  input: { key, ownerUnitId, validFrom: day, decision: z.string().trim().min(3).max(300), text },
  reply: z.object({ version: z.number().int() }),
  problems: [badTemplate],
});

export const printTemplate = endpoint({
  name: 'documents.printTemplate',
  method: 'GET',
  path: '/templates/:key/sample',
  summary: { vi: 'Bản in thử của mẫu phiếu (PDF)', en: 'A sample print of a template (PDF)' },
  permission: 'public',
  file: true,
  input: { key, unitId: ownerUnitId.optional(), day: day.optional() },
  reply: z.any(),
});
