import type { z } from 'zod';

import { StateChip } from '../../../../web/components/state.tsx';
import { formatDay } from '../../../../web/format.ts';
import type { standing } from '../../contract/words.ts';
import { useMessages } from './say.tsx';

export type StandingValue = z.infer<typeof standing>;

/** Both axes as chips, with the days that belong to them. */
export function Standing({ standing }: { standing: StandingValue }) {
  const { work, time } = standing;
  const late = time === 'overdue' || time === 'doneLate';
  return (
    <StateChip
      work={work}
      time={time === 'noTerm' ? undefined : time}
      days={late ? standing.daysLate : standing.daysLeft}
    />
  );
}

/** The last day in force; where it was moved, the first one beside it. What is printed stands under it. */
export function Due({ standing, printed }: { standing: StandingValue; printed?: string | undefined }) {
  const { words } = useMessages();
  const { due, firstDue } = standing;
  return (
    <span class="due">
      {due ? <span class="figures">{formatDay(due)}</span> : <span>{printed || words.noDue}</span>}
      {due && firstDue && firstDue !== due && (
        <small>
          <del class="figures">{formatDay(firstDue)}</del>
        </small>
      )}
      {due && printed && printed !== formatDay(due) && <small>“{printed}”</small>}
    </span>
  );
}

/** The colour of a row: late in red, at risk in amber, done and cancelled quiet. */
export function toneOf({ time, work }: StandingValue): 'bad' | 'warn' | 'muted' | undefined {
  if (time === 'overdue') return 'bad';
  if (time === 'atRisk') return 'warn';
  return work === 'cancelled' ? 'muted' : undefined;
}
