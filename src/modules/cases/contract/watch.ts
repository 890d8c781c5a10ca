import { z } from 'zod';

import { endpoint, id, instant } from '../../../kit/contract.ts';
import { unitId } from './words.ts';

const n = z.number().int();
const text = z.object({ vi: z.string(), en: z.string() });

/** A case that is late or nearly, without its applicant: for screens on a wall. */
export const watchedCase = z.object({
  id,
  code: z.string().optional(),
  procedureCode: z.string(),
  dueAt: instant,
  /** Working minutes left, negative when the due moment has passed. */
  minutesLeft: z.number(),
  atUnitId: z.string(),
  unit: text,
  stepRole: z.string().optional(),
  /** The official to whom it is assigned; the role has to act where nobody is. */
  person: z.string().optional(),
});

const counts = {
  submitted: n,
  working: n,
  waiting: n,
  ready: n,
  /** Being handled, due before today. */
  overdue: n,
  /** Being handled, due from today until `soonDay`. */
  soon: n,
  receivedToday: n,
  endedToday: n,
};

const caseList = z.array(watchedCase);
export const watchCases = endpoint({
  name: 'cases.watch',
  method: 'GET',
  path: '/cases/watch',
  summary: {
    vi: 'Theo dõi hồ sơ: quá hạn, sắp đến hạn, xin ý kiến, chờ ký, theo đơn vị cấp dưới',
    en: 'Cases to watch: late, nearly late, consultations, to be signed, by the units below',
  },
  permission: 'case.view',
  input: {
    /** With everything below it; everything within reach where absent. */
    unitId: unitId.optional(),
    /** How many of the late and the nearly late are named. */
    limit: z.coerce.number().int().min(0).max(50).default(8),
  },
  reply: z.object({
    /** The day by which what is nearly late falls due: eight working hours from now. */
    soonDay: z.iso.date(),
    /** The first of the month, from which on `received` and `onTime` of `ended` count. */
    from: z.iso.date(),
    total: z.object({ ...counts, received: n, onTime: n, ended: n }),
    /** The unit itself and the units directly below it, each with everything below. */
    units: z.array(z.object({ unitId: z.string(), name: text, below: n, ...counts })),
    late: caseList,
    soon: caseList,
    consultations: z.object({
      late: n,
      soon: n,
      items: z.array(
        z.object({ caseId: id, code: z.string().optional(), unitId: z.string(), unit: text, dueAt: instant }),
      ),
    }),
    /** What waits for a signature in the units for which the one who asks signs, counted up to `most`. */
    signing: z.object({ n, most: n, unitIds: z.array(z.string()) }).optional(),
  }),
});

export const listSilentUnits = endpoint({
  name: 'cases.silentUnits',
  method: 'GET',
  path: '/cases/silent-units',
  summary: {
    vi: 'Đơn vị trước đây tiếp nhận hồ sơ nhưng gần đây không có hồ sơ nào',
    en: 'Units that used to receive cases and lately receive none',
  },
  permission: 'case.view',
  input: {
    unitId: unitId.optional(),
    /** Silent for so many days, after having received something in the `before` days before. */
    days: z.coerce.number().int().min(1).max(90).default(14),
    before: z.coerce.number().int().min(1).max(180).default(90),
  },
  reply: z.object({
    since: z.iso.date(),
    /** How many units received something in the whole time. */
    active: n,
    items: z.array(z.object({ unitId: z.string(), name: text, last: z.iso.date() })),
  }),
});
