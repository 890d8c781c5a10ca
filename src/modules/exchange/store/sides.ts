import { sql } from 'kysely';

import type { Classification } from '../../../kit/actor.ts';
import type { Day } from '../../../kit/day.ts';
import type { Tx } from '../../../kit/db.ts';
import type { CaseState } from '../../cases/contract.ts';

/** Our side of a case, with how far messages of it have come. */
export interface SidesFound {
  unitId: string;
  caseId: string;
  code: string;
  decisionUnitId: string | null;
  classification: Classification;
  receivedAt: Date;
  handling: CaseState['handling'];
  notedOurs: number | null;
  notedTheirs: string | null;
  /** Some message of it has still to be acknowledged. */
  onTheWay: boolean;
  /** What the portal said when it last refused one, while that stands. */
  refusal: string | null;
  /** Whether any message of it was ever queued. */
  queued: boolean;
  missing: string[];
}

const columns = sql`c.unit_id, c.case_id, c.code, c.decision_unit_id, c.classification, c.received_at, c.handling, s.noted_ours, s.noted_theirs,
  coalesce(m.on_the_way, false) as on_the_way, m.refusal, m.case_id is not null as queued,
  coalesce((select w.missing from exchange.message w where w.case_id = c.case_id and w.service = 'DongBoHoSoMC' and w.status is not null order by w.seq desc limit 1), '{}') as missing`;
const joined = sql`left join exchange.standing s on s.unit_id = c.unit_id and s.case_id = c.case_id
  left join lateral (
    select m.case_id, bool_or(m.state in ('waiting', 'sending', 'held')) as on_the_way, max(m.answer) filter (where m.state = 'refused') as refusal
    from exchange.message m where m.case_id = c.case_id group by m.case_id) m on true`;

/** Our side of a case by its code; with `sent` only if something of it was ever sent. */
export const findSides = (
  tx: Tx,
  code: string,
  { sent }: { sent: boolean },
): Promise<SidesFound | undefined> =>
  tx.maybe(
    sql`select ${columns} from cases.v_exchange c ${joined} where c.code = ${code} and c.received_at is not null ${sent ? sql`and s.case_id is not null` : sql``}`,
  );

/** Our side of all cases received on some days, both counted, in the order of their codes. */
export const listSides = (tx: Tx, days: { from: Day; to: Day }): Promise<SidesFound[]> =>
  tx.rows(sql`select ${columns} from cases.v_exchange c ${joined}
    where c.received_at >= ${`${days.from}T00:00:00+07:00`}::timestamptz and c.received_at < ${`${days.to}T00:00:00+07:00`}::timestamptz + interval '1 day'
      and c.code is not null order by c.code`);

/** The portal has lost cases: the next message of each is a first one again. */
export const forgetKnown = (tx: Tx, caseIds: readonly string[]): void =>
  tx.send(sql`update exchange.standing set known = false where case_id = any(${caseIds}::uuid[]) and known`);
