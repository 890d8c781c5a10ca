-- What those who write to people about a case may know of it; no secrets, and of what was filled in only how to reach the applicant.
create view cases.v_told as
  select f.id as case_id, f.unit_id, f.code, f.procedure_code, f.version_id, f.classification, f.decision_unit_id, f.at_unit_id,
    f.account_id, f.person_id, f.applicant_name, f.work, f.due_at, jsonb_array_length(f.state -> 'apologies') as apologies, f.state,
    coalesce(nullif(c.content #>> '{applicant,email}', ''), nullif(c.content #>> '{representative,email}', '')) as email,
    c.content #>> '{applicant,lang}' as lang
  from cases.case_file f
  left join cases.content c on c.case_id = f.id and c.unit_id = f.unit_id and c.version = (f.state -> 'content' ->> 'version')::int;
grant select on cases.v_told to lienthong_app;
