import { z } from 'zod';

import { classification, day, endpoint, id } from '../../../kit/contract.ts';
import { problemKind } from '../../../kit/problems.ts';
import { unitId } from './words.ts';

const file = {
  /** The file in base64: CSV of any usual encoding and separator, or XLSX. At most 20 MB. */
  content: z.base64().max(28_000_000),
  filename: z.string().min(1).max(255),
  /** The unit that owns the directives of the file, unless a directive names another one that the importer may write for. */
  ownerUnitId: unitId.optional(),
  classification: classification.default('public'),
  /** For files in the layout of an appendix, which do not name their document. */
  sourceDocument: z.string().trim().max(300).optional(),
  issuedOn: day.optional(),
};

export const fault = z.object({
  line: z.number().int(),
  column: z.number().int().optional(),
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  vi: z.string(),
  en: z.string(),
});
const change = z.object({
  line: z.number().int(),
  what: z.enum(['create', 'change', 'skip']),
  ref: z.string(),
  directive: z.string(),
  kind: z.enum(['task', 'target']),
  titleVi: z.string(),
  deadlineText: z.string(),
  /** Units that get an assignment: leads, and coordinating ones. */
  leads: z.number().int(),
  coordinating: z.number().int(),
  /** Parts of the agency text that no unit of that day bears; they stay as printed. */
  unknown: z.array(z.string()),
  /** For a change: the fields that differ from what is stored. */
  fields: z.array(z.string()),
});

export const importPlan = z.object({
  directives: z.array(
    z.object({
      number: z.string(),
      titleVi: z.string(),
      issuedOn: day,
      owner: z.string(),
      isNew: z.boolean(),
      id: id.optional(),
    }),
  ),
  rows: z.array(change),
  counts: z.object({
    create: z.number().int(),
    change: z.number().int(),
    skip: z.number().int(),
    assignments: z.number().int(),
    errors: z.number().int(),
    warnings: z.number().int(),
  }),
  faults: z.array(fault),
  /** False when an error refuses the whole file: nothing of it would be stored. */
  ready: z.boolean(),
});

export const importRefused = problemKind(
  'directives.importRefused',
  422,
  { vi: 'Tệp có lỗi, chưa nhập gì', en: 'The file has errors; nothing was imported' },
  {
    vi: 'Sửa các dòng được nêu rồi nhập lại; nhập lại cả tệp không tạo bản trùng.',
    en: 'Correct the lines named and import again; importing a file twice makes no duplicates.',
  },
);

export const previewImport = endpoint({
  name: 'directives.import.preview',
  method: 'POST',
  path: '/import/directives/preview',
  summary: { vi: 'Xem trước việc nhập một tệp nhiệm vụ', en: 'Preview the import of a file of tasks' },
  permission: 'directive.import',
  input: file,
  reply: importPlan,
});

export const applyImport = endpoint({
  name: 'directives.import.apply',
  method: 'POST',
  path: '/import/directives',
  summary: {
    vi: 'Nhập một tệp nhiệm vụ: tất cả hoặc không gì',
    en: 'Import a file of tasks: all or nothing',
  },
  permission: 'directive.import',
  input: file,
  reply: importPlan,
  problems: [importRefused],
});

export const exportTasks = endpoint({
  name: 'directives.export',
  method: 'GET',
  path: '/export/directives',
  summary: {
    vi: 'Xuất mọi nhiệm vụ được xem, theo mẫu nhập',
    en: 'Export all tasks one may see, in the import layout',
  },
  permission: 'public',
  input: {
    format: z.enum(['csv', 'xlsx']).default('csv'),
    directiveId: id.optional(),
    q: z.string().max(200).optional(),
  },
  reply: z.unknown(),
  file: true,
});
