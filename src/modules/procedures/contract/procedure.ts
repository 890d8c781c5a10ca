import { z } from 'zod';

import { cursor, day, endpoint, id, limit, pageOf } from '../../../kit/contract.ts';
import { levels } from '../rules/model.ts';
import { announcement, overlayContent, procedureCode, procedureContent, transition } from './content.ts';

const state = z.enum(['draft', 'published', 'withdrawn']);
const serviceLevel = z.enum(['full', 'partial', 'information']);

export const checkResult = z.object({
  check: z.string(),
  severity: z.enum(['block', 'warn']),
  /** JSON path inside the content. */
  path: z.string(),
  vi: z.string(),
  en: z.string(),
  remedy: z.object({ vi: z.string(), en: z.string() }),
});

export const versionLine = z.object({
  id,
  number: z.number().int(),
  state,
  validFrom: day,
  validTo: day.optional(),
  decision: z.string(),
  /** The decision that announces it, where somebody stated its day. */
  announcement: announcement.optional(),
});
const overlayLine = versionLine.extend({
  provinceId: z.string(),
  provinceVi: z.string(),
  provinceEn: z.string(),
});

/** What holds on a day for a province: the national version, the province's overlay laid over it. */
export const effectiveVersion = z.object({
  id,
  code: procedureCode,
  number: z.number().int(),
  state,
  validFrom: day,
  validTo: day.optional(),
  content: procedureContent,
  transition: transition.optional(),
  /** Of the national version: the decision that announces it. */
  announcement: announcement.optional(),
  overlayId: id.optional(),
  provinceId: z.string().optional(),
});

const unitName = z.object({ id: z.string(), vi: z.string(), en: z.string() });

export const checklistItem = z.object({
  key: z.string(),
  vi: z.string(),
  en: z.string().optional(),
  kind: z.enum(['form', 'paper', 'shown']),
  originals: z.number().int(),
  copies: z.number().int(),
  required: z.boolean(),
  conditional: z.boolean(),
  replacedBy: z.object({ database: z.string(), legalPlace: z.string() }).optional(),
});

export const procedureItem = z.object({
  code: procedureCode,
  nameVi: z.string(),
  nameEn: z.string().optional(),
  fieldVi: z.string(),
  level: z.enum(levels),
  state: z.enum(['published', 'draft', 'ended', 'coming']),
  serviceLevel: serviceLevel.optional(),
  lifeEvents: z.array(z.string()),
  validFrom: day,
  versionId: id,
  /** Findings that keep the newest draft from being published. */
  blocks: z.number().int(),
  /** Names of the checks that made them. */
  blockedBy: z.array(z.string()),
});

const filters = {
  q: z.string().trim().max(200).optional(),
  lifeEvent: z.string().max(60).optional(),
  field: z.string().max(300).optional(),
  level: z.enum(levels).optional(),
  serviceLevel: serviceLevel.optional(),
  asOf: day.optional(),
};

export const listProcedures = endpoint({
  name: 'procedures.list',
  method: 'GET',
  path: '/procedures',
  summary: {
    vi: 'Danh mục thủ tục hành chính; công chúng chỉ thấy thủ tục đã công bố',
    en: 'The catalogue of procedures; the public sees published ones only',
  },
  permission: 'public',
  input: {
    ...filters,
    state: z.enum(['published', 'draft', 'ended', 'coming', 'all']).default('published'),
    /** Only drafts that this check keeps from being published; `any` for whichever check. For those who edit. */
    check: z.string().max(60).optional(),
    cursor,
    limit,
  },
  reply: pageOf(procedureItem),
});

export const countProcedures = endpoint({
  name: 'procedures.count',
  method: 'GET',
  path: '/procedures/count',
  summary: { vi: 'Số thủ tục theo lĩnh vực và sự kiện trong đời', en: 'Procedures by field and life event' },
  permission: 'public',
  input: { asOf: day.optional() },
  reply: z.object({
    published: z.number().int(),
    drafts: z.number().int(),
    fields: z.array(z.object({ field: z.string(), count: z.number().int() })),
    lifeEvents: z.array(z.object({ lifeEvent: z.string(), count: z.number().int() })),
  }),
});

export const getProcedure = endpoint({
  name: 'procedures.get',
  method: 'GET',
  path: '/procedures/:code',
  summary: {
    vi: 'Thủ tục như đang áp dụng vào một ngày, ở một tỉnh',
    en: 'A procedure as it holds on a day, in a province',
  },
  permission: 'public',
  input: {
    code: procedureCode,
    asOf: day.optional(),
    provinceId: z.string().max(80).optional(),
    /** A commune or province: whose rules hold there, and who decides for it. */
    placeId: z.string().max(80).optional(),
  },
  reply: z.object({
    code: procedureCode,
    asOf: day,
    place: unitName.optional(),
    /** Who decides for the place; absent where nobody is competent that day. */
    competent: unitName.optional(),
    version: effectiveVersion.optional(),
    checklist: z.array(checklistItem),
    /** When a case received now would be due, by row of `content.channels`. */
    examples: z.array(z.object({ row: z.number().int(), dueAt: z.string() })),
    versions: z.array(versionLine),
    overlays: z.array(overlayLine),
  }),
  snapshot: true,
});

export const getVersion = endpoint({
  name: 'procedures.version.get',
  method: 'GET',
  path: '/procedures/versions/:id',
  summary: {
    vi: 'Một phiên bản, kể cả dự thảo, cùng kết quả kiểm tra',
    en: 'One version, drafts too, with what the checks say',
  },
  permission: 'procedure.edit',
  input: { id, overlayId: id.optional() },
  reply: z.object({
    version: effectiveVersion,
    /** The overlay alone, where one was asked for. */
    overlay: overlayContent.optional(),
    checks: z.array(checkResult),
  }),
});

export const saveDraft = endpoint({
  name: 'procedures.draft.save',
  method: 'PUT',
  path: '/procedures/:code/draft',
  summary: { vi: 'Lưu dự thảo một phiên bản', en: 'Save a draft of a version' },
  permission: 'procedure.edit',
  input: {
    code: procedureCode,
    /** The draft to change; a new version where absent. */
    versionId: id.optional(),
    validFrom: day,
    content: procedureContent,
    transition: transition.optional(),
    /** Absent: what the draft says already stays. */
    announcement: announcement.optional(),
  },
  reply: z.object({ id, number: z.number().int(), checks: z.array(checkResult) }),
});

export const saveOverlay = endpoint({
  name: 'procedures.overlay.save',
  method: 'PUT',
  path: '/procedures/:code/overlays/:provinceId',
  summary: { vi: 'Lưu dự thảo quy định riêng của một tỉnh', en: "Save a draft of a province's own rules" },
  permission: 'procedure.edit',
  input: {
    code: procedureCode,
    provinceId: z.string().min(1).max(80),
    overlayId: id.optional(),
    validFrom: day,
    content: overlayContent,
  },
  reply: z.object({ id, number: z.number().int(), checks: z.array(checkResult) }),
});
