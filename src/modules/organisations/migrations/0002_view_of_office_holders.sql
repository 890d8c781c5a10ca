-- Who held which position from when to when, with the address for reminders.
create view organisations.v_office_holder as
  select p.unit_id, p.rank, p.title_vi, p.title_en, n.id as person_id, n.full_name, n.email,
    greatest(p.valid_from, a.valid_from) as valid_from, least(p.valid_to, a.valid_to) as valid_to
  from organisations.position p join organisations.appointment a on a.position_id = p.id join organisations.person n on n.id = a.person_id;
grant select on organisations.v_office_holder to lienthong_app;
