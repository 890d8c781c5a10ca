import { z } from 'zod';

import { day, id } from '../../../kit/contract.ts';
import { factKinds, gapReasons, grounds, holderLevels, stepRoles } from '../rules/model.ts';

export const unitId = z.string().regex(/^[a-z0-9-]{1,80}$/);
export const procedureCode = z.string().trim().min(1).max(60);
export const field = z.string().trim().min(1).max(200);
export const role = z.enum(stepRoles);
export const roles = z.array(role).min(1).max(stepRoles.length);
export const kind = z.enum(factKinds);
export const ground = z.enum(grounds);
export const level = z.enum(holderLevels);
export const reason = z.enum(gapReasons);

export const paper = z.strictObject({
  number: z.string().trim().min(1).max(100),
  issuedOn: day,
  titleVi: z.string().trim().min(1).max(500).optional(),
});

export const scope = z.union([
  z.literal('all'),
  z.strictObject({ procedures: z.array(procedureCode).min(1).max(3000) }),
  z.strictObject({ fields: z.array(field).min(1).max(500) }),
]);

const dated = { id: id.optional(), from: day, to: day.optional(), paper };

export const competenceInput = {
  ...dated,
  holder: z.union([z.strictObject({ unitId }), z.strictObject({ level, within: unitId })]),
  ground,
  scope,
  roles: roles.optional(),
};
export const delegationInput = {
  ...dated,
  giverUnitId: unitId,
  taker: z.strictObject({ unitId, personId: id.optional() }),
  scope,
  roles,
};
export const assignmentInput = { ...dated, personId: id, unitId, scope, roles };
export const absenceInput = { ...dated, personId: id, unitId, standInId: id.optional() };

export const unitRef = z.object({ id: z.string(), nameVi: z.string(), nameEn: z.string() });
export const personRef = z.object({ id, name: z.string() });
/** A decision as replies show it. */
export const paperReply = z.object({ number: z.string(), issuedOn: day, titleVi: z.string().optional() });
export const scopeReply = z.union([
  z.literal('all'),
  z.object({ procedures: z.array(z.string()) }),
  z.object({ fields: z.array(z.string()) }),
]);

/** A fact with the names of today; what a kind does not have is absent. */
export const factReply = z.object({
  id,
  kind,
  /** The unit whose fact it is: holder, giver, or the unit of the person. */
  unit: unitRef,
  /** Every unit of this level below `unit`. */
  level: level.optional(),
  ground: ground.optional(),
  takerUnit: unitRef.optional(),
  person: personRef.optional(),
  standIn: personRef.optional(),
  scope: scopeReply.optional(),
  roles: z.array(role).optional(),
  from: day,
  to: day.optional(),
  paper: paperReply,
  endPaper: paperReply.optional(),
});

export const link = z.object({ kind, id, paper: paperReply });
export const holderReply = z.object({
  person: personRef,
  unit: unitRef,
  standsInFor: personRef.optional(),
  chain: z.array(link),
  until: day.optional(),
});
