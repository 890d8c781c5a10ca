import type { App } from '../../kit/app.ts';
import type { Context } from '../../kit/context.ts';
import { instantOf } from '../../kit/day.ts';
import type { Tx } from '../../kit/db.ts';
import type { StoredEvent } from '../../kit/events.ts';
import { addJob } from '../../kit/jobs.ts';
import type { Listener } from '../../kit/outbox.ts';
import { addLimit, loadCalendars } from '../calendar/index.ts';
import { caseIdOf } from '../cases/index.ts';
import { isConnected } from './connection.ts';
import { heardKinds, messagesOf } from './rules/kinds.ts';
import { type NewMessage, queueMessages } from './store/message.ts';

export const SEND_JOB = 'exchange.send';
/** An interlinked system acknowledges within two working hours; see docs/guides/exchange.md. */
const LIMIT = { value: 2, unit: 'workingHour' } as const;

/** Lets the queue be worked off soon; while one such job waits there is no second. */
export const wakeSender = (tx: Tx): Promise<void> => addJob(tx, SEND_JOB, {}, { key: SEND_JOB });

/** By when messages queued now are to be acknowledged, by the calendar of the unit of each. */
export async function dueOfQueued(tx: Tx, now: Date, unitIds: Iterable<string>): Promise<Map<string, Date>> {
  const calendars = await loadCalendars(tx, new Set(unitIds));
  return new Map([...calendars].map(([unitId, calendar]) => [unitId, addLimit(calendar, now, LIMIT)]));
}

const begins = ({ config }: App): Date => {
  const from = config.portal?.from;
  return from ? instantOf(from) : new Date(0);
};

/** Queues what the portal is to hear of a batch of events. Two statements, whatever the number of events. */
async function onCases(ctx: Context, events: readonly StoredEvent[]): Promise<void> {
  const from = begins(ctx.app);
  const made = messagesOf(events.filter(({ at }) => at >= from));
  if (made.length === 0) return;
  const now = ctx.app.clock.now();
  const due = await dueOfQueued(
    ctx.tx,
    now,
    made.map(({ event }) => event.unitId),
  );
  const messages = made.map(({ event, service }): NewMessage => ({
    unitId: event.unitId,
    caseId: caseIdOf(event),
    seq: event.seq,
    service,
    eventKind: event.kind,
    eventAt: event.at,
    queuedAt: now,
    dueAt: due.get(event.unitId)!,
  }));
  if ((await queueMessages(ctx.tx, messages)) > 0) await wakeSender(ctx.tx);
}

export const exchangeListener: Listener = {
  name: 'exchange.cases',
  kinds: heardKinds,
  isOn: isConnected,
  handleBatch: onCases,
};
