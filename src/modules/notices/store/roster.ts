import { sql } from 'kysely';

import type { Day } from '../../../kit/day.ts';
import type { Tx } from '../../../kit/db.ts';
import type { Holder, Recipient } from '../rules/recipients.ts';

/** Everybody who holds a role or a position in one of the units on a day. Positions are cleared up to internal matters. */
export async function listHolders(tx: Tx, unitIds: readonly string[], day: Day): Promise<Holder[]> {
  const ids = [...unitIds];
  return tx.rows<Holder>(sql`
    select 'account:' || r.account_id as key, r.account_id, r.name, r.email as address, a.lang, r.unit_id, r.role as "as", r.clearance
    from identity.v_role_holder r join identity.v_account a on a.account_id = r.account_id
    where r.unit_id = any(${ids}::text[]) and r.valid_from <= ${day} and (r.valid_to is null or r.valid_to >= ${day})
    union all
    select coalesce('account:' || a.account_id, 'person:' || o.person_id), a.account_id, o.full_name, coalesce(o.email, a.email), a.lang, o.unit_id, 'rank:' || o.rank, 'internal'
    from organisations.v_office_holder o
    left join identity.v_account a on a.person_id = o.person_id::text or a.email_key = lower(o.email)
    where o.unit_id = any(${ids}::text[]) and o.valid_from <= ${day} and (o.valid_to is null or o.valid_to > ${day})
      and (o.email is not null or a.account_id is not null)
    order by 6, 7, 3, 1`);
}

/** People by the keys under which they are named (`account:…`, `person:…`), as they can be reached on a day. */
export async function listByKeys(tx: Tx, keys: readonly string[], day: Day): Promise<Recipient[]> {
  if (keys.length === 0) return [];
  return tx.rows<Recipient>(sql`
    select distinct on (k.key) k.key, a.account_id, coalesce(a.name, o.full_name) as name, coalesce(a.email, o.email) as address, a.lang
    from unnest(${[...keys]}::text[]) k(key)
    left join identity.v_account a on k.key = 'account:' || a.account_id
    left join organisations.v_office_holder o on k.key = 'person:' || o.person_id and o.valid_from <= ${day} and (o.valid_to is null or o.valid_to > ${day})
    where a.account_id is not null or o.email is not null order by k.key, o.email`);
}
