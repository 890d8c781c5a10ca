-- Names the state of what is published; whoever publishes or ends something makes a new one.
create table procedures.revision (
  only_one boolean primary key default true check (only_one),
  token uuid not null default gen_random_uuid()
);
insert into procedures.revision default values;

create function procedures.renew() returns trigger language plpgsql security definer set search_path = procedures, pg_temp as $$
begin
  if new.state <> 'draft' then
    update procedures.revision set token = gen_random_uuid();
  end if;
  return null;
end $$;
create trigger version_renews after insert or update on procedures.version for each row execute function procedures.renew();
create trigger overlay_renews after insert or update on procedures.overlay for each row execute function procedures.renew();

grant select on procedures.revision to lienthong_app;
