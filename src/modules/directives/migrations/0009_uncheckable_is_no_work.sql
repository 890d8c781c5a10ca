-- What was marked as not checkable went on as work and became overdue for ever. Now the mark ends it, as a fold of the
-- events tells: everything marked to which nothing has happened since that decides about its state. The trigger keeps
-- counts and history; the time of the change stays that of the mark.
update directives.assignment a set work = 'cancelled', claimed_on = null, state = (a.state - 'extension') || '{"status": "cancelled"}', version = a.version + 1
where a.state ? 'uncheckable' and a.work not in ('completed', 'cancelled') and not exists (
  select from kit.event m join kit.event e on e.unit_id = m.unit_id and e.stream = m.stream and e.seq > m.seq
  where m.unit_id = a.unit_id and m.stream = 'assignment:' || a.id and m.kind = 'assignment.markedUncheckable'
    and e.kind in ('assignment.claimed', 'assignment.confirmed', 'assignment.accepted', 'assignment.returned', 'assignment.reopened'));
