-- A search asks for words among the cases of some units: the index knows both. Folding is done once, when written.
-- Units are all that ever had to do with the case; what may be seen is still asked of the case itself.
alter table cases.applicant
  add column units text[] not null default '{}',
  add column folded text generated always as (kit.fold(text)) stored;
update cases.applicant a set units = array(
  select distinct u from cases.case_file f, unnest(array[f.unit_id, f.at_unit_id, f.decision_unit_id, f.return_unit_id]
    || array(select c.unit_id from cases.consultation c where c.case_id = f.id)) u
  where f.id = a.case_id and f.unit_id = a.unit_id and u is not null);
drop index cases.applicant_search;
create index applicant_search on cases.applicant using gin (units, folded gin_trgm_ops);

create function cases.note_units(case_id uuid, unit_id text, more text[]) returns void language sql as $$
  update cases.applicant a set units = array(select distinct u from unnest(a.units || $3) u where u is not null)
  where a.case_id = $1 and a.unit_id = $2 and not a.units @> array_remove($3, null)
$$;
create function cases.case_moved() returns trigger language plpgsql as $$
begin
  perform cases.note_units(new.id, new.unit_id, array[new.at_unit_id, new.decision_unit_id, new.return_unit_id]);
  return null;
end $$;
create trigger moved after update on cases.case_file for each row
  when ((old.at_unit_id, old.decision_unit_id, old.return_unit_id) is distinct from (new.at_unit_id, new.decision_unit_id, new.return_unit_id))
  execute function cases.case_moved();
create function cases.case_consulted() returns trigger language plpgsql as $$
begin
  perform cases.note_units(new.case_id, new.case_unit_id, array[new.unit_id]);
  return null;
end $$;
create trigger consulted after insert on cases.consultation for each row execute function cases.case_consulted();
