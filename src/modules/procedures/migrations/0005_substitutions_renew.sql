-- Which papers databases replace belongs to what is published: stating one makes a new state too.
create function procedures.renew_all() returns trigger language plpgsql security definer set search_path = procedures, pg_temp as $$
begin
  update procedures.revision set token = gen_random_uuid();
  return null;
end $$;
create trigger substitution_renews after insert or update or delete on procedures.substitution for each statement execute function procedures.renew_all();
