-- By what somebody who handed a case in online can be reached, as a keyed hash with the last signs of it: many people
-- behind one phone, one address or one account are told without anybody's number being kept here.
create table cases.contact (
  unit_id text not null,
  case_id uuid not null,
  kind text not null check (kind in ('phone', 'email', 'account')),
  mac text not null,
  hint text not null,
  -- Whose case it is: keyed hash of the personal number, or of the name where there is none.
  person_key text not null,
  day date not null,
  -- It belongs to somebody who held an office that day.
  of_staff boolean not null,
  primary key (case_id, kind, unit_id)
);
create index contact_day on cases.contact (day, mac);
create index contact_mac on cases.contact (mac, day);
grant select, insert on cases.contact to lienthong_app;
