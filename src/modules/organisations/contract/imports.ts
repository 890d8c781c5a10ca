import { z } from 'zod';

import { day, endpoint, id, instant } from '../../../kit/contract.ts';
import { importDone, importFaulty } from '../problems.ts';
import { kinds, levels, successionKinds } from '../rules/model.ts';
import { unitId } from './shapes.ts';

const permission = 'organisation.import';

/** The four lists of a country; each may be left out. */
export const importFiles = ['provinces', 'communes', 'mapping', 'changes'] as const;
export type ImportFile = (typeof importFiles)[number];

const text = z.object({ vi: z.string(), en: z.string() });
const fault = z.object({
  file: z.enum(importFiles),
  line: z.number().int(),
  column: z.string().nullable(),
  message: text,
});
const item = z.object({
  change: z.enum(['create', 'change', 'skip']),
  file: z.enum(importFiles),
  line: z.number().int(),
  code: z.string().nullable(),
  name: z.string(),
  what: z.enum(['unit', 'former', 'succession', 'status', 'correction']),
});

export const importReport = z.object({
  counts: z.object({
    created: z.number().int(),
    changed: z.number().int(),
    skipped: z.number().int(),
    splitsWithoutRule: z.number().int(),
    faults: z.number().int(),
  }),
  /** Rows read from each file. */
  rows: z.partialRecord(z.enum(importFiles), z.number().int()),
  /** The first faults and the first changes; the counts speak of all. */
  faults: z.array(fault),
  items: z.array(item),
});
export type ImportReport = z.infer<typeof importReport>;
export type ImportFault = z.infer<typeof fault>;
export type ImportItem = z.infer<typeof item>;

const importInfo = z.object({ id, createdAt: instant, appliedAt: instant.nullable(), report: importReport });
const base64 = z.base64().max(20_000_000);

export const startImport = endpoint({
  name: 'organisations.startImport',
  method: 'POST',
  path: '/organisations/imports',
  summary: {
    vi: 'Tải lên danh mục đơn vị hành chính và xem trước',
    en: 'Upload lists of administrative units and preview',
  },
  permission,
  input: {
    files: z.object({
      provinces: base64.optional(),
      communes: base64.optional(),
      mapping: base64.optional(),
      changes: base64.optional(),
    }),
    /** First day for which the former units of `mapping` are stated. */
    formerFrom: day.default('2025-01-01'),
    /** Legal basis written to the successions of `mapping`. */
    legalBasis: z.string().trim().min(1).max(500).default('Sắp xếp đơn vị hành chính theo danh mục đã nhập'),
  },
  reply: importInfo,
});

export const getImport = endpoint({
  name: 'organisations.getImport',
  method: 'GET',
  path: '/organisations/imports/:id',
  summary: { vi: 'Bản xem trước của một lần nhập', en: 'The preview of an import' },
  permission,
  input: { id },
  reply: importInfo,
});

export const applyImport = endpoint({
  name: 'organisations.applyImport',
  method: 'POST',
  path: '/organisations/imports/:id/apply',
  summary: { vi: 'Thực hiện lần nhập: tất cả hoặc không gì cả', en: 'Apply an import: all or nothing' },
  permission,
  input: { id },
  reply: importInfo,
  problems: [importFaulty, importDone],
});

const versionFact = z.object({
  unitId,
  validFrom: day,
  nameVi: z.string().min(1),
  nameEn: z.string().min(1),
  shortName: z.string().nullable(),
  aliases: z.array(z.string()),
  kind: z.enum(kinds),
  parentId: unitId.nullable(),
  code: z.string().nullable(),
  codeSystem: z.string().nullable(),
});

export const stateFacts = endpoint({
  name: 'organisations.stateFacts',
  method: 'POST',
  path: '/organisations/facts',
  summary: { vi: 'Nạp một bộ dữ kiện tổ chức', en: 'State a set of organisation facts' },
  permission,
  input: {
    units: z.array(z.object({ id: unitId, level: z.enum(levels) })),
    versions: z.array(versionFact),
    successions: z.array(
      z.object({
        id: z.string().min(1).max(200),
        on: day,
        kind: z.enum(successionKinds),
        from: unitId,
        to: z.array(unitId),
        rule: z
          .object({
            default: unitId.optional(),
            bySubject: z.array(z.object({ subject: z.string(), toUnitId: unitId })).optional(),
          })
          .optional(),
        legalBasis: z.string().min(1),
      }),
    ),
  },
  reply: z.object({ units: z.number().int(), versions: z.number().int(), successions: z.number().int() }),
  problems: [importFaulty],
});
