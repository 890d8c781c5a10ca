import { z } from 'zod';

import { cursor, day, endpoint, limit, pageOf } from '../../../kit/contract.ts';
import { codeTaken, idTaken, ruleMissing, unitNotLiving, wouldCircle } from '../problems.ts';
import { officeHolder } from './people.ts';
import {
  kind,
  legalBasis,
  level,
  name,
  newUnit,
  subject,
  successionInfo,
  successionRule,
  unitId,
  unitRef,
  unitSummary,
  versionFields,
} from './shapes.ts';

const permission = 'organisation.edit';
const stated = z.object({ unitIds: z.array(unitId) });

export const listUnits = endpoint({
  name: 'organisations.listUnits',
  method: 'GET',
  path: '/organisations/units',
  summary: { vi: 'Danh sách cơ quan tại một ngày', en: 'Units as they stood on a day' },
  permission: 'public',
  input: {
    asOf: day.optional(),
    search: z.string().trim().max(200).optional(),
    level: level.optional(),
    kind: kind.optional(),
    parentId: unitId.optional(),
    within: unitId.optional(),
    cursor,
    limit,
  },
  reply: pageOf(unitSummary).extend({ asOf: day }),
});

export const unitDetail = unitSummary.extend({
  aliases: z.array(z.string()),
  asOf: day,
  /** Whether the unit existed on `asOf`; its names are then those of that day, otherwise the nearest ones. */
  living: z.boolean(),
  from: day,
  to: day.nullable(),
  path: z.array(unitRef),
  childCount: z.number().int(),
  versions: z.array(
    z.object({ validFrom: day, validTo: day.nullable(), nameVi: z.string(), nameEn: z.string(), kind }),
  ),
  predecessors: z.array(successionInfo),
  successors: z.array(successionInfo),
  /** Who holds the unit's duties on `asOf`: the unit itself, its successor, or candidates among which no rule chooses. */
  holders: z.object({ needsRule: z.boolean(), units: z.array(unitRef) }),
  /** Former units whose duties it holds on `asOf`. */
  holdsFor: z.array(unitRef),
  officeHolders: z.array(officeHolder),
});

export const getUnit = endpoint({
  name: 'organisations.getUnit',
  method: 'GET',
  path: '/organisations/units/:id',
  summary: {
    vi: 'Một cơ quan: tên, lịch sử, kế thừa, người giữ chức vụ',
    en: 'A unit: names, history, successions, office holders',
  },
  permission: 'public',
  input: { id: unitId, asOf: day.optional() },
  reply: unitDetail,
});

export type ChartNode = z.infer<typeof unitSummary> & {
  childCount: number;
  predecessors: string[];
  children: ChartNode[];
};
export const chartNode: z.ZodType<ChartNode> = unitSummary.extend({
  childCount: z.number().int(),
  predecessors: z.array(z.string()),
  children: z.array(z.lazy(() => chartNode)),
});

export const getChart = endpoint({
  name: 'organisations.getChart',
  method: 'GET',
  path: '/organisations/chart',
  summary: { vi: 'Cây tổ chức tại một ngày', en: 'The organisation chart on a day' },
  permission: 'public',
  input: {
    asOf: day.optional(),
    root: unitId.optional(),
    depth: z.coerce.number().int().min(1).max(4).default(2),
  },
  reply: z.object({
    asOf: day,
    /** First and last day of which facts speak. */
    from: day,
    to: day,
    /** Days on which units came, went or changed, with how many facts; the most important first. */
    days: z.array(z.object({ day, facts: z.number().int() })),
    counts: z.record(z.string(), z.number().int()),
    path: z.array(unitRef),
    nodes: z.array(chartNode),
  }),
});

export const createUnit = endpoint({
  name: 'organisations.createUnit',
  method: 'POST',
  path: '/organisations/units',
  summary: { vi: 'Thêm cơ quan', en: 'Add a unit' },
  permission,
  input: { ...newUnit.shape, validFrom: day },
  reply: z.object({ id: unitId }),
  problems: [unitNotLiving, idTaken, codeTaken],
});

export const renameUnit = endpoint({
  name: 'organisations.renameUnit',
  method: 'POST',
  path: '/organisations/units/:id/rename',
  summary: { vi: 'Đổi tên cơ quan', en: 'Rename a unit' },
  permission,
  input: {
    id: unitId,
    on: day,
    nameVi: name,
    nameEn: name,
    shortName: name.nullable().optional(),
    aliases: z.array(name).max(30).optional(),
    legalBasis,
  },
  reply: stated,
  problems: [unitNotLiving],
});

export const changeStatus = endpoint({
  name: 'organisations.changeStatus',
  method: 'POST',
  path: '/organisations/units/:id/status',
  summary: { vi: 'Đổi loại, mã hoặc cấp trên của cơ quan', en: 'Change the kind, code or parent of a unit' },
  permission,
  input: {
    id: unitId,
    on: day,
    kind: kind.optional(),
    nameVi: name.optional(),
    nameEn: name.optional(),
    parentId: unitId.optional(),
    code: versionFields.code.removeDefault().optional(),
    codeSystem: versionFields.codeSystem.removeDefault().optional(),
    legalBasis,
  },
  reply: stated,
  problems: [unitNotLiving, wouldCircle, codeTaken],
});

const bySubject = z
  .array(z.object({ subject, toUnitId: unitId }))
  .max(50)
  .optional();

export const mergeUnits = endpoint({
  name: 'organisations.mergeUnits',
  method: 'POST',
  path: '/organisations/mergers',
  summary: { vi: 'Hợp nhất hoặc sáp nhập cơ quan', en: 'Merge units' },
  permission,
  input: {
    on: day,
    from: z.array(unitId).min(1).max(100),
    to: unitId.optional(),
    toNew: newUnit.optional(),
    bySubject,
    legalBasis,
  },
  reply: stated,
  problems: [unitNotLiving, idTaken, codeTaken, wouldCircle],
});

export const splitUnit = endpoint({
  name: 'organisations.splitUnit',
  method: 'POST',
  path: '/organisations/splits',
  summary: { vi: 'Chia, tách cơ quan theo quy tắc kế thừa đã nêu', en: 'Split a unit by a stated rule' },
  permission,
  input: {
    on: day,
    from: unitId,
    to: z.array(unitId).max(100).default([]),
    toNew: z
      .array(newUnit.extend({ id: unitId }))
      .max(100)
      .default([]),
    rule: successionRule.default({}),
    partial: z.boolean().default(false),
    legalBasis,
  },
  reply: stated,
  problems: [unitNotLiving, ruleMissing, idTaken, codeTaken, wouldCircle],
});

export const transferCompetence = endpoint({
  name: 'organisations.transferCompetence',
  method: 'POST',
  path: '/organisations/transfers',
  summary: { vi: 'Chuyển giao lĩnh vực giữa hai cơ quan', en: 'Transfer subjects between two units' },
  permission,
  input: { on: day, from: unitId, to: unitId, subjects: z.array(subject).min(1).max(50), legalBasis },
  reply: stated,
  problems: [unitNotLiving, wouldCircle],
});

export const stateRule = endpoint({
  name: 'organisations.stateRule',
  method: 'POST',
  path: '/organisations/successions/:id/rule',
  summary: { vi: 'Nêu quy tắc kế thừa cho một lần chia tách', en: 'State the rule of a split' },
  permission,
  input: { id: z.string().min(1).max(200), rule: successionRule, legalBasis },
  reply: stated,
  problems: [ruleMissing, unitNotLiving],
});

export const listGaps = endpoint({
  name: 'organisations.listGaps',
  method: 'GET',
  path: '/organisations/gaps',
  summary: {
    vi: 'Cơ quan đã chia tách mà chưa có quy tắc kế thừa',
    en: 'Units split without a rule of succession',
  },
  permission,
  input: { asOf: day.optional(), limit, cursor },
  reply: pageOf(
    z.object({ unit: unitRef, successionId: z.string(), on: day, candidates: z.array(unitRef) }),
  ).extend({ total: z.number().int() }),
});

export const resolveUnitCode = endpoint({
  name: 'organisations.resolveCode',
  method: 'GET',
  path: '/organisations/codes/:system/:code',
  summary: {
    vi: 'Cơ quan mang mã này, hoặc cơ quan kế thừa',
    en: 'The unit that answers for a code, or its successors',
  },
  permission: 'public',
  input: {
    system: z.string().max(50),
    code: z.string().max(50),
    asOf: day.optional(),
    codeAsOf: day.optional(),
  },
  reply: z.object({
    found: z.enum(['unit', 'candidates', 'nothing']),
    asOf: day,
    /** The unit that bore the code. */
    bearer: unitRef.optional(),
    /** One unit, or the candidates among which no rule chooses. */
    units: z.array(unitRef),
    alsoBorneBy: z.array(unitRef),
  }),
});

export const parseAgencyText = endpoint({
  name: 'organisations.parseAgencies',
  method: 'GET',
  path: '/organisations/agencies',
  summary: { vi: 'Đọc tên cơ quan trong một dòng chữ', en: 'Read the agencies named in a text' },
  permission: 'public',
  input: { text: z.string().max(2000), asOf: day.optional(), within: unitId.optional() },
  reply: z.object({
    asOf: day,
    parts: z.array(
      z.object({
        start: z.number().int(),
        end: z.number().int(),
        text: z.string(),
        kind: z.enum(['unit', 'ambiguous', 'collective', 'unresolved']),
        units: z.array(unitRef),
        former: z.boolean().optional(),
        rule: z.string().optional(),
        selection: z.enum(['all', 'some']).optional(),
        condition: z.string().optional(),
        printedCount: z.number().int().optional(),
        organ: z.string().optional(),
        reason: z.string().optional(),
      }),
    ),
  }),
});
