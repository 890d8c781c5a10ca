-- One row that names the state of positions and appointments, for copies in memory; a token is never used again.
create table organisations.staff_revision (
  only_one boolean primary key default true check (only_one),
  token uuid not null default gen_random_uuid()
);
insert into organisations.staff_revision default values;
grant select, update on organisations.staff_revision to lienthong_app;

create function organisations.staff_changed() returns trigger language plpgsql as $$
begin
  update organisations.staff_revision set token = gen_random_uuid();
  return null;
end $$;
create trigger staff_changed after insert or update or delete on organisations.position
  for each statement execute function organisations.staff_changed();
create trigger staff_changed after insert or update or delete on organisations.appointment
  for each statement execute function organisations.staff_changed();

create view organisations.v_staff_revision as select token from organisations.staff_revision;
grant select on organisations.v_staff_revision to lienthong_app;
