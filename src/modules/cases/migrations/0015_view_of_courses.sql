-- How long cases take: the days and places of each, without what was filled in. For predictions of delay and silence.
create view cases.v_course as
  select id as case_id, unit_id, code, procedure_code, field, decision_unit_id, at_unit_id, classification, work, received_at, changed_at,
    coalesce(due_at, (state -> 'due' ->> 'appointment')::timestamptz) as due_at,
    case when verdict is not null then coalesce((state -> 'decision' ->> 'approvedAt')::timestamptz, ended_at) end as finished_at
  from cases.case_file;
create index case_finished on cases.case_file (procedure_code, ended_at desc) where ended_at is not null;
grant select on cases.v_course to lienthong_app;
