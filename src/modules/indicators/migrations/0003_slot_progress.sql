-- How many records a count that is being filled has behind it, for those who wait; and which checkpoints still have the
-- changes by procedure of the days after them.
alter table indicators.slot add column filled bigint not null default 0;
alter table indicators.checkpoint add column procedures boolean not null default true;
