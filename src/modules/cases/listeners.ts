import type { Context } from '../../kit/context.ts';
import type { StoredEvent } from '../../kit/events.ts';
import type { Listener } from '../../kit/outbox.ts';
import { applyEvents } from './actions/apply.ts';
import { groundOf, loadGround } from './actions/grounds.ts';
import { dueChange } from './rules/time.ts';
import { listRunning } from './store/caseFile.ts';

const PAGE = 500;

/** Says which decree moved the dates, as the event of the calendar tells it. */
function reasonOf(event: StoredEvent) {
  const { exception, version } = event.payload as Record<string, Record<string, string | undefined>>;
  const { decision, nameVi, legalBasis } = { ...version, ...exception };
  const basis = decision ?? legalBasis ?? event.kind;
  return {
    cause: 'calendar' as const,
    reasonVi: `Lịch làm việc thay đổi${nameVi ? `: ${nameVi}` : ''}`,
    reasonEn: 'The working calendar has changed',
    basis,
  };
}

/** Computes the due date of every running case again; each that moves gets an event, from which those concerned are told. */
async function recompute(ctx: Context, event: StoredEvent): Promise<void> {
  const ground = await loadGround(ctx.tx);
  const reason = reasonOf(event);
  const how = { now: ctx.now.toISOString(), by: { as: 'system' as const }, reason };
  let after: string | undefined;
  for (;;) {
    const rows = await listRunning(ctx.tx, after, PAGE);
    for (const row of rows) {
      const { time } = await groundOf(ctx, ground, row.state);
      const changed = dueChange(row.state, row.state, { ...how, time });
      if (changed) applyEvents(ctx, row, [changed]);
    }
    after = rows.at(-1)?.id;
    if (rows.length < PAGE) return;
  }
}

export const calendarListener: Listener = {
  name: 'cases.calendar',
  kinds: ['calendar.exceptionStated', 'calendar.versionStated', 'calendar.unitKeeps'],
  handle: recompute,
};
