-- Certificates behind signatures: what each says is in `body`, as its events say it; the file itself is kept with it.
create table mandates.certificate (
  id uuid primary key,
  body jsonb not null,
  -- The unit whose it is, or in which the person serves.
  unit_id text not null,
  person_id uuid,
  serial text not null,
  issuer text not null,
  valid_to timestamptz not null,
  -- The last reminder of its end that was given, in days before it.
  warned integer,
  unique (issuer, serial)
);
create index certificate_serial on mandates.certificate (serial);
create index certificate_unit on mandates.certificate (unit_id);
create index certificate_person on mandates.certificate (person_id) where person_id is not null;
create index certificate_end on mandates.certificate (valid_to);

-- That a unit signs with registered certificates, from a day on.
create table mandates.certificate_duty (
  id uuid primary key,
  body jsonb not null,
  unit_id text not null,
  valid_from date not null,
  valid_to date,
  check (valid_to > valid_from)
);
create index certificate_duty_unit on mandates.certificate_duty (unit_id, valid_from);

grant select, insert, update on mandates.certificate, mandates.certificate_duty to lienthong_app;
