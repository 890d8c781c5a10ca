import { sql } from 'kysely';

import type { Day } from '../../../../kit/day.ts';
import type { Tx } from '../../../../kit/db.ts';
import type { Holder } from '../rules/who.ts';

/**
 * Everybody who holds a role or a post in one of the units on a day, reachable or not: who must act is a question of
 * office, whether a mail reaches him is another.
 */
export const listHolders = (tx: Tx, unitIds: readonly string[], day: Day): Promise<Holder[]> =>
  tx.rows(sql`
    select 'account:' || r.account_id as key, r.name, r.unit_id, r.role as "as"
    from identity.v_role_holder r
    where r.unit_id = any(${[...unitIds]}::text[]) and r.valid_from <= ${day} and (r.valid_to is null or r.valid_to >= ${day})
    union all
    select coalesce('account:' || a.account_id, 'person:' || o.person_id), o.full_name, o.unit_id, 'rank:' || o.rank
    from organisations.v_office_holder o
    left join lateral (select v.account_id from identity.v_account v where v.person_id = o.person_id::text or v.email_key = lower(o.email) limit 1) a on true
    where o.unit_id = any(${[...unitIds]}::text[]) and o.valid_from <= ${day} and (o.valid_to is null or o.valid_to > ${day})
    order by 3, 4, 2, 1`);
