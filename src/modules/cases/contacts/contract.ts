import { z } from 'zod';

import { day, endpoint, id, instant } from '../../../kit/contract.ts';
import { channel } from '../contract/words.ts';
import { contactKinds } from './rules.ts';

const unit = z.object({ id: z.string(), vi: z.string(), en: z.string() });

/** One phone, address or account under which several people applied online: a sign that somebody files for them (R26). */
export const listSharedContacts = endpoint({
  name: 'cases.listSharedContacts',
  method: 'GET',
  path: '/cases/shared-contacts',
  summary: {
    vi: 'Điện thoại, thư điện tử, tài khoản dùng chung cho nhiều người nộp',
    en: 'Phones, addresses and accounts that several applicants share',
  },
  permission: 'audit.read',
  input: {
    /** First day of handing in. */
    from: day,
    /** At least so many different people; an official's own contact is listed from two. */
    people: z.coerce.number().int().min(2).max(1000).default(5),
  },
  reply: z.object({
    items: z.array(
      z.object({
        /** Keyed hash: names the contact without telling it. */
        key: z.string(),
        kind: z.enum(contactKinds),
        hint: z.string(),
        people: z.number().int(),
        cases: z.number().int(),
        first: day,
        last: day,
        /** It is that of somebody who held an office when the case was handed in. */
        ofStaff: z.boolean(),
        units: z.array(unit),
      }),
    ),
  }),
});

export const listCasesOfContact = endpoint({
  name: 'cases.listCasesOfContact',
  method: 'GET',
  path: '/cases/shared-contacts/:key',
  summary: { vi: 'Hồ sơ sau một liên hệ dùng chung', en: 'Cases behind a shared contact' },
  permission: 'audit.read',
  input: { key: z.string().min(8).max(200), from: day },
  reply: z.object({
    items: z.array(
      z.object({
        id,
        code: z.string().optional(),
        applicantName: z.string(),
        procedureCode: z.string(),
        channel,
        unit,
        submittedAt: instant,
      }),
    ),
  }),
  personal: true,
});
