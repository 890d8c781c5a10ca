-- Who can be written to, and in which language; no secrets.
create view identity.v_account as select id as account_id, name, email, email_key, lang, person_id from identity.account where not disabled;
create index account_person on identity.account (person_id) where person_id is not null;
grant select on identity.v_account to lienthong_app;
