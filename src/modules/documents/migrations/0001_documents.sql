create schema documents;
grant usage on schema documents to lienthong_app;

-- A file belongs to one unit and has one classification. Its bytes lie in the file store under their SHA-256.
create table documents.file (
  id uuid primary key,
  unit_id text not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  name text not null,
  type text not null,
  size bigint not null check (size > 0),
  classification text not null check (classification in ('public', 'internal', 'restricted')),
  state text not null check (state in ('notScanned', 'clean', 'infected', 'rejected')),
  uploaded_by text not null,
  uploaded_by_name text not null,
  uploaded_at timestamptz not null
);
create index file_unit on documents.file (unit_id, id);
create index file_unscanned on documents.file (id) where state = 'notScanned';

-- A record the file is evidence for. Its unit becomes a further place from which the file is seen.
create table documents.link (
  file_id uuid not null references documents.file,
  record text not null,
  unit_id text not null,
  primary key (file_id, record, unit_id)
);
create index link_record on documents.link (record);

grant select, insert, update on documents.file to lienthong_app;
grant select, insert, delete on documents.link to lienthong_app;
