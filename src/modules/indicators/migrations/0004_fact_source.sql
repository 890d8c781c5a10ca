-- From which state of their source the facts of a kind were told last, where they are told all at once.
create table indicators.fact_source (kind text primary key, token text not null);
grant select, insert, update, delete on indicators.fact_source to lienthong_app;
