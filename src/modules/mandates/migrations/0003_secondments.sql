-- Who was lent to which unit, by which decision, from when to when.
create table mandates.secondment (
  id uuid primary key,
  body jsonb not null,
  person_id uuid not null,
  from_unit_id text not null,
  to_unit_id text not null,
  valid_from date not null,
  valid_to date not null,
  -- The assignment by which the person acts there: its end is announced with that of the secondment.
  assignment_id uuid not null,
  -- The end that has been announced.
  warned_for date,
  check (valid_to > valid_from)
);
create index secondment_person on mandates.secondment (person_id);
create index secondment_from on mandates.secondment (from_unit_id);
create index secondment_to on mandates.secondment (to_unit_id);
create index secondment_end on mandates.secondment (valid_to);
create index secondment_assignment on mandates.secondment (assignment_id);

grant select, insert, update on mandates.secondment to lienthong_app;
