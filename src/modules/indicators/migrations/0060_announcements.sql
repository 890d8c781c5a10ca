-- Facts of announcements: a decision that announces a version or a province's own rules, for each unit in whose competence
-- the procedure is, from the day on which it was published here.
create table indicators.fact_decision (
  id text not null,
  from_day date not null,
  to_day date not null,
  unit text not null,
  procedure text not null,
  field text not null,
  issuer text not null,
  day date not null,
  announced date,
  basis_from date not null,
  published date not null,
  announced_in_time boolean not null,
  published_in_time boolean not null,
  announced_late_in_year boolean not null,
  published_late_in_year boolean not null,
  primary key (id, from_day),
  check (from_day < to_day)
);
create index fact_decision_unit on indicators.fact_decision (unit, day, id);

grant select, insert, update, delete on indicators.fact_decision to lienthong_app;
