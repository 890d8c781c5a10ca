import { z } from 'zod';

import { day, endpoint, id } from '../../../kit/contract.ts';
import { paper, paperReply, personRef, role, roles, unitId, unitRef } from '../contract/shapes.ts';
import { alreadyEnded, secondedAlready, unitNotThere } from '../problems.ts';

/** A secondment with the names of today. */
export const secondmentReply = z.object({
  id,
  person: personRef,
  fromUnit: unitRef,
  toUnit: unitRef,
  roles: z.array(role),
  from: day,
  /** The first day without. */
  to: day,
  paper: paperReply,
  endPaper: paperReply.optional(),
  appointmentId: id,
  assignmentId: id,
});

export const stateSecondment = endpoint({
  name: 'mandates.stateSecondment',
  method: 'POST',
  path: '/mandates/secondments',
  summary: {
    vi: 'Biệt phái một người sang cơ quan khác: bổ nhiệm và phân công ở đó theo thời hạn',
    en: 'Second a person to another unit: appoints and assigns him there for the time',
  },
  permission: 'organisation.edit',
  input: {
    id: id.optional(),
    personId: id,
    fromUnitId: unitId,
    toUnitId: unitId,
    roles,
    from: day,
    to: day,
    paper,
  },
  reply: z.object({ id }),
  problems: [secondedAlready, unitNotThere],
});

export const endSecondment = endpoint({
  name: 'mandates.endSecondment',
  method: 'POST',
  path: '/mandates/secondments/:id/end',
  summary: { vi: 'Kết thúc biệt phái trước thời hạn', en: 'End a secondment before its time' },
  permission: 'organisation.edit',
  input: { id, on: day, paper },
  reply: z.object({ id }),
  problems: [alreadyEnded],
});

export const getSecondment = endpoint({
  name: 'mandates.getSecondment',
  method: 'GET',
  path: '/mandates/secondments/:id',
  summary: { vi: 'Một lần biệt phái', en: 'One secondment' },
  permission: 'mandate.view',
  input: { id },
  reply: secondmentReply,
});

export const listSecondments = endpoint({
  name: 'mandates.listSecondments',
  method: 'GET',
  path: '/mandates/secondments',
  summary: {
    vi: 'Những người đang hoặc sắp biệt phái',
    en: 'Who is or will be seconded, from where to where, until when',
  },
  permission: 'mandate.view',
  input: {
    /** The unit that lends or the one that is helped. */
    unitId: unitId.optional(),
    /** Those that end after this day; today unless given. */
    asOf: day.optional(),
  },
  reply: z.object({ asOf: day, items: z.array(secondmentReply) }),
});
