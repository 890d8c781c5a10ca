import { z } from 'zod';

import { cursor, day, endpoint, id, instant, limit, pageOf } from '../../../kit/contract.ts';
import { step } from './assignment.ts';
import { evidence, periodLocked, product, shortText, standing, stepRefused, unitRef } from './words.ts';

const money = z.number().int().min(0).max(1e15).optional();
/** What a unit reports for a period. */
export const reportContent = {
  period: z.string().max(12).optional(),
  /** “Nothing happened this period” is a valid report. */
  nothing: z.boolean().default(false),
  progress: z.number().int().min(0).max(100).optional(),
  result: z.string().trim().max(8000).default(''),
  forecastOn: day.optional(),
  /** In đồng. */
  moneyAllocated: money,
  moneyPaid: money,
  /** For targets: the value reached, with both counts where it is a ratio. */
  value: z.string().trim().max(60).optional(),
  numerator: z.number().min(0).optional(),
  denominator: z.number().min(0).optional(),
  evidence: evidence.default([]),
  /** Claims completion with this product. */
  product: product.optional(),
  difficulties: z
    .array(
      z.object({
        kind: z.enum(['difficulty', 'proposal']).default('difficulty'),
        body: shortText,
        addresseeUnitId: z.string().max(100).optional(),
        due: day.optional(),
      }),
    )
    .max(10)
    .default([]),
};

export const submitReport = endpoint({
  name: 'directives.reports.submit',
  method: 'POST',
  path: '/assignments/:id/reports',
  summary: {
    vi: 'Gửi báo cáo; kèm sản phẩm thì là báo hoàn thành',
    en: 'Send a report; with a product it claims completion',
  },
  permission: 'report.write',
  input: { id, ...reportContent },
  reply: z.object({ id, standing, steps: z.array(step) }),
  problems: [stepRefused, periodLocked],
});

export const reportItem = z.object({
  id,
  assignmentId: id,
  period: z.string(),
  state: z.enum(['submitted', 'confirmed', 'accepted', 'returned']),
  claims: z.boolean(),
  nothing: z.boolean(),
  progress: z.number().int().optional(),
  result: z.string(),
  forecastOn: day.optional(),
  moneyAllocated: z.number().optional(),
  moneyPaid: z.number().optional(),
  value: z.string().optional(),
  numerator: z.number().optional(),
  denominator: z.number().optional(),
  product: product.partial().optional(),
  evidence,
  submittedAt: instant,
  /** The person's name; blank for the public and for what the system entered. */
  submittedBy: z.string(),
  decidedAt: instant.optional(),
  reason: z.string().optional(),
});

export const listReports = endpoint({
  name: 'directives.reports',
  method: 'GET',
  path: '/assignments/:id/reports',
  summary: { vi: 'Các báo cáo của một giao việc', en: 'The reports of an assignment' },
  permission: 'public',
  input: { id },
  reply: z.object({ items: z.array(reportItem) }),
});

export const listQueue = endpoint({
  name: 'directives.queue',
  method: 'GET',
  path: '/queue',
  summary: { vi: 'Chờ tôi xác nhận hoặc chấp nhận', en: 'What waits for my confirmation or acceptance' },
  permission: 'signedIn',
  input: { cursor, limit },
  reply: pageOf(
    z.object({
      reportId: id,
      assignmentId: id,
      unit: unitRef,
      directiveNumber: z.string(),
      ref: z.string(),
      titleVi: z.string(),
      titleEn: z.string(),
      state: z.string(),
      claims: z.boolean(),
      submittedAt: instant,
      product: product.partial().optional(),
      standing,
      steps: z.array(step),
    }),
  ),
});

export const checkReport = endpoint({
  name: 'directives.reports.check',
  method: 'POST',
  path: '/reports/:id/check',
  summary: { vi: 'Xác nhận, chấp nhận hoặc trả lại một báo cáo', en: 'Confirm, accept or return a report' },
  permission: 'directive.view',
  input: {
    id,
    decision: z.enum(['confirm', 'accept', 'return']),
    reason: z.string().trim().max(2000).optional(),
  },
  reply: z.object({ state: z.string() }),
  problems: [stepRefused],
});

export const unlockPeriod = endpoint({
  name: 'directives.reports.unlock',
  method: 'POST',
  path: '/assignments/:id/unlock',
  summary: { vi: 'Mở khóa một kỳ báo cáo, có lý do', en: 'Unlock a reporting period, with the reason' },
  permission: 'report.unlock',
  input: { id, period: z.string().max(12), until: day, reason: shortText },
  reply: z.object({}),
});

export const saveDraft = endpoint({
  name: 'directives.drafts.save',
  method: 'PUT',
  path: '/drafts/:key',
  summary: { vi: 'Lưu bản nháp đang gõ', en: 'Save what is being typed' },
  permission: 'signedIn',
  input: { key: z.string().min(1).max(120), content: z.record(z.string(), z.unknown()) },
  reply: z.object({ at: instant }),
});
export const getDraft = endpoint({
  name: 'directives.drafts.get',
  method: 'GET',
  path: '/drafts/:key',
  summary: { vi: 'Bản nháp đã lưu', en: 'The saved draft' },
  permission: 'signedIn',
  input: { key: z.string().min(1).max(120) },
  reply: z.object({ content: z.record(z.string(), z.unknown()).optional(), at: instant.optional() }),
});

export const periodsOf = endpoint({
  name: 'directives.periods',
  method: 'GET',
  path: '/assignments/:id/periods',
  summary: { vi: 'Các kỳ báo cáo của một giao việc', en: 'The reporting periods of an assignment' },
  permission: 'public',
  input: { id },
  reply: z.object({ items: z.array(z.object({ period: z.string(), cutoffAt: instant, state: z.string() })) }),
});
