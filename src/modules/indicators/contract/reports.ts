import { z } from 'zod';

import { classification, cursor, day, endpoint, id, instant, limit, pageOf } from '../../../kit/contract.ts';
import { problemKind } from '../../../kit/problems.ts';
import { paperBeside } from '../reporting/contract/beside.ts';
import { frozenPaper } from '../reporting/contract/paper.ts';
import { paperKinds } from '../reporting/rules/period.ts';
import { lateGroup, lateItem, totalCheck } from './lists.ts';
import { byClass, figure, recordClass, scopeInput, text } from './words.ts';

const n = z.number().int();
const {
  count: _count,
  role: _role,
  unitId: _unitId,
  tree: _tree,
  rules: _rules,
  kind: taskKind,
  ...reportScope
} = scopeInput;

export const reportKind = z.enum(['session', 'late']);
const paragraphs = z.array(z.string().trim().min(1).max(4000)).max(40).default([]);

/** What a report is made of. `unitId` signs; `aboutUnitId` is whose tasks it is about. */
export const reportDraft = {
  unitId: z.string().min(1).max(100),
  aboutUnitId: z.string().max(100).optional(),
  ...reportScope,
  taskKind,
  kind: reportKind.default('session'),
  title: z.string().trim().max(300).optional(),
  /** Number and sign of the report, such as 12/BC-VPCP. */
  number: z.string().trim().max(60).optional(),
  place: z.string().trim().min(1).max(100).default('Hà Nội'),
  language: z.enum(['vi', 'en']).default('vi'),
  /** Leadership and documents issued; limits and causes; tasks for the next period; proposals. */
  leadership: paragraphs,
  limits: paragraphs,
  next: paragraphs,
  proposals: paragraphs,
  /** Codes of figures of other bodies that the report cites, each checked for its total. */
  cites: z.array(z.string().max(60)).max(20).default([]),
  classification: classification.default('internal'),
};

const shownFigure = figure.extend({ rule: text, source: text });
export const reportTask = z.object({
  id,
  directiveId: id,
  directiveNumber: z.string(),
  ref: z.string(),
  number: z.string(),
  group: z.string().optional(),
  titleVi: z.string(),
  titleEn: z.string(),
  productVi: z.string(),
  deadlineText: z.string(),
  due: day.optional(),
  doneOn: day.optional(),
  class: recordClass,
  /** Leading agencies, or the printed text where they are many. */
  agencies: z.string(),
  leads: n,
  leadsDone: n,
  /** Reported progress in per cent, of a single lead. */
  progress: n.optional(),
  /** The newest reports of the leads. */
  result: z.string(),
});
const check = totalCheck.extend({ name: text });

/** A report as data: the same for screen, paper, workbook and signature. */
export const reportContent = z.object({
  format: z.literal('lienthong-report/1'),
  kind: reportKind,
  title: z.string(),
  number: z.string().optional(),
  place: z.string(),
  language: z.enum(['vi', 'en']),
  unit: z.object({ id: z.string(), name: z.string(), superior: z.string().optional() }),
  scope: z.object({ words: text, counts: text, input: z.record(z.string(), z.unknown()) }),
  asOf: instant,
  classification,
  figures: z.array(shownFigure),
  onTime: z.array(shownFigure),
  byClass,
  byAgency: z.array(z.object({ id: z.string(), name: z.string(), byClass, total: n })),
  late: z.object({
    groups: z.array(lateGroup),
    total: n,
    overdue: n,
    doneLate: n,
    sum: n,
    excess: n,
    statement: text.optional(),
    items: z.array(lateItem),
  }),
  tasks: z.array(reportTask),
  leadership: z.array(z.string()),
  limits: z.array(z.string()),
  next: z.array(z.string()),
  proposals: z.array(z.string()),
  reported: z.array(
    z.object({
      code: z.string(),
      bodyName: z.string(),
      source: z.string(),
      asOf: day,
      scope: text,
      counts: z.array(z.object({ label: text, count: n, percent: z.string().optional(), role: z.string() })),
    }),
  ),
  checks: z.array(check),
  /** Every record of the scope by how it stood: what the figures can be counted again from. */
  records: z.partialRecord(recordClass, z.array(z.string())),
});
export type ReportContent = z.output<typeof reportContent>;

const frozenFacts = {
  id,
  frozenAt: instant,
  frozenBy: z.object({ id: z.string(), name: z.string() }),
  statedReason: z.string().optional(),
};
export const frozenContent = reportContent.extend(frozenFacts);
export type FrozenContent = z.output<typeof frozenContent>;

export const checkFailed = problemKind(
  'indicators.checkFailed',
  422,
  { vi: 'Báo cáo chưa cộng đúng tổng', en: 'The report does not add up' },
  {
    vi: 'Sửa số liệu được nêu, bỏ trích dẫn, hoặc ghi rõ lý do vẫn ký.',
    en: 'Mend the figures named, drop the citation, or state why it is signed all the same.',
  },
);

export const previewReport = endpoint({
  name: 'indicators.reports.preview',
  method: 'POST',
  path: '/reports/preview',
  summary: { vi: 'Xem trước báo cáo', en: 'Preview a report' },
  permission: 'figure.view',
  snapshot: true,
  input: reportDraft,
  reply: reportContent,
});

export const freezeReport = endpoint({
  name: 'indicators.reports.freeze',
  method: 'POST',
  path: '/reports',
  summary: {
    vi: 'Đóng và ký báo cáo: số liệu, phiên bản quy tắc, mã bản ghi',
    en: 'Freeze and sign a report: figures, rule versions, record ids',
  },
  permission: 'figure.freeze',
  snapshot: true,
  input: { ...reportDraft, statedReason: z.string().trim().min(1).max(1000).optional() },
  reply: z.object({ id, hash: z.string() }),
  problems: [checkFailed],
});

const summary = z.object({
  id,
  title: z.string(),
  kind: z.enum([...paperKinds, 'late']),
  unit: z.object({ id: z.string(), name: z.string() }),
  asOf: instant,
  classification,
  frozenAt: instant,
  frozenBy: z.string(),
  hash: z.string(),
});

export const listReports = endpoint({
  name: 'indicators.reports.list',
  method: 'GET',
  path: '/reports',
  summary: { vi: 'Báo cáo đã đóng', en: 'Frozen reports' },
  permission: 'public',
  input: { cursor, limit },
  reply: pageOf(summary),
});

export const getReport = endpoint({
  name: 'indicators.reports.get',
  method: 'GET',
  path: '/reports/:id',
  summary: {
    vi: 'Báo cáo đã đóng, bên cạnh số liệu hiện nay và phần khác nhau',
    en: 'A frozen report beside the live figures, with the difference',
  },
  permission: 'public',
  snapshot: true,
  input: { id },
  reply: summary.extend({
    /** In the first format, of the fixed layout; absent for composed ones. */
    content: frozenContent.optional(),
    /** A report composed of parts, and what has become of its figures. */
    paper: frozenPaper.optional(),
    beside: paperBeside.optional(),
    keyId: z.string(),
    /** The hash fits the stored text and the signature fits the hash. */
    intact: z.boolean(),
    live: z
      .object({
        asOf: day,
        figures: z.array(z.object({ frozen: figure, now: figure.optional() })),
        byClass,
        /** Records by how they stood then and stand now. */
        moves: z.array(z.object({ from: recordClass.optional(), to: recordClass.optional(), n })),
        same: n,
        changed: n,
      })
      .optional(),
  }),
});

const format = z.enum(['pdf', 'docx', 'xlsx']);
export const reportFile = endpoint({
  name: 'indicators.reports.file',
  method: 'GET',
  path: '/reports/:id/file',
  summary: { vi: 'Báo cáo đã đóng dạng PDF, DOCX, XLSX', en: 'A frozen report as PDF, DOCX or XLSX' },
  permission: 'public',
  input: { id, format },
  reply: z.any(),
  file: true,
});

export const reportProof = endpoint({
  name: 'indicators.reports.proof',
  method: 'GET',
  path: '/reports/:id/proof',
  summary: {
    vi: 'Tệp kiểm chứng: nội dung, mã băm, chữ ký, khóa công khai',
    en: 'Verification file: content, hash, signature, public key',
  },
  permission: 'public',
  input: { id },
  reply: z.any(),
  file: true,
});

const {
  leadership: _a,
  limits: _b,
  next: _c,
  proposals: _d,
  cites: _e,
  classification: _f,
  unitId: _g,
  ...draftFields
} = reportDraft;
export const draftFile = endpoint({
  name: 'indicators.reports.draft',
  method: 'GET',
  path: '/reports-draft',
  summary: {
    vi: 'Bản nháp báo cáo phiên họp hoặc danh sách chậm dạng PDF, DOCX, XLSX',
    en: 'A draft session report or late list as PDF, DOCX or XLSX',
  },
  permission: 'public',
  snapshot: true,
  input: { ...draftFields, unitId: z.string().max(100).default('government'), format },
  reply: z.any(),
  file: true,
});
