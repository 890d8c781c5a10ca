-- A report is of an assignment that exists. The server also learns from it that the join of both finds one row each.
alter table directives.report add constraint report_assignment_exists foreign key (unit_id, assignment_id) references directives.assignment (unit_id, id);
