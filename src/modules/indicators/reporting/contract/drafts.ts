import { z } from 'zod';

import { classification, day, endpoint, id, instant } from '../../../../kit/contract.ts';
import { problemKind } from '../../../../kit/problems.ts';
import { checkFailed } from '../../contract/reports.ts';
import { text } from '../../contract/words.ts';
import { paperKinds } from '../rules/period.ts';
import { paperContent } from './paper.ts';
import { partKinds, parts } from './parts.ts';

const code = z.string().regex(/^[A-Za-z0-9-]{1,60}$/);
const kind = z.enum(paperKinds);

export const periodWrong = problemKind(
  'indicators.periodWrong',
  422,
  { vi: 'Kỳ báo cáo không hợp lệ', en: 'There is no such period' },
  {
    vi: 'Phiên họp: ngày; tháng: 2025-10; quý: 2025-Q3; 6 tháng: 2025-H1; 9 tháng: 2025-9M; năm: 2025. Kỳ phải đã bắt đầu.',
    en: 'Session: a day; month: 2025-10; quarter: 2025-Q3; half: 2025-H1; nine months: 2025-9M; year: 2025. It must have begun.',
  },
);
export const alreadyFrozen = problemKind(
  'indicators.alreadyFrozen',
  409,
  { vi: 'Bản soạn này đã được đóng và ký', en: 'This draft has been frozen and signed' },
  { vi: 'Mở báo cáo đã đóng, hoặc soạn bản mới.', en: 'Open the frozen report, or write a new one.' },
);
export const textFaulty = problemKind(
  'indicators.textFaulty',
  422,
  { vi: 'Báo cáo có chỗ chưa hiểu được', en: 'Something in the report cannot be resolved' },
  {
    vi: 'Sửa mã chỉ số, mã đơn vị trong các phần được nêu.',
    en: 'Mend the codes of figures and units in the parts named.',
  },
);

const template = z.object({
  code,
  version: z.number().int(),
  kind,
  unit: z.object({ id: z.string(), name: z.string() }).optional(),
  name: text,
  parts,
  changedAt: instant,
  changedBy: z.string(),
  /** The one who asks may change it; others write one of their own. */
  mayEdit: z.boolean(),
});
export type Template = z.output<typeof template>;

export const listTemplates = endpoint({
  name: 'indicators.templates.list',
  method: 'GET',
  path: '/report-templates',
  summary: {
    vi: 'Mẫu báo cáo: mỗi loại gồm những phần nào',
    en: 'Templates: what a report of a kind is made of',
  },
  permission: 'figure.view',
  input: { kind: kind.optional() },
  reply: z.object({ items: z.array(template) }),
});

export const saveTemplate = endpoint({
  name: 'indicators.templates.save',
  method: 'PUT',
  path: '/report-templates/:code',
  summary: {
    vi: 'Lưu mẫu báo cáo thành phiên bản mới, hoặc lập mẫu riêng của đơn vị',
    en: 'Save a template as a new version, or write one for a unit of its own',
  },
  permission: 'figure.freeze',
  input: {
    code,
    kind,
    unitId: z.string().max(100).optional(),
    name: z.object({ vi: z.string().trim().min(1).max(200), en: z.string().trim().min(1).max(200) }),
    parts,
  },
  reply: z.object({ code, version: z.number().int() }),
});

const head = {
  title: z.string().trim().max(300).default(''),
  number: z.string().trim().max(60).default(''),
  /** Where it is signed; left out: the seat of the unit. */
  place: z.string().trim().max(100).default(''),
};

const draft = z.object({
  id,
  unit: z.object({ id: z.string(), name: z.string() }),
  about: z.object({ id: z.string(), name: z.string() }).optional(),
  kind,
  period: z.string(),
  periodWords: text,
  day,
  language: z.enum(['vi', 'en']),
  classification,
  title: z.string(),
  number: z.string(),
  place: z.string(),
  parts,
  template: z.object({ code, version: z.number().int() }),
  frozenId: id.optional(),
  createdBy: z.string(),
  changedBy: z.string(),
  changedAt: instant,
  /** May sign it: freeze it for the unit. */
  mayFreeze: z.boolean(),
});
export type Draft = z.output<typeof draft>;

export const openDraft = endpoint({
  name: 'indicators.drafts.open',
  method: 'POST',
  path: '/report-drafts',
  summary: { vi: 'Bắt đầu soạn báo cáo theo mẫu', en: 'Start writing a report from a template' },
  permission: 'figure.view',
  input: {
    unitId: z.string().min(1).max(100),
    aboutUnitId: z.string().max(100).optional(),
    /** Only the tasks of this directive. */
    directiveId: id.optional(),
    templateCode: code,
    period: z.string().trim().max(20).optional(),
    language: z.enum(['vi', 'en']).default('vi'),
    classification: classification.default('internal'),
    ...head,
  },
  reply: z.object({ id }),
  problems: [periodWrong],
});

export const listDrafts = endpoint({
  name: 'indicators.drafts.list',
  method: 'GET',
  path: '/report-drafts',
  summary: { vi: 'Báo cáo đang soạn của các đơn vị mình', en: 'Reports being written in one’s own units' },
  permission: 'figure.view',
  input: {},
  reply: z.object({ items: z.array(draft.omit({ parts: true })) }),
});

export const getDraft = endpoint({
  name: 'indicators.drafts.get',
  method: 'GET',
  path: '/report-drafts/:id',
  summary: { vi: 'Một báo cáo đang soạn', en: 'A report being written' },
  permission: 'figure.view',
  input: { id },
  reply: draft.extend({
    /** Figures that can stand in it on its day. */
    choices: z.array(z.object({ code: z.string(), name: text, by: z.enum(['states', 'facts']) })),
  }),
});

export const reportKey = endpoint({
  name: 'indicators.reports.key',
  method: 'GET',
  path: '/reports-key',
  summary: {
    vi: 'Khóa công khai để kiểm tra chữ ký của báo cáo (PEM)',
    en: 'Public key by which signatures of reports are checked (PEM)',
  },
  permission: 'public',
  input: {},
  reply: z.any(),
  file: true,
});

/** Fields as the form names them: title, number, place, classification, and `part.<id>.<field>`. */
const content = z.record(
  z.string().max(60),
  z.union([z.string().max(20_000), z.array(z.string().max(200)).max(60)]),
);

export const saveDraft = endpoint({
  name: 'indicators.drafts.save',
  method: 'PUT',
  path: '/report-drafts/:id',
  summary: { vi: 'Lưu báo cáo đang soạn trong khi gõ', en: 'Save a report while it is typed' },
  permission: 'figure.view',
  input: { id, content },
  reply: z.object({ changedAt: instant }),
  problems: [alreadyFrozen],
});

export const arrangeDraft = endpoint({
  name: 'indicators.drafts.arrange',
  method: 'POST',
  path: '/report-drafts/:id/parts',
  summary: { vi: 'Thêm, bỏ, chuyển chỗ một phần của báo cáo', en: 'Add, remove or move a part of a report' },
  permission: 'figure.view',
  input: {
    id,
    act: z.enum(['add', 'remove', 'up', 'down']),
    part: z.string().max(12).optional(),
    kind: z.enum(partKinds).optional(),
  },
  reply: z.object({ part: z.string().optional() }),
  problems: [alreadyFrozen],
});

export const dropDraft = endpoint({
  name: 'indicators.drafts.drop',
  method: 'DELETE',
  path: '/report-drafts/:id',
  summary: { vi: 'Bỏ báo cáo đang soạn', en: 'Throw a draft away' },
  permission: 'figure.view',
  input: { id },
  reply: z.object({}),
  problems: [alreadyFrozen],
});

const fault = z.object({ part: z.string(), vi: z.string(), en: z.string() });
export const previewDraft = endpoint({
  name: 'indicators.drafts.preview',
  method: 'GET',
  path: '/report-drafts/:id/preview',
  summary: {
    vi: 'Xem trước: số liệu đã điền, chỗ chưa hiểu, số do người soạn gõ vào',
    en: 'Preview: figures filled in, what cannot be resolved, and numbers that were typed',
  },
  permission: 'figure.view',
  snapshot: true,
  input: { id },
  reply: z.object({
    content: paperContent,
    faults: z.array(fault),
    typed: z.array(
      z.object({
        part: z.string(),
        at: z.number().int(),
        text: z.string(),
        value: z.number(),
        percent: z.boolean(),
        /** Tokens of this report's figures that show the same number. */
        tokens: z.array(z.string()),
      }),
    ),
  }),
});

export const freezeDraft = endpoint({
  name: 'indicators.drafts.freeze',
  method: 'POST',
  path: '/report-drafts/:id/freeze',
  summary: {
    vi: 'Đóng và ký báo cáo đang soạn: số liệu, phiên bản quy tắc, mã bản ghi',
    en: 'Freeze and sign a draft: figures, rule versions, record ids',
  },
  permission: 'figure.freeze',
  snapshot: true,
  input: { id, statedReason: z.string().trim().min(1).max(1000).optional() },
  reply: z.object({ id, hash: z.string() }),
  problems: [alreadyFrozen, checkFailed, textFaulty],
});

export const paperDraftFile = endpoint({
  name: 'indicators.drafts.file',
  method: 'GET',
  path: '/report-drafts/:id/file',
  summary: { vi: 'Báo cáo đang soạn dạng PDF, DOCX, XLSX', en: 'A draft as PDF, DOCX or XLSX' },
  permission: 'figure.view',
  snapshot: true,
  input: { id, format: z.enum(['pdf', 'docx', 'xlsx']) },
  reply: z.any(),
  file: true,
});
