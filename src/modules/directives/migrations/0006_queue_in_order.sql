-- The queue is read oldest first over both states; the order by state first could not give that without sorting all.
drop index directives.report_waiting;
create index report_waiting on directives.report (submitted_at, id) where state in ('submitted', 'confirmed');
