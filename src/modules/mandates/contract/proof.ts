import { z } from 'zod';

import { day, endpoint, id, instant } from '../../../kit/contract.ts';
import { certificateReply, standing } from '../certificates/contract.ts';
import {
  field,
  holderReply,
  level,
  link,
  personRef,
  procedureCode,
  reason,
  role,
  unitId,
  unitRef,
} from './shapes.ts';

/** Where the field is not given, only papers for the procedure itself and for everything are looked at. */
const about = { procedureCode: procedureCode.optional(), field: field.optional() };

export const listHolders = endpoint({
  name: 'mandates.listHolders',
  method: 'GET',
  path: '/mandates/holders',
  summary: {
    vi: 'Ai được làm bước này cho cơ quan vào ngày đó, theo văn bản nào',
    en: 'Who may do a step for a unit on a day, and by which papers',
  },
  permission: 'mandate.view',
  input: { unitId, role, day: day.optional(), ...about },
  reply: z.object({
    day,
    unit: unitRef,
    items: z.array(holderReply),
    /** Why there is nobody. */
    gap: z.object({ reason, person: personRef.optional() }).optional(),
  }),
});

export const findCompetent = endpoint({
  name: 'mandates.findCompetent',
  method: 'GET',
  path: '/mandates/competent',
  summary: {
    vi: 'Cơ quan có thẩm quyền đối với một nơi vào ngày đó',
    en: 'The unit that is competent for a place on a day',
  },
  permission: 'mandate.view',
  input: { placeUnitId: unitId, level, day: day.optional(), ...about },
  reply: z.object({
    day,
    unit: unitRef.optional(),
    chain: z.array(link),
    gap: reason.optional(),
  }),
});

export const checkAct = endpoint({
  name: 'mandates.checkAct',
  method: 'GET',
  path: '/mandates/check',
  summary: {
    vi: 'Kiểm tra lại thẩm quyền của một chữ ký vào ngày ký',
    en: 'Re-check whether a person could act on a day: who, position, mandate, paper',
  },
  permission: 'mandate.view',
  input: {
    personId: id,
    unitId,
    role,
    day,
    /** The moment of the signature, where it is known; else noon of the day. */
    at: instant.optional(),
    /** The number of the certificate that the signature names; without it all certificates of the person are told. */
    serial: z.string().trim().max(200).optional(),
    ...about,
  },
  reply: z.object({
    day,
    mayAct: z.boolean(),
    person: personRef,
    unit: unitRef,
    positions: z.array(
      z.object({ unit: unitRef, titleVi: z.string(), titleEn: z.string(), from: day, to: day.optional() }),
    ),
    holder: holderReply.optional(),
    /** The papers of the chain with the moment at which they were recorded here. */
    recorded: z.array(z.object({ id, recordedAt: instant })),
    reason: reason.optional(),
    /** The unit had said that it signs with registered certificates. */
    mustBear: z.boolean(),
    /** A number was asked for that nobody has registered. */
    serialUnknown: z.boolean(),
    certificates: z.array(
      z.object({
        certificate: certificateReply,
        /** How it stood at that moment, by what was known then. */
        stood: standing,
        /** How it stood at that moment by what is known now: a revocation may reach back. */
        standsNow: standing,
        /** It is the signer's own, or the unit's. */
        isOwn: z.boolean(),
      }),
    ),
  }),
  personal: true,
});
