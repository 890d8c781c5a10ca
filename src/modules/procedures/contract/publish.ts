import { z } from 'zod';

import { day, endpoint, id } from '../../../kit/contract.ts';
import { problemKind } from '../../../kit/problems.ts';
import { announcement, procedureCode } from './content.ts';
import { checkResult } from './procedure.ts';

export const checksBlock = problemKind(
  'procedures.checksBlock',
  422,
  { vi: 'Chưa công bố được: kiểm tra còn lỗi chặn', en: 'Cannot be published: a check blocks it' },
  {
    vi: 'Sửa từng điểm được nêu trong dự thảo rồi công bố lại.',
    en: 'Correct each point named in the draft, then publish again.',
  },
);
export const coverageGap = problemKind(
  'procedures.coverageGap',
  409,
  {
    vi: 'Chưa công bố được: có bước không ai được giao',
    en: 'Cannot be published: nobody stands at some step',
  },
  {
    vi: 'Giao người có thẩm quyền cho từng bước, từng đơn vị được nêu rồi công bố lại.',
    en: 'Appoint somebody competent for each step and unit named, then publish again.',
  },
);
export const versionsOverlap = problemKind(
  'procedures.overlap',
  409,
  { vi: 'Trùng thời gian với phiên bản khác', en: 'Overlaps with another version' },
  {
    vi: 'Chọn ngày bắt đầu khác, hoặc rút phiên bản đã công bố cho ngày sau đó.',
    en: 'Choose another first day, or withdraw the version published for a later day.',
  },
);
export const notOpen = problemKind(
  'procedures.notOpen',
  409,
  { vi: 'Không thực hiện được với phiên bản này', en: 'Not possible with this version' },
  {
    vi: 'Chỉ dự thảo mới sửa và công bố được; chỉ phiên bản đã công bố mới chấm dứt được, từ hôm nay trở đi.',
    en: 'Only drafts can be changed and published; only published versions can end, from today on.',
  },
);

const wordChange = z.object({
  path: z.string(),
  vi: z.string(),
  en: z.string(),
  was: z.string().optional(),
  becomes: z.string().optional(),
});

export const gapLine = z.object({
  unitId: z.string(),
  unitVi: z.string(),
  unitEn: z.string(),
  code: z.string(),
  nameVi: z.string(),
  stepKey: z.string(),
  stepVi: z.string(),
  role: z.string(),
  reason: z.string(),
  from: day,
  to: day.optional(),
});

export const previewPublish = endpoint({
  name: 'procedures.publish.preview',
  method: 'GET',
  path: '/procedures/versions/:id/publish',
  summary: {
    vi: 'Xem trước khi công bố: khác gì, kiểm tra nào chặn, bước nào thiếu người',
    en: 'Before publishing: what changes, which checks block, at which steps nobody stands',
  },
  permission: 'procedure.edit',
  input: { id },
  reply: z.object({
    replaces: z.object({ id, number: z.number().int(), validFrom: day }).optional(),
    changes: z.array(wordChange),
    checks: z.array(checkResult),
    gaps: z.array(gapLine),
    covered: z.number().int(),
    /** Provinces whose own rules would stand on the new version with something that blocks. */
    overlays: z.array(
      z.object({ provinceId: z.string(), provinceVi: z.string(), checks: z.array(checkResult) }),
    ),
  }),
});

/** The decision that announces it; absent: what the draft says. Without its day the figures 1.1 and 1.2 of the index leave it out. */
const stated = announcement.optional();

export const publishVersion = endpoint({
  name: 'procedures.publish',
  method: 'POST',
  path: '/procedures/versions/:id/publish',
  summary: {
    vi: 'Công bố một dự thảo; phiên bản trước chấm dứt vào ngày đó',
    en: 'Publish a draft; the version before it ends that day',
  },
  permission: 'procedure.publish',
  input: { id, announcement: stated },
  reply: z.object({ code: procedureCode, validFrom: day, endedId: id.optional(), covered: z.number().int() }),
  problems: [checksBlock, coverageGap, versionsOverlap, notOpen],
});

const ending = { id, validTo: day, paper: z.string().trim().min(1).max(500) };

export const endVersion = endpoint({
  name: 'procedures.end',
  method: 'POST',
  path: '/procedures/versions/:id/end',
  summary: {
    vi: 'Chấm dứt một phiên bản từ một ngày; chưa bắt đầu thì rút lại',
    en: 'End a version on a day; one that has not begun is withdrawn',
  },
  permission: 'procedure.publish',
  input: ending,
  reply: z.object({ code: procedureCode, validTo: day }),
  problems: [notOpen],
});

export const publishOverlay = endpoint({
  name: 'procedures.overlay.publish',
  method: 'POST',
  path: '/procedures/overlays/:id/publish',
  summary: { vi: 'Công bố quy định riêng của tỉnh', en: "Publish a province's own rules" },
  permission: 'procedure.publish',
  input: { id, announcement: stated },
  reply: z.object({ code: procedureCode, validFrom: day, endedId: id.optional(), covered: z.number().int() }),
  problems: [checksBlock, coverageGap, versionsOverlap, notOpen],
});

export const endOverlay = endpoint({
  name: 'procedures.overlay.end',
  method: 'POST',
  path: '/procedures/overlays/:id/end',
  summary: { vi: 'Chấm dứt quy định riêng của tỉnh', en: "End a province's own rules" },
  permission: 'procedure.publish',
  input: ending,
  reply: z.object({ code: procedureCode, validTo: day }),
  problems: [notOpen],
});
