-- The rules of the figures of tasks as text too: FEEL over the class of a record. What was counted stays counted.
update indicators.figure_definition d set body = d.body || jsonb_build_object('rule', jsonb_build_object('numerator', r.numerator, 'denominator', r.denominator))
from (values
  ('completionOfAll', 'class in ("doneOnTime", "doneAhead", "doneLate", "doneNoTerm")', 'not(class in ("cancelled", "merged"))'),
  ('completionOfDue', 'class in ("doneOnTime", "doneAhead", "doneLate", "doneNoTerm")', 'class in ("doneOnTime", "doneAhead", "doneLate", "doneNoTerm", "overdue")'),
  ('onTimeOfClosed', 'class in ("doneOnTime", "doneAhead")', 'class in ("doneOnTime", "doneAhead", "doneLate")'),
  ('onTimeOfClosedAndOverdue', 'class in ("doneOnTime", "doneAhead")', 'class in ("doneOnTime", "doneAhead", "doneLate", "overdue")'),
  ('onTimeOfDue', 'class = "doneOnTime"', 'class in ("doneOnTime", "doneLate", "overdue")'),
  ('onTimeOfAll', 'class in ("doneOnTime", "doneAhead")', 'not(class in ("cancelled", "merged"))'),
  ('inTermShare', 'class = "inTerm"', 'not(class in ("cancelled", "merged"))'),
  ('overdueShare', 'class = "overdue"', 'not(class in ("cancelled", "merged"))'),
  ('overdueOfDue', 'class = "overdue"', 'class in ("doneOnTime", "doneAhead", "doneLate", "doneNoTerm", "overdue")'),
  ('doneOfDoneAndInTerm', 'class in ("doneOnTime", "doneAhead", "doneLate", "doneNoTerm")', 'class in ("doneOnTime", "doneAhead", "doneLate", "doneNoTerm", "inTerm")'),
  ('inTermOfDone', 'class = "inTerm"', 'class in ("doneOnTime", "doneAhead", "doneLate", "doneNoTerm")'),
  ('doneAndInTermOfAll', 'class in ("doneOnTime", "doneAhead", "doneLate", "doneNoTerm", "inTerm")', 'not(class in ("cancelled", "merged"))')
) as r(code, numerator, denominator)
where d.code = r.code and d.version = '1';
