-- What reminders need to read. The conditions of the partial indexes are repeated there, so that each look is short.
create index report_returned on directives.report (decided_at, id) where state = 'returned';
create index assignment_extension on directives.assignment ((state->'extension'->>'askedOn')) where state ? 'extension';

create view directives.v_reminder_assignment as
  select a.id as assignment_id, a.unit_id, a.task_id, a.directive_id, a.classification, a.assigned_on, a.work, a.due, a.last_report_on,
    a.state ? 'extension' as extension_asked, (a.state->'extension'->>'askedOn') as extension_asked_on, a.state->'extension'->>'until' as extension_until,
    t.ref, t.title_vi, t.title_en, d.number as directive_number, d.owner_unit_id,
    t.same_as is not null or t.closing is not null as settled
  from directives.assignment a join directives.task t on t.id = a.task_id join directives.directive d on d.id = a.directive_id;

-- Claims that wait for a decision, since when, and for whom.
create view directives.v_waiting_claim as
  select r.id as report_id, r.assignment_id, r.unit_id, coalesce(r.decided_at, r.submitted_at) as since,
    case when r.state = 'submitted' and coalesce((d.settings->>'confirm')::boolean, true) then 'confirm' else 'accept' end as waits_for
  from directives.report r join directives.assignment a on a.unit_id = r.unit_id and a.id = r.assignment_id join directives.directive d on d.id = a.directive_id
  where r.state in ('submitted', 'confirmed') and r.claims and a.work = 'submitted';

-- Claims sent back to which nothing has followed.
create view directives.v_returned_claim as
  select r.id as report_id, r.assignment_id, r.unit_id, r.decided_at as returned_at, r.reason
  from directives.report r join directives.assignment a on a.unit_id = r.unit_id and a.id = r.assignment_id
  where r.state = 'returned' and r.claims and a.work in ('notStarted', 'inProgress')
    and not exists (select from directives.report n where n.assignment_id = r.assignment_id and n.submitted_at > r.decided_at);

create view directives.v_difficulty as
  select id as difficulty_id, assignment_id, unit_id, kind, body, addressee_unit_id, due, state, answer, raised_by from directives.difficulty;

create view directives.v_reporting_cycle as
  select id as directive_id, number as directive_number, owner_unit_id, classification, settings->'cycle' as cycle from directives.directive where settings ? 'cycle';
create view directives.v_period_report as select unit_id, assignment_id, period from directives.report where state <> 'returned';
create view directives.v_step_settings as
  select id as directive_id, coalesce((settings->>'confirm')::boolean, true) as confirm, coalesce((settings->>'accept')::boolean, true) as accept from directives.directive;

grant select on directives.v_reminder_assignment, directives.v_waiting_claim, directives.v_returned_claim, directives.v_difficulty,
  directives.v_reporting_cycle, directives.v_period_report, directives.v_step_settings to lienthong_app;
