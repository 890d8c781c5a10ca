-- What figures need to read beside the tally: the rows behind a number, tasks, merges of duplicates, last results.
create view directives.v_directive as
  select id, number, kind, title_vi, title_en, owner_unit_id, issuer_text, issued_on, classification, state, created_at from directives.directive;

create view directives.v_section as
  select directive_id, code, number, title_vi, title_en, parent_code, position from directives.section;

create view directives.v_task_parent as select task_id, parent_id from directives.task_parent;

create view directives.v_figure_assignment as
  select a.unit_id, a.id as record_id, a.task_id, a.directive_id, a.role, a.via, a.part_vi, a.classification, a.assigned_on, a.work, a.due, a.first_due, a.done_on,
    a.claimed_on, a.progress, a.started_on, a.last_report_on, a.state->'dueChanges' as due_changes, a.state->'cancelled' as cancelled, a.state->'uncheckable' as uncheckable,
    a.state->'redirected' as redirected, a.state->'product' as product, coalesce(a.state->'deadline'->>'text', t.deadline->>'text') as deadline_text,
    t.ref, t.kind as task_kind, t.title_vi, t.title_en, t.product_vi, t.section_code, t.field, t.same_as, t.position, d.number as directive_number, d.owner_unit_id
  from directives.assignment a join directives.task t on t.id = a.task_id join directives.directive d on d.id = a.directive_id;

-- known_from: when the task was entered; its id says so (RFC 9562, version 7), else the directive's day of entry stands in.
create view directives.v_figure_task as
  select t.id, t.directive_id, t.ref, t.kind, t.number, t.position, t.section_code, t.title_vi, t.title_en, t.product_vi, t.field, t.classification, t.lead_text,
    t.deadline->>'text' as deadline_text, t.same_as, t.closing, t.work, t.first_due, t.due, t.done_on, t.leads, t.leads_done,
    d.number as directive_number, d.owner_unit_id, d.classification as directive_classification, d.issued_on,
    case when substr(t.id::text, 15, 1) = '7' then to_timestamp(('x' || substr(replace(t.id::text, '-', ''), 1, 12))::bit(48)::bigint / 1000.0) else d.created_at end as known_from
  from directives.task t join directives.directive d on d.id = t.directive_id;

create view directives.v_assignment_unit as
  select unit_id, id as assignment_id, task_id, directive_id, role, classification, assigned_on, work, due, first_due, done_on, claimed_on from directives.assignment;

-- From when to when a task was merged into another, as it was known. One merged before it was entered as merged has no event.
create index event_task_merge on kit.event (stream) where kind in ('task.merged', 'task.unmerged');
create view directives.v_task_merge as
  select task_id, same_as, reason, from_at, to_at from (
    select substr(e.stream, 6)::uuid as task_id, (e.payload->>'sameAs')::uuid as same_as, e.payload->>'reason' as reason, e.at as from_at,
      lead(e.at) over (partition by e.stream order by e.seq) as to_at
    from kit.event e where e.kind in ('task.merged', 'task.unmerged')) told
  where same_as is not null;
create index task_target on directives.task (id) where kind = 'target';

create view directives.v_report as
  select r.unit_id, r.id, r.assignment_id, r.period, r.submitted_at, r.decided_at, r.state, r.progress, r.nothing, r.content->>'result' as result, r.product from directives.report r;

grant select on directives.v_directive, directives.v_section, directives.v_task_parent, directives.v_figure_assignment, directives.v_figure_task, directives.v_task_merge,
  directives.v_report, directives.v_assignment_unit to lienthong_app;
