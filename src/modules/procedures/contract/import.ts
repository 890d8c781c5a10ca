import { z } from 'zod';

import { day, endpoint } from '../../../kit/contract.ts';
import { problemKind } from '../../../kit/problems.ts';
import { ministryCount } from '../findings/contract.ts';
import { checkResult } from './procedure.ts';

const fault = z.object({
  line: z.number().int(),
  column: z.string().optional(),
  severity: z.enum(['error', 'warning']),
  vi: z.string(),
  en: z.string(),
});

const file = {
  /** The file in base64: CSV of procedures, or JSON in the format of the national record. At most 20 MB. */
  content: z.base64().max(28_000_000),
  filename: z.string().min(1).max(255),
  /** First day of the versions that become drafts; today where absent. */
  validFrom: day.optional(),
};

export const importPlan = z.object({
  format: z.enum(['csv', 'record']),
  rows: z.array(
    z.object({
      line: z.number().int(),
      code: z.string(),
      nameVi: z.string(),
      fieldVi: z.string(),
      /** `skip`: what is published or drafted already says the same. */
      what: z.enum(['create', 'change', 'skip']),
      changes: z.array(z.object({ vi: z.string(), en: z.string() })),
      checks: z.array(checkResult),
    }),
  ),
  counts: z.object({
    create: z.number().int(),
    change: z.number().int(),
    skip: z.number().int(),
    blocked: z.number().int(),
    errors: z.number().int(),
  }),
  /** What each check found in the whole file, the most frequent first. */
  findings: z.array(
    z.object({
      check: z.string(),
      severity: z.enum(['block', 'warn']),
      records: z.number().int(),
      vi: z.string(),
      en: z.string(),
    }),
  ),
  /** The same by field, as a list to hand over. */
  byField: z.array(z.object({ field: z.string(), procedures: z.number().int(), blocked: z.number().int() })),
  /** The same by the ministry that announced, as far as the decision tells one. */
  byMinistry: z.array(ministryCount),
  faults: z.array(fault),
  ready: z.boolean(),
});

export const importRefused = problemKind(
  'procedures.importRefused',
  422,
  { vi: 'Tệp có lỗi, chưa nhập gì', en: 'The file has errors; nothing was imported' },
  {
    vi: 'Sửa các dòng được nêu rồi nhập lại; nhập lại cả tệp không tạo bản trùng.',
    en: 'Correct the lines named and import again; importing a file twice makes no duplicates.',
  },
);

export const previewImport = endpoint({
  name: 'procedures.import.preview',
  method: 'POST',
  path: '/import/procedures/preview',
  summary: { vi: 'Xem trước việc nhập danh mục thủ tục', en: 'Preview the import of procedures' },
  permission: 'procedure.edit',
  input: file,
  reply: importPlan,
});

export const applyImport = endpoint({
  name: 'procedures.import.apply',
  method: 'POST',
  path: '/import/procedures',
  summary: {
    vi: 'Nhập danh mục thủ tục thành dự thảo: tất cả hoặc không gì',
    en: 'Import procedures as drafts: all or nothing',
  },
  permission: 'procedure.edit',
  input: file,
  reply: importPlan,
  problems: [importRefused],
});

const substitutionFile = {
  content: z.base64().max(28_000_000),
  filename: z.string().min(1).max(255),
  decision: z.string().trim().min(1).max(300).default('Nghị quyết 66.7/2025/NQ-CP'),
  validFrom: day.default('2026-01-01'),
  /** First day on which it no longer holds. */
  validTo: day.default('2027-03-01'),
};
const substitutionPlan = z.object({
  rows: z.number().int(),
  procedures: z.number().int(),
  create: z.number().int(),
  skip: z.number().int(),
  faults: z.array(fault),
});

export const previewSubstitutions = endpoint({
  name: 'procedures.substitutions.preview',
  method: 'POST',
  path: '/import/substitutions/preview',
  summary: {
    vi: 'Xem trước danh mục giấy tờ được thay bằng dữ liệu',
    en: 'Preview a list of papers that databases replace',
  },
  permission: 'procedure.edit',
  input: substitutionFile,
  reply: substitutionPlan,
});

export const applySubstitutions = endpoint({
  name: 'procedures.substitutions.apply',
  method: 'POST',
  path: '/import/substitutions',
  summary: {
    vi: 'Nhập danh mục giấy tờ được thay bằng dữ liệu, có thời hạn hiệu lực',
    en: 'Import a list of papers that databases replace, with the days it holds',
  },
  permission: 'procedure.publish',
  input: substitutionFile,
  reply: substitutionPlan,
  problems: [importRefused],
});

const parityItem = z.object({
  code: z.string(),
  nameVi: z.string(),
  line: z.number().int().optional(),
  vi: z.string().optional(),
  en: z.string().optional(),
});

export const checkParity = endpoint({
  name: 'procedures.parity',
  method: 'POST',
  path: '/procedures/parity',
  summary: {
    vi: 'Đối chiếu danh mục đang áp dụng với danh mục kèm theo quyết định: thiếu, thừa, chưa cập nhật',
    en: "Compare what is in force with a decree's list: missing, extra, out of date",
  },
  permission: 'procedure.view',
  input: {
    /** CSV with `code` and `name_vi`, maybe `decision`, in base64. */
    content: z.base64().max(28_000_000),
    filename: z.string().min(1).max(255),
    /** A commune, department or province: what it decides; the whole catalogue where absent. */
    unitId: z.string().max(80).optional(),
    asOf: day.optional(),
  },
  reply: z.object({
    asOf: day,
    listed: z.number().int(),
    inForce: z.number().int(),
    equal: z.number().int(),
    missing: z.array(parityItem),
    extra: z.array(parityItem),
    outOfDate: z.array(parityItem),
    faults: z.array(fault),
  }),
});
