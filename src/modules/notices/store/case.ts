import { sql } from 'kysely';

import type { Classification } from '../../../kit/actor.ts';
import type { Day } from '../../../kit/day.ts';
import { prepared, type Tx } from '../../../kit/db.ts';
import type { Lang } from '../../../kit/i18n.ts';
import type { CaseState } from '../../cases/contract.ts';
import type { Recipient } from '../rules/recipients.ts';

/** What notices know of a case. */
export interface ToldCase {
  caseId: string;
  unitId: string;
  code: string | null;
  procedureCode: string;
  versionId: string;
  classification: Classification;
  decisionUnitId: string | null;
  atUnitId: string;
  accountId: string | null;
  personId: string | null;
  applicantName: string;
  dueAt: Date | null;
  apologies: number;
  state: CaseState;
  email: string | null;
  lang: Lang | null;
}

const told = sql`case_id, unit_id, code, procedure_code, version_id, classification, decision_unit_id, at_unit_id, account_id, person_id,
  applicant_name, due_at, apologies, state, email, lang`;

export const findToldCase = (tx: Tx, caseId: string): Promise<ToldCase | undefined> =>
  tx.maybe(prepared(sql`select ${told} from cases.v_told where case_id = ${caseId}`));

/** Of some cases those whose applicant can be written to; of those `atEnd` only if they have come to their result. */
export const listReached = async (
  tx: Tx,
  { caseIds, atEnd }: { caseIds: readonly string[]; atEnd: readonly string[] },
): Promise<string[]> =>
  (
    await tx.rows<{ caseId: string }>(
      prepared(
        sql`select case_id from cases.v_told where case_id = any(${[...caseIds, ...atEnd]}::uuid[])
          and (work in ('ready', 'ended') or case_id = any(${caseIds}::uuid[])) and (account_id is not null or email is not null)`,
      ),
    )
  ).map(({ caseId }) => caseId);

/** People by their place in the organisation tree: with an account, or with an address of their own. */
export const listPeople = (tx: Tx, personIds: readonly string[], day: Day): Promise<Recipient[]> =>
  tx.rows(sql`
    select distinct on (p.id) coalesce('account:' || a.account_id, 'person:' || p.id) as key, a.account_id, coalesce(a.name, o.full_name) as name,
      coalesce(a.email, o.email) as address, a.lang
    from unnest(${[...personIds]}::text[]) p(id)
    left join identity.v_account a on a.person_id = p.id
    left join organisations.v_office_holder o on o.person_id::text = p.id and o.valid_from <= ${day} and (o.valid_to is null or o.valid_to > ${day})
    where a.account_id is not null or o.email is not null order by p.id, a.account_id, o.email`);

/** The account of an applicant who has one. */
export const findAccount = (
  tx: Tx,
  accountId: string,
): Promise<{ name: string; email: string; lang: Lang } | undefined> =>
  tx.maybe(sql`select name, email, lang from identity.v_account where account_id = ${accountId}`);

/** Running cases without an apology whose due instant lies in a range and whose rung has not been climbed for that day. */
export const listDueCases = (
  tx: Tx,
  f: { rung: string; from: Date; to: Date; today: Day; after?: ToldCase | undefined; limit: number },
): Promise<ToldCase[]> =>
  tx.rows(sql`select ${told} from cases.v_told v
    where work in ('working', 'waiting') and due_at >= ${f.from} and due_at < ${f.to} and apologies = 0
      and not exists (select from notices.firing r where r.subject_kind = 'case' and r.subject_id = v.case_id::text and r.rung = ${f.rung}
        and r.about = (v.due_at at time zone 'Asia/Ho_Chi_Minh')::date and (r.outcome <> 'noRecipient' or r.tried_on = ${f.today}))
      ${f.after ? sql`and (due_at, case_id) > (${f.after.dueAt}, ${f.after.caseId}::uuid)` : sql``}
    order by due_at, case_id limit ${f.limit}`);
