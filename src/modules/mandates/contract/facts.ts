import { z } from 'zod';

import { cursor, day, endpoint, id, limit, pageOf } from '../../../kit/contract.ts';
import { alreadyEnded, overlapping, unitNotThere } from '../problems.ts';
import {
  absenceInput,
  assignmentInput,
  competenceInput,
  delegationInput,
  factReply,
  field,
  kind,
  paper,
  personRef,
  procedureCode,
  role,
  unitId,
  unitRef,
} from './shapes.ts';

const reply = z.object({ id });
const problems = [overlapping, unitNotThere];

export const stateCompetence = endpoint({
  name: 'mandates.stateCompetence',
  method: 'POST',
  path: '/mandates/competences',
  summary: { vi: 'Ghi thẩm quyền của cơ quan', en: 'State the competence of a unit or of a level' },
  permission: 'mandate.edit',
  input: competenceInput,
  reply,
  problems,
});

export const stateDelegation = endpoint({
  name: 'mandates.stateDelegation',
  method: 'POST',
  path: '/mandates/delegations',
  summary: { vi: 'Ghi quyết định ủy quyền', en: 'State a delegation by decision' },
  permission: 'mandate.edit',
  input: delegationInput,
  reply,
  problems,
});

export const stateAssignment = endpoint({
  name: 'mandates.stateAssignment',
  method: 'POST',
  path: '/mandates/assignments',
  summary: { vi: 'Phân công người theo bước', en: 'Assign a person to kinds of step in a unit' },
  permission: 'mandate.assign',
  input: assignmentInput,
  reply,
  problems: [unitNotThere],
});

export const stateAbsence = endpoint({
  name: 'mandates.stateAbsence',
  method: 'POST',
  path: '/mandates/absences',
  summary: { vi: 'Ghi vắng mặt và người làm thay', en: 'Record an absence and its stand-in' },
  permission: 'mandate.assign',
  input: absenceInput,
  reply,
  problems: [unitNotThere],
});

export const endFact = endpoint({
  name: 'mandates.endFact',
  method: 'POST',
  path: '/mandates/facts/:id/end',
  summary: {
    vi: 'Kết thúc thẩm quyền, ủy quyền, phân công hoặc vắng mặt',
    en: 'End a competence, delegation, assignment or absence',
  },
  permission: 'mandate.assign',
  input: { id, on: day, paper },
  reply,
  problems: [alreadyEnded],
});

const many = <S extends z.core.$ZodLooseShape>(shape: S) =>
  z.array(z.strictObject(shape)).max(20_000).default([]);

export const stateMany = endpoint({
  name: 'mandates.stateMany',
  method: 'POST',
  path: '/mandates/facts',
  summary: {
    vi: 'Ghi nhiều thẩm quyền, ủy quyền, phân công một lần',
    en: 'State many mandates at once: all or nothing',
  },
  permission: 'mandate.edit',
  input: {
    competences: many(competenceInput),
    delegations: many(delegationInput),
    assignments: many(assignmentInput),
    absences: many(absenceInput),
  },
  reply: z.object({ ids: z.array(id) }),
  problems,
});

export const listFacts = endpoint({
  name: 'mandates.listFacts',
  method: 'GET',
  path: '/mandates/facts',
  summary: {
    vi: 'Thẩm quyền, ủy quyền, phân công, vắng mặt tại một ngày',
    en: 'Mandates as of a day, by unit, person or procedure',
  },
  permission: 'mandate.view',
  input: {
    asOf: day.optional(),
    kind: kind.optional(),
    unitId: unitId.optional(),
    personId: id.optional(),
    procedureCode: procedureCode.optional(),
    field: field.optional(),
    cursor,
    limit,
  },
  reply: pageOf(factReply).extend({ asOf: day }),
});

export const getFact = endpoint({
  name: 'mandates.getFact',
  method: 'GET',
  path: '/mandates/facts/:id',
  summary: { vi: 'Một thẩm quyền, ủy quyền hoặc phân công', en: 'One mandate' },
  permission: 'mandate.view',
  input: { id },
  reply: factReply,
});

export const listEnding = endpoint({
  name: 'mandates.listEnding',
  method: 'GET',
  path: '/mandates/ending',
  summary: { vi: 'Sắp hết hiệu lực', en: 'Mandates that end soon' },
  permission: 'mandate.view',
  input: { asOf: day.optional(), within: z.coerce.number().int().min(1).max(366).default(15) },
  reply: z.object({ asOf: day, items: z.array(factReply) }),
});

export const listMine = endpoint({
  name: 'mandates.listMine',
  method: 'GET',
  path: '/mandates/mine',
  summary: { vi: 'Thẩm quyền của tôi', en: 'My own mandates' },
  permission: 'signedIn',
  input: { asOf: day.optional() },
  reply: z.object({ asOf: day, person: z.string().optional(), items: z.array(factReply) }),
});

export const listStaff = endpoint({
  name: 'mandates.listStaff',
  method: 'GET',
  path: '/mandates/staff',
  summary: {
    vi: 'Người của cơ quan và phòng ban tại một ngày, với bước được phân công',
    en: 'People who serve in a unit or its departments on a day, with the steps they are assigned to',
  },
  permission: 'mandate.view',
  input: { unitId, asOf: day.optional() },
  reply: z.object({
    asOf: day,
    unit: unitRef,
    items: z.array(z.object({ person: personRef, roles: z.array(role), isAway: z.boolean() })),
  }),
});
