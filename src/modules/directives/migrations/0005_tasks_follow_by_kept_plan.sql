-- Planning the statements of this function anew took more time than they do; its plans do not depend on the values.
alter function directives.tasks_follow(directives.leads_change[]) set plan_cache_mode = 'force_generic_plan';
