alter table notices.notice add column case_id uuid;
create index notice_case on notices.notice (case_id) where case_id is not null;
