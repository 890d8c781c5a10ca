import { z } from 'zod';

import { classification, cursor, day, endpoint, id, limit, pageOf } from '../../../kit/contract.ts';
import { alreadyThere, directiveKind, settings, shortText, text, unitId, unitRef } from './words.ts';

const counts = z.object({
  tasks: z.number().int(),
  targets: z.number().int(),
  /** Assignments to leading units. */
  assignments: z.number().int(),
  completed: z.number().int(),
  overdue: z.number().int(),
});

export const directiveItem = z.object({
  id,
  number: z.string(),
  kind: directiveKind,
  titleVi: z.string(),
  titleEn: z.string(),
  issuerText: z.string(),
  issuedOn: day,
  classification,
  state: z.enum(['active', 'ended']),
  owner: unitRef,
  counts,
});

const filters = {
  q: z.string().max(200).optional(),
  kind: directiveKind.optional(),
  ownerUnitId: unitId.optional(),
  year: z.number().int().min(1945).max(2100).optional(),
};

export const listIssuers = endpoint({
  name: 'directives.listIssuers',
  method: 'GET',
  path: '/directives/issuers',
  summary: {
    vi: 'Cơ quan ban hành và số văn bản của từng cơ quan',
    en: 'Who issued directives, and how many each',
  },
  permission: 'public',
  input: { ...filters, limit: z.coerce.number().int().min(1).max(500).default(200) },
  reply: z.object({ items: z.array(z.object({ issuer: z.string(), count: z.number().int() })) }),
});

export const listDirectives = endpoint({
  name: 'directives.list',
  method: 'GET',
  path: '/directives',
  summary: { vi: 'Tìm văn bản chỉ đạo', en: 'Search directives' },
  permission: 'public',
  input: {
    ...filters,
    /** The issuer as printed on the directive. */
    issuer: z.string().trim().max(500).optional(),
    cursor,
    limit,
  },
  reply: pageOf(directiveItem),
});

const relation = z.object({
  kind: z.enum(['amends', 'replaces', 'implements', 'basedOn']),
  id,
  number: z.string(),
  titleVi: z.string(),
  titleEn: z.string(),
  note: z.string(),
});

export const getDirective = endpoint({
  name: 'directives.get',
  method: 'GET',
  path: '/directives/:id',
  summary: { vi: 'Một văn bản chỉ đạo', en: 'One directive' },
  permission: 'public',
  input: { id },
  reply: directiveItem.extend({
    summaryVi: z.string(),
    link: z.string().optional(),
    fileId: id.optional(),
    settings,
    parent: z.object({ id, number: z.string(), titleVi: z.string() }).optional(),
    /** Relations from this directive to others, and from others to this one. */
    relations: z.array(relation),
    relatedBy: z.array(relation),
    sections: z.array(
      z.object({
        code: z.string(),
        number: z.string(),
        titleVi: z.string(),
        titleEn: z.string(),
        parentCode: z.string().optional(),
      }),
    ),
    mayEdit: z.boolean(),
    version: z.number().int(),
  }),
});

const section = z.object({
  code: z.string().min(1).max(60),
  number: z.string().max(20).default(''),
  titleVi: shortText,
  titleEn: z.string().max(1000).default(''),
  parentCode: z.string().max(60).optional(),
});
const content = {
  titleVi: text,
  titleEn: z.string().trim().max(4000).default(''),
  summaryVi: z.string().trim().max(8000).default(''),
  link: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional(),
  fileId: id.optional(),
};

export const enterDirective = endpoint({
  name: 'directives.enter',
  method: 'POST',
  path: '/directives',
  summary: { vi: 'Nhập một văn bản chỉ đạo', en: 'Enter a directive' },
  permission: 'directive.edit',
  input: {
    ownerUnitId: unitId,
    number: z.string().trim().min(1).max(120),
    kind: directiveKind,
    issuerUnitId: unitId.optional(),
    issuerText: z.string().trim().max(500).default(''),
    issuedOn: day,
    classification: classification.default('internal'),
    parentId: id.optional(),
    settings: settings.prefault({}),
    sections: z.array(section).max(200).default([]),
    ...content,
  },
  reply: z.object({ id }),
  problems: [alreadyThere],
});

export const amendDirective = endpoint({
  name: 'directives.amend',
  method: 'PATCH',
  path: '/directives/:id',
  summary: { vi: 'Sửa thông tin văn bản', en: 'Amend the record of a directive' },
  permission: 'directive.edit',
  input: {
    id,
    ...content,
    titleVi: text.optional(),
    titleEn: z.string().trim().max(4000).optional(),
    summaryVi: z.string().trim().max(8000).optional(),
    settings: settings.optional(),
    sections: z.array(section).max(200).optional(),
    state: z.enum(['active', 'ended']).optional(),
    classification: classification.optional(),
  },
  reply: z.object({}),
});

export const relateDirective = endpoint({
  name: 'directives.relate',
  method: 'POST',
  path: '/directives/:id/relations',
  summary: {
    vi: 'Ghi quan hệ giữa hai văn bản (sửa đổi, thay thế, triển khai)',
    en: 'Relate two directives (amends, replaces, implements)',
  },
  permission: 'directive.edit',
  input: {
    id,
    toId: id,
    kind: z.enum(['amends', 'replaces', 'implements', 'basedOn']),
    note: z.string().trim().max(1000).default(''),
  },
  reply: z.object({}),
});
