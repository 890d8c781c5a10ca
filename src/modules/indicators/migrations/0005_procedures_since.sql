-- What was told anew in bulk has its changes by procedure from this day on; all before it are one sum on it. Figures by
-- procedure of earlier days are told from the facts.
create table indicators.procedure_since (
  only_one boolean primary key default true check (only_one),
  day date not null
);
insert into indicators.procedure_since values (true, '-infinity');
grant select, insert, update, delete on indicators.procedure_since to lienthong_app;
drop function indicators.plus(bigint[], bigint[]);
