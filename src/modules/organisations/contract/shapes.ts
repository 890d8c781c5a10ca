import { z } from 'zod';

import { day } from '../../../kit/contract.ts';
import { kinds, levels, successionKinds } from '../rules/model.ts';

export const unitId = z.string().regex(/^[a-z0-9-]{1,80}$/);
export const level = z.enum(levels);
export const kind = z.enum(kinds);
export const name = z.string().trim().min(1).max(300);
export const legalBasis = z.string().trim().min(1).max(500);
export const subject = z.string().trim().min(1).max(100);

export const unitSummary = z.object({
  id: unitId,
  level,
  kind,
  nameVi: z.string(),
  nameEn: z.string(),
  shortName: z.string().nullable(),
  parentId: unitId.nullable(),
  code: z.string().nullable(),
  codeSystem: z.string().nullable(),
  validFrom: day,
  validTo: day.nullable(),
});

export const unitRef = z.object({ id: unitId, nameVi: z.string(), nameEn: z.string() });

export const successionRule = z.object({
  default: unitId.optional(),
  bySubject: z.array(z.object({ subject, toUnitId: unitId })).optional(),
});

export const successionInfo = z.object({
  id: z.string(),
  on: day,
  kind: z.enum(successionKinds),
  from: unitRef,
  to: z.array(unitRef),
  rule: successionRule.optional(),
  legalBasis: z.string(),
});

/** Fields of a unit that may be stated anew. */
export const versionFields = {
  nameVi: name,
  nameEn: name,
  shortName: name.nullable().default(null),
  aliases: z.array(name).max(30).default([]),
  kind,
  parentId: unitId.nullable(),
  code: z.string().trim().min(1).max(50).nullable().default(null),
  codeSystem: z.string().trim().min(1).max(50).nullable().default(null),
};

export const newUnit = z.object({ id: unitId.optional(), level, ...versionFields });
