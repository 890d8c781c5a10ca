-- What other systems are told of a case and asked about it: no name, nothing that was filled in.
create view cases.v_exchange as
  select id as case_id, unit_id, code, procedure_code, classification, decision_unit_id, handling, received_at, state ->> 'sync' as sync
  from cases.case_file;
grant select on cases.v_exchange to lienthong_app;
-- A day's receptions are looked up once a day; an index of blocks costs an intake nothing.
create index case_received on cases.case_file using brin (received_at) with (autosummarize = on);
