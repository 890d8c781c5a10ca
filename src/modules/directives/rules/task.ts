/** The state of a task, derived from the assignments of its lead units. */
import { diffDays, maxDay, minDay, type Day } from '../../../kit/day.ts';
import type { WorkState } from './axes.ts';
import type { TimeFacts } from './states.ts';

export interface TaskState extends TimeFacts {
  /** Index in `leads` of the assignment that decides the time; undefined when none has a term. */
  decisive?: number;
  /** Date of the last product of a completed task. */
  lastDoneOn?: Day;
  counts: Record<WorkState, number> & { leads: number };
}

/**
 * A task is completed only when every lead assignment that is not cancelled is; coordinating units do not decide.
 * The decisive assignment of an open task is the open one due first; of a completed task the one with the worst
 * lateness, so that a late unit is not hidden behind a generous deadline of another. Where all that is open waits for a
 * decision, the date of completion is already known: the product's. Then the worst claim decides, as it will once accepted.
 * Recurring leads beside dated ones do not hold the task open.
 */
export function taskState(leads: readonly TimeFacts[]): TaskState {
  const counts = {
    notStarted: 0,
    inProgress: 0,
    submitted: 0,
    completed: 0,
    cancelled: 0,
    recurring: 0,
    leads: leads.length,
  };
  for (const lead of leads) counts[lead.work] += 1;
  const work = workOf(counts);
  const decisive =
    work === 'completed' || work === 'submitted'
      ? worst(leads, work)
      : work === 'cancelled' || work === 'recurring'
        ? undefined
        : next(leads);
  const facts = decisive === undefined ? undefined : leads[decisive];
  const lastDoneOn = work === 'completed' ? maxDay(...leads.map((lead) => lead.doneOn)) : undefined;
  return {
    work,
    counts,
    ...(decisive !== undefined && { decisive }),
    ...(facts?.due !== undefined && { due: facts.due }),
    ...(facts?.firstDue !== undefined && { firstDue: facts.firstDue }),
    ...(work === 'submitted' && facts?.claimedOn !== undefined && { claimedOn: facts.claimedOn }),
    ...(work === 'completed' && { doneOn: facts?.doneOn ?? lastDoneOn, lastDoneOn }),
  };
}

function workOf(counts: TaskState['counts']): WorkState {
  const dated = counts.leads - counts.cancelled - counts.recurring;
  if (counts.leads === 0) return 'notStarted';
  if (dated === 0) return counts.recurring > 0 ? 'recurring' : 'cancelled';
  if (counts.completed === dated) return 'completed';
  if (counts.completed + counts.submitted === dated) return 'submitted';
  return counts.notStarted === dated ? 'notStarted' : 'inProgress';
}

const isOpen = (work: WorkState) => work === 'notStarted' || work === 'inProgress' || work === 'submitted';

/** The open lead due first; those still working before those that wait for a decision. */
function next(leads: readonly TimeFacts[]): number | undefined {
  const working = leads.filter((lead) => isOpen(lead.work) && lead.work !== 'submitted');
  const pool = working.some((lead) => lead.due !== undefined)
    ? working
    : leads.filter((lead) => isOpen(lead.work));
  const first = minDay(...pool.map((lead) => lead.due));
  const index = leads.findIndex((lead) => first !== undefined && lead.due === first && pool.includes(lead));
  return index < 0 ? undefined : index;
}

/** The lead whose product, accepted or claimed, is latest against its term. */
function worst(leads: readonly TimeFacts[], work: 'completed' | 'submitted'): number | undefined {
  let found: { index: number; late: number } | undefined;
  leads.forEach((lead, index) => {
    const productOn = work === 'completed' ? lead.doneOn : lead.claimedOn;
    if (lead.work !== work || lead.due === undefined || productOn === undefined) return;
    const late = diffDays(lead.due, productOn);
    if (!found || late > found.late) found = { index, late };
  });
  return (found as { index: number } | undefined)?.index;
}
