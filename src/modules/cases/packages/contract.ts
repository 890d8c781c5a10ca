import { z } from 'zod';

import { endpoint, id, instant } from '../../../kit/contract.ts';
import * as problems from '../contract/problems.ts';
import { refusal, standing, unitId } from '../contract/words.ts';

/** 20 MB in base64. */
const MOST_BASE64 = 27_962_028;

export const brokenPackage = refusal(
  'brokenPackage',
  422,
  'Gói hồ sơ bị hỏng hoặc đã bị sửa',
  'The package is damaged or was changed',
  'Đề nghị nơi gửi xuất lại gói; không có gì của gói này được nhận.',
  'Ask whoever sent it to export it again; nothing of this one was taken.',
);
export const packageUnfit = refusal(
  'packageUnfit',
  409,
  'Có dòng của gói không nhận được',
  'Some lines of the package cannot be taken over',
  'Xem từng dòng; nếu vẫn mở hồ sơ thì đánh dấu bỏ các dòng đó.',
  'Look at each line; to open the case all the same, tick to leave them out.',
);
export const packageTooLarge = refusal(
  'packageTooLarge',
  409,
  'Tệp của hồ sơ quá lớn để đưa vào một gói',
  'The files of the case are too large for one package',
  'Tải riêng từng tệp ở trang hồ sơ.',
  'Download the files one by one on the page of the case.',
);

/** The case as a ZIP: case.json, its files, and a manifest with the SHA-256 of each part. */
export const exportPackage = endpoint({
  name: 'cases.exportPackage',
  method: 'GET',
  path: '/cases/:id/package',
  summary: { vi: 'Xuất hồ sơ thành gói', en: 'Export a case as a package' },
  permission: 'case.view',
  input: { id },
  reply: z.unknown(),
  problems: [packageTooLarge],
  file: true,
  personal: true,
});

const text = z.object({ vi: z.string(), en: z.string() });
const line = z.object({
  what: z.enum(['value', 'component', 'file']),
  key: z.string(),
  label: text,
  isTaken: z.boolean(),
  reason: text.optional(),
});
const content = z
  .string()
  .max(MOST_BASE64)
  .meta({ contentEncoding: 'base64', description: 'A package, up to 20 MB' });

/** Checks a package and says line by line what the version in force takes of it; keeps nothing. */
export const lookAtPackage = endpoint({
  name: 'cases.lookAtPackage',
  method: 'POST',
  path: '/cases/packages/look',
  summary: { vi: 'Xem một gói hồ sơ', en: 'Look at a package of a case' },
  permission: 'case.receive',
  input: { receptionUnitId: unitId, content },
  reply: z.object({
    digest: z.string(),
    exportedAt: instant,
    fromName: z.string(),
    code: z.string().optional(),
    procedureCode: z.string(),
    procedureName: text,
    applicantName: z.string(),
    events: z.number().int(),
    lines: z.array(line),
    /** Lines that would be lost; papers issued by the former office are not among them. */
    losses: z.number().int(),
  }),
  problems: [brokenPackage, problems.notPublished],
});

/** Opens a new case from a package: all of it, or nothing. */
export const openPackage = endpoint({
  name: 'cases.openPackage',
  method: 'POST',
  path: '/cases/packages',
  summary: { vi: 'Mở hồ sơ mới từ gói', en: 'Open a new case from a package' },
  permission: 'case.receive',
  input: {
    /** Made by who sends, so that the same package sent twice is one case. */
    id: id.optional(),
    receptionUnitId: unitId,
    content,
    /** Opens the case without the lines that do not fit. */
    leaveOut: z.boolean().default(false),
  },
  reply: standing.extend({ leftOut: z.number().int() }),
  problems: [
    brokenPackage,
    packageUnfit,
    problems.notPublished,
    problems.notOffered,
    problems.wrongPlace,
    problems.noPerson,
    problems.noMandate,
  ],
});
