import { sql } from 'kysely';

import type { Tx } from '../../../kit/db.ts';

/** What the events say was reminded: each rung climbed for a subject and a day, by the last word on it. */
const told = sql`
  select distinct on (stream, payload->>'rung', payload->>'about') split_part(stream, ':', 2) as subject_kind,
    substring(stream from length(split_part(stream, ':', 2)) + 11) as subject_id, payload->>'rung' as rung, (payload->>'about')::date as about,
    payload->'to' as recipients, (payload->>'ladder')::int as ladder
  from kit.event where kind = 'reminder.sent' order by stream, payload->>'rung', payload->>'about', seq desc`;

/** Rungs on record as climbed that no event tells of, or otherwise, or by another ladder or for another number. */
export const listFiringDifferences = (tx: Tx): Promise<{ what: string }[]> =>
  tx.rows(sql`
    with told as (${told}), live as (select * from notices.firing where outcome = 'fired')
    select concat_ws(' ', coalesce(t.subject_kind, l.subject_kind), coalesce(t.subject_id, l.subject_id), coalesce(t.rung, l.rung), coalesce(t.about, l.about)) as what
    from told t full join live l using (subject_kind, subject_id, rung, about)
    where t.recipients is null or l.recipients is null or jsonb_array_length(t.recipients) <> l.recipients or t.ladder <> l.ladder
    order by 1`);

/** Notices of rungs whose recipients are not those that the event names. */
export const listNoticeDifferences = (tx: Tx): Promise<{ what: string }[]> =>
  tx.rows(sql`
    with told as (
      select t.subject_kind, t.subject_id, t.rung, t.about, r.recipient, true as is_told
      from (${told}) t cross join lateral (select distinct value as recipient from jsonb_array_elements_text(t.recipients)) r
    ), live as (
      select n.subject_kind, n.subject_id, n.rung, n.about, n.recipient, true as is_there
      from notices.notice n join notices.firing f using (subject_kind, subject_id, rung, about) where f.outcome = 'fired'
    )
    select concat_ws(' ', subject_kind, subject_id, rung, about, recipient) as what
    from told full join live using (subject_kind, subject_id, rung, about, recipient)
    where is_told is null or is_there is null order by 1`);

/** Mail on record as sent that no event tells of, or otherwise, or under another Message-ID. */
export const listMailDifferences = (tx: Tx): Promise<{ what: string }[]> =>
  tx.rows(sql`
    with told as (
      select n.notice_id::uuid as notice_id, e.payload->>'messageId' as message_id
      from kit.event e cross join lateral jsonb_array_elements_text(e.payload->'notices') n(notice_id) where e.kind = 'mail.sent'
    ), live as (select notice_id, message_id from notices.delivery where channel = 'mail' and state = 'sent')
    select notice_id::text as what from told t full join live l using (notice_id)
    where t.message_id is distinct from l.message_id order by 1`);

export const countReplayed = (tx: Tx): Promise<{ firings: number; notices: number; mails: number }> =>
  tx.one(sql`select (select count(*) from notices.firing where outcome = 'fired') as firings, (select count(*) from notices.notice) as notices,
    (select count(*) from notices.delivery where channel = 'mail' and state = 'sent') as mails`);
