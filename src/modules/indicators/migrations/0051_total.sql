-- Sums of whole numbers that stay whole numbers: sum() of bigint goes by numeric, several times slower over many small groups.
-- Exact like it; a total beyond the range of bigint is refused and not rounded.
create aggregate indicators.total(bigint) (sfunc = int8pl, stype = bigint, initcond = '0', combinefunc = int8pl, parallel = safe);
