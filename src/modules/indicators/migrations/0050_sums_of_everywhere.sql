-- Sums of all units together are kept as those of a unit without a name, so that a figure of the country reads a few rows
-- and not those of every commune.
insert into indicators.delta (kind, period, unit, month, day, counts)
select kind, period, '', month, day, array_agg(n order by place) from (
  select r.kind, r.period, r.month, r.day, t.place, sum(t.x)::bigint as n
  from indicators.delta r cross join lateral unnest(r.counts) with ordinality as t(x, place) group by 1, 2, 3, 4, 5) g
group by 1, 2, 4, 5;

insert into indicators.base (upto, kind, period, unit, month, counts)
select upto, kind, period, '', month, array_agg(n order by place) from (
  select r.upto, r.kind, r.period, r.month, t.place, sum(t.x)::bigint as n
  from indicators.base r cross join lateral unnest(r.counts) with ordinality as t(x, place) group by 1, 2, 3, 4, 5) g
group by 1, 2, 3, 5;

insert into indicators.procedure_delta (kind, period, unit, month, procedure, field, day, counts)
select kind, period, '', month, procedure, field, day, array_agg(n order by place) from (
  select r.kind, r.period, r.month, r.procedure, r.field, r.day, t.place, sum(t.x)::bigint as n
  from indicators.procedure_delta r cross join lateral unnest(r.counts) with ordinality as t(x, place) group by 1, 2, 3, 4, 5, 6, 7) g
group by 1, 2, 4, 5, 6, 7;

insert into indicators.procedure_base (upto, kind, period, unit, month, procedure, field, counts)
select upto, kind, period, '', month, procedure, field, array_agg(n order by place) from (
  select r.upto, r.kind, r.period, r.month, r.procedure, r.field, t.place, sum(t.x)::bigint as n
  from indicators.procedure_base r cross join lateral unnest(r.counts) with ordinality as t(x, place) group by 1, 2, 3, 4, 5, 6, 7) g
group by 1, 2, 3, 5, 6, 7;
